/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-evaluation.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgEvaluation, torg_evaluation, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_ABOUT (TorgEvaluation, about, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE),
  TORG_REF (TorgEvaluation, organisation, .flags = TORG_FIELD_REQUIRED, .target = "organisations"),
  TORG_REF (TorgEvaluation, person, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_MACHINE, .target = "people"),
  TORG_BOOL (TorgEvaluation, described),
  TORG_BOOL (TorgEvaluation, observable),
  TORG_BOOL (TorgEvaluation, attributable),
  TORG_BOOL (TorgEvaluation, measurable),
  TORG_CHOICE (TorgEvaluation, rung, .flags = TORG_FIELD_REQUIRED, .choices = &torg_evidence_rungs),
  TORG_DATE (TorgEvaluation, date, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_SORTED),
  TORG_LINK (TorgEvaluation, evidence),
  TORG_PROSE (TorgEvaluation, note, .max = 5000),
  TORG_BOOL (TorgEvaluation, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_evaluation_kind = {
  .collection = "evaluations",
  .get_type = torg_evaluation_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .flags = TORG_KIND_APPEND_ONLY,
  .creators = "validators contributors",
};

static void
torg_evaluation_class_init (TorgEvaluationClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_evaluation_kind);
}

static void
torg_evaluation_init (TorgEvaluation *self)
{
}
