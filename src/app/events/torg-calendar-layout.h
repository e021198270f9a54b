/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TORG_DAYS_A_WEEK   7
#define TORG_MINUTES_A_DAY (24 * 60)

/**
 * TorgBar:
 * @first: the day of the week on which it begins, from 0
 * @last: the day on which it ends
 * @lane: filled in: how many bars lie over it
 * @hidden: filled in: whether there is no room for it
 *
 * Something that takes one day of a week or several.
 */
typedef struct {
  guint first;
  guint last;
  guint lane;
  gboolean hidden;
} TorgBar;

guint torg_bars_lay (TorgBar *bars, gsize n_bars);
void torg_bars_fit (TorgBar *bars, gsize n_bars, guint lanes, guint more[TORG_DAYS_A_WEEK]);

/**
 * TorgSlot:
 * @start: the minute of the day at which it begins
 * @end: the minute at which it ends
 * @column: filled in: how many stand before it, side by side
 * @columns: filled in: how many stand side by side
 *
 * Something among the hours of a day.
 */
typedef struct {
  int start;
  int end;
  guint column;
  guint columns;
} TorgSlot;

void torg_slots_lay (TorgSlot *slots, gsize n_slots);

G_END_DECLS
