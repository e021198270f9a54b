/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-calendar-item.h"

static guint
julian_of (GDateTime *time)
{
  int year, month, day;
  GDate date;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static gboolean
is_midnight (GDateTime *time)
{
  return g_date_time_get_hour (time) == 0 && g_date_time_get_minute (time) == 0;
}

/**
 * torg_calendar_item_new:
 * @id: what it is opened by
 * @title: its title
 * @start: when it begins, in the zone that the calendar shows
 * @end: (nullable): when it ends; %NULL, or before @start, for when it begins. Of a thing that takes
 *   whole days: a time on its last day
 * @all_day: whether it takes whole days
 *
 * Returns: (transfer full): an item; its other members may be set until it is shown
 */
TorgCalendarItem *
torg_calendar_item_new (const char *id,
                        const char *title,
                        GDateTime *start,
                        GDateTime *end,
                        gboolean all_day)
{
  TorgCalendarItem *self = g_rc_box_new0 (TorgCalendarItem);

  if (end == NULL || g_date_time_compare (end, start) < 0)
    end = start;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->start = g_date_time_ref (start);
  self->end = g_date_time_ref (end);
  self->all_day = all_day;
  self->first = julian_of (start);
  self->last = julian_of (end);
  /* What ends at midnight takes nothing of the day that begins there. */
  if (!all_day && self->last > self->first && is_midnight (end))
    self->last--;
  return self;
}

TorgCalendarItem *
torg_calendar_item_ref (TorgCalendarItem *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TorgCalendarItem *self = data;

  g_free (self->id);
  g_free (self->title);
  g_date_time_unref (self->start);
  g_date_time_unref (self->end);
}

void
torg_calendar_item_unref (TorgCalendarItem *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * torg_calendar_item_compare:
 * @one: a pointer to an item
 * @other: a pointer to another
 *
 * Earlier days first; of one day what takes more days, then what takes the whole of it, then by
 * time. The rest is only for the order to be the same each time.
 *
 * Returns: less than, equal to or greater than 0
 */
int
torg_calendar_item_compare (gconstpointer one, gconstpointer other)
{
  const TorgCalendarItem *a = *(TorgCalendarItem *const *) one;
  const TorgCalendarItem *b = *(TorgCalendarItem *const *) other;
  int by_time;

  if (a->first != b->first)
    return a->first < b->first ? -1 : 1;
  if (a->last != b->last)
    return a->last > b->last ? -1 : 1;
  if (a->all_day != b->all_day)
    return a->all_day ? -1 : 1;
  by_time = g_date_time_compare (a->start, b->start);
  return by_time != 0 ? by_time : g_strcmp0 (a->id, b->id);
}

/**
 * torg_calendar_item_is_long:
 * @self: an item
 *
 * Returns: whether it is shown as a bar over days rather than among the hours of one
 */
gboolean
torg_calendar_item_is_long (const TorgCalendarItem *self)
{
  return self->all_day || g_date_time_difference (self->end, self->start) >= G_TIME_SPAN_DAY;
}

/**
 * torg_calendar_items_between:
 * @items: (element-type TorgCalendarItem): items in order
 * @first: a Julian day
 * @last: another
 *
 * Returns: (transfer full) (element-type TorgCalendarItem): those that take something of these days
 */
GPtrArray *
torg_calendar_items_between (GPtrArray *items, guint first, guint last)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_calendar_item_unref);

  for (guint i = 0; i < items->len; i++) {
    TorgCalendarItem *item = items->pdata[i];

    if (item->first <= last && item->last >= first)
      g_ptr_array_add (found, torg_calendar_item_ref (item));
  }
  return found;
}
