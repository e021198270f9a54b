/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Long text in a row that grows as one writes; Tab goes on to the next row. Property `text`. */
#define TORG_TYPE_PROSE_ROW (torg_prose_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgProseRow, torg_prose_row, TORG, PROSE_ROW, AdwPreferencesRow)

void torg_prose_row_set_text (TorgProseRow *self, const char *text);
char *torg_prose_row_dup_text (TorgProseRow *self);
void torg_prose_row_set_one_line (TorgProseRow *self, gboolean one_line);
void torg_prose_row_set_preview (TorgProseRow *self, gboolean preview);
GtkWidget *torg_prose_row_get_view (TorgProseRow *self);

G_END_DECLS
