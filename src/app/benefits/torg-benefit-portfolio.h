/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All benefits at a glance: what they come to, by theme and by how well it is known. */
#define TORG_TYPE_BENEFIT_PORTFOLIO (torg_benefit_portfolio_get_type ())
G_DECLARE_FINAL_TYPE (TorgBenefitPortfolio, torg_benefit_portfolio, TORG, BENEFIT_PORTFOLIO, AdwBin)

G_END_DECLS
