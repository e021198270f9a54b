/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How many records of a kind there are, as a large heading; or what they are for. Properties: kind, and for none of them title and why. */
#define TORG_TYPE_TOTAL (torg_total_get_type ())
G_DECLARE_FINAL_TYPE (TorgTotal, torg_total, TORG, TOTAL, AdwBin)

G_END_DECLS
