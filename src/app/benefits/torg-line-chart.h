/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-attainment.h"
#include "torg-chart.h"

G_BEGIN_DECLS

#define TORG_TYPE_LINE_CHART (torg_line_chart_get_type ())
G_DECLARE_FINAL_TYPE (TorgLineChart, torg_line_chart, TORG, LINE_CHART, TorgChart)

/* The way of one figure from its baseline to its target, with the plan behind it. */
void torg_line_chart_show (TorgLineChart *self,
                           const char *name,
                           const char *unit,
                           const TorgAttainment *attainment,
                           const GArray *effective);

G_END_DECLS
