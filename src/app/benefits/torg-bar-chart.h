/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-chart.h"
#include "torg-gain.h"

G_BEGIN_DECLS

#define TORG_TYPE_BAR_CHART (torg_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (TorgBarChart, torg_bar_chart, TORG, BAR_CHART, TorgChart)

/* Money by year: what is planned, with how sure one is, beside what came of it. */
void torg_bar_chart_show (TorgBarChart *self, const char *name, const TorgGain *gains, guint count);

G_END_DECLS
