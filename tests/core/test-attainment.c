/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-attainment.h"

#include "torg-field.h"

#define UNSET TORG_UNSET
#define ONE   G_GINT64_CONSTANT (1000000)

static void
test_attained (void)
{
  static const struct {
    gint64 baseline, target, value, attained;
  } rows[] = {
    { 0,           100 * ONE,      50 * ONE,    5000        },
    { 10 * ONE,    30 * ONE,       15 * ONE,    2500        },
    { 10 * ONE,    30 * ONE,       10 * ONE,    0           },
    { 10 * ONE,    30 * ONE,       30 * ONE,    10000       },
    { 10 * ONE,    30 * ONE,       40 * ONE,    15000       }, /* beyond */
    { 10 * ONE,    30 * ONE,       5 * ONE,     -2500       }, /* the wrong way */
    { 40 * ONE,    20 * ONE,       25 * ONE,    7500        }, /* falling */
    { 40 * ONE,    20 * ONE,       45 * ONE,    -2500       },
    { 40 * ONE,    0,              10 * ONE,    7500        }, /* down to nothing */
    { -10 * ONE,   10 * ONE,       0,           5000        },
    { 0,           3 * ONE,        ONE,         3333        },
    { 0,           3 * ONE,        2 * ONE,     6667        },
    { 0,           20000 * ONE,    ONE,         1           }, /* halves away from zero */
    { 0,           20000 * ONE,    -ONE,        -1          },
    { 0,           -20000 * ONE,   ONE,         -1          },
    { 5 * ONE,     5 * ONE,        9 * ONE,     UNSET       }, /* nothing to reach */
    { UNSET,       5 * ONE,        9 * ONE,     UNSET       },
    { 5 * ONE,     UNSET,          9 * ONE,     UNSET       },
    { 5 * ONE,     6 * ONE,        UNSET,       UNSET       },
    { 0,           1,              G_MAXINT64,  G_MAXINT64  }, /* as far as numbers go */
    { 0,           -1,             G_MAXINT64,  -G_MAXINT64 },
    { -G_MAXINT64, G_MAXINT64,     0,           5000        },
    { G_MAXINT64,  -G_MAXINT64,    -G_MAXINT64, 10000       },
    { G_MAXINT64,  G_MAXINT64 - 1, -G_MAXINT64, G_MAXINT64  },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("row %u", i);
    g_assert_cmpint (torg_attainment_of (rows[i].baseline, rows[i].target, rows[i].value), ==,
                     rows[i].attained);
  }
}

static TorgMeasured
measured (const char *id, const char *replaces, const char *date, gint64 value)
{
  return (TorgMeasured) { id, replaces, torg_attainment_day (date), value, FALSE };
}

