/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-hour-grid.h"

#include "torg-calendar-layout.h"
#include "torg-calendar-words.h"
#include "torg-event-chip.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define HOURS         24
#define LEAST_MINUTES 30 /* that something takes on the screen */
#define LINES_AN_HOUR 2  /* of text */
#define INSET         2
#define NOWHERE       -1

/* One day's part of an item. */
typedef struct {
  guint day; /* of the week, from 0 */
  TorgSlot slot;
  GtkWidget *chip;
} Part;

struct _TorgHourGrid {
  GtkWidget parent_instance;

  guint monday; /* Julian */
  guint selected;
  GArray *parts;
  int now; /* minute of the week, or NOWHERE */

  GtkWidget *hours[HOURS];
};

G_DEFINE_FINAL_TYPE (TorgHourGrid, torg_hour_grid, GTK_TYPE_WIDGET)

static int
natural (GtkWidget *widget, GtkOrientation orientation)
{
  int size;

  gtk_widget_measure (widget, orientation, -1, NULL, &size, NULL, NULL);
  return size;
}

static int
hour_height (TorgHourGrid *self)
{
  return LINES_AN_HOUR * natural (self->hours[0], GTK_ORIENTATION_VERTICAL);
}

static int
gutter_width (TorgHourGrid *self)
{
  return natural (self->hours[0], GTK_ORIENTATION_HORIZONTAL);
}

/* The words of an hour stand in the middle of its line. */
static int
margin (TorgHourGrid *self)
{
  return natural (self->hours[0], GTK_ORIENTATION_VERTICAL) / 2;
}

/**
 * torg_hour_grid_get_y:
 * @self: a grid
 * @minute: of a day
 *
 * Returns: how many pixels below its top the minute is
 */
int
torg_hour_grid_get_y (TorgHourGrid *self, int minute)
{
  return margin (self) + minute * hour_height (self) / 60;
}

/* Where a day begins; day 7 is the end of the week. */
static int
x_of (TorgHourGrid *self, int day)
{
  int gutter = gutter_width (self);

  return gutter + (gtk_widget_get_width (GTK_WIDGET (self)) - gutter) * day / TORG_DAYS_A_WEEK;
}

static int
mirrored (TorgHourGrid *self, int x, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return rtl ? gtk_widget_get_width (widget) - x - width : x;
}

static void
torg_hour_grid_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural_size,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  TorgHourGrid *self = TORG_HOUR_GRID (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = HOURS * hour_height (self) + 2 * margin (self);
  else
    *minimum = 2 * gutter_width (self);
  *natural_size = *minimum;
}

/* What stands side by side may overlap rather than become narrower than it can be. */
static void
allocate_part (TorgHourGrid *self, const Part *part)
{
  int day_width = x_of (self, (int) part->day + 1) - x_of (self, (int) part->day) - 2 * INSET;
  int width = day_width / (int) part->slot.columns;
  int x = x_of (self, (int) part->day) + INSET + width * (int) part->slot.column;
  int top = torg_hour_grid_get_y (self, part->slot.start);
  int height = torg_hour_grid_get_y (self, part->slot.end) - top - INSET;
  int least;
  GtkAllocation place;

  gtk_widget_measure (part->chip, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width - INSET, least);
  gtk_widget_measure (part->chip, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  place = (GtkAllocation) { mirrored (self, x, width), top, width, MAX (height, least) };
  gtk_widget_size_allocate (part->chip, &place, -1);
}

static void
torg_hour_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TorgHourGrid *self = TORG_HOUR_GRID (widget);
  int gutter = gutter_width (self);
  int line = natural (self->hours[0], GTK_ORIENTATION_VERTICAL);

  for (int hour = 0; hour < HOURS; hour++) {
    GtkAllocation place = { mirrored (self, 0, gutter), hour * hour_height (self), gutter, line };

    gtk_widget_size_allocate (self->hours[hour], &place, -1);
  }
  for (guint i = 0; i < self->parts->len; i++)
    allocate_part (self, &g_array_index (self->parts, Part, i));
}

