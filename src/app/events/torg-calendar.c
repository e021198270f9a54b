/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-calendar.h"

#include "torg-calendar-layout.h"
#include "torg-calendar-words.h"
#include "torg-day-list.h"
#include "torg-month-view.h"
#include "torg-week-view.h"

#include <glib/gi18n.h>

#define SECONDS_BETWEEN_LOOKS 30
#define FIRST_YEAR            1900
#define LAST_YEAR             2200

struct _TorgCalendar {
  AdwBin parent_instance;

  guint day;   /* that keys work on; days are Julian */
  guint today; /* 0 before anyone said what day it is */
  guint first; /* that were asked for */
  guint last;
  gboolean compact;
  GDateTime *now;
  GPtrArray *items;
  guint clock; /* a timeout source */

  GtkLabel *title;
  AdwToggleGroup *modes;
  GtkStack *stack;
  TorgMonthView *month;
  TorgWeekView *week;
  TorgDayList *list;
  GtkPopover *popover;
  TorgDayList *popover_list;
};

G_DEFINE_FINAL_TYPE (TorgCalendar, torg_calendar, ADW_TYPE_BIN)

enum {
  PROP_COMPACT = 1,
  N_PROPS
};

enum {
  RANGE_CHANGED,
  OPEN,
  CREATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
shows_week (TorgCalendar *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->modes), "week") == 0;
}

static GtkWidget *
cell_of (TorgCalendar *self, guint day)
{
  return shows_week (self) ? torg_week_view_get_cell (self->week, day)
                           : torg_month_view_get_cell (self->month, day);
}

/* The views that nobody sees are filled when somebody does. */
static void
fill (TorgCalendar *self)
{
  if (shows_week (self)) {
    torg_week_view_set_items (self->week, self->items);
    torg_week_view_select (self->week, self->day, self->today);
  } else {
    torg_month_view_set_items (self->month, self->items);
    torg_month_view_select (self->month, self->day, self->today);
  }
  if (self->compact)
    torg_day_list_show (self->list, self->day, self->items);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    torg_day_list_show (self->popover_list, self->day, self->items);
}

/* Days before and after the month are shown too, and a week may be in two months. */
static void
ask (TorgCalendar *self)
{
  guint monday = torg_calendar_monday (self->day);
  guint first, last;

  torg_month_view_get_range (self->day, &first, &last);
  first = MIN (first, monday);
  last = MAX (last, monday + TORG_DAYS_A_WEEK - 1);
  if (first == self->first && last == self->last)
    return;
  self->first = first;
  self->last = last;
  g_signal_emit (self, signals[RANGE_CHANGED], 0, first, last);
}

static void
update (TorgCalendar *self)
{
  gboolean week = shows_week (self);
  g_autofree char *title =
    week ? torg_calendar_words_week (self->day) : torg_calendar_words_month (self->day);

  gtk_label_set_text (self->title, title);
  gtk_stack_set_visible_child_name (self->stack, week ? "week" : "month");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), !self->compact);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->compact);
  if (week) {
    torg_week_view_show (self->week, self->day, self->compact);
    torg_week_view_set_now (self->week, self->now);
  } else {
    torg_month_view_show (self->month, self->day, self->compact);
  }
  fill (self);
  ask (self);
}

static void
select_day (TorgCalendar *self)
{
  if (shows_week (self))
    torg_week_view_select (self->week, self->day, self->today);
  else
    torg_month_view_select (self->month, self->day, self->today);
  if (self->compact)
    torg_day_list_show (self->list, self->day, self->items);
}

/* Whether the view is already at the month or the week of the day. */
static gboolean
is_at (TorgCalendar *self, guint day)
{
  guint first, last;

  if (self->day == 0)
    return FALSE;
  if (shows_week (self))
    return torg_calendar_monday (self->day) == torg_calendar_monday (day);
  torg_month_view_get_month (self->day, &first, &last);
  return day >= first && day <= last;
}

static gboolean
has_focus_inside (GtkWidget *around)
{
  GtkRoot *root = gtk_widget_get_root (around);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, around);
}

