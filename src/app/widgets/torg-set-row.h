/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-field.h"
#include "torg-keys-row.h"

G_BEGIN_DECLS

/* Some of a few fixed choices, each a chip. */
#define TORG_TYPE_SET_ROW (torg_set_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgSetRow, torg_set_row, TORG, SET_ROW, TorgKeysRow)

void torg_set_row_set_choices (TorgSetRow *self, const TorgChoices *choices);

G_END_DECLS
