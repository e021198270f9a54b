/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-day-cell.h"

G_BEGIN_DECLS

typedef enum {
  TORG_WEEK_ROW_FILLS, /* of a month: as many events as its height has room for */
  TORG_WEEK_ROW_GROWS, /* over the hours of a week: what takes whole days, and few of them */
  TORG_WEEK_ROW_COUNTS /* where there is little room: how many events each day has */
} TorgWeekRowStyle;

/* Seven days side by side with what happens on them. */
#define TORG_TYPE_WEEK_ROW (torg_week_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgWeekRow, torg_week_row, TORG, WEEK_ROW, GtkWidget)

GtkWidget *torg_week_row_new (GtkSizeGroup *gutter);
void torg_week_row_show (TorgWeekRow *self, guint monday, guint month, TorgWeekRowStyle style);
void torg_week_row_set_items (TorgWeekRow *self, GPtrArray *items);
void torg_week_row_select (TorgWeekRow *self, guint day, guint today);
TorgDayCell *torg_week_row_get_cell (TorgWeekRow *self, guint day);
int torg_week_row_get_gutter (TorgWeekRow *self);

G_END_DECLS
