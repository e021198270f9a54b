/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The hours of seven days side by side with what happens in them. */
#define TORG_TYPE_HOUR_GRID (torg_hour_grid_get_type ())
G_DECLARE_FINAL_TYPE (TorgHourGrid, torg_hour_grid, TORG, HOUR_GRID, GtkWidget)

GtkWidget *torg_hour_grid_new (GtkSizeGroup *gutter);
void torg_hour_grid_show (TorgHourGrid *self, guint monday, GPtrArray *items);
void torg_hour_grid_select (TorgHourGrid *self, guint day);
void torg_hour_grid_set_now (TorgHourGrid *self, GDateTime *now);
int torg_hour_grid_get_y (TorgHourGrid *self, int minute);

G_END_DECLS
