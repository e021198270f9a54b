/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_INDICATOR (torg_indicator_get_type ())
G_DECLARE_FINAL_TYPE (TorgIndicator, torg_indicator, TORG, INDICATOR, TorgRecord)

struct _TorgIndicator {
  TorgRecord parent_instance;

  char *benefit;
  char *name;
  char *unit;
  char *direction;
  char *baseline;
  char *baseline_date;
  char *target;
  char *target_date;
  char *method;
  char *responsible;
  char *cadence;
  gboolean sample;
};

extern const TorgKind torg_indicator_kind;

G_END_DECLS
