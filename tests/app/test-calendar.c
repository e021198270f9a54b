/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-calendar.h"

#include "test-finder.h"
#include "torg-calendar-layout.h"
#include "torg-calendar-words.h"
#include "torg-day-cell.h"
#include "torg-event-chip.h"
#include "torg-hour-grid.h"

#include <string.h>

#define DAY_OF_TEST 739749 /* 13 May 2026, a Wednesday */

static void
test_bars (void)
{
  static const struct {
    const char *what;
    TorgBar bars[5];
    guint n_bars;
    guint n_lanes;
    guint lanes[5];
    guint room;
    const char *hidden; /* one letter a bar */
    guint more[TORG_DAYS_A_WEEK];
  } rows[] = {
    { "none",                 { { 0 } },                        0, 0, { 0 },       2, "",     { 0 }                   },
    { "side by side",         { { 0, 1 }, { 2, 6 } },           2, 1, { 0, 0 },    1, "..",   { 0 }                   },
    { "one over the other",   { { 0, 3 }, { 3, 4 }, { 0, 0 } }, 3, 2, { 0, 1, 1 }, 2, "...",  { 0 }                   },
    { "one too many",
     { { 0, 3 }, { 3, 4 }, { 0, 0 }, { 3, 3 } },
     4,                                                            3,
     { 0, 1, 1, 2 },
     2,                                                                               ".x.x",
     { 0, 0, 0, 2, 1, 0, 0 }                                                                                          },
    { "no room at all",       { { 1, 2 }, { 2, 2 } },           2, 2, { 0, 1 },    0, "xx",   { 0, 1, 2, 0, 0, 0, 0 } },
    { "room for words alone",
     { { 1, 2 }, { 2, 2 } },
     2,                                                            2,
     { 0, 1 },
     1,                                                                               "xx",
     { 0, 1, 2, 0, 0, 0, 0 }                                                                                          },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TorgBar bars[5];
    guint more[TORG_DAYS_A_WEEK];

    g_test_message ("%s", rows[i].what);
    memcpy (bars, rows[i].bars, sizeof bars);
    g_assert_cmpuint (torg_bars_lay (bars, rows[i].n_bars), ==, rows[i].n_lanes);
    torg_bars_fit (bars, rows[i].n_bars, rows[i].room, more);
    for (guint j = 0; j < rows[i].n_bars; j++) {
      g_assert_cmpuint (bars[j].lane, ==, rows[i].lanes[j]);
      g_assert_true (bars[j].hidden == (rows[i].hidden[j] == 'x'));
    }
    g_assert_cmpmem (more, sizeof more, rows[i].more, sizeof more);
  }
}

