/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * How many records of a kind have each choice of a field, as bars; hidden while none has one. A row
 * that is activated makes the list show those. Properties: kind (a collection), field, title, whole.
 */
#define TORG_TYPE_COUNTS (torg_counts_get_type ())
G_DECLARE_FINAL_TYPE (TorgCounts, torg_counts, TORG, COUNTS, AdwBin)

G_END_DECLS
