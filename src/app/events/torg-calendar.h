/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-calendar-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A month or a week with what happens in it. It knows nothing of records: it asks for the days that
 * it shows by `range-changed` (first, last: Julian days), and is given torg_calendar_set_items().
 * What one chooses comes by `open` (id) and `create` (Julian day).
 */
#define TORG_TYPE_CALENDAR (torg_calendar_get_type ())
G_DECLARE_FINAL_TYPE (TorgCalendar, torg_calendar, TORG, CALENDAR, AdwBin)

GtkWidget *torg_calendar_new (void);
void torg_calendar_set_now (TorgCalendar *self, GDateTime *now);
void torg_calendar_show_day (TorgCalendar *self, guint day);
guint torg_calendar_get_day (TorgCalendar *self);
void torg_calendar_get_range (TorgCalendar *self, guint *first, guint *last);
void torg_calendar_set_items (TorgCalendar *self, GPtrArray *items);
void torg_calendar_focus (TorgCalendar *self);

G_END_DECLS
