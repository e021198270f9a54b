/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-stalls.h"

#include <time.h>

/* What takes less is no work, and would only make the percentages look well. */
#define LEAST_MS 0.5

/* The time between two frames. */
#define FRAME_MS 16.0

/* What one step of a page took: milliseconds, one number for each time the loop was busy. */
typedef struct {
  const char *page;
  const char *step;
  GArray *wall;
  GArray *own;
} Series;

static GArray *all;
static gboolean measuring;
static double wall_begin;
static double own_begin;

static double
clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
add (double wall, double own)
{
  Series *series = &g_array_index (all, Series, all->len - 1);

  if (wall < LEAST_MS)
    return;
  g_array_append_val (series->wall, wall);
  g_array_append_val (series->own, own);
}

static int
timed_poll (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  if (measuring)
    add (clock_ms (CLOCK_MONOTONIC) - wall_begin, clock_ms (CLOCK_THREAD_CPUTIME_ID) - own_begin);
  result = g_poll (fds, n_fds, timeout);
  wall_begin = clock_ms (CLOCK_MONOTONIC);
  own_begin = clock_ms (CLOCK_THREAD_CPUTIME_ID);
  return result;
}

void
stalls_start (void)
{
  all = g_array_new (FALSE, FALSE, sizeof (Series));
  g_main_context_set_poll_func (NULL, timed_poll);
}

/* The names live as long as the program. */
void
stalls_begin (const char *page, const char *step)
{
  const Series series = { page, step, g_array_new (FALSE, FALSE, sizeof (double)),
                          g_array_new (FALSE, FALSE, sizeof (double)) };

  g_array_append_val (all, series);
  wall_begin = clock_ms (CLOCK_MONOTONIC);
  own_begin = clock_ms (CLOCK_THREAD_CPUTIME_ID);
  measuring = TRUE;
}

void
stalls_end (void)
{
  measuring = FALSE;
}

static int
compare (gconstpointer one, gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static double
at_share (GArray *sorted, double share)
{
  guint last = sorted->len - 1;

  return g_array_index (sorted, double, (guint) (share * last + 0.5));
}

/* Prints a table of all; gives the longest by the thread's own clock. */
double
stalls_print (void)
{
  double longest = 0;

  g_print ("# milliseconds the main loop was busy at a stretch; own: without what others took\n");
  g_print ("# %-12s %-10s %6s %8s %8s %8s %6s %8s %6s\n", "page", "step", "times", "median", "99 %",
           "longest", ">16", "own", ">16");
  for (guint i = 0; i < all->len; i++) {
    const Series *series = &g_array_index (all, Series, i);
    guint late = 0, own_late = 0;

    if (series->wall->len == 0)
      continue;
    g_array_sort (series->wall, compare);
    g_array_sort (series->own, compare);
    for (guint k = 0; k < series->wall->len; k++) {
      late += g_array_index (series->wall, double, k) > FRAME_MS;
      own_late += g_array_index (series->own, double, k) > FRAME_MS;
    }
    g_print ("# %-12s %-10s %6u %8.1f %8.1f %8.1f %6u %8.1f %6u\n", series->page, series->step,
             series->wall->len, at_share (series->wall, 0.5), at_share (series->wall, 0.99),
             at_share (series->wall, 1), late, at_share (series->own, 1), own_late);
    longest = MAX (longest, at_share (series->own, 1));
  }
  return longest;
}

static void
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

void
stalls_wait (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add_once (milliseconds, set_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct {
  GSourceOnceFunc what;
  gpointer data;
  gboolean done;
} Deed;

static void
deed_cb (gpointer data)
{
  Deed *deed = data;

  deed->what (deed->data);
  deed->done = TRUE;
}

/* Not when it is idle: drawing comes before that, and may take long. */
void
stalls_do (GSourceOnceFunc what, gpointer data, guint milliseconds)
{
  Deed deed = { what, data, FALSE };

  g_timeout_add_once (0, deed_cb, &deed);
  while (!deed.done)
    g_main_context_iteration (NULL, TRUE);
  stalls_wait (milliseconds);
}
