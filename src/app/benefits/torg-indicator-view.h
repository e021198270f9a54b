/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-benefit-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One indicator: how it stands, and its way as a chart or a table. */
#define TORG_TYPE_INDICATOR_VIEW (torg_indicator_view_get_type ())
G_DECLARE_FINAL_TYPE (TorgIndicatorView, torg_indicator_view, TORG, INDICATOR_VIEW, AdwBin)

void torg_indicator_view_show (TorgIndicatorView *self,
                               TorgBenefitData *data,
                               TorgIndicator *indicator);

G_END_DECLS
