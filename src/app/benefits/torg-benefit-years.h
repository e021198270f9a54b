/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-benefit.h"
#include "torg-gain.h"

G_BEGIN_DECLS

/* The years of a benefit's plan, in their order (element-type TorgGain). */
GArray *torg_benefit_years (TorgBenefit *benefit);
gint64 torg_benefit_this_year (void);

G_END_DECLS
