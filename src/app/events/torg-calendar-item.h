/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TorgCalendarItem:
 * @id: what it is opened by
 * @title: its title, as somebody wrote it
 * @start: when it begins, in the zone that the calendar shows
 * @end: when it ends
 * @first: its first day, as a Julian day
 * @last: its last day; the same where it takes one
 * @all_day: whether it has no times
 * @mine: whether the reader comes or holds it
 * @cancelled: whether it does not take place
 * @icon: (nullable): the sign of its kind
 * @kind: (nullable): the word for its kind
 *
 * Something that a calendar shows; never changed once it is shown, and shared by its views.
 */
typedef struct {
  char *id;
  char *title;
  GDateTime *start;
  GDateTime *end;
  guint first;
  guint last;
  gboolean all_day;
  gboolean mine;
  gboolean cancelled;
  const char *icon;
  const char *kind;
} TorgCalendarItem;

TorgCalendarItem *torg_calendar_item_new (const char *id,
                                          const char *title,
                                          GDateTime *start,
                                          GDateTime *end,
                                          gboolean all_day);
TorgCalendarItem *torg_calendar_item_ref (TorgCalendarItem *self);
void torg_calendar_item_unref (TorgCalendarItem *self);
int torg_calendar_item_compare (gconstpointer one, gconstpointer other);
gboolean torg_calendar_item_is_long (const TorgCalendarItem *self);
GPtrArray *torg_calendar_items_between (GPtrArray *items, guint first, guint last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgCalendarItem, torg_calendar_item_unref)

G_END_DECLS
