/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-dialogs.h"

#include "torg-benefit-words.h"
#include "torg-evaluation.h"
#include "torg-new-record.h"
#include "torg-record-dialog.h"

#include <glib/gi18n.h>

/**
 * torg_indicator_dialog_new:
 * @session: where the indicator is stored
 * @benefit: what it measures
 *
 * Returns: (transfer floating): a dialog for a new indicator
 */
AdwDialog *
torg_indicator_dialog_new (TorgSession *session, TorgRecord *benefit)
{
  g_autoptr (TorgRecord) indicator = torg_new_record_about (session, &torg_indicator_kind, benefit);

  g_object_set (indicator, "direction", "up", NULL);
  return torg_record_dialog_new (session, indicator, NULL, "torg-indicator-form.ui",
                                 _ ("New Indicator"), _ ("_Add"));
}

/**
 * torg_indicator_dialog_new_edit:
 * @session: where the indicator is stored
 * @indicator: an indicator
 *
 * Returns: (transfer floating): a dialog to change it
 */
AdwDialog *
torg_indicator_dialog_new_edit (TorgSession *session, TorgIndicator *indicator)
{
  g_autoptr (JsonObject) base = torg_record_to_document (TORG_RECORD (indicator));
  g_autoptr (TorgRecord) draft = torg_record_copy (TORG_RECORD (indicator));

  return torg_record_dialog_new (session, draft, base, "torg-indicator-form.ui",
                                 _ ("Edit Indicator"), _ ("_Save"));
}

/**
 * torg_measurement_dialog_new:
 * @session: where the measurement is stored
 * @indicator: what was measured
 *
 * Returns: (transfer floating): a dialog for a new measurement, today's date filled in
 */
AdwDialog *
torg_measurement_dialog_new (TorgSession *session, TorgIndicator *indicator)
{
  g_autoptr (TorgRecord) measurement =
    torg_new_record_about (session, &torg_measurement_kind, TORG_RECORD (indicator));
  g_autofree char *name = torg_words_shown (indicator->name);
  /* Translators: the title of a dialog; %s is what is measured, such as "Minutes a case" */
  g_autofree char *title = g_strdup_printf (_ ("New Measurement: %s"), name);

  g_object_set (measurement, "point", "running", NULL);
  return torg_record_dialog_new (session, measurement, NULL, "torg-measurement-form.ui", title,
                                 _ ("_Add"));
}

/**
 * torg_measurement_dialog_new_correction:
 * @session: where the correction is stored
 * @wrong: what it corrects
 *
 * Measurements are never changed: the correction is one of its own, and hides the one it replaces.
 *
 * Returns: (transfer floating): a dialog with what was written, to write what is right
 */
AdwDialog *
torg_measurement_dialog_new_correction (TorgSession *session, TorgMeasurement *wrong)
{
  g_autoptr (TorgRecord) right =
    torg_new_record_about (session, &torg_measurement_kind, TORG_RECORD (wrong));

  g_object_set (right, "indicator", wrong->indicator, "replaces",
                torg_record_get_id (TORG_RECORD (wrong)), "date", wrong->date, "value",
                wrong->value, "point", wrong->point, "evidence", wrong->evidence, "note",
                wrong->note, NULL);
  return torg_record_dialog_new (session, right, NULL, "torg-measurement-form.ui",
                                 _ ("Correct the Measurement"), _ ("_Correct"));
}

/**
 * torg_evaluation_dialog_new:
 * @session: where the evaluation is stored
 * @benefit: what was evaluated
 *
 * Returns: (transfer floating): a dialog for an evaluation, today's date filled in
 */
AdwDialog *
torg_evaluation_dialog_new (TorgSession *session, TorgRecord *benefit)
{
  g_autoptr (TorgRecord) evaluation =
    torg_new_record_about (session, &torg_evaluation_kind, benefit);

  return torg_record_dialog_new (session, evaluation, NULL, "torg-evaluation-form.ui",
                                 _ ("New Evaluation"), _ ("_Add"));
}
