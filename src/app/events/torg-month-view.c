/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-month-view.h"

#include "torg-calendar-keys.h"
#include "torg-calendar-layout.h"
#include "torg-calendar-words.h"
#include "torg-week-row.h"

#include <glib/gi18n.h>

#define MOST_WEEKS 6

struct _TorgMonthView {
  AdwBin parent_instance;

  guint n_weeks;
  GtkSizeGroup *gutter;
  GtkBox *names;
  GtkBox *rows;
  GtkWidget *weeks[MOST_WEEKS];
};

G_DEFINE_FINAL_TYPE (TorgMonthView, torg_month_view, ADW_TYPE_BIN)

static void
torg_month_view_class_init (TorgMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
 */
void
torg_month_view_show (TorgMonthView *self, guint day, gboolean compact)
{
  g_autoptr (GDate) date = g_date_new_julian (day);
  g_autofree char *words = torg_calendar_words_month (day);
  guint first, last;

  torg_month_view_get_range (day, &first, &last);
  self->n_weeks = (last - first + 1) / TORG_DAYS_A_WEEK;
  for (guint i = 0; i < MOST_WEEKS; i++) {
    gtk_widget_set_visible (self->weeks[i], i < self->n_weeks);
    if (i < self->n_weeks)
      torg_week_row_show (TORG_WEEK_ROW (self->weeks[i]), first + TORG_DAYS_A_WEEK * i,
                          g_date_get_month (date),
                          compact ? TORG_WEEK_ROW_COUNTS : TORG_WEEK_ROW_FILLS);
  }
  gtk_widget_set_vexpand (GTK_WIDGET (self), !compact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * torg_month_view_set_items:
 * @self: a view that shows a month
 * @items: (element-type TorgCalendarItem): items in order
 */
void
torg_month_view_set_items (TorgMonthView *self, GPtrArray *items)
{
  for (guint i = 0; i < self->n_weeks; i++)
    torg_week_row_set_items (TORG_WEEK_ROW (self->weeks[i]), items);
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
  for (guint i = 0; i < self->n_weeks; i++)
    torg_week_row_select (TORG_WEEK_ROW (self->weeks[i]), day, today);
}

/* The cell of a day; NULL if the month that is shown does not have it. */
GtkWidget *
torg_month_view_get_cell (TorgMonthView *self, guint day)
{
  TorgDayCell *cell = NULL;

  for (guint i = 0; cell == NULL && i < self->n_weeks; i++)
    cell = torg_week_row_get_cell (TORG_WEEK_ROW (self->weeks[i]), day);
  return cell ? GTK_WIDGET (cell) : NULL;
}
