/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  TORG_DAY_PLAIN = 0,
  TORG_DAY_OUTSIDE = 1 << 0, /* not of the month that is shown */
  TORG_DAY_NAMED = 1 << 1,   /* with the name of its weekday */
  TORG_DAY_COMPACT = 1 << 2, /* events are only counted */
} TorgDayFlags;

/* One day of a calendar, by the actions `calendar.select` and `calendar.day`. */
#define TORG_TYPE_DAY_CELL (torg_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (TorgDayCell, torg_day_cell, TORG, DAY_CELL, GtkWidget)

GtkWidget *torg_day_cell_new (void);
void torg_day_cell_show (TorgDayCell *self, guint day, TorgDayFlags flags);
void torg_day_cell_set_count (TorgDayCell *self, guint count);
void torg_day_cell_set_today (TorgDayCell *self, guint today);
void torg_day_cell_set_selected (TorgDayCell *self, gboolean selected);
guint torg_day_cell_get_day (TorgDayCell *self);

G_END_DECLS
