/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-calendar-item.h"

G_BEGIN_DECLS

/* What a calendar says, in the words of the language that the program runs in. Days are Julian. */
char *torg_calendar_words (guint day, const char *format);
char *torg_calendar_words_day (guint day);
char *torg_calendar_words_inside (guint day);
char *torg_calendar_words_month (guint day);
char *torg_calendar_words_week (guint day);
char *torg_calendar_words_holidays (guint day);
char *torg_calendar_words_time (const TorgCalendarItem *item);
char *torg_calendar_words_item (const TorgCalendarItem *item);

guint torg_calendar_week_number (guint day);
guint torg_calendar_monday (guint day);

G_END_DECLS
