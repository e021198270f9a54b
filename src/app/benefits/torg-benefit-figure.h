/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a benefit comes to: its figure, how well that is known, and how it stands. Property: data. */
#define TORG_TYPE_BENEFIT_FIGURE (torg_benefit_figure_get_type ())
G_DECLARE_FINAL_TYPE (TorgBenefitFigure, torg_benefit_figure, TORG, BENEFIT_FIGURE, AdwBin)

G_END_DECLS
