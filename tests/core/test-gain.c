/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-gain.h"

#include "torg-benefit-year.h"
#include "torg-field.h"

#define UNSET    TORG_UNSET
#define GREATEST G_MAXINT64

static void
test_weighted (void)
{
  static const struct {
    TorgGain gain;
    gint64 weighted;
  } rows[] = {
    { { 2026, 100, 200, 400, UNSET },                   220       },
    { { 2026, 200, 200, 200, UNSET },                   200       },
    { { 2026, UNSET, 200, UNSET, UNSET },               200       },
    { { 2026, 100, 200, UNSET, UNSET },                 180       },
    { { 2026, UNSET, 200, 300, UNSET },                 220       },
    { { 2026, 100, UNSET, 300, UNSET },                 UNSET     },
    { { 2026, UNSET, UNSET, UNSET, 7 },                 UNSET     },
    { { 2026, 0, 1, 0, UNSET },                         1         }, /* 0.6 */
    { { 2026, 2, 0, 0, UNSET },                         0         }, /* 0.4 */
    { { 2026, -400, -200, -100, UNSET },                -220      },
    { { 2026, 0, -1, 0, UNSET },                        -1        },
    { { 2026, GREATEST, GREATEST, GREATEST, UNSET },    GREATEST  },
    { { 2026, -GREATEST, -GREATEST, -GREATEST, UNSET }, -GREATEST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (torg_gain_weighted (&rows[i].gain), ==, rows[i].weighted);
}

static void
test_add (void)
{
  g_assert_cmpint (torg_gain_add (2, 3), ==, 5);
  g_assert_cmpint (torg_gain_add (2, UNSET), ==, 2);
  g_assert_cmpint (torg_gain_add (UNSET, 3), ==, 3);
  g_assert_cmpint (torg_gain_add (UNSET, UNSET), ==, UNSET);
  g_assert_cmpint (torg_gain_add (GREATEST, 1), ==, GREATEST);
  g_assert_cmpint (torg_gain_add (-GREATEST, -1), ==, -GREATEST);
  g_assert_cmpint (torg_gain_add (-GREATEST, -GREATEST), ==, -GREATEST);
}

static void
test_sum (void)
{
  static const TorgGain gains[] = {
    { 2026, 100,   200,   400,   UNSET },
    { 2024, UNSET, 100,   UNSET, 90    },
    { 2025, UNSET, 100,   UNSET, 0     },
    { 2023, UNSET, UNSET, UNSET, -5    },
    { 2027, UNSET, 50,    UNSET, UNSET },
  };
  static const TorgGain vast[] = {
    { 2024, UNSET, GREATEST, UNSET, -GREATEST },
    { 2025, UNSET, GREATEST, UNSET, -GREATEST },
  };
  TorgGainSum sum = torg_gain_sum (gains, G_N_ELEMENTS (gains), 2026);

  g_assert_cmpint (sum.planned, ==, 470);
  g_assert_cmpint (sum.planned_so_far, ==, 200);
  g_assert_cmpint (sum.realised, ==, 85);
  g_assert_cmpuint (sum.n_planned, ==, 4);
  g_assert_cmpuint (sum.n_realised, ==, 3);

  sum = torg_gain_sum (vast, G_N_ELEMENTS (vast), 2026);
  g_assert_cmpint (sum.planned, ==, GREATEST);
  g_assert_cmpint (sum.realised, ==, -GREATEST);

  sum = torg_gain_sum (NULL, 0, 2026);
  g_assert_cmpint (sum.planned, ==, 0);
  g_assert_cmpuint (sum.n_planned, ==, 0);
}

/* A year that is added goes on where the last one ended; its result is its own. */
static void
test_follow (void)
{
  g_autoptr (TorgRecord) last = torg_record_new (&torg_benefit_year_kind);
  g_autoptr (TorgRecord) part = torg_record_new (&torg_benefit_year_kind);
  const TorgBenefitYear *year = TORG_BENEFIT_YEAR (part);

  torg_benefit_year_kind.follow (part, last);
  g_assert_cmpint (year->year, ==, UNSET);
  g_object_set (last, "year", G_GINT64_CONSTANT (2026), "low", G_GINT64_CONSTANT (100), "expected",
                G_GINT64_CONSTANT (200), "actual", G_GINT64_CONSTANT (150), NULL);
  torg_benefit_year_kind.follow (part, last);
  g_assert_cmpint (year->year, ==, 2027);
  g_assert_cmpint (year->low, ==, 100);
  g_assert_cmpint (year->expected, ==, 200);
  g_assert_cmpint (year->high, ==, UNSET);
  g_assert_cmpint (year->actual, ==, UNSET);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gain/weighted", test_weighted);
  g_test_add_func ("/gain/add", test_add);
  g_test_add_func ("/gain/sum", test_sum);
  g_test_add_func ("/gain/follow", test_follow);
  return g_test_run ();
}
