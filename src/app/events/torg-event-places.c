/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event-places.h"

#include "torg-class.h"
#include "torg-event-words.h"
#include "torg-page-type.h"
#include "torg-panel.h"
#include "torg-record-list.h"
#include "torg-registration.h"
#include "torg-rows.h"
#include "torg-seats.h"
#include "torg-shown.h"
#include "torg-time.h"
#include "torg-words.h"

#include <glib/gi18n.h>

/* Rows of people; the rest are counted. */
#define MOST_ROWS 100

struct _TorgEventPlaces {
  AdwBin parent_instance;

  TorgSession *session;
  TorgEvent *event;
  TorgRecordList *registrations;
  GPtrArray *rows; /* of people */

  GtkLabel *left;
  GtkLabel *mine;
  GtkLabel *note;
  GtkButton *act; /* to register, or to cancel that */
  GtkWidget *elsewhere;
  GtkWidget *who;
  AdwExpanderRow *people;
};

/* One registration and its claim. */
static GArray *
claims (TorgEventPlaces *self, GPtrArray *records)
{
  GArray *seats = g_array_new (FALSE, TRUE, sizeof (TorgSeat));
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->registrations));

  for (guint i = 0; i < count; i++) {
    TorgRegistration *registration = g_list_model_get_item (G_LIST_MODEL (self->registrations), i);
    TorgRecord *record = TORG_RECORD (registration);
    TorgSeat seat;

    if (registration == NULL)
      continue;
    g_ptr_array_add (records, registration);
    if (torg_record_get_id (record) == NULL)
      continue; /* a row that went, until the list hears of it */
    seat = (TorgSeat) { torg_record_get_id (record), torg_record_get_revision (record),
                        registration->people, 0 };
    g_array_append_val (seats, seat);
  }
  return seats;
}

static char *
words_of_left (const TorgSeats *seats, gint64 capacity)
{
  if (capacity <= 0)
    return g_strdup_printf (ngettext ("%u comes so far", "%u come so far", (gulong) seats->taken),
                            (guint) seats->taken);
  if (seats->free > 0)
    /* Translators: %1$u places of %2$u are left at an event */
    return g_strdup_printf (
      ngettext ("%1$u of %2$u places left", "%1$u of %2$u places left", (gulong) seats->free),
      (guint) seats->free, (guint) capacity);
  if (seats->line == 0)
    return g_strdup_printf (
      ngettext ("The %u place is taken", "All %u places are taken", (gulong) capacity),
      (guint) capacity);
  return g_strdup_printf (
    ngettext ("Full, %u person is waiting", "Full, %u people are waiting", (gulong) seats->waiting),
    (guint) seats->waiting);
}

/* What the service has not taken yet may end further back. */
static char *
words_of_mine (const TorgSeat *seat)
{
  if (seat == NULL)
    return NULL;
  if (seat->made == 0)
    return g_strdup (_ ("Your registration waits for the network; until then the place is not "
                        "certain"));
  if (seat->line == 0)
    return g_strdup (_ ("You have a place"));
  return g_strdup_printf (_ ("You are number %u on the waiting list"), seat->line);
}

static char *
words_of_closing (TorgEvent *event, gboolean registered)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  g_autoptr (GDateTime) closes = torg_time_parse (event->closes, zone);
  g_autofree char *time = closes ? torg_words_time (event->closes, zone) : NULL;

  if (torg_event_is_over (event, now))
    return g_strdup (_ ("This event is over"));
  if (closes == NULL || registered)
    return NULL;
  if (g_date_time_compare (closes, now) < 0)
    return g_strdup_printf (_ ("Registration closed %s"), time);
  return g_strdup_printf (_ ("Register before %s"), time);
}

/* How the line works is told where there is one; who is seen by whom, to one who may sign up. */
static char *
words_of_note (TorgEventPlaces *self, const TorgSeats *seats, gboolean registered)
{
  g_autofree char *closing = words_of_closing (self->event, registered);
  g_autoptr (GString) text = g_string_new (closing);

  if (seats->line > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "",
                            _ ("Places are given in the order in which the service took the "
                               "registrations; when somebody cancels, the line moves up by itself. "
                               "A group waits until there is room for all of it"));
  if (!registered && gtk_widget_get_sensitive (GTK_WIDGET (self->act)))
    g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "",
                            _ ("All members of the forum see who comes"));
  if (text->len > 0)
    g_string_append_c (text, '.');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
words_of_person (TorgEventPlaces *self, TorgRegistration *registration, const TorgSeat *seat)
{
  g_autofree char *organisation =
    registration->organisation
      ? torg_row_name_of (self->session, "organisations", registration->organisation)
      : NULL;
  g_autofree char *group =
    registration->people > 1
      ? g_strdup_printf (ngettext ("%u person", "%u people", (gulong) registration->people),
                         (guint) registration->people)
      : NULL;
  g_autofree char *line =
    seat->line > 0 ? g_strdup_printf (_ ("number %u on the waiting list"), seat->line) : NULL;
  g_autofree char *both = torg_row_join (organisation, group);

  return torg_row_join (both, line);
}

static TorgRegistration *
find_record (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (torg_record_get_id (records->pdata[i]), id))
      return records->pdata[i];
  return NULL;
}