static void
test_slots (void)
{
  static const struct {
    const char *what;
    TorgSlot slots[4];
    guint n_slots;
    TorgSlot expected[4]; /* columns only */
  } rows[] = {
    { "one after the other", { { 0, 60 }, { 60, 90 } }, 2, { { 0, 0, 0, 1 }, { 0, 0, 0, 1 } }                 },
    { "two at once",         { { 0, 60 }, { 30, 90 } }, 2, { { 0, 0, 0, 2 }, { 0, 0, 1, 2 } }                 },
    { "a chain",
     { { 0, 60 }, { 30, 90 }, { 60, 120 } },
     3,                                                    { { 0, 0, 0, 2 }, { 0, 0, 1, 2 }, { 0, 0, 0, 2 } } },
    { "then alone",
     { { 0, 60 }, { 0, 30 }, { 60, 90 } },
     3,                                                    { { 0, 0, 0, 2 }, { 0, 0, 1, 2 }, { 0, 0, 0, 1 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TorgSlot slots[4];

    g_test_message ("%s", rows[i].what);
    memcpy (slots, rows[i].slots, sizeof slots);
    torg_slots_lay (slots, rows[i].n_slots);
    for (guint j = 0; j < rows[i].n_slots; j++) {
      g_assert_cmpuint (slots[j].column, ==, rows[i].expected[j].column);
      g_assert_cmpuint (slots[j].columns, ==, rows[i].expected[j].columns);
    }
  }
}

static TorgCalendarItem *
item_new (const char *title, int day, int hour, int minutes, gboolean all_day)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (2026, 5, day, hour, 0, 0);
  g_autoptr (GDateTime) end = g_date_time_add_minutes (start, minutes);

  return torg_calendar_item_new (title, title, start, end, all_day);
}

static void
test_item (void)
{
  static const struct {
    int hour, minutes;
    gboolean all_day;
    guint days;
    gboolean is_long;
  } rows[] = {
    { 9,  60,      FALSE, 1, FALSE },
    { 9,  0,       FALSE, 1, FALSE },
    { 23, 60,      FALSE, 1, FALSE }, /* until midnight */
    { 23, 61,      FALSE, 2, FALSE },
    { 0,  24 * 60, FALSE, 1, TRUE  },
    { 12, 25 * 60, FALSE, 2, TRUE  },
    { 0,  0,       TRUE,  1, TRUE  },
    { 0,  24 * 60, TRUE,  2, TRUE  },
    { 9,  -60,     FALSE, 1, FALSE }, /* ends before it begins */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgCalendarItem) item =
      item_new ("x", 13, rows[i].hour, rows[i].minutes, rows[i].all_day);

    g_test_message ("row %u", i);
    g_assert_cmpuint (item->first, ==, DAY_OF_TEST);
    g_assert_cmpuint (item->last - item->first + 1, ==, rows[i].days);
    g_assert_true (torg_calendar_item_is_long (item) == rows[i].is_long);
  }
}

static void
test_weeks (void)
{
  static const struct {
    int year, month, day;
    guint week;
    guint since_monday;
  } rows[] = {
    { 2026, 5,  13, 20, 2 },
    { 2026, 12, 31, 53, 3 },
    { 2027, 1,  1,  53, 4 },
    { 2027, 1,  4,  1,  0 },
    { 2024, 12, 30, 1,  0 },
    { 2023, 1,  1,  52, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDate) date =
      g_date_new_dmy ((GDateDay) rows[i].day, (GDateMonth) rows[i].month, (GDateYear) rows[i].year);
    guint day = g_date_get_julian (date);

    g_assert_cmpuint (torg_calendar_week_number (day), ==, rows[i].week);
    g_assert_cmpuint (day - torg_calendar_monday (day), ==, rows[i].since_monday);
  }
}

/* A calendar in a window, at noon of the day, that is given the same items for any range. */
typedef struct {
  GtkWidget *window;
  TorgCalendar *calendar;
  GPtrArray *items;
  guint asked;
  char *opened;
  guint created;
} Fixture;

static void
range_cb (Fixture *fixture, guint first, guint last)
{
  fixture->asked++;
  torg_calendar_set_items (fixture->calendar, fixture->items);
}

static void
open_cb (Fixture *fixture, const char *id)
{
  g_set_str (&fixture->opened, id);
}

static void
create_cb (Fixture *fixture, guint day)
{
  fixture->created = day;
}

static void
settle (void)
{
  for (guint i = 0; i < 40; i++) {
    while (g_main_context_iteration (NULL, FALSE))
      continue;
    g_usleep (5000);
  }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 5, 13, 12, 0, 0);

  fixture->items = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_calendar_item_unref);
  g_ptr_array_add (fixture->items, item_new ("Later", 13, 15, 60, FALSE));
  g_ptr_array_add (fixture->items, item_new ("Sooner", 13, 9, 60, FALSE));
  g_ptr_array_add (fixture->items, item_new ("Journey", 14, 0, 3 * 24 * 60, TRUE));
  for (int i = 0; i < 12; i++)
    g_ptr_array_add (fixture->items, item_new ("Crowd", 27, 8 + i, 30, FALSE));
  fixture->window = adw_window_new ();
  fixture->calendar = TORG_CALENDAR (torg_calendar_new ());
  g_signal_connect_swapped (fixture->calendar, "range-changed", G_CALLBACK (range_cb), fixture);
  g_signal_connect_swapped (fixture->calendar, "open", G_CALLBACK (open_cb), fixture);
  g_signal_connect_swapped (fixture->calendar, "create", G_CALLBACK (create_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data ? 360 : 900, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->calendar));
  torg_calendar_show_day (fixture->calendar, DAY_OF_TEST);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  torg_calendar_set_now (fixture->calendar, now);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_ptr_array_unref (fixture->items);
  g_free (fixture->opened);
}

/* What is visible of a type, in the order of the tree. */
static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
all_of (Fixture *fixture, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->calendar), type, found);
  return found;
}

static void
test_month (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = all_of (fixture, TORG_TYPE_DAY_CELL);
  g_autoptr (GPtrArray) chips = all_of (fixture, TORG_TYPE_EVENT_CHIP);
  TorgCalendarItem *first = torg_event_chip_get_item (chips->pdata[0]);

  g_assert_cmpuint (cells->len, ==, 35);
  g_assert_cmpuint (torg_day_cell_get_day (cells->pdata[0]), ==, DAY_OF_TEST - 16);
  /* In the order of time, and only as many of the crowd as there is room for. */
  g_assert_cmpstr (first->title, ==, "Sooner");
  g_assert_cmpuint (chips->len, >, 3);
  g_assert_cmpuint (chips->len, <, 3 + 12);
  for (guint i = 0; i < chips->len; i++)
    for (guint j = 0; j < i; j++) {
      graphene_rect_t a, b;

      g_assert_true (gtk_widget_compute_bounds (chips->pdata[i], fixture->window, &a));
      g_assert_true (gtk_widget_compute_bounds (chips->pdata[j], fixture->window, &b));
      g_assert_false (graphene_rect_intersection (&a, &b, NULL));
    }
}

