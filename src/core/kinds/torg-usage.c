/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-usage.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgUsage, torg_usage, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_ABOUT (TorgUsage, about, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE),
  TORG_REF (TorgUsage, organisation, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED, .target = "organisations"),
  TORG_REF (TorgUsage, person, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_MACHINE, .target = "people"),
  TORG_REF (TorgUsage, project, .flags = TORG_FIELD_FILTERED, .target = "projects"),
  TORG_DATE (TorgUsage, date, .flags = TORG_FIELD_PARTIAL | TORG_FIELD_SORTED),
  TORG_CHOICE (TorgUsage, outcome, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED, .choices = &torg_application_outcomes),
  TORG_PROSE (TorgUsage, changes, .max = 5000),
  TORG_PROSE (TorgUsage, note, .max = 5000),
  TORG_BOOL (TorgUsage, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_usage_kind = {
  .collection = "applications",
  .get_type = torg_usage_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .creators = "contributors",
  .steward = "organisation",
};

static void
torg_usage_class_init (TorgUsageClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_usage_kind);
}

static void
torg_usage_init (TorgUsage *self)
{
}
