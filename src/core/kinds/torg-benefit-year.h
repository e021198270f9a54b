/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_BENEFIT_YEAR (torg_benefit_year_get_type ())
G_DECLARE_FINAL_TYPE (TorgBenefitYear, torg_benefit_year, TORG, BENEFIT_YEAR, TorgRecord)

struct _TorgBenefitYear {
  TorgRecord parent_instance;

  gint64 year;
  gint64 low; /* øre, as all amounts */
  gint64 expected;
  gint64 high;
  gint64 actual;
  char *source;
};

extern const TorgKind torg_benefit_year_kind;

G_END_DECLS
