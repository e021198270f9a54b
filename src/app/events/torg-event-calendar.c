/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event-calendar.h"

#include "torg-calendar.h"
#include "torg-event-words.h"
#include "torg-page-type.h"
#include "torg-panel.h"
#include "torg-record-list.h"
#include "torg-registration.h"

/* Longer ones that began earlier are not looked for. */
#define LONGEST_DAYS 31

/* Many events are read a few at a time, so that nothing waits for them. */
#define SLICE_US 4000

struct _TorgEventCalendar {
  AdwBin parent_instance;

  TorgSession *session;
  TorgRecordList *events;
  TorgRecordList *mine; /* registrations */
  GHashTable *joined;   /* the ids of their events */
  GPtrArray *items;     /* being gathered */
  guint next;           /* event to gather */
  guint gathering;      /* an idle source */

  TorgCalendar *calendar;
};

static gboolean
is_mine (TorgEventCalendar *self, TorgEvent *event)
{
  return g_hash_table_contains (self->joined, torg_record_get_id (TORG_RECORD (event))) ||
         g_strcmp0 (event->contact, torg_session_get_account (self->session)) == 0;
}

static void
add_item (TorgEventCalendar *self, TorgEvent *event, GTimeZone *zone)
{
  TorgCalendarItem *item = torg_event_to_item (event, zone);

  if (item == NULL)
    return;
  item->mine = is_mine (self, event);
  g_ptr_array_add (self->items, item);
}

static gboolean
gather_cb (gpointer data)
{
  TorgEventCalendar *self = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const guint count = g_list_model_get_n_items (G_LIST_MODEL (self->events));
  const gint64 end = g_get_monotonic_time () + SLICE_US;

  while (self->next < count && g_get_monotonic_time () < end) {
    g_autoptr (TorgEvent) event = g_list_model_get_item (G_LIST_MODEL (self->events), self->next++);

    if (event != NULL)
      add_item (self, event, zone);
  }
  if (self->next < count)
    return G_SOURCE_CONTINUE;
  self->gathering = 0;
  torg_calendar_set_items (self->calendar, self->items);
  return G_SOURCE_REMOVE;
}

/* What is shown stays until all is gathered. */
static void
gather (TorgEventCalendar *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_calendar_item_unref);
  self->next = 0;
  if (self->gathering == 0)
    self->gathering = g_idle_add (gather_cb, self);
}

static void
mine_cb (TorgEventCalendar *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->mine));

  g_hash_table_remove_all (self->joined);
  for (guint i = 0; i < count; i++) {
    g_autoptr (TorgRegistration) registration =
      g_list_model_get_item (G_LIST_MODEL (self->mine), i);

    if (registration != NULL && registration->event != NULL)
      g_hash_table_add (self->joined, g_strdup (registration->event));
  }
  gather (self);
}

/* The days of a record are those of UTC, or of wherever one is: one more on either side. */
static char *
day_text (guint julian)
{
  g_autoptr (GDate) date = g_date_new_julian (julian);
  char text[] = "YYYY-MM-DD";

  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  return g_strdup (text);
}

static TorgQuery *
make_query (TorgEventCalendar *self)
{
  TorgQuery *query = torg_query_new (&torg_event_kind);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint first, last;

  torg_calendar_get_range (self->calendar, &first, &last);
  from = day_text (first > LONGEST_DAYS ? first - LONGEST_DAYS : 1);
  to = day_text (last + 2);
  torg_query_sort (query, "start", FALSE);
  torg_query_range (query, "start", from, to);
  return query;
}

static void
range_cb (TorgEventCalendar *self)
{
  g_autoptr (TorgQuery) query = NULL;

  if (self->events == NULL)
    return;
  query = make_query (self);
  torg_record_list_ask (self->events, query);
}

static void
open_cb (TorgEventCalendar *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", torg_event_kind.collection,
                              id);
}

static void
create_cb (TorgEventCalendar *self, guint day)
{
  g_autofree char *start = day_text (day);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.create", "(sss)", torg_event_kind.collection,
                              "start", start);
}

static void
make_lists (TorgEventCalendar *self)
{
  g_autoptr (TorgQuery) events = make_query (self);
  g_autoptr (TorgQuery) mine = torg_query_new (&torg_registration_kind);
  const char *const account[] = { torg_session_get_account (self->session), NULL };

  torg_query_filter (mine, "person", account);
  self->events = torg_record_list_new (self->session, events);
  self->mine = torg_record_list_new (self->session, mine);
  g_signal_connect_object (self->events, "answered", G_CALLBACK (gather), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mine, "answered", G_CALLBACK (mine_cb), self, G_CONNECT_SWAPPED);
}

/* The lists keep themselves up to date; an event that changed in place is read again. */
static void
torg_event_calendar_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgEventCalendar *self = TORG_EVENT_CALENDAR (panel);

  if (g_set_object (&self->session, session))
    make_lists (self);
  else if (torg_record_list_is_answered (self->events))
    gather (self);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_event_calendar_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgEventCalendar,
                               torg_event_calendar,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_event_calendar_dispose (GObject *object)
{
  TorgEventCalendar *self = TORG_EVENT_CALENDAR (object);

  g_clear_handle_id (&self->gathering, g_source_remove);
  g_clear_object (&self->events);
  g_clear_object (&self->mine);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->joined, g_hash_table_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_event_calendar_parent_class)->dispose (object);
}

static void
torg_event_calendar_class_init (TorgEventCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_event_calendar_dispose;
  g_type_ensure (TORG_TYPE_CALENDAR);
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-event-calendar.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgEventCalendar, calendar);
  gtk_widget_class_bind_template_callback (widget_class, range_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
torg_event_calendar_init (TorgEventCalendar *self)
{
  self->joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
