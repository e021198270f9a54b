/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-events.h"

#include "torg-choices.h"
#include "torg-date.h"
#include "torg-event-actions.h"
#include "torg-event-calendar.h"
#include "torg-event-places.h"
#include "torg-event-when.h"
#include "torg-event-words.h"
#include "torg-icons.h"
#include "torg-programme-item.h"
#include "torg-registration.h"
#include "torg-rows.h"
#include "torg-time.h"
#include "torg-told-row.h"
#include "torg-words.h"

#include <glib/gi18n.h>

/* Letters that a row of the programme has room for; what is right has fewer. */
#define PART_MOST  400
#define CLOCK_MOST 5

static char *
count (guint count)
{
  return g_strdup_printf (ngettext ("%'u event", "%'u events", count), count);
}

/* When, what it is, and who holds it. */
static void
describe (TorgSession *session, TorgRecord *record, TorgRowWords *words)
{
  const TorgEvent *event = TORG_EVENT (record);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *when = torg_event_words_short (TORG_EVENT (record), zone);

  words->icon = torg_icon_of_choice (&torg_event_kinds, event->kind);
  words->style = torg_style_of_choice (&torg_event_kinds, event->kind);
  words->struck = g_strcmp0 (event->status, "cancelled") == 0;
  torg_row_words_add (words, when);
  if (words->struck)
    torg_row_words_add (words, torg_words_choice (&torg_event_statuses, event->status));
  torg_row_words_add (words, torg_words_choice (&torg_event_kinds, event->kind));
  torg_row_words_add_owner (words, session, event->owner);
}

static void
prepare (TorgSession *session, TorgRecord *record)
{
  g_object_set (record, "zone", TORG_TIME_ZONE, "status", "confirmed", NULL);
}

/* What takes several days is there until the last of them is over. */
static void
narrow_to_coming (TorgSession *session, TorgQuery *query)
{
  g_autofree char *day = torg_date_today ();

  torg_query_range_or (query, "end", "start", day, NULL);
}

static void
narrow_to_past (TorgSession *session, TorgQuery *query)
{
  g_autofree char *day = torg_date_today ();

  torg_query_range_or (query, "end", "start", NULL, day);
}

static void
narrow_to_mine (TorgSession *session, TorgQuery *query)
{
  const char *const account[] = { torg_session_get_account (session), NULL };

  torg_query_filter (query, "registrations/event/person", account);
}

/* A part of the programme; its time is in the zone of the event. */
static GtkWidget *
programme_row (gpointer item, gpointer session)
{
  TorgProgrammeItem *part = item;
  g_autofree char *both = torg_row_join (part->speaker, part->organisation);
  g_autofree char *who = torg_words_brief (both, PART_MOST);
  g_autofree char *title = torg_words_brief (part->title, PART_MOST);
  g_autofree char *clock = torg_words_brief (part->time, CLOCK_MOST);
  GtkWidget *row = torg_told_row_new (NULL, NULL, title, who, NULL);

  torg_told_row_set_clock (TORG_TOLD_ROW (row), clock);
  return row;
}

static const TorgPageFilter filters[] = {
  { NC_ ("filter", "Theme"), "themes" },
  { NC_ ("filter", "Kind"), "kind" },
  { NC_ ("filter", "Status"), "status" },
  { NC_ ("filter", "Host"), "owner.type" },
  { NC_ ("filter", "Language"), "language" },
  { NULL },
};

static const TorgPageOrder orders[] = {
  { "coming", "start", FALSE, N_ ("_Coming"), N_ ("from today on"), narrow_to_coming },
  { "mine", "start", TRUE, N_ ("_My Events"), N_ ("those you are registered for"), narrow_to_mine },
  { "past", "start", TRUE, N_ ("_Past, Latest First"), N_ ("past, latest first"), narrow_to_past },
  { "title", "title", FALSE, N_ ("All by _Title"), N_ ("all by title") },
  { NULL },
};

static const TorgPageWish wishes[] = {
  { "summary", N_ ("Add what it is about in short") },
  { "place", N_ ("Add the place") },
  { "programme", N_ ("Add the programme") },
  { "capacity", N_ ("Add how many places there are") },
  { "contact", N_ ("Add who can be asked") },
  { NULL },
};

static const TorgPageRows rows[] = {
  { &torg_programme_item_kind, programme_row },
  { NULL },
};

static GType (*const panels[]) (void) = {
  torg_event_calendar_get_type,
  torg_event_when_get_type,
  torg_event_places_get_type,
  NULL,
};

const TorgPageType torg_events_page = {
  .kind = &torg_event_kind,
  .title = N_ ("Events"),
  .icon = "x-office-calendar-symbolic",
  .filters = filters,
  .orders = orders,
  .words = {
    .search = N_ ("Search events"),
    .fetching = N_ ("Fetching the events…"),
    .empty = N_ ("No Events Yet"),
    .empty_why = N_ ("See where the members meet, online and in person."),
    .begin = N_ ("_Plan an Event"),
    .away_why = N_ ("The events come here as soon as the service answers. You can plan yours "
                    "already."),
    .broken = N_ ("The Events Cannot Be Read"),
    .broken_why = N_ ("What you have written is kept. Torg fetches the events again the next "
                      "time it starts."),
    .new_title = N_ ("New Event"),
    .edit_title = N_ ("Edit Event"),
  },
  .count = count,
  .describe = describe,
  .overview = "torg-event-overview.ui",
  .detail = "torg-event-detail.ui",
  .form = "torg-event-form.ui",
  .panels = panels,
  .prepare = prepare,
  .wishes = wishes,
  .actions = torg_event_actions,
  .rows = rows,
};
