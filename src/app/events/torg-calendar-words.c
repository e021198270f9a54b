/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-calendar-words.h"

#include "torg-holidays.h"
#include "torg-words.h"

#include <glib/gi18n.h>

static char *
format_day (guint day, const char *format)
{
  g_autoptr (GDate) date = g_date_new_julian (day);
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (
    g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (midnight, format);
}

/**
 * torg_calendar_words:
 * @day: a Julian day
 * @format: as for g_date_time_format()
 *
 * Returns: (transfer full): the day in these words, the first of them with a capital
 */
char *
torg_calendar_words (guint day, const char *format)
{
  g_autofree char *words = format_day (day, format);

  return torg_words_capital (words);
}

/* "Tuesday 17 May 2026", as it stands inside of a sentence, where Norwegian has no capital. */
char *
torg_calendar_words_inside (guint day)
{
  /* Translators: a day with its weekday, in the codes of strftime: "Tuesday 17 May 2026" */
  return format_day (day, C_ ("date", "%A %-d %B %Y"));
}

/* The same as it begins a line. */
char *
torg_calendar_words_day (guint day)
{
  g_autofree char *inside = torg_calendar_words_inside (day);

  return torg_words_capital (inside);
}

/* "May 2026" */
char *
torg_calendar_words_month (guint day)
{
  return torg_calendar_words (day, C_ ("date", "%OB %Y"));
}

/* "Week 20, 11 May – 17 May 2026" */
char *
torg_calendar_words_week (guint day)
{
  guint monday = torg_calendar_monday (day);
  /* Translators: a day without its year, in the codes of strftime: "17 May" */
  g_autofree char *first = torg_calendar_words (monday, C_ ("date", "%-d %b"));
  /* Translators: a short day, in the codes of strftime: "17 May 2026" */
  g_autofree char *last = torg_calendar_words (monday + 6, C_ ("date", "%-d %b %Y"));

  /* Translators: %1$u is the number of a week, %2$s its first day, %3$s its last */
  return g_strdup_printf (_ ("Week %1$u, %2$s – %3$s"), torg_calendar_week_number (day), first,
                          last);
}

/**
 * torg_calendar_words_holidays:
 * @day: a Julian day
 *
 * Returns: (transfer full) (nullable): the public holidays on the day; %NULL if it is none
 */
char *
torg_calendar_words_holidays (guint day)
{
  g_autoptr (GDate) date = g_date_new_julian (day);
  const char *names[TORG_HOLIDAYS_A_DAY + 1] = { NULL };
  guint count = torg_holidays_on (date, names);

  for (guint i = 0; i < count; i++)
    names[i] = g_dpgettext2 (GETTEXT_PACKAGE, TORG_HOLIDAY_CONTEXT, names[i]);
  return count > 0 ? torg_words_join (names) : NULL;
}

/* No line ends at a dash. */
static char *
unbroken (const char *range)
{
  g_autoptr (GString) words = g_string_new (range);

  g_string_replace (words, "–", "\u2060–\u2060", 0);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* "09:00–10:30", "09:00", or "All day" */
char *
torg_calendar_words_time (const TorgCalendarItem *item)
{
  /* Translators: a time of day, in the codes of strftime: "14:30" */
  const char *format = C_ ("time", "%H:%M");
  g_autofree char *start = g_date_time_format (item->start, format);
  g_autofree char *end = g_date_time_format (item->end, format);
  g_autofree char *range = NULL;

  if (item->all_day)
    return g_strdup (_ ("All day"));
  if (g_date_time_equal (item->start, item->end))
    return g_steal_pointer (&start);
  /* Translators: from one time of day to another: "09:00–10:30" */
  range = g_strdup_printf (C_ ("time", "%1$s–%2$s"), start, end);
  return unbroken (range);
}

/* All that its look says, for who hears it. */
char *
torg_calendar_words_item (const TorgCalendarItem *item)
{
  g_autofree char *time = torg_calendar_words_time (item);
  g_autoptr (GString) words = g_string_new (item->title);

  g_string_append_printf (words, ", %s", time);
  if (item->last > item->first) {
    g_autofree char *last = torg_calendar_words_inside (item->last);

    g_string_append (words, ", ");
    /* Translators: %s is a date */
    g_string_append_printf (words, C_ ("date", "until %s"), last);
  }
  if (item->kind != NULL)
    g_string_append_printf (words, ", %s", item->kind);
  if (item->mine)
    g_string_append_printf (words, ", %s", _ ("one of yours"));
  if (item->cancelled)
    g_string_append_printf (words, ", %s", _ ("cancelled"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* By ISO 8601. */
guint
torg_calendar_week_number (guint day)
{
  g_autoptr (GDate) date = g_date_new_julian (day);

  return g_date_get_iso8601_week_of_year (date);
}

/* The Monday of the week that a day is in. */
guint
torg_calendar_monday (guint day)
{
  g_autoptr (GDate) date = g_date_new_julian (day);

  return day - ((guint) g_date_get_weekday (date) - G_DATE_MONDAY);
}
