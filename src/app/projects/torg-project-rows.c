/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-rows.h"

#include "torg-choices.h"
#include "torg-decision.h"
#include "torg-icons.h"
#include "torg-interest.h"
#include "torg-organisation.h"
#include "torg-partner.h"
#include "torg-rows.h"
#include "torg-told-row.h"
#include "torg-words.h"

#include <glib/gi18n.h>

/**
 * torg_partner_row:
 * @item: a #TorgPartner
 * @session: the session
 *
 * Returns: (transfer floating): who takes part, as what and with what
 */
GtkWidget *
torg_partner_row (gpointer item, gpointer session)
{
  TorgPartner *partner = item;
  g_autoptr (TorgRecord) record =
    torg_session_find_record (session, "organisations", partner->organisation);
  const char *type = record ? TORG_ORGANISATION (record)->type : NULL;
  g_autofree char *name = torg_row_name_of (session, "organisations", partner->organisation);
  g_autofree char *subtitle =
    torg_row_join (torg_words_choice (&torg_partner_roles, partner->role), partner->contribution);

  return GTK_WIDGET (torg_row_new_action (torg_icon_of_choice (&torg_organisation_types, type),
                                          "dimmed", name, subtitle));
}

/**
 * torg_decision_row:
 * @item: a #TorgDecision
 * @session: the session
 *
 * Returns: (transfer floating): what was decided, when and why
 */
GtkWidget *
torg_decision_row (gpointer item, gpointer session)
{
  TorgDecision *decision = item;
  g_autofree char *date = torg_words_date (decision->date);
  /* Translators: %1$d is the number of a decision point, %2$s what was decided */
  g_autofree char *title =
    g_strdup_printf (_ ("Decision point %1$d: %2$s"), (int) decision->point,
                     torg_words_choice (&torg_decision_outcomes, decision->outcome));

  return torg_told_row_new (torg_icon_of_choice (&torg_decision_outcomes, decision->outcome),
                            torg_style_of_choice (&torg_decision_outcomes, decision->outcome),
                            title, date, decision->note);
}

/**
 * torg_interest_row:
 * @item: a #TorgInterest
 * @session: the session
 *
 * Returns: (transfer floating): who wants what
 */
GtkWidget *
torg_interest_row (gpointer item, gpointer session)
{
  TorgInterest *interest = item;
  g_autofree char *person = torg_row_name_of (session, "people", interest->person);
  g_autofree char *organisation =
    torg_row_name_of (session, "organisations", interest->organisation);
  g_autofree char *title = torg_row_join (organisation, person);

  return torg_told_row_new (torg_icon_of_choice (&torg_interest_kinds, interest->kind),
                            torg_style_of_choice (&torg_interest_kinds, interest->kind), title,
                            torg_words_choice (&torg_interest_kinds, interest->kind),
                            interest->message);
}
