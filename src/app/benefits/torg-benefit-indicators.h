/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The indicators of a benefit, each with its way. Property: data. */
#define TORG_TYPE_BENEFIT_INDICATORS (torg_benefit_indicators_get_type ())
G_DECLARE_FINAL_TYPE (TorgBenefitIndicators,
                      torg_benefit_indicators,
                      TORG,
                      BENEFIT_INDICATORS,
                      AdwBin)

G_END_DECLS
