/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefits.h"

#include "torg-benefit-data.h"
#include "torg-benefit-dialogs.h"
#include "torg-benefit-figure.h"
#include "torg-benefit-indicators.h"
#include "torg-benefit-money.h"
#include "torg-benefit-portfolio.h"
#include "torg-benefit-rows.h"
#include "torg-benefit-years.h"
#include "torg-benefit.h"
#include "torg-choices.h"
#include "torg-evaluation.h"
#include "torg-icons.h"
#include "torg-words.h"

#include <glib/gi18n.h>

static char *
count (guint count)
{
  /* Translators: %'u is a number, written with the language's own sign between thousands */
  return g_strdup_printf (ngettext ("%'u benefit", "%'u benefits", count), count);
}

/* What it comes to in all, where it is money. */
static char *
money_of (TorgBenefit *benefit)
{
  g_autoptr (GArray) gains = torg_benefit_years (benefit);
  TorgGainSum sum =
    torg_gain_sum ((const TorgGain *) gains->data, gains->len, torg_benefit_this_year ());

  return sum.n_planned > 0 ? torg_words_money_short (sum.planned) : NULL;
}

/* How it stands, what it comes to, and whose it is, whose name may be long. */
static void
describe (TorgSession *session, TorgRecord *record, TorgRowWords *words)
{
  TorgBenefit *benefit = TORG_BENEFIT (record);
  g_autofree char *money = money_of (benefit);

  torg_row_words_add (words, benefit->disbenefit ? _ ("A disadvantage") : NULL);
  words->icon = torg_icon_of_choice (&torg_benefit_states, benefit->state);
  words->style = torg_style_of_choice (&torg_benefit_states, benefit->state);
  words->struck = g_strcmp0 (benefit->state, "dropped") == 0;
  torg_row_words_add (words, torg_words_choice (&torg_benefit_states, benefit->state));
  torg_row_words_add (words,
                      money ? money : torg_words_choice (&torg_benefit_types, benefit->type));
  torg_row_words_add_owner (words, session, benefit->owner);
}

/* Nobody registers a benefit that is realised already, most often. */
static void
prepare (TorgSession *session, TorgRecord *record)
{
  if (TORG_BENEFIT (record)->state == NULL)
    g_object_set (record, "state", "identified", NULL);
}

static void
present (TorgPane *pane, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (pane));
}

static void
indicator_activated (TorgPane *pane, GVariant *parameter)
{
  present (pane,
           torg_indicator_dialog_new (torg_pane_get_session (pane), torg_pane_get_record (pane)));
}

/* Finds what a button is for; it may be gone since. */
static TorgRecord *
find (TorgPane *pane, const TorgKind *kind, GVariant *id)
{
  return torg_session_find_record (torg_pane_get_session (pane), kind->collection,
                                   g_variant_get_string (id, NULL));
}

static void
edit_indicator_activated (TorgPane *pane, GVariant *parameter)
{
  g_autoptr (TorgRecord) indicator = find (pane, &torg_indicator_kind, parameter);

  if (indicator != NULL)
    present (pane, torg_indicator_dialog_new_edit (torg_pane_get_session (pane),
                                                   TORG_INDICATOR (indicator)));
}

static void
measure_activated (TorgPane *pane, GVariant *parameter)
{
  g_autoptr (TorgRecord) indicator = find (pane, &torg_indicator_kind, parameter);

  if (indicator != NULL)
    present (
      pane, torg_measurement_dialog_new (torg_pane_get_session (pane), TORG_INDICATOR (indicator)));
}

static void
correct_activated (TorgPane *pane, GVariant *parameter)
{
  g_autoptr (TorgRecord) wrong = find (pane, &torg_measurement_kind, parameter);

  if (wrong != NULL)
    present (pane, torg_measurement_dialog_new_correction (torg_pane_get_session (pane),
                                                           TORG_MEASUREMENT (wrong)));
}

static void
evaluate_activated (TorgPane *pane, GVariant *parameter)
{
  present (pane,
           torg_evaluation_dialog_new (torg_pane_get_session (pane), torg_pane_get_record (pane)));
}

static gboolean
may_add_indicator (TorgSession *session, TorgRecord *record)
{
  return torg_session_may_add (session, &torg_indicator_kind);
}

static gboolean
may_measure (TorgSession *session, TorgRecord *record)
{
  return torg_session_may_add (session, &torg_measurement_kind);
}

static gboolean
may_evaluate (TorgSession *session, TorgRecord *record)
{
  return torg_session_may_add (session, &torg_evaluation_kind);
}

static const TorgPageFilter filters[] = {
  { NC_ ("filter", "Theme"), "themes" },
  { NC_ ("filter", "Type"), "type" },
  { NC_ ("filter", "Status"), "state" },
  { NC_ ("filter", "Owner"), "owner.type" },
  { NC_ ("filter", "Who Gains"), "who_gains" },
  { NULL },
};

static const TorgPageOrder orders[] = {
  { "changed", NULL, TRUE, N_ ("_Last Changed First"), N_ ("last changed first") },
  { "title", "title", FALSE, N_ ("By _Title"), N_ ("by title") },
  { "effect", "full_effect", FALSE, N_ ("_Earliest Full Effect First"),
   N_ ("earliest full effect first") },
  { NULL },
};

static const TorgPageWish wishes[] = {
  { "description", N_ ("Add what gets better, and for whom") },
  { "responsible", N_ ("Add who answers for it") },
  { "who_gains", N_ ("Add who gains from it") },
  { "assumptions", N_ ("Add what must hold for it to come") },
  { NULL },
};

static const TorgPageAction actions[] = {
  { "indicator", NULL, indicator_activated, may_add_indicator },
  { "edit-indicator", "s", edit_indicator_activated, may_add_indicator },
  { "measure", "s", measure_activated, may_measure },
  { "correct", "s", correct_activated, may_measure },
  { "evaluate", NULL, evaluate_activated, may_evaluate },
  { NULL },
};

static const TorgPageRows rows[] = {
  { &torg_evaluation_kind, torg_evaluation_row },
  { NULL },
};

static GType (*const panels[]) (void) = {
  torg_benefit_data_get_type,  torg_benefit_figure_get_type,    torg_benefit_indicators_get_type,
  torg_benefit_money_get_type, torg_benefit_portfolio_get_type, NULL,
};

const TorgPageType torg_benefits_page = {
  .kind = &torg_benefit_kind,
  .title = N_ ("Benefits"),
  .icon = "torg-benefits-symbolic",
  .filters = filters,
  .orders = orders,
  .words = {
    .search = N_ ("Search benefits"),
    .fetching = N_ ("Fetching the benefits…"),
    .empty = N_ ("No Benefits Yet"),
    .empty_why = N_ ("See what projects are to bring, and what they brought: who gains, "
                     "how much, and how well it is known."),
    .begin = N_ ("_Register a Benefit"),
    .away_why = N_ ("The benefits come here as soon as the service answers. You can write down "
                    "yours already."),
    .broken = N_ ("The Benefits Cannot Be Read"),
    .broken_why = N_ ("What you have written is kept. Torg fetches the benefits again the next "
                      "time it starts."),
    .new_title = N_ ("New Benefit"),
    .edit_title = N_ ("Edit Benefit"),
  },
  .count = count,
  .describe = describe,
  .overview = "torg-benefit-overview.ui",
  .detail = "torg-benefit-detail.ui",
  .form = "torg-benefit-form.ui",
  .panels = panels,
  .prepare = prepare,
  .wishes = wishes,
  .actions = actions,
  .rows = rows,
};
