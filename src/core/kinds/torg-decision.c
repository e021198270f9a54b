/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-decision.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgDecision, torg_decision, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_REF (TorgDecision, project, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .target = "projects"),
  TORG_INT (TorgDecision, point, .flags = TORG_FIELD_REQUIRED, .min = 1, .max = 6),
  TORG_DATE (TorgDecision, date, .flags = TORG_FIELD_REQUIRED),
  TORG_CHOICE (TorgDecision, outcome, .flags = TORG_FIELD_REQUIRED, .choices = &torg_decision_outcomes),
  TORG_PROSE (TorgDecision, note, .max = 5000),
  TORG_BOOL (TorgDecision, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_decision_kind = {
  .collection = "decisions",
  .get_type = torg_decision_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .flags = TORG_KIND_APPEND_ONLY,
  .creators = "contributors",
};

static void
torg_decision_class_init (TorgDecisionClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_decision_kind);
}

static void
torg_decision_init (TorgDecision *self)
{
}
