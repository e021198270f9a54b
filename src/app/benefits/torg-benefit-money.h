/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The money of a benefit year by year: what is planned, and what came of it. */
#define TORG_TYPE_BENEFIT_MONEY (torg_benefit_money_get_type ())
G_DECLARE_FINAL_TYPE (TorgBenefitMoney, torg_benefit_money, TORG, BENEFIT_MONEY, AdwBin)

G_END_DECLS