/**
 * torg_calendar_show_day:
 * @self: a calendar
 * @day: a Julian day
 *
 * Turns to the month or week of the day, and selects it. Focus follows if it was in the days.
 */
void
torg_calendar_show_day (TorgCalendar *self, guint day)
{
  g_autoptr (GDate) date = NULL;
  gboolean had_focus = has_focus_inside (GTK_WIDGET (self->stack));
  gboolean is_there;

  if (!g_date_valid_julian (day))
    return;
  date = g_date_new_julian (day);
  if (g_date_get_year (date) < FIRST_YEAR || g_date_get_year (date) > LAST_YEAR)
    return;
  is_there = is_at (self, day);
  self->day = day;
  if (is_there)
    select_day (self);
  else
    update (self);
  if (had_focus)
    torg_calendar_focus (self);
}

static void
mode_cb (TorgCalendar *self)
{
  if (self->day != 0)
    update (self);
}

/* To the left is to the day after where one reads so. */
static void
walk_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgCalendar *self = TORG_CALENDAR (widget);
  int days = g_variant_get_int32 (parameter);
  gboolean sideways = days == 1 || days == -1;

  if (sideways && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  torg_calendar_show_day (self, (guint) ((int) self->day + days));
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgCalendar *self = TORG_CALENDAR (widget);
  int steps = g_variant_get_int32 (parameter);
  g_autoptr (GDate) date = g_date_new_julian (self->day);

  if (shows_week (self))
    g_date_set_julian (date, (guint) ((int) self->day + steps * TORG_DAYS_A_WEEK));
  else if (steps > 0)
    g_date_add_months (date, (guint) steps);
  else
    g_date_subtract_months (date, (guint) -steps);
  torg_calendar_show_day (self, g_date_get_julian (date));
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgCalendar *self = TORG_CALENDAR (widget);

  torg_calendar_show_day (self, self->today);
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  torg_calendar_show_day (TORG_CALENDAR (widget), g_variant_get_uint32 (parameter));
}

static void
point_at (GtkWidget *popover, GtkWidget *cell)
{
  if (gtk_widget_get_parent (popover) == cell)
    return;
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  gtk_widget_set_parent (popover, cell);
}

/* What happens on a day is under the days where there is little room, else in a popover. */
static void
day_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgCalendar *self = TORG_CALENDAR (widget);
  guint day = g_variant_get_uint32 (parameter);
  GtkWidget *cell;

  torg_calendar_show_day (self, day);
  cell = cell_of (self, day);
  if (self->compact || cell == NULL) {
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
    return;
  }
  torg_day_list_show (self->popover_list, day, self->items);
  point_at (GTK_WIDGET (self->popover), cell);
  gtk_popover_popup (self->popover);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgCalendar *self = TORG_CALENDAR (widget);

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[OPEN], 0, g_variant_get_string (parameter, NULL));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgCalendar *self = TORG_CALENDAR (widget);

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CREATE], 0, g_variant_get_uint32 (parameter));
}

/* What was chosen stays at its place over midnight; only today moves on. */
static gboolean
look_at_clock (gpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  torg_calendar_set_now (data, now);
  return G_SOURCE_CONTINUE;
}

static void
torg_calendar_map (GtkWidget *widget)
{
  TorgCalendar *self = TORG_CALENDAR (widget);

  GTK_WIDGET_CLASS (torg_calendar_parent_class)->map (widget);
  look_at_clock (self);
  self->clock = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_at_clock, self);
}

static void
torg_calendar_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&TORG_CALENDAR (widget)->clock, g_source_remove);
  GTK_WIDGET_CLASS (torg_calendar_parent_class)->unmap (widget);
}

static void
torg_calendar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, TORG_CALENDAR (object)->compact);
}

static void
torg_calendar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgCalendar *self = TORG_CALENDAR (object);

  if (self->compact == g_value_get_boolean (value))
    return;
  self->compact = !self->compact;
  if (self->day != 0)
    update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
