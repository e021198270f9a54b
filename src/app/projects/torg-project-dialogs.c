/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-dialogs.h"

#include "torg-choices.h"
#include "torg-decision.h"
#include "torg-interest.h"
#include "torg-new-record.h"
#include "torg-project.h"
#include "torg-record-dialog.h"

#include <glib/gi18n.h>

/* Decision points stand after the phases, in their order. */
static gint64
point_after (const char *phase)
{
  for (gint64 i = 0; torg_phases.rows[i].code != NULL; i++)
    if (g_strcmp0 (torg_phases.rows[i].code, phase) == 0)
      return i + 1;
  return TORG_UNSET;
}

/**
 * torg_decision_dialog_new:
 * @session: where the decision is stored
 * @project: what was decided on
 *
 * Returns: (transfer floating): a dialog for the outcome of a decision point, today's date filled
 *   in and the point after the phase that the project is in
 */
AdwDialog *
torg_decision_dialog_new (TorgSession *session, TorgRecord *project)
{
  g_autoptr (TorgRecord) decision = torg_new_record_about (session, &torg_decision_kind, project);

  g_object_set (decision, "point", point_after (TORG_PROJECT (project)->phase), NULL);
  return torg_record_dialog_new (session, decision, NULL, "torg-decision-form.ui", _ ("Decision"),
                                 _ ("_Add"));
}

/**
 * torg_interest_dialog_new:
 * @session: where the interest is stored
 * @project: what one is interested in
 * @kind: what one wants, to begin with
 *
 * Returns: (transfer floating): a dialog to say that one wants to join, be contacted or follow
 */
AdwDialog *
torg_interest_dialog_new (TorgSession *session, TorgRecord *project, const char *kind)
{
  g_autoptr (TorgRecord) interest = torg_new_record_about (session, &torg_interest_kind, project);

  g_object_set (interest, "kind", kind, NULL);
  return torg_record_dialog_new (session, interest, NULL, "torg-interest-form.ui",
                                 _ ("Show Interest"), _ ("S_end"));
}
