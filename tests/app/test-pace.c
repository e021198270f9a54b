/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What fills the window piece by piece: in which order, how much in a frame, and what becomes of it
 * when a widget goes or another record is shown meanwhile.
 */
#include "torg-column.h"
#include "torg-pace.h"
#include "torg-project.h"
#include "torg-section.h"

/* Longer than a frame's share, so that each step has a frame of its own. */
#define SLOW_MICROSECONDS 4000

#define N_STEPS 3
#define N_ROWS  200

typedef struct {
  GtkWidget *window;
  GtkWidget *box;
} Fixture;

/* What was done, in order: a letter for the widget. */
static GString *done;
static GtkWidget *part;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  done = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_string_free (g_steal_pointer (&done), TRUE);
}

static GtkWidget *
add (Fixture *fixture, const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_set_name (label, name);
  gtk_box_append (GTK_BOX (fixture->box), label);
  return label;
}

static guint
count_of (const char *name)
{
  guint count = 0;

  for (const char *at = done->str; (at = strstr (at, name)) != NULL; at++)
    count++;
  return count;
}

static gboolean
step (GtkWidget *widget)
{
  g_string_append (done, gtk_widget_get_name (widget));
  return count_of (gtk_widget_get_name (widget)) < N_STEPS;
}

static gboolean
slow_step (GtkWidget *widget)
{
  g_usleep (SLOW_MICROSECONDS);
  return step (widget);
}

static gboolean
step_with_part (GtkWidget *widget)
{
  if (count_of (gtk_widget_get_name (widget)) == 0)
    torg_pace_start (part, step);
  return step (widget);
}

static void
wait_until (gsize length)
{
  while (done->len < length)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  torg_pace_start (add (fixture, "a"), step);
  torg_pace_start (add (fixture, "b"), step);
  g_assert_cmpstr (done->str, ==, "");
  wait_until (2 * N_STEPS);
  g_assert_cmpstr (done->str, ==, "aaabbb");
}

/* What begins in a step is a part of what is being filled, and fills before the rest of it. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *whole = add (fixture, "a");

  part = add (fixture, "p");
  torg_pace_start (whole, step_with_part);
  torg_pace_start (add (fixture, "b"), step);
  wait_until (3 * N_STEPS);
  g_assert_cmpstr (done->str, ==, "apppaabbb");
}

static void
count_frame_cb (GdkFrameClock *clock, guint *frames)
{
  (*frames)++;
}

static void
test_frames (Fixture *fixture, gconstpointer data)
{
  guint frames = 0;

  g_signal_connect (gtk_widget_get_frame_clock (fixture->window), "after-paint",
                    G_CALLBACK (count_frame_cb), &frames);
  torg_pace_start (add (fixture, "a"), slow_step);
  torg_pace_start (add (fixture, "b"), slow_step);
  wait_until (2 * N_STEPS);
  g_assert_cmpuint (frames, >=, 2 * N_STEPS - 1);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (fixture->window), &frames);
}

/* What is in no window begins at once and goes on when it is in one. */
static void
test_outside (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

  gtk_widget_set_name (label, "a");
  torg_pace_start (label, slow_step);
  g_assert_cmpstr (done->str, ==, "a");
  gtk_box_append (GTK_BOX (fixture->box), label);
  wait_until (N_STEPS);
  g_object_unref (label);
}

static void
test_stops (Fixture *fixture, gconstpointer data)
{
  GtkWidget *stopped = add (fixture, "s");
  GtkWidget *gone = add (fixture, "g");

  torg_pace_start (stopped, slow_step);
  torg_pace_start (gone, slow_step);
  torg_pace_start (add (fixture, "a"), slow_step);
  wait_until (1);
  torg_pace_stop (stopped);
  gtk_box_remove (GTK_BOX (fixture->box), gone);
  wait_until (1 + N_STEPS);
  g_assert_cmpstr (done->str, ==, "saaa");
}

static void
test_finish (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = add (fixture, "a");

  torg_pace_start (label, slow_step);
  torg_pace_finish (label);
  g_assert_cmpstr (done->str, ==, "aaa");
}

static GtkWidget *
row_new (gpointer item, gpointer data)
{
  g_string_append_c (done, '.');
  return gtk_label_new (gtk_string_object_get_string (item));
}

/* The rows come little by little; when all are there, none goes when another comes before it. */
static void
test_section (Fixture *fixture, gconstpointer data)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkWidget *section = g_object_new (TORG_TYPE_SECTION, "title", "Rows", NULL);

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (strings, "row");
  gtk_box_append (GTK_BOX (fixture->box), section);
  torg_section_bind (TORG_SECTION (section), G_LIST_MODEL (strings), row_new, NULL);
  wait_until (1);
  g_assert_cmpuint (done->len, <, N_ROWS);
  wait_until (N_ROWS);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  gtk_string_list_splice (strings, 0, 0, (const char *const[]) { "first", NULL });
  g_assert_cmpuint (done->len, ==, N_ROWS + 1);
  g_object_unref (strings);
}

static guint
n_seen (GtkWidget *column)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (column); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += gtk_widget_get_child_visible (child);
  return count;
}

/* Nothing of one record stands beside another one; what is shown of the same stays while it changes. */
static void
test_column (Fixture *fixture, gconstpointer data)
{
  GtkWidget *column = g_object_new (TORG_TYPE_COLUMN, "spacing", 6, NULL);
  g_autoptr (TorgRecord) one = torg_record_new (&torg_project_kind);
  g_autoptr (TorgRecord) other = torg_record_new (&torg_project_kind);

  for (guint i = 0; i < N_STEPS; i++)
    gtk_widget_set_parent (gtk_label_new ("child"), column);
  gtk_box_append (GTK_BOX (fixture->box), column);
  torg_column_show (TORG_COLUMN (column), NULL, one);
  g_assert_cmpuint (n_seen (column), ==, 0);
  while (n_seen (column) < N_STEPS)
    g_main_context_iteration (NULL, TRUE);
  torg_column_show (TORG_COLUMN (column), NULL, one);
  g_assert_cmpuint (n_seen (column), ==, N_STEPS);
  torg_column_show (TORG_COLUMN (column), NULL, other);
  g_assert_cmpuint (n_seen (column), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/pace/order", test_order);
  ADD ("/pace/parts", test_parts);
  ADD ("/pace/frames", test_frames);
  ADD ("/pace/outside", test_outside);
  ADD ("/pace/stops", test_stops);
  ADD ("/pace/finish", test_finish);
  ADD ("/pace/section", test_section);
  ADD ("/pace/column", test_column);
#undef ADD
  return g_test_run ();
}
