/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-day-cell.h"

#include "torg-calendar-words.h"
#include "torg-class.h"

#include <glib/gi18n.h>

#define MOST_DOTS 3

struct _TorgDayCell {
  GtkWidget parent_instance;

  guint day; /* Julian */
  TorgDayFlags flags;
  guint count;
  gboolean is_today;

  GtkWidget *box;
  GtkLabel *weekday;
  GtkLabel *number;
  GtkLabel *holiday;
  GtkLabel *dots;
};

G_DEFINE_FINAL_TYPE (TorgDayCell, torg_day_cell, GTK_TYPE_WIDGET)

static void
activate (TorgDayCell *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "u", self->day);
}

static void
pressed_cb (TorgDayCell *self, int presses)
{
  activate (self, "calendar.select");
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (presses == 2)
    activate (self, "calendar.day");
}

static gboolean
enter_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  activate (TORG_DAY_CELL (widget), "calendar.day");
  return TRUE;
}

static void
torg_day_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_DAY_CELL);
  G_OBJECT_CLASS (torg_day_cell_parent_class)->dispose (object);
}

static void
torg_day_cell_class_init (TorgDayCellClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_day_cell_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, enter_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "daycell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-day-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgDayCell, box);
  gtk_widget_class_bind_template_child (widget_class, TorgDayCell, weekday);
  gtk_widget_class_bind_template_child (widget_class, TorgDayCell, number);
  gtk_widget_class_bind_template_child (widget_class, TorgDayCell, holiday);
  gtk_widget_class_bind_template_child (widget_class, TorgDayCell, dots);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
torg_day_cell_init (TorgDayCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
torg_day_cell_new (void)
{
  return g_object_new (TORG_TYPE_DAY_CELL, NULL);
}

/* All that the cell says, for who hears it. */
static void
describe (TorgDayCell *self)
{
  g_autofree char *day = torg_calendar_words_day (self->day);
  g_autofree char *holidays = torg_calendar_words_holidays (self->day);
  g_autofree char *events =
    g_strdup_printf (ngettext ("%u event", "%u events", self->count), self->count);
  g_autoptr (GString) words = g_string_new (day);

  if (self->is_today)
    g_string_append_printf (words, ", %s", C_ ("date", "today"));
  if (holidays != NULL)
    g_string_append_printf (words, ", %s, %s", _ ("public holiday"), holidays);
  g_string_append_printf (words, ", %s", self->count > 0 ? events : _ ("no events"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
}

/**
 * torg_day_cell_show:
 * @self: a cell
 * @day: the Julian day it stands for
 * @flags: how it shows it
 */
void
torg_day_cell_show (TorgDayCell *self, guint day, TorgDayFlags flags)
{
  g_autoptr (GDate) date = g_date_new_julian (day);
  g_autofree char *holidays = torg_calendar_words_holidays (day);
  gboolean first = g_date_get_day (date) == 1 && (flags & (TORG_DAY_NAMED | TORG_DAY_COMPACT)) == 0;
  /* Translators: the first day of a month in a calendar, in the codes of strftime: "1 May" */
  g_autofree char *number = torg_calendar_words (day, first ? C_ ("date", "%-d %b") : "%-d");
  g_autofree char *weekday = torg_calendar_words (day, "%a");

  self->day = day;
  self->flags = flags;
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->weekday, weekday);
  gtk_label_set_text (self->holiday, holidays ? holidays : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), holidays);
  gtk_widget_set_visible (GTK_WIDGET (self->weekday), (flags & TORG_DAY_NAMED) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->holiday),
                          holidays != NULL && (flags & TORG_DAY_COMPACT) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->dots), (flags & TORG_DAY_COMPACT) != 0);
  torg_class_set (GTK_WIDGET (self), "outside", (flags & TORG_DAY_OUTSIDE) != 0);
  torg_class_set (GTK_WIDGET (self), "compact", (flags & TORG_DAY_COMPACT) != 0);
  torg_class_set (GTK_WIDGET (self), "holiday", holidays != NULL);
  torg_class_set (GTK_WIDGET (self), "weekend", g_date_get_weekday (date) >= G_DATE_SATURDAY);
  describe (self);
}

/**
 * torg_day_cell_set_count:
 * @self: a cell
 * @count: how many events there are on its day
 */
void
torg_day_cell_set_count (TorgDayCell *self, guint count)
{
  static const char *const dots[MOST_DOTS + 1] = { "", "•", "••", "•••" };
  g_autofree char *number = g_strdup_printf ("%u", count);

  self->count = count;
  gtk_label_set_text (self->dots, count <= MOST_DOTS ? dots[count] : number);
  describe (self);
}

/**
 * torg_day_cell_set_today:
 * @self: a cell
 * @today: which Julian day today is
 */
void
torg_day_cell_set_today (TorgDayCell *self, guint today)
{
  gboolean is_today = self->day == today;

  if (self->is_today == is_today)
    return;
  self->is_today = is_today;
  torg_class_set (GTK_WIDGET (self), "today", is_today);
  describe (self);
}

/**
 * torg_day_cell_set_selected:
 * @self: a cell
 * @selected: whether its day is the one that keys work on; the only one that Tab finds
 */
void
torg_day_cell_set_selected (TorgDayCell *self, gboolean selected)
{
  torg_class_set (GTK_WIDGET (self), "selected", selected);
  gtk_widget_set_focusable (GTK_WIDGET (self), selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

guint
torg_day_cell_get_day (TorgDayCell *self)
{
  return self->day;
}
