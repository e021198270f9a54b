/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-benefit-totals.h"
#include "torg-store.h"

G_BEGIN_DECLS

gboolean torg_store_benefit_totals (TorgStore *self,
                                    gint64 this_year,
                                    TorgBenefitTotals *totals,
                                    GError **error);

G_END_DECLS