torg_calendar_dispose (GObject *object)
{
  TorgCalendar *self = TORG_CALENDAR (object);

  /* Its parts tell of changes while they go. */
  self->day = 0;
  g_clear_handle_id (&self->clock, g_source_remove);
  if (self->popover != NULL && gtk_widget_get_parent (GTK_WIDGET (self->popover)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  g_clear_object (&self->popover);
  g_clear_pointer (&self->now, g_date_time_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (torg_calendar_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "calendar.walk",   "i",  walk_action   },
    { "calendar.turn",   "i",  turn_action   },
    { "calendar.today",  NULL, today_action  },
    { "calendar.select", "u",  select_action },
    { "calendar.day",    "u",  day_action    },
    { "calendar.open",   "s",  open_action   },
    { "calendar.new",    "u",  new_action    },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

static void
install_signals (GType type)
{
  signals[RANGE_CHANGED] = g_signal_new ("range-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
torg_calendar_class_init (TorgCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_calendar_get_property;
  object_class->set_property = torg_calendar_set_property;
  object_class->dispose = torg_calendar_dispose;
  widget_class->map = torg_calendar_map;
  widget_class->unmap = torg_calendar_unmap;
  /* Whether there is little room; set by a breakpoint. */
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (G_TYPE_FROM_CLASS (klass));
  install_actions (widget_class);

  g_type_ensure (TORG_TYPE_DAY_LIST);
  g_type_ensure (TORG_TYPE_MONTH_VIEW);
  g_type_ensure (TORG_TYPE_WEEK_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-calendar.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgCalendar, title);
  gtk_widget_class_bind_template_child (widget_class, TorgCalendar, modes);
  gtk_widget_class_bind_template_child (widget_class, TorgCalendar, stack);
  gtk_widget_class_bind_template_child (widget_class, TorgCalendar, month);
  gtk_widget_class_bind_template_child (widget_class, TorgCalendar, week);
  gtk_widget_class_bind_template_child (widget_class, TorgCalendar, list);
  gtk_widget_class_bind_template_child (widget_class, TorgCalendar, popover);
  gtk_widget_class_bind_template_child (widget_class, TorgCalendar, popover_list);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
}

static void
torg_calendar_init (TorgCalendar *self)
{
  self->items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_ref_sink (self->popover);
}

GtkWidget *
torg_calendar_new (void)
{
  return g_object_new (TORG_TYPE_CALENDAR, NULL);
}

/**
 * torg_calendar_set_now:
 * @self: a calendar
 * @now: the time, in the zone that it shows; the first time it turns to this day
 */
void
torg_calendar_set_now (TorgCalendar *self, GDateTime *now)
{
  int year, month, day;
  GDate today;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_set_dmy (&today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_time_ref (now);
  g_clear_pointer (&self->now, g_date_time_unref);
  self->now = now;
  if (self->today != g_date_get_julian (&today)) {
    self->today = g_date_get_julian (&today);
    torg_calendar_show_day (self, self->day != 0 ? self->day : self->today);
  }
  torg_week_view_set_now (self->week, now);
}

/* The Julian day that keys work on; 0 before the calendar was told what day it is. */
guint
torg_calendar_get_day (TorgCalendar *self)
{
  return self->day;
}

/**
 * torg_calendar_get_range:
 * @self: a calendar
 * @first: (out): the first Julian day of which it wants to know; 0 before there is one
 * @last: (out): the last
 */
void
torg_calendar_get_range (TorgCalendar *self, guint *first, guint *last)
{
  *first = self->first;
  *last = self->last;
}

/**
 * torg_calendar_set_items:
 * @self: a calendar
 * @items: (element-type TorgCalendarItem): what happens in its range, in any order; kept and sorted
 */
void
torg_calendar_set_items (TorgCalendar *self, GPtrArray *items)
{
  g_ptr_array_ref (items);
  g_ptr_array_unref (self->items);
  self->items = items;
  g_ptr_array_sort (items, torg_calendar_item_compare);
  if (self->day != 0)
    fill (self);
}

/* Puts the focus on the day that keys work on. */
void
torg_calendar_focus (TorgCalendar *self)
{
  GtkWidget *cell = cell_of (self, self->day);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}
