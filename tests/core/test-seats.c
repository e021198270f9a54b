/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-seats.h"

#include <string.h>

#define MOST 8

/* The order in which places are given, with "3" for the third in the line and "-" for who is in. */
static char *
written (const TorgSeat *seats, gsize n_seats)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n_seats; i++)
    if (seats[i].line == 0)
      g_string_append_printf (text, "%s- ", seats[i].id);
    else
      g_string_append_printf (text, "%s%u ", seats[i].id, seats[i].line);
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

static void
test_give (void)
{
  static const struct {
    const char *what;
    gint64 capacity;
    TorgSeat seats[MOST];
    const char *expected;
    gint64 taken, free, waiting;
  } rows[] = {
    { "nobody",                                         10, { { 0 } },                                          "",      0,  10,         0       },
    { "by when they were taken",
     2,                                                     { { "a", 30, 1 }, { "b", 10, 1 }, { "c", 20, 1 } },
     "b- c- a1",                                                                                                         2,
     0,                                                                                                                                  1       },
    { "places left",                                    5,  { { "a", 1, 2 }, { "b", 2, 1 } },                   "a- b-", 3,  2,          0       },
    { "full to the last",                               3,  { { "a", 1, 2 }, { "b", 2, 1 } },                   "a- b-", 3,  0,          0       },
    { "a tie goes by the identifier",                   1,  { { "b", 5, 1 }, { "a", 5, 1 } },                   "a- b1", 1,  0,          1       },
    { "unsent comes last",
     2,                                                     { { "a", 0, 1 }, { "b", 9, 1 }, { "c", 8, 1 } },
     "c- b- a1",                                                                                                         2,
     0,                                                                                                                                  1       },
    { "unsent among themselves",
     2,                                                     { { "z", 0, 1 }, { "y", 0, 1 }, { "x", -4, 1 } },
     "x- y- z1",                                                                                                         2,
     0,                                                                                                                                  1       },
    { "a group that does not fit holds those after it",
     4,                                                     { { "a", 1, 3 }, { "b", 2, 2 }, { "c", 3, 1 } },
     "a- b1 c2",                                                                                                         3,
     0,                                                                                                                                  3       },
    { "a group that can never fit holds nobody",
     4,                                                     { { "a", 1, 5 }, { "b", 2, 3 }, { "c", 3, 1 } },
     "a1 b- c-",                                                                                                         4,
     0,                                                                                                                                  5       },
    { "no limit",                                       0,  { { "a", 1, 20 }, { "b", 2, 20 } },                 "a- b-", 40, G_MAXINT64, 0       },
    { "nonsense counts as one",
     2,                                                     { { "a", 1, 0 }, { "b", 2, -7 }, { "c", 3, 1 } },
     "a- b- c1",                                                                                                         2,
     0,                                                                                                                                  1       },
    { "more than there are people",
     2,                                                     { { "a", 1, G_MAXINT64 }, { "b", 2, 2 } },
     "a1 b-",                                                                                                            2,
     0,                                                                                                                                  1000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TorgSeat seats[MOST];
    gsize n = 0;
    TorgSeats result;
    g_autofree char *text = NULL;

    g_test_message ("%s", rows[i].what);
    memcpy (seats, rows[i].seats, sizeof seats);
    while (n < MOST && seats[n].id != NULL)
      n++;
    result = torg_seats_give (seats, n, rows[i].capacity);
    text = written (seats, n);
    g_assert_cmpstr (text, ==, rows[i].expected);
    g_assert_cmpint (result.taken, ==, rows[i].taken);
    g_assert_cmpint (result.free, ==, rows[i].free);
    g_assert_cmpint (result.waiting, ==, rows[i].waiting);
  }
}

/* When one leaves, the line moves up and nobody who was in goes out. */
static void
test_leave (void)
{
  TorgSeat seats[] = {
    { "a", 1, 2 },
    { "b", 2, 2 },
    { "c", 3, 1 },
    { "d", 4, 1 }
  };

  torg_seats_give (seats, 4, 4);
  g_assert_cmpuint (torg_seats_find (seats, 4, "c")->line, ==, 1);
  g_assert_cmpuint (torg_seats_find (seats, 4, "d")->line, ==, 2);
  torg_seats_give (seats + 1, 3, 4);
  g_assert_cmpuint (torg_seats_find (seats, 4, "b")->line, ==, 0);
  g_assert_cmpuint (torg_seats_find (seats, 4, "c")->line, ==, 0);
  g_assert_cmpuint (torg_seats_find (seats, 4, "d")->line, ==, 0);
  g_assert_null (torg_seats_find (seats, 4, "e"));
}

/* Any order in, the same places out; nobody is in who came after one who waits and could fit. */
static void
test_any_order (void)
{
  TorgSeat seats[30];
  char ids[30][4];
  g_autofree char *first = NULL;

  for (guint i = 0; i < 30; i++) {
    g_snprintf (ids[i], sizeof ids[i], "%02u", i);
    seats[i] = (TorgSeat) { ids[i], 1 + i * 7 % 30, 1 + i % 3, 0 };
  }
  for (guint round = 0; round < 200; round++) {
    g_autofree char *now = NULL;

    for (guint i = 29; i > 0; i--) {
      guint other = (guint) g_test_rand_int_range (0, (gint32) i + 1);
      TorgSeat kept = seats[i];

      seats[i] = seats[other];
      seats[other] = kept;
    }
    torg_seats_give (seats, 30, 10);
    now = written (seats, 30);
    if (first == NULL)
      first = g_steal_pointer (&now);
    else
      g_assert_cmpstr (now, ==, first);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seats/give", test_give);
  g_test_add_func ("/seats/leave", test_leave);
  g_test_add_func ("/seats/any-order", test_any_order);
  return g_test_run ();
}
