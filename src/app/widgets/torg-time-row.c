/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-time-row.h"

#include "torg-time.h"
#include "torg-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Between the two halves of what is no time yet. */
#define BETWEEN "\t"

struct _TorgTimeRow {
  AdwPreferencesRow parent_instance;

  GtkEditable *day;
  GtkEditable *clock;
  GtkCheckButton *whole;

  GTimeZone *zone;
  char *time;
  gboolean showing; /* the entries follow the time, not the other way round */
};

G_DEFINE_FINAL_TYPE (TorgTimeRow, torg_time_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_TIME = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
written (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* What the entries say: a time, what may become one, or nothing. */
static char *
dup_written (TorgTimeRow *self)
{
  g_autofree char *day = written (self->day);
  g_autofree char *clock = written (self->clock);
  gboolean whole = gtk_check_button_get_active (self->whole);
  char *time;

  if (*day == '\0' && (whole || *clock == '\0'))
    return NULL;
  time = torg_time_from_people (day, whole ? NULL : clock, self->zone);
  return time ? time : g_strconcat (day, BETWEEN, whole ? "" : clock, NULL);
}

static void
written_cb (TorgTimeRow *self)
{
  g_autofree char *time = NULL;

  if (self->showing)
    return;
  time = dup_written (self);
  if (g_set_str (&self->time, time))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIME]);
}

/* A screen reader hears which of the two it is, and of which row. */
static void
title_cb (TorgTimeRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: %s is the title of a row, such as "Start": the entry for its day */
  g_autofree char *day = g_strdup_printf (_ ("%s: day"), title);
  /* Translators: %s is the title of a row, such as "Start": the entry for its time of day */
  g_autofree char *clock = g_strdup_printf (_ ("%s: time of day"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL, day,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clock, -1);
}

static void
show_halves (TorgTimeRow *self, const char *day, const char *clock)
{
  gtk_editable_set_text (self->day, day);
  gtk_editable_set_text (self->clock, clock);
}

static void
show_time (TorgTimeRow *self)
{
  g_autoptr (GDateTime) moment = torg_time_parse (self->time, self->zone);
  g_auto (GStrv) halves = g_strsplit (self->time ? self->time : "", BETWEEN, 2);
  g_autofree char *day = moment ? g_date_time_format (moment, "%d.%m.%Y") : NULL;
  g_autofree char *clock = moment ? g_date_time_format (moment, "%H:%M") : NULL;
  gboolean whole = moment != NULL && torg_time_is_day (self->time);

  if (moment != NULL)
    gtk_check_button_set_active (self->whole, whole);
  if (moment != NULL)
    show_halves (self, day, whole ? "" : clock);
  else
    show_halves (self, halves[0] ? halves[0] : "", halves[0] && halves[1] ? halves[1] : "");
}

static gboolean
row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TORG_TIME_ROW (widget)->day));
}

static void
torg_time_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TORG_TIME_ROW (object)->time);
}

static void
torg_time_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  torg_time_row_set_time (TORG_TIME_ROW (object), g_value_get_string (value));
}

static void
torg_time_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_TIME_ROW);
  G_OBJECT_CLASS (torg_time_row_parent_class)->dispose (object);
}

static void
torg_time_row_finalize (GObject *object)
{
  TorgTimeRow *self = TORG_TIME_ROW (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->time, g_free);
  G_OBJECT_CLASS (torg_time_row_parent_class)->finalize (object);
}

static void
torg_time_row_class_init (TorgTimeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_time_row_get_property;
  object_class->set_property = torg_time_row_set_property;
  object_class->dispose = torg_time_row_dispose;
  object_class->finalize = torg_time_row_finalize;
  widget_class->focus = row_focus;
  widget_class->grab_focus = row_grab_focus;

  properties[PROP_TIME] = g_param_spec_string (
    "time", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-time-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgTimeRow, day);
  gtk_widget_class_bind_template_child (widget_class, TorgTimeRow, clock);
  gtk_widget_class_bind_template_child (widget_class, TorgTimeRow, whole);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
}

static void
torg_time_row_init (TorgTimeRow *self)
{
  self->zone = torg_time_zone (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_time_row_set_partial:
 * @self: a row
 * @partial: whether it takes a whole day
 */
void
torg_time_row_set_partial (TorgTimeRow *self, gboolean partial)
{
  g_return_if_fail (TORG_IS_TIME_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->whole), partial);
}

/**
 * torg_time_row_set_zone:
 * @self: a row
 * @zone: where the times are read that one writes; Norway until one says so
 */
void
torg_time_row_set_zone (TorgTimeRow *self, GTimeZone *zone)
{
  g_return_if_fail (TORG_IS_TIME_ROW (self));

  g_time_zone_ref (zone);
  g_time_zone_unref (self->zone);
  self->zone = zone;
}

/**
 * torg_time_row_set_time:
 * @self: a row
 * @time: (nullable): a time as records have it, or what the row said once
 *
 * Writes it out also where it is the same, as it is understood.
 */
void
torg_time_row_set_time (TorgTimeRow *self, const char *time)
{
  gboolean changed;

  g_return_if_fail (TORG_IS_TIME_ROW (self));

  changed = g_set_str (&self->time, time);
  self->showing = TRUE;
  if (changed && time == NULL)
    gtk_check_button_set_active (self->whole, FALSE);
  show_time (self);
  self->showing = FALSE;
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIME]);
}

/**
 * torg_time_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the part of it that one writes the day in
 */
GtkWidget *
torg_time_row_get_entry (TorgTimeRow *self)
{
  g_return_val_if_fail (TORG_IS_TIME_ROW (self), NULL);

  return GTK_WIDGET (self->day);
}
