/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

G_BEGIN_DECLS

const char *torg_sync_icon (TorgStatus status);
char *torg_sync_words (TorgStatus status, const TorgSummary *summary);
char *torg_sync_details (TorgStatus status, const TorgSummary *summary, const GError *problem);

G_END_DECLS
