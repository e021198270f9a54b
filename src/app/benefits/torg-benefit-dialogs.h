/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-indicator.h"
#include "torg-measurement.h"
#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Dialogs for what belongs to a benefit: they store what one writes. */
AdwDialog *torg_indicator_dialog_new (TorgSession *session, TorgRecord *benefit);
AdwDialog *torg_indicator_dialog_new_edit (TorgSession *session, TorgIndicator *indicator);
AdwDialog *torg_measurement_dialog_new (TorgSession *session, TorgIndicator *indicator);
AdwDialog *torg_measurement_dialog_new_correction (TorgSession *session, TorgMeasurement *wrong);
AdwDialog *torg_evaluation_dialog_new (TorgSession *session, TorgRecord *benefit);

G_END_DECLS
