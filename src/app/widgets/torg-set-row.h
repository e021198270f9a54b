/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Some of a few fixed choices, each a chip. Property `keys`: the sorted codes that are on. */
#define TORG_TYPE_SET_ROW (torg_set_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgSetRow, torg_set_row, TORG, SET_ROW, AdwPreferencesRow)

void torg_set_row_set_choices (TorgSetRow *self, const TorgChoices *choices);
void torg_set_row_set_keys (TorgSetRow *self, const char *const *keys);
const char *const *torg_set_row_get_keys (TorgSetRow *self);

G_END_DECLS