/* In the order of their places; rows are made when somebody looks. */
static void
show_people (TorgEventPlaces *self, GPtrArray *records, GArray *seats)
{
  g_autofree char *title = g_strdup_printf (
    ngettext ("Who is coming (%u registration)", "Who is coming (%u registrations)", seats->len),
    seats->len);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->people, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; adw_expander_row_get_expanded (self->people) && i < MIN (seats->len, MOST_ROWS);
       i++) {
    const TorgSeat *seat = &g_array_index (seats, TorgSeat, i);
    TorgRegistration *registration = find_record (records, seat->id);
    g_autofree char *name = NULL;
    g_autofree char *facts = NULL;
    AdwActionRow *row;

    if (registration == NULL)
      continue;
    name = torg_row_name_of (self->session, "people", registration->person);
    facts = words_of_person (self, registration, seat);
    row = torg_row_new_action (seat->line > 0 ? "torg-waiting-symbolic" : "avatar-default-symbolic",
                               NULL, name, facts);

    adw_expander_row_add_row (self->people, GTK_WIDGET (row));
    g_ptr_array_add (self->rows, row);
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->people), title);
  gtk_widget_set_visible (self->who, seats->len > 0);
}

/* One button for both, so that the focus stays when the one becomes the other. */
static void
show_buttons (TorgEventPlaces *self, gboolean registered)
{
  gboolean elsewhere = self->event->registration_link != NULL;

  gtk_button_set_label (self->act, registered ? _ ("_Cancel My Registration") : _ ("_Register…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act),
                                  registered ? "page.leave" : "page.register");
  torg_class_set (GTK_WIDGET (self->act), "suggested-action", !registered);
  gtk_widget_set_visible (GTK_WIDGET (self->act), registered || !elsewhere);
  gtk_widget_set_visible (self->elsewhere, elsewhere);
}

static void
update (TorgEventPlaces *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) seats = claims (self, records);
  TorgSeat *claim = (TorgSeat *) (gpointer) seats->data;
  TorgSeats filled = torg_seats_give (claim, seats->len, self->event->capacity);
  g_autofree char *id = torg_registration_dup_id (torg_record_get_id (TORG_RECORD (self->event)),
                                                  torg_session_get_account (self->session));
  const TorgSeat *seat = torg_seats_find (claim, seats->len, id);
  g_autofree char *left = words_of_left (&filled, self->event->capacity);
  g_autofree char *mine = words_of_mine (seat);
  g_autofree char *note = NULL;
  gboolean elsewhere = self->event->registration_link != NULL && seats->len == 0;

  show_buttons (self, seat != NULL);
  note = words_of_note (self, &filled, seat != NULL);
  torg_label_show_if_any (self->left, elsewhere ? _ ("Registration is elsewhere") : left);
  torg_label_show_if_any (self->mine, mine);
  torg_label_show_if_any (self->note, note);
  show_people (self, records, seats);
}

static void
find_registrations (TorgEventPlaces *self)
{
  g_autoptr (TorgQuery) query = torg_query_new (&torg_registration_kind);
  const char *const id[] = { torg_record_get_id (TORG_RECORD (self->event)), NULL };

  torg_query_filter (query, "event", id);
  if (self->registrations != NULL)
    g_signal_handlers_disconnect_by_func (self->registrations, update, self);
  g_clear_object (&self->registrations);
  self->registrations = torg_record_list_new (self->session, query);
  g_signal_connect_object (self->registrations, "answered", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
expanded_cb (TorgEventPlaces *self)
{
  if (self->registrations != NULL)
    update (self);
}

/* When the service takes a registration the record changes in its place. */
static void
changed_cb (TorgEventPlaces *self, TorgChanges *changes)
{
  if (self->registrations != NULL && torg_changes_has_collection (changes, "registrations"))
    update (self);
}

static void
torg_event_places_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgEventPlaces *self = TORG_EVENT_PLACES (panel);

  if (g_set_object (&self->session, session))
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (g_set_object (&self->event, TORG_EVENT (record))) {
    find_registrations (self);
    adw_expander_row_set_expanded (self->people, FALSE);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), g_strcmp0 (self->event->kind, "deadline") != 0 &&
                                               g_strcmp0 (self->event->status, "cancelled") != 0);
  update (self);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_event_places_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgEventPlaces,
                               torg_event_places,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_event_places_dispose (GObject *object)
{
  TorgEventPlaces *self = TORG_EVENT_PLACES (object);

  g_clear_object (&self->registrations);
  g_clear_object (&self->event);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_event_places_parent_class)->dispose (object);
}

static void
torg_event_places_finalize (GObject *object)
{
  g_ptr_array_unref (TORG_EVENT_PLACES (object)->rows);
  G_OBJECT_CLASS (torg_event_places_parent_class)->finalize (object);
}

static void
torg_event_places_class_init (TorgEventPlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_event_places_dispose;
  G_OBJECT_CLASS (klass)->finalize = torg_event_places_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-event-places.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgEventPlaces, left);
  gtk_widget_class_bind_template_child (widget_class, TorgEventPlaces, mine);
  gtk_widget_class_bind_template_child (widget_class, TorgEventPlaces, note);
  gtk_widget_class_bind_template_child (widget_class, TorgEventPlaces, act);
  gtk_widget_class_bind_template_child (widget_class, TorgEventPlaces, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, TorgEventPlaces, who);
  gtk_widget_class_bind_template_child (widget_class, TorgEventPlaces, people);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
torg_event_places_init (TorgEventPlaces *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
