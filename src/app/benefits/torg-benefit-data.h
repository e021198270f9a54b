/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-attainment.h"
#include "torg-indicator.h"
#include "torg-measurement.h"
#include "torg-rung.h"
#include "torg-session.h"

G_BEGIN_DECLS

/*
 * What belongs to one benefit, kept up to date: its indicators, what was measured, and who
 * evaluated it. The panels of a detail share one, which its `.ui` file makes. Signal: changed.
 */
#define TORG_TYPE_BENEFIT_DATA (torg_benefit_data_get_type ())
G_DECLARE_FINAL_TYPE (TorgBenefitData, torg_benefit_data, TORG, BENEFIT_DATA, GObject)

gboolean torg_benefit_data_show (TorgBenefitData *self, TorgSession *session, TorgRecord *benefit);
TorgRecord *torg_benefit_data_get_benefit (TorgBenefitData *self);

gboolean torg_benefit_data_is_ready (TorgBenefitData *self);
GPtrArray *torg_benefit_data_get_indicators (TorgBenefitData *self);
gboolean torg_benefit_data_is_cut (TorgBenefitData *self);
GArray *torg_benefit_data_measured (TorgBenefitData *self, TorgIndicator *indicator);
TorgMeasurement *torg_benefit_data_find (TorgBenefitData *self, const char *id);
TorgAttainment torg_benefit_data_attainment (TorgBenefitData *self,
                                             TorgIndicator *indicator,
                                             const GArray *measured);
TorgRung torg_benefit_data_get_rung (TorgBenefitData *self);

G_END_DECLS
