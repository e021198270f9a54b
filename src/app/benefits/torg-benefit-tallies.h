/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-benefit-totals.h"
#include "torg-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What is planned and what came of it, split by choices, as bars and as a table. Properties: title;
 * path, by which the list is narrowed when a row is activated, or none.
 */
#define TORG_TYPE_BENEFIT_TALLIES (torg_benefit_tallies_get_type ())
G_DECLARE_FINAL_TYPE (TorgBenefitTallies, torg_benefit_tallies, TORG, BENEFIT_TALLIES, AdwBin)

void torg_benefit_tallies_show (TorgBenefitTallies *self,
                                const TorgChoices *choices,
                                const TorgTally *tallies,
                                guint count);

G_END_DECLS