/* The ids of those that count. */
static char *
effective_ids (const TorgMeasured *all, guint count)
{
  g_autoptr (GArray) effective = torg_attainment_effective (all, count);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < effective->len; i++)
    g_string_append (ids, g_array_index (effective, TorgMeasured, i).id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_effective (void)
{
  const struct {
    TorgMeasured all[4];
    const char *ids;
  } rows[] = {
    { { measured ("a", NULL, "2025-01-01", 1), measured ("b", NULL, "2024-01-01", 2),
        measured ("c", NULL, "2024-06-01", 3), measured ("d", NULL, "2024-01-01", 4) },
     "bdca" },
    /* a correction, and one of the correction */
    { { measured ("a", NULL, "2024-01-01", 1), measured ("b", "a", "2024-01-02", 2),
        measured ("c", "b", "2024-01-03", 3), measured ("d", NULL, "2023-01-01", 4) },
     "dc"   },
    /* two people corrected the same: both are shown */
    { { measured ("a", NULL, "2024-01-01", 1), measured ("b", "a", "2024-01-02", 2),
        measured ("c", "a", "2024-01-03", 3), measured ("d", NULL, "2025-01-01", 4) },
     "bcd"  },
    /* what it corrects is not here; it corrects itself; it has no day */
    { { measured ("a", "x", "2024-01-01", 1), measured ("b", "b", "2024-01-02", 2),
        measured ("c", NULL, "2024-02-31", 3), measured ("d", NULL, NULL, 4) },
     "ab"   },
    /* circles, with one that leads into it */
    { { measured ("a", "b", "2024-01-01", 1), measured ("b", "a", "2024-01-02", 2),
        measured ("c", NULL, "2024-01-03", 3), measured ("d", NULL, "2024-01-04", 4) },
     "abcd" },
    { { measured ("a", "b", "2024-01-01", 1), measured ("b", "c", "2024-01-02", 2),
        measured ("c", "a", "2024-01-03", 3), measured ("d", "a", "2024-01-04", 4) },
     "d"    },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *ids = effective_ids (rows[i].all, 4);

    g_assert_cmpstr (ids, ==, rows[i].ids);
  }
}

/* A day of the year 2024 with 100 days from 1 January on; 0 for none. */
static guint32
day (guint number)
{
  return number ? torg_attainment_day ("2024-01-01") + number - 1 : 0;
}

/* A goal of 100 in 100 days unless said otherwise. */
static void
test_standing (void)
{
  static const struct {
    gint64 baseline, target;
    guint baseline_day, target_day;
    gint64 value;
    guint measured_day, today;
    TorgStanding standing;
    gint64 attained, planned;
  } rows[] = {
    { 0,     100,   1,   101, 50,    51,  51,  TORG_STANDING_ON_TRACK,       5000,  5000  },
    { 0,     100,   1,   101, 59,    51,  99,  TORG_STANDING_ON_TRACK,       5900,  5000  }, /* judged on its own day */
    { 0,     100,   1,   101, 60,    51,  51,  TORG_STANDING_AHEAD,          6000,  5000  },
    { 0,     100,   1,   101, 40,    51,  51,  TORG_STANDING_ON_TRACK,       4000,  5000  },
    { 0,     100,   1,   101, 39,    51,  51,  TORG_STANDING_MINOR_DELAY,    3900,  5000  },
    { 0,     100,   1,   101, 25,    51,  51,  TORG_STANDING_MINOR_DELAY,    2500,  5000  },
    { 0,     100,   1,   101, 24,    51,  51,  TORG_STANDING_DELAYED,        2400,  5000  },
    { 0,     100,   1,   101, -9,    51,  51,  TORG_STANDING_DELAYED,        -900,  5000  },
    { 0,     100,   1,   101, 100,   51,  51,  TORG_STANDING_REACHED,        10000, UNSET },
    { 0,     100,   1,   101, 99,    101, 101, TORG_STANDING_ON_TRACK,       9900,  10000 },
    { 0,     100,   1,   101, 99,    101, 102, TORG_STANDING_DELAYED,        9900,  10000 }, /* the day has passed */
    { 0,     100,   1,   101, 99,    150, 160, TORG_STANDING_DELAYED,        9900,  10000 },
    { 100,   0,     1,   101, 35,    51,  51,  TORG_STANDING_AHEAD,          6500,  5000  }, /* falling */
    { 0,     100,   50,  101, 0,     10,  10,  TORG_STANDING_ON_TRACK,       0,     0     }, /* measured before it began */
    { 0,     100,   0,   101, 20,    51,  51,  TORG_STANDING_UNDERWAY,       2000,  UNSET },
    { 0,     100,   1,   0,   20,    51,  51,  TORG_STANDING_UNDERWAY,       2000,  UNSET },
    { 0,     100,   101, 1,   20,    51,  51,  TORG_STANDING_UNDERWAY,       2000,  UNSET }, /* the wrong way round */
    { 0,     100,   1,   1,   20,    51,  51,  TORG_STANDING_UNDERWAY,       2000,  UNSET },
    { UNSET, 100,   1,   101, 20,    51,  51,  TORG_STANDING_NO_BASELINE,    UNSET, UNSET },
    { 0,     UNSET, 1,   101, 20,    51,  51,  TORG_STANDING_NO_TARGET,      UNSET, UNSET },
    { 5,     5,     1,   101, 20,    51,  51,  TORG_STANDING_NO_TARGET,      UNSET, UNSET },
    { 0,     100,   10,  101, UNSET, 0,   9,   TORG_STANDING_NOT_STARTED,    UNSET, UNSET },
    { 0,     100,   10,  101, UNSET, 0,   10,  TORG_STANDING_NO_MEASUREMENT, UNSET, UNSET },
    { 0,     100,   0,   0,   UNSET, 0,   10,  TORG_STANDING_NO_MEASUREMENT, UNSET, UNSET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TorgGoal goal = { rows[i].baseline, day (rows[i].baseline_day), rows[i].target,
                            day (rows[i].target_day) };
    const TorgMeasured one = { "a", NULL, day (rows[i].measured_day), rows[i].value, FALSE };
    TorgAttainment result =
      torg_attainment_compute (&goal, &one, rows[i].value != UNSET, day (rows[i].today));

    g_test_message ("row %u", i);
    g_assert_cmpint (result.standing, ==, rows[i].standing);
    g_assert_cmpint (result.attained, ==, rows[i].attained);
    g_assert_cmpint (result.planned, ==, rows[i].planned);
  }
}

/* What was measured before it began is where it began, not how far it has come. */
static void
test_measured_baseline (void)
{
  const TorgMeasured all[] = {
    { "a", NULL, day (1),  20 * ONE, TRUE  },
    { "b", NULL, day (41), 60 * ONE, FALSE },
    { "c", NULL, day (90), 30 * ONE, TRUE  },
  };
  TorgGoal goal = { UNSET, 0, 100 * ONE, day (101) };
  TorgAttainment result = torg_attainment_compute (&goal, all, 3, day (95));

  g_assert_cmpint (result.goal.baseline, ==, 20 * ONE);
  g_assert_cmpint (result.goal.baseline_day, ==, day (1));
  g_assert_cmpint (result.latest, ==, 60 * ONE);
  g_assert_cmpint (result.latest_day, ==, day (41));
  g_assert_cmpint (result.compared_day, ==, day (41));
  g_assert_cmpint (result.attained, ==, 5000);
  g_assert_cmpint (result.planned, ==, 4000);
  g_assert_cmpint (result.standing, ==, TORG_STANDING_AHEAD);

  /* What the indicator states holds before what was measured. */
  goal.baseline = 0;
  result = torg_attainment_compute (&goal, all, 3, day (95));
  g_assert_cmpint (result.goal.baseline, ==, 0);
  g_assert_cmpint (result.goal.baseline_day, ==, 0);
  g_assert_cmpint (result.attained, ==, 6000);

  result = torg_attainment_compute (&goal, all, 1, day (95));
  g_assert_cmpint (result.standing, ==, TORG_STANDING_NO_MEASUREMENT);
  g_assert_cmpint (result.latest, ==, UNSET);
}

static void
test_hostile (void)
{
  const TorgMeasured last = { "a", NULL, G_MAXUINT32, -G_MAXINT64, FALSE };
  const TorgGoal goal = { G_MAXINT64, 1, G_MAXINT64 - 1, G_MAXUINT32 };
  TorgAttainment result = torg_attainment_compute (&goal, &last, 1, G_MAXUINT32);

  g_assert_cmpint (result.attained, ==, G_MAXINT64);
  g_assert_cmpint (result.standing, ==, TORG_STANDING_REACHED);
  g_assert_cmpint (torg_attainment_day (NULL), ==, 0);
  g_assert_cmpint (torg_attainment_day (""), ==, 0);
  g_assert_cmpint (torg_attainment_day ("99999-12-31"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attainment/attained", test_attained);
  g_test_add_func ("/attainment/effective", test_effective);
  g_test_add_func ("/attainment/standing", test_standing);
  g_test_add_func ("/attainment/measured-baseline", test_measured_baseline);
  g_test_add_func ("/attainment/hostile", test_hostile);
  return g_test_run ();
}
