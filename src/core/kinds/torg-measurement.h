/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_MEASUREMENT (torg_measurement_get_type ())
G_DECLARE_FINAL_TYPE (TorgMeasurement, torg_measurement, TORG, MEASUREMENT, TorgRecord)

struct _TorgMeasurement {
  TorgRecord parent_instance;

  char *indicator;
  char *date;
  char *value;
  char *point;
  char *evidence;
  char *note;
  char *replaces;
  char *person;
  gboolean sample;
};

extern const TorgKind torg_measurement_kind;

G_END_DECLS