static void
act (Fixture *fixture, const char *action, const char *parameter)
{
  g_autoptr (GVariant) value =
    parameter ? g_variant_parse (NULL, parameter, NULL, NULL, NULL) : NULL;

  g_assert_true (
    gtk_widget_activate_action_variant (GTK_WIDGET (fixture->calendar), action, value));
}

static void
test_walk (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *action;
    const char *parameter;
    int day;     /* from the day of the test */
    guint asked; /* how often for other days */
  } steps[] = {
    { "calendar.walk",   "1",             1,   0 },
    { "calendar.walk",   "-7",            -6,  0 },
    { "calendar.walk",   "-7",            -13, 1 }, /* 30 April */
    { "calendar.turn",   "1",             17,  1 }, /* 30 May */
    { "calendar.turn",   "1",             48,  1 }, /* 30 June */
    { "calendar.today",  NULL,            0,   1 },
    { "calendar.select", "uint32 739766", 17,  0 },
    { "calendar.select", "uint32 0",      17,  0 },
    { "calendar.turn",   "-2000",         17,  0 }, /* too long ago */
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    fixture->asked = 0;
    g_test_message ("step %u: %s", i, steps[i].action);
    act (fixture, steps[i].action, steps[i].parameter);
    g_assert_cmpint ((int) torg_calendar_get_day (fixture->calendar) - DAY_OF_TEST, ==,
                     steps[i].day);
    g_assert_cmpuint (fixture->asked, ==, steps[i].asked);
  }
  act (fixture, "calendar.open", "'Journey'");
  g_assert_cmpstr (fixture->opened, ==, "Journey");
  act (fixture, "calendar.new", "uint32 739749");
  g_assert_cmpuint (fixture->created, ==, DAY_OF_TEST);
}

/* Focus stays with the day while one walks, over the end of the month too. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  torg_calendar_focus (fixture->calendar);
  for (guint i = 1; i <= 20; i++) {
    GtkWidget *focus;

    act (fixture, "calendar.walk", "1");
    focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
    g_assert_true (TORG_IS_DAY_CELL (focus));
    g_assert_cmpuint (torg_day_cell_get_day (TORG_DAY_CELL (focus)), ==, DAY_OF_TEST + i);
  }
}

static void
set_mode (Fixture *fixture, const char *mode)
{
  g_autoptr (GPtrArray) groups = all_of (fixture, ADW_TYPE_TOGGLE_GROUP);

  adw_toggle_group_set_active_name (groups->pdata[0], mode);
  settle ();
}

static void
test_week (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) chips = NULL;
  g_autoptr (GPtrArray) grids = NULL;
  g_autoptr (GPtrArray) scrollers = NULL;
  GtkAdjustment *adjustment;

  set_mode (fixture, "week");
  chips = all_of (fixture, TORG_TYPE_EVENT_CHIP);
  grids = all_of (fixture, TORG_TYPE_HOUR_GRID);
  scrollers = all_of (fixture, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_cmpuint (chips->len, ==, 3);
  g_assert_cmpuint (grids->len, ==, 1);
  adjustment = gtk_scrolled_window_get_vadjustment (scrollers->pdata[1]);
  g_assert_cmpint ((int) gtk_adjustment_get_value (adjustment), ==,
                   torg_hour_grid_get_y (grids->pdata[0], 7 * 60 + 30));
  fixture->asked = 0;
  act (fixture, "calendar.turn", "-1");
  g_assert_cmpuint (torg_calendar_get_day (fixture->calendar), ==, DAY_OF_TEST - 7);
}

/* Where there is little room, days count and a list below says what happens. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = all_of (fixture, TORG_TYPE_DAY_CELL);
  g_autoptr (GPtrArray) chips = all_of (fixture, TORG_TYPE_EVENT_CHIP);
  g_autoptr (GPtrArray) rows = all_of (fixture, ADW_TYPE_ACTION_ROW);

  g_assert_cmpuint (cells->len, ==, 35);
  g_assert_cmpuint (chips->len, ==, 0);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==, "Sooner");
  set_mode (fixture, "week");
  g_ptr_array_set_size (cells, 0);
  collect (GTK_WIDGET (fixture->calendar), TORG_TYPE_DAY_CELL, cells);
  g_assert_cmpuint (cells->len, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/bars", test_bars);
  g_test_add_func ("/calendar/slots", test_slots);
  g_test_add_func ("/calendar/item", test_item);
  g_test_add_func ("/calendar/weeks", test_weeks);
  adw_init ();
  g_test_add ("/calendar/month", Fixture, NULL, set_up, test_month, tear_down);
  g_test_add ("/calendar/walk", Fixture, NULL, set_up, test_walk, tear_down);
  g_test_add ("/calendar/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/calendar/week", Fixture, NULL, set_up, test_week, tear_down);
  g_test_add ("/calendar/narrow", Fixture, "narrow", set_up, test_narrow, tear_down);
  return g_test_run ();
}
