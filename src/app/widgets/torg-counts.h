/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * How many records have each choice of a field, as bars; hidden while none has one. Signal: chosen
 * (const char *path, const char *code), for a row that is activated.
 */
#define TORG_TYPE_COUNTS (torg_counts_get_type ())
G_DECLARE_FINAL_TYPE (TorgCounts, torg_counts, TORG, COUNTS, AdwBin)

void torg_counts_set_field (TorgCounts *self, const TorgKind *kind, const char *field);
void torg_counts_update (TorgCounts *self, TorgSession *session);

G_END_DECLS
