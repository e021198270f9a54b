/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-indicator.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgIndicator, torg_indicator, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_REF (TorgIndicator, benefit, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .target = "benefits"),
  TORG_TEXT (TorgIndicator, name, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_TITLE | TORG_FIELD_SEARCHED, .max = 200),
  TORG_TEXT (TorgIndicator, unit, .flags = TORG_FIELD_REQUIRED, .max = 40),
  TORG_CHOICE (TorgIndicator, direction, .flags = TORG_FIELD_REQUIRED, .choices = &torg_directions),
  TORG_DECIMAL (TorgIndicator, baseline),
  TORG_DATE (TorgIndicator, baseline_date),
  TORG_DECIMAL (TorgIndicator, target),
  TORG_DATE (TorgIndicator, target_date),
  TORG_TEXT (TorgIndicator, method, .max = 1000),
  TORG_TEXT (TorgIndicator, responsible, .max = 200),
  TORG_CHOICE (TorgIndicator, cadence, .choices = &torg_cadences),
  TORG_BOOL (TorgIndicator, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_indicator_kind = {
  .collection = "indicators",
  .get_type = torg_indicator_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .creators = "contributors",
  .steward = "benefit.owner",
};

static void
torg_indicator_class_init (TorgIndicatorClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_indicator_kind);
}

static void
torg_indicator_init (TorgIndicator *self)
{
}
