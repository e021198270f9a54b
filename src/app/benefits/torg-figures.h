/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-chart.h"
#include "torg-table.h"

G_BEGIN_DECLS

#define TORG_TYPE_FIGURES (torg_figures_get_type ())
G_DECLARE_FINAL_TYPE (TorgFigures, torg_figures, TORG, FIGURES, AdwBin)

/*
 * The same figures as a chart and as a table, one of them shown. In a .ui file its children are a
 * chart, or any widget with the type "chart", and a table.
 */
void torg_figures_set_title (TorgFigures *self, const char *title);

G_END_DECLS