static void
draw_rule (GtkSnapshot *snapshot, int x, int y, int width, int height, const GdkRGBA *color)
{
  gtk_snapshot_append_color (
    snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
draw_rules (TorgHourGrid *self, GtkSnapshot *snapshot)
{
  const int left = x_of (self, 0);
  const int width = x_of (self, TORG_DAYS_A_WEEK) - left;
  const int top = torg_hour_grid_get_y (self, 0);
  const int height = torg_hour_grid_get_y (self, TORG_MINUTES_A_DAY) - top;
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= 0.15f;
  for (int hour = 0; hour <= HOURS; hour++)
    draw_rule (snapshot, mirrored (self, left, width), torg_hour_grid_get_y (self, 60 * hour),
               width, 1, &color);
  for (int day = 0; day < TORG_DAYS_A_WEEK; day++)
    draw_rule (snapshot, mirrored (self, x_of (self, day), 1), top, 1, height, &color);
}

/* A line over the day with a mark at its start. */
static void
draw_now (TorgHourGrid *self, GtkSnapshot *snapshot)
{
  AdwStyleManager *manager =
    adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  int day = self->now / TORG_MINUTES_A_DAY;
  int x = x_of (self, day);
  int width = x_of (self, day + 1) - x;
  int y = torg_hour_grid_get_y (self, self->now % TORG_MINUTES_A_DAY);
  GskRoundedRect mark;
  GdkRGBA color;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &color);
  draw_rule (snapshot, mirrored (self, x, width), y - 1, width, 2, &color);
  gsk_rounded_rect_init_from_rect (
    &mark, &GRAPHENE_RECT_INIT ((float) mirrored (self, x - 4, 8), (float) y - 4, 8, 8), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &mark);
  gtk_snapshot_append_color (snapshot, &color, &mark.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
torg_hour_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TorgHourGrid *self = TORG_HOUR_GRID (widget);

  draw_rules (self, snapshot);
  GTK_WIDGET_CLASS (torg_hour_grid_parent_class)->snapshot (widget, snapshot);
  if (self->now != NOWHERE)
    draw_now (self, snapshot);
}

static void
torg_hour_grid_dispose (GObject *object)
{
  TorgHourGrid *self = TORG_HOUR_GRID (object);
  GtkWidget *child;

  g_clear_pointer (&self->parts, g_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (torg_hour_grid_parent_class)->dispose (object);
}

static void
torg_hour_grid_class_init (TorgHourGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_hour_grid_dispose;
  widget_class->measure = torg_hour_grid_measure;
  widget_class->size_allocate = torg_hour_grid_size_allocate;
  widget_class->snapshot = torg_hour_grid_snapshot;
  gtk_widget_class_set_css_name (widget_class, "hourgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
torg_hour_grid_init (TorgHourGrid *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->now = NOWHERE;
  for (int hour = 0; hour < HOURS; hour++) {
    g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, hour, 0, 0);
    g_autofree char *words = g_date_time_format (time, C_ ("time", "%H:%M"));

    self->hours[hour] = gtk_label_new (words);
    gtk_widget_add_css_class (self->hours[hour], "torg-week-number");
    gtk_widget_set_parent (self->hours[hour], GTK_WIDGET (self));
  }
}

/**
 * torg_hour_grid_new:
 * @gutter: makes the place for the hours as wide as what stands over it
 *
 * Returns: (transfer floating): a grid that shows no week yet
 */
GtkWidget *
torg_hour_grid_new (GtkSizeGroup *gutter)
{
  TorgHourGrid *self = g_object_new (TORG_TYPE_HOUR_GRID, NULL);

  gtk_size_group_add_widget (gutter, self->hours[0]);
  return GTK_WIDGET (self);
}

static int
minute_of (GDateTime *time)
{
  return 60 * g_date_time_get_hour (time) + g_date_time_get_minute (time);
}

static void
add_part (TorgHourGrid *self, TorgCalendarItem *item, guint day)
{
  GtkWidget *chip = torg_event_chip_new (TRUE);
  Part part = {
    day - self->monday,
    { 0, TORG_MINUTES_A_DAY },
    chip
  };

  if (day == item->first)
    part.slot.start = MIN (minute_of (item->start), TORG_MINUTES_A_DAY - LEAST_MINUTES);
  if (day == item->last && (item->first == item->last || minute_of (item->end) > 0))
    part.slot.end = minute_of (item->end) > 0 ? minute_of (item->end) : TORG_MINUTES_A_DAY;
  part.slot.end = MAX (part.slot.end, part.slot.start + LEAST_MINUTES);
  torg_event_chip_set_item (TORG_EVENT_CHIP (chip), item);
  gtk_widget_set_focusable (chip, day == self->selected);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  g_array_append_val (self->parts, part);
}

static int
compare_parts (gconstpointer one, gconstpointer other)
{
  const Part *a = one;
  const Part *b = other;

  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  return a->slot.start - b->slot.start;
}

/* Sets what overlaps side by side, each day for itself. */
static void
lay (TorgHourGrid *self)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (TorgSlot));

  g_array_sort (self->parts, compare_parts);
  for (guint i = 0, first = 0; i < self->parts->len; i++) {
    const Part *part = &g_array_index (self->parts, Part, i);
    gboolean last_of_day =
      i + 1 == self->parts->len || g_array_index (self->parts, Part, i + 1).day != part->day;

    g_array_append_val (slots, part->slot);
    if (!last_of_day)
      continue;
    torg_slots_lay ((TorgSlot *) (gpointer) slots->data, slots->len);
    for (guint j = 0; j < slots->len; j++)
      g_array_index (self->parts, Part, first + j).slot = g_array_index (slots, TorgSlot, j);
    g_array_set_size (slots, 0);
    first = i + 1;
  }
}

/**
 * torg_hour_grid_show:
 * @self: a grid
 * @monday: the Julian day of the first day
 * @items: (element-type TorgCalendarItem): items in order; those that take whole days, and those of
 *   other weeks, are left out
 */
void
torg_hour_grid_show (TorgHourGrid *self, guint monday, GPtrArray *items)
{
  const guint sunday = monday + TORG_DAYS_A_WEEK - 1;

  for (guint i = 0; i < self->parts->len; i++)
    gtk_widget_unparent (g_array_index (self->parts, Part, i).chip);
  g_array_set_size (self->parts, 0);
  self->monday = monday;
  for (guint i = 0; i < items->len; i++) {
    TorgCalendarItem *item = items->pdata[i];

    if (torg_calendar_item_is_long (item))
      continue;
    for (guint day = MAX (item->first, monday); day <= MIN (item->last, sunday); day++)
      add_part (self, item, day);
  }
  lay (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * torg_hour_grid_select:
 * @self: a grid
 * @day: the Julian day that keys work on: Tab goes to what happens on it
 */
void
torg_hour_grid_select (TorgHourGrid *self, guint day)
{
  self->selected = day;
  for (guint i = 0; i < self->parts->len; i++) {
    const Part *part = &g_array_index (self->parts, Part, i);

    gtk_widget_set_focusable (part->chip, self->monday + part->day == day);
  }
}

/**
 * torg_hour_grid_set_now:
 * @self: a grid
 * @now: the time, in the zone that the calendar shows
 */
void
torg_hour_grid_set_now (TorgHourGrid *self, GDateTime *now)
{
  int year, month, day;
  GDate today;
  guint julian;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_set_dmy (&today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  julian = g_date_get_julian (&today);
  self->now = NOWHERE;
  if (julian >= self->monday && julian < self->monday + TORG_DAYS_A_WEEK)
    self->now = (int) (julian - self->monday) * TORG_MINUTES_A_DAY + minute_of (now);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
