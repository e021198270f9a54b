/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-measurement.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgMeasurement, torg_measurement, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_REF (TorgMeasurement, indicator, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .target = "indicators"),
  TORG_DATE (TorgMeasurement, date, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_SORTED),
  TORG_DECIMAL (TorgMeasurement, value, .flags = TORG_FIELD_REQUIRED),
  TORG_CHOICE (TorgMeasurement, point, .flags = TORG_FIELD_REQUIRED, .choices = &torg_measurement_points),
  TORG_LINK (TorgMeasurement, evidence),
  TORG_TEXT (TorgMeasurement, note, .max = 1000),
  TORG_REF (TorgMeasurement, replaces, .flags = TORG_FIELD_MACHINE, .target = "measurements"),
  TORG_REF (TorgMeasurement, person, .flags = TORG_FIELD_MACHINE, .target = "people"),
  TORG_BOOL (TorgMeasurement, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_measurement_kind = {
  .collection = "measurements",
  .get_type = torg_measurement_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .flags = TORG_KIND_APPEND_ONLY,
  .creators = "contributors",
};

static void
torg_measurement_class_init (TorgMeasurementClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_measurement_kind);
}

static void
torg_measurement_init (TorgMeasurement *self)
{
}
