/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event-words.h"

#include "torg-calendar-words.h"
#include "torg-choices.h"
#include "torg-holidays.h"
#include "torg-icons.h"
#include "torg-time.h"
#include "torg-words.h"

#include <glib/gi18n.h>

/* Letters of a title that a calendar has room for. */
#define TITLE_MOST 250

/**
 * torg_event_to_item:
 * @event: an event
 * @zone: of the calendar
 *
 * Returns: (transfer full) (nullable): how a calendar shows it; %NULL if it has no time
 */
TorgCalendarItem *
torg_event_to_item (TorgEvent *event, GTimeZone *zone)
{
  g_autoptr (GDateTime) start = torg_time_parse (event->start, zone);
  g_autoptr (GDateTime) end = torg_time_parse (event->end, zone);
  g_autofree char *title = torg_words_brief (event->title, TITLE_MOST);
  TorgCalendarItem *item;

  if (start == NULL)
    return NULL;
  item = torg_calendar_item_new (torg_record_get_id (TORG_RECORD (event)), title, start, end,
                                 torg_time_is_day (event->start));
  item->cancelled = g_strcmp0 (event->status, "cancelled") == 0;
  item->icon = torg_icon_of_choice (&torg_event_kinds, event->kind);
  item->kind = event->kind ? torg_words_choice (&torg_event_kinds, event->kind) : NULL;
  return item;
}

/**
 * torg_event_words_when:
 * @event: an event
 * @zone: where one reads it
 *
 * Returns: (transfer full): "Thursday 12 November 2026, 09:00–10:30", as it stands inside of a
 *   sentence; "" if it has no time
 */
char *
torg_event_words_when (TorgEvent *event, GTimeZone *zone)
{
  g_autoptr (TorgCalendarItem) item = torg_event_to_item (event, zone);
  g_autofree char *first = item ? torg_calendar_words_inside (item->first) : NULL;
  g_autofree char *last = item ? torg_calendar_words_inside (item->last) : NULL;
  g_autofree char *time = item ? torg_calendar_words_time (item) : NULL;
  g_autofree char *days = NULL;

  if (item == NULL)
    return g_strdup ("");
  days = item->first == item->last ? g_strdup (first)
                                   : g_strdup_printf (C_ ("date", "%1$s – %2$s"), first, last);
  return item->all_day ? g_steal_pointer (&days) : g_strdup_printf ("%s, %s", days, time);
}

/**
 * torg_event_words_short:
 * @event: an event
 * @zone: where one reads it
 *
 * Returns: (transfer full): "Thu 12 Nov, 09:00", with the year unless it is this one
 */
char *
torg_event_words_short (TorgEvent *event, GTimeZone *zone)
{
  g_autoptr (GDateTime) start = torg_time_parse (event->start, zone);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  gboolean this_year = start && g_date_time_get_year (start) == g_date_time_get_year (now);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (start == NULL)
    return g_strdup ("");
  /* Translators: short days, in the codes of strftime: "Thu 12 Nov", "12 Nov 2026" */
  day = g_date_time_format (start, this_year ? C_ ("date", "%a %-d %b") : C_ ("date", "%-d %b %Y"));
  if (torg_time_is_day (event->start))
    return g_steal_pointer (&day);
  clock = g_date_time_format (start, C_ ("time", "%H:%M"));
  /* Translators: %1$s is a short day, %2$s a time of it */
  return g_strdup_printf (C_ ("time", "%1$s, %2$s"), day, clock);
}

/**
 * torg_event_words_holiday:
 * @event: an event
 * @zone: where one reads it
 *
 * Returns: (transfer full) (nullable): that it is on a public holiday or in the common leave
 */
char *
torg_event_words_holiday (TorgEvent *event, GTimeZone *zone)
{
  g_autoptr (TorgCalendarItem) item = torg_event_to_item (event, zone);
  g_autofree char *names = NULL;
  GDate first, last, found;

  if (item == NULL)
    return NULL;
  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_julian (&first, item->first);
  g_date_set_julian (&last, item->last);
  if (torg_holidays_between (&first, &last, &found)) {
    names = torg_calendar_words_holidays (g_date_get_julian (&found));
    /* Translators: %s is the name of a public holiday, in a calendar */
    return g_strdup_printf (_ ("Public holiday: %s"), names);
  }
  if (torg_holidays_in_common_leave (&first))
    return g_strdup (_ ("In the common leave in July"));
  return NULL;
}

/**
 * torg_event_is_over:
 * @event: an event
 * @now: the time
 *
 * Returns: whether it has ended; what takes whole days ends when the last of them does
 */
gboolean
torg_event_is_over (TorgEvent *event, GDateTime *now)
{
  const char *text = event->end ? event->end : event->start;
  g_autoptr (GDateTime) end = torg_time_parse (text, g_date_time_get_timezone (now));
  g_autoptr (GDateTime) after = NULL;

  if (end == NULL)
    return FALSE;
  after = torg_time_is_day (text) ? g_date_time_add_days (end, 1) : g_date_time_ref (end);
  return g_date_time_compare (after, now) <= 0;
}
