/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event-when.h"

#include "torg-calendar-words.h"
#include "torg-class.h"
#include "torg-event-words.h"
#include "torg-link.h"
#include "torg-page-type.h"
#include "torg-panel.h"
#include "torg-time.h"
#include "torg-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Letters that a person reads at a glance; what is right has fewer. */
#define PLACE_MOST 400
#define CITY_MOST  40

struct _TorgEventWhen {
  AdwBin parent_instance;

  GtkWidget *cancelled;
  GtkLabel *when;
  GtkLabel *here;
  GtkWidget *holiday_box;
  GtkLabel *holiday;
  GtkWidget *place_box;
  GtkLabel *place;
  GtkWidget *join;
};

static gboolean
is_elsewhere (TorgEvent *event, GTimeZone *theirs, GTimeZone *ours)
{
  g_autoptr (GDateTime) there = torg_time_parse (event->start, theirs);
  g_autoptr (GDateTime) here = torg_time_parse (event->start, ours);

  return there != NULL && !torg_time_is_day (event->start) &&
         g_date_time_get_utc_offset (there) != g_date_time_get_utc_offset (here);
}

/* Zones are named after a city: Europe/Oslo. */
static char *
city_of (const char *zone)
{
  const char *slash = strrchr (zone, '/');
  char *city = torg_words_brief (slash ? slash + 1 : zone, CITY_MOST);

  return g_strdelimit (city, "_", ' ');
}

/* The day as well where it is another one there. */
static char *
words_here (TorgEvent *event, GTimeZone *theirs, GTimeZone *ours)
{
  g_autoptr (TorgCalendarItem) there = torg_event_to_item (event, theirs);
  g_autoptr (TorgCalendarItem) here = torg_event_to_item (event, ours);

  if (there != NULL && here != NULL && here->first == there->first && here->last == there->last)
    return torg_calendar_words_time (here);
  return torg_event_words_when (event, ours);
}

/* In the event's own zone first, which is what its texts speak of; then in the reader's. */
static void
show_time (TorgEventWhen *self, TorgEvent *event)
{
  g_autoptr (GTimeZone) theirs = torg_time_zone (event->zone);
  g_autoptr (GTimeZone) ours = g_time_zone_new_local ();
  gboolean elsewhere = is_elsewhere (event, theirs, ours);
  g_autofree char *inside = torg_event_words_when (event, theirs);
  g_autofree char *when = torg_words_capital (inside);
  g_autofree char *local = words_here (event, theirs, ours);
  g_autofree char *city = city_of (event->zone ? event->zone : TORG_TIME_ZONE);
  /* Translators: %1$s is a time, %2$s the city whose time that is */
  g_autofree char *zoned = g_strdup_printf (_ ("%1$s (time in %2$s)"), when, city);
  /* Translators: %s is a time, in the time zone of the person who reads */
  g_autofree char *here = g_strdup_printf (_ ("Where you are: %s"), local);
  g_autofree char *holiday = torg_event_words_holiday (event, theirs);

  gtk_label_set_text (self->when, elsewhere ? zoned : when);
  gtk_label_set_text (self->here, here);
  gtk_widget_set_visible (GTK_WIDGET (self->here), elsewhere);
  gtk_label_set_text (self->holiday, holiday ? holiday : "");
  gtk_widget_set_visible (self->holiday_box, holiday != NULL);
}

static void
torg_event_when_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgEventWhen *self = TORG_EVENT_WHEN (panel);
  TorgEvent *event = TORG_EVENT (record);
  gboolean cancelled = g_strcmp0 (event->status, "cancelled") == 0;
  g_autofree char *place = torg_words_brief (event->place, PLACE_MOST);

  show_time (self, event);
  torg_class_set (GTK_WIDGET (self->when), "torg-struck", cancelled);
  gtk_widget_set_visible (self->cancelled, cancelled);
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (self->place_box, event->place != NULL);
  gtk_widget_set_visible (self->join, torg_link_is_safe (event->conference) && !cancelled);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_event_when_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgEventWhen,
                               torg_event_when,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_event_when_class_init (TorgEventWhenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-event-when.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgEventWhen, cancelled);
  gtk_widget_class_bind_template_child (widget_class, TorgEventWhen, when);
  gtk_widget_class_bind_template_child (widget_class, TorgEventWhen, here);
  gtk_widget_class_bind_template_child (widget_class, TorgEventWhen, holiday_box);
  gtk_widget_class_bind_template_child (widget_class, TorgEventWhen, holiday);
  gtk_widget_class_bind_template_child (widget_class, TorgEventWhen, place_box);
  gtk_widget_class_bind_template_child (widget_class, TorgEventWhen, place);
  gtk_widget_class_bind_template_child (widget_class, TorgEventWhen, join);
}

static void
torg_event_when_init (TorgEventWhen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
