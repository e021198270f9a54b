/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What somebody tells: how it went, who says so and when, and what they wrote, in Markdown. */
#define TORG_TYPE_TOLD_ROW (torg_told_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgToldRow, torg_told_row, TORG, TOLD_ROW, GtkListBoxRow)

GtkWidget *torg_told_row_new (const char *icon,
                              const char *style,
                              const char *title,
                              const char *caption,
                              const char *text);
void torg_told_row_set_clock (TorgToldRow *self, const char *clock);
void torg_told_row_set_link (TorgToldRow *self, const char *link);

G_END_DECLS
