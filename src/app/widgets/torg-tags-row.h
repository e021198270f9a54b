/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-keys-row.h"

G_BEGIN_DECLS

/* Words that one is free to choose: write one and press Enter. */
#define TORG_TYPE_TAGS_ROW (torg_tags_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgTagsRow, torg_tags_row, TORG, TAGS_ROW, TorgKeysRow)

GtkWidget *torg_tags_row_get_entry (TorgTagsRow *self);

G_END_DECLS
