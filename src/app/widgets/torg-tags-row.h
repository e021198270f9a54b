/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Words that one is free to choose: write one and press Enter. Property `keys`: the sorted words. */
#define TORG_TYPE_TAGS_ROW (torg_tags_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgTagsRow, torg_tags_row, TORG, TAGS_ROW, AdwPreferencesRow)

void torg_tags_row_set_keys (TorgTagsRow *self, const char *const *keys);
const char *const *torg_tags_row_get_keys (TorgTagsRow *self);
GtkWidget *torg_tags_row_get_entry (TorgTagsRow *self);

G_END_DECLS
