/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-dialogs.h"

#include "torg-choices.h"
#include "torg-decision.h"
#include "torg-form-dialog.h"
#include "torg-interest.h"
#include "torg-project.h"

#include <glib/gi18n-lib.h>

#define UI "/com/smartinnovationnorway/Torg/ui/"

/* Decision points stand after the phases, in their order. */
static gint64
point_after (const char *phase)
{
  for (gint64 i = 0; torg_phases.rows[i].code != NULL; i++)
    if (g_strcmp0 (torg_phases.rows[i].code, phase) == 0)
      return i + 1;
  return TORG_UNSET;
}

static void
saved_cb (const GError *error, gpointer data)
{
  g_autoptr (TorgFormDialog) dialog = data;

  torg_form_dialog_finish (dialog, error);
}

static void
accepted_cb (TorgSession *session, TorgRecord *record, TorgFormDialog *dialog)
{
  torg_session_save (session, record, NULL, saved_cb, g_object_ref (dialog));
}

static AdwDialog *
dialog_new (TorgSession *session,
            TorgRecord *project,
            TorgRecord *record,
            const char *resource,
            const char *title,
            const char *accept)
{
  TorgFormDialog *dialog;

  torg_record_set_bucket (record, torg_record_get_bucket (project));
  dialog = torg_form_dialog_new (resource, record, TORG_FINDER (session), title, accept);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), session,
                           G_CONNECT_SWAPPED);
  return ADW_DIALOG (dialog);
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
  g_autoptr (TorgRecord) decision = torg_record_new (&torg_decision_kind);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  g_object_set (decision, "project", torg_record_get_id (project), "date", today, "point",
                point_after (TORG_PROJECT (project)->phase), NULL);
  return dialog_new (session, project, decision, UI "torg-decision-form.ui", _ ("Decision"),
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
  g_autoptr (TorgRecord) interest = torg_record_new (&torg_interest_kind);
  g_autofree char *organisation = torg_session_dup_organisation (session);

  g_object_set (interest, "project", torg_record_get_id (project), "person",
                torg_session_get_account (session), "kind", kind, "organisation", organisation,
                NULL);
  return dialog_new (session, project, interest, UI "torg-interest-form.ui", _ ("Show Interest"),
                     _ ("S_end"));
}
