/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-week-view.h"

#include "torg-calendar-item.h"
#include "torg-calendar-keys.h"
#include "torg-calendar-words.h"
#include "torg-hour-grid.h"
#include "torg-week-row.h"

/* The hours that one sees first. */
#define WORK_BEGINS (7 * 60 + 30)

struct _TorgWeekView {
  AdwBin parent_instance;

  guint monday;
  gboolean compact;
  gboolean was_scrolled; /* to the working hours, once */
  guint scrolling;       /* an idle source */

  GtkSizeGroup *gutter;
  GtkBox *box;
  GtkScrolledWindow *scroller;
  GtkWidget *days;
  GtkWidget *hours;
};

G_DEFINE_FINAL_TYPE (TorgWeekView, torg_week_view, ADW_TYPE_BIN)

static void
scroll_to_work (gpointer data)
{
  TorgWeekView *self = data;

  self->scrolling = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                            torg_hour_grid_get_y (TORG_HOUR_GRID (self->hours), WORK_BEGINS));
}

/* Once it is known how high an hour is, and has its place; after that one scrolls oneself. */
static void
scrollable_cb (TorgWeekView *self, GtkAdjustment *adjustment)
{
  if (self->was_scrolled || gtk_adjustment_get_page_size (adjustment) <= 0)
    return;
  self->was_scrolled = TRUE;
  self->scrolling = g_idle_add_once (scroll_to_work, self);
}

static void
torg_week_view_dispose (GObject *object)
{
  g_clear_handle_id (&TORG_WEEK_VIEW (object)->scrolling, g_source_remove);
  G_OBJECT_CLASS (torg_week_view_parent_class)->dispose (object);
}

static void
torg_week_view_class_init (TorgWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_week_view_dispose;
  torg_calendar_keys_bind (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-week-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgWeekView, gutter);
  gtk_widget_class_bind_template_child (widget_class, TorgWeekView, box);
  gtk_widget_class_bind_template_child (widget_class, TorgWeekView, scroller);
}

static void
torg_week_view_init (TorgWeekView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->days = torg_week_row_new (self->gutter);
  gtk_box_prepend (self->box, self->days);
  self->hours = torg_hour_grid_new (self->gutter);
  gtk_scrolled_window_set_child (self->scroller, self->hours);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (scrollable_cb), self, G_CONNECT_SWAPPED);
}

/**
 * torg_week_view_show:
 * @self: a view
 * @day: a Julian day of the week
 * @compact: whether there is little room
 */
void
torg_week_view_show (TorgWeekView *self, guint day, gboolean compact)
{
  g_autofree char *words = torg_calendar_words_week (day);

  self->monday = torg_calendar_monday (day);
  self->compact = compact;
  torg_week_row_show (TORG_WEEK_ROW (self->days), self->monday, 0,
                      compact ? TORG_WEEK_ROW_COUNTS : TORG_WEEK_ROW_GROWS);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !compact);
  gtk_widget_set_vexpand (GTK_WIDGET (self), !compact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GPtrArray *
long_ones (GPtrArray *items)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    if (torg_calendar_item_is_long (items->pdata[i]))
      g_ptr_array_add (found, items->pdata[i]);
  return found;
}

/**
 * torg_week_view_set_items:
 * @self: a view that shows a week
 * @items: (element-type TorgCalendarItem): items in order
 */
void
torg_week_view_set_items (TorgWeekView *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) over = long_ones (items);

  torg_week_row_set_items (TORG_WEEK_ROW (self->days), self->compact ? items : over);
  torg_hour_grid_show (TORG_HOUR_GRID (self->hours), self->monday, items);
}

/**
 * torg_week_view_select:
 * @self: a view
 * @day: the Julian day that keys work on
 * @today: which day today is
 */
void
torg_week_view_select (TorgWeekView *self, guint day, guint today)
{
  torg_week_row_select (TORG_WEEK_ROW (self->days), day, today);
  torg_hour_grid_select (TORG_HOUR_GRID (self->hours), day);
}

void
torg_week_view_set_now (TorgWeekView *self, GDateTime *now)
{
  torg_hour_grid_set_now (TORG_HOUR_GRID (self->hours), now);
}

/* The cell of a day; NULL if it is of another week. */
GtkWidget *
torg_week_view_get_cell (TorgWeekView *self, guint day)
{
  TorgDayCell *cell = torg_week_row_get_cell (TORG_WEEK_ROW (self->days), day);

  return cell ? GTK_WIDGET (cell) : NULL;
}
