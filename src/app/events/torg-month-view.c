/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-month-view.h"

#include "torg-calendar-keys.h"
#include "torg-calendar-layout.h"
#include "torg-calendar-words.h"
#include "torg-pace.h"
#include "torg-week-row.h"

#include <glib/gi18n.h>

#define MOST_WEEKS 6

struct _TorgMonthView {
  AdwBin parent_instance;

  guint n_weeks;
  guint n_shown; /* of them; those that follow have their turn still */
  guint first;   /* day of the first week; days are Julian */
  GDateMonth month;
  gboolean compact;
  guint selected;
  guint today;
  GPtrArray *items;
  GtkSizeGroup *gutter;
  GtkBox *names;
  GtkBox *rows;
  GtkWidget *weeks[MOST_WEEKS];
};

G_DEFINE_FINAL_TYPE (TorgMonthView, torg_month_view, ADW_TYPE_BIN)

static TorgWeekRow *
week_row (TorgMonthView *self, guint index)
{
  return TORG_WEEK_ROW (self->weeks[index]);
}

static gboolean
show_next_week (GtkWidget *widget)
{
  TorgMonthView *self = TORG_MONTH_VIEW (widget);
  TorgWeekRow *row = week_row (self, self->n_shown);

  torg_week_row_show (row, self->first + TORG_DAYS_A_WEEK * self->n_shown, self->month,
                      self->compact ? TORG_WEEK_ROW_COUNTS : TORG_WEEK_ROW_FILLS);
  if (self->items != NULL)
    torg_week_row_set_items (row, self->items);
  torg_week_row_select (row, self->selected, self->today);
  self->n_shown++;
  return self->n_shown < self->n_weeks;
}

static void
show_weeks (TorgMonthView *self)
{
  self->n_shown = 0;
  torg_pace_start (GTK_WIDGET (self), show_next_week);
}

static void
torg_month_view_dispose (GObject *object)
{
  TorgMonthView *self = TORG_MONTH_VIEW (object);

  torg_pace_stop (GTK_WIDGET (self));
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (torg_month_view_parent_class)->dispose (object);
}

static void
torg_month_view_class_init (TorgMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_month_view_dispose;
  torg_calendar_keys_bind (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgMonthView, gutter);
  gtk_widget_class_bind_template_child (widget_class, TorgMonthView, names);
  gtk_widget_class_bind_template_child (widget_class, TorgMonthView, rows);
}

/* The names of the weekdays, whole for who hears them. */
static void
add_name (TorgMonthView *self, guint day)
{
  g_autofree char *name = torg_calendar_words (day, "%a");
  g_autofree char *whole = torg_calendar_words (day, "%A");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);

  gtk_widget_add_css_class (label, "torg-weekday");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  gtk_box_append (self->names, label);
}

static void
torg_month_view_init (TorgMonthView *self)
{
  const guint monday = torg_calendar_monday (1);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < TORG_DAYS_A_WEEK; i++)
    add_name (self, monday + i);
  for (guint i = 0; i < MOST_WEEKS; i++) {
    self->weeks[i] = torg_week_row_new (self->gutter);
    gtk_box_append (self->rows, self->weeks[i]);
  }
}

/**
 * torg_month_view_get_month:
 * @day: a Julian day
 * @first: (out): the first day of its month
 * @last: (out): the last one
 */
void
torg_month_view_get_month (guint day, guint *first, guint *last)
{
  g_autoptr (GDate) date = g_date_new_julian (day);
  guint days = g_date_get_days_in_month (g_date_get_month (date), g_date_get_year (date));

  *first = day - g_date_get_day (date) + 1;
  *last = *first + days - 1;
}

/**
 * torg_month_view_get_range:
 * @day: a Julian day
 * @first: (out): the Monday of the week in which its month begins
 * @last: (out): the Sunday of the week in which it ends
 */
void
torg_month_view_get_range (guint day, guint *first, guint *last)
{
  torg_month_view_get_month (day, first, last);
  *first = torg_calendar_monday (*first);
  *last = torg_calendar_monday (*last) + TORG_DAYS_A_WEEK - 1;
}

/**
 * torg_month_view_show:
 * @self: a view
 * @day: a Julian day of the month
 * @compact: whether there is little room
 *
 * The weeks come one after the other, from the top and as many in a frame as there is time for.
 */
void
torg_month_view_show (TorgMonthView *self, guint day, gboolean compact)
{
  g_autoptr (GDate) date = g_date_new_julian (day);
  g_autofree char *words = torg_calendar_words_month (day);
  guint last;

  torg_month_view_get_range (day, &self->first, &last);
  self->n_weeks = (last - self->first + 1) / TORG_DAYS_A_WEEK;
  self->month = g_date_get_month (date);
  self->compact = compact;
  for (guint i = 0; i < MOST_WEEKS; i++)
    gtk_widget_set_visible (self->weeks[i], i < self->n_weeks);
  gtk_widget_set_vexpand (GTK_WIDGET (self), !compact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  show_weeks (self);
}

/**
 * torg_month_view_set_items:
 * @self: a view that shows a month
 * @items: (element-type TorgCalendarItem): items in order
 */
void
torg_month_view_set_items (TorgMonthView *self, GPtrArray *items)
{
  g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  show_weeks (self);
}

/**
 * torg_month_view_select:
 * @self: a view
 * @day: the Julian day that keys work on
 * @today: which day today is
 */
void
torg_month_view_select (TorgMonthView *self, guint day, guint today)
{
  self->selected = day;
  self->today = today;
  for (guint i = 0; i < self->n_shown; i++)
    torg_week_row_select (week_row (self, i), day, today);
}

/* The cell of a day; NULL if the month that is shown does not have it. */
GtkWidget *
torg_month_view_get_cell (TorgMonthView *self, guint day)
{
  TorgDayCell *cell = NULL;

  torg_pace_finish (GTK_WIDGET (self));
  for (guint i = 0; cell == NULL && i < self->n_weeks; i++)
    cell = torg_week_row_get_cell (week_row (self, i), day);
  return cell ? GTK_WIDGET (cell) : NULL;
}
