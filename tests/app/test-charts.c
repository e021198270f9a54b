/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "torg-axis.h"
#include "torg-bar-chart.h"
#include "torg-benefit-words.h"
#include "torg-field.h"
#include "torg-figures.h"
#include "torg-line-chart.h"

#define UNSET    TORG_UNSET
#define ONE      G_GINT64_CONSTANT (1000000)
#define GREATEST G_MAXINT64

static void
test_axis (void)
{
  static const struct {
    gint64 low, high;
    TorgAxis axis;
  } rows[] = {
    { 0,   100,   { 0, 50, 3 }     },
    { 0,   99,    { 0, 50, 3 }     },
    { 0,   101,   { 0, 50, 4 }     },
    { 20,  40,    { 0, 10, 5 }     }, /* zero is near */
    { 95,  99,    { 95, 1, 5 }     }, /* zero is far */
    { -30, 70,    { -50, 50, 4 }   },
    { -40, -20,   { -40, 10, 5 }   },
    { 36,  36,    { 0, 10, 5 }     }, /* one value alone */
    { -36, -36,   { -40, 10, 5 }   },
    { 0,   0,     { 0, 500000, 3 } },
    { 0,   13000, { 0, 5000, 4 }   },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TorgAxis axis = torg_axis_new (rows[i].low, rows[i].high, 5);

    g_test_message ("row %u", i);
    g_assert_cmpint (axis.first, ==, rows[i].axis.first);
    g_assert_cmpint (axis.step, ==, rows[i].axis.step);
    g_assert_cmpuint (axis.count, ==, rows[i].axis.count);
  }
}

/* Whatever the values, they are between the first line and the last, and the lines are few. */
static void
test_axis_holds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++) {
    gint64 one = (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand)) >> (i % 64);
    gint64 other = (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand)) >> (i % 61);
    TorgAxis axis = torg_axis_new (MIN (one, other), MAX (one, other), 5);

    g_assert_cmpint (axis.count, >=, 2);
    g_assert_cmpint (axis.count, <=, 5);
    if (ABS (one / 2) < GREATEST / 10 && ABS (other / 2) < GREATEST / 10) {
      g_assert_cmpint (axis.first, <=, MIN (one, other));
      g_assert_cmpint (torg_axis_last (&axis), >=, MAX (one, other));
    }
  }
}

static void
test_words (void)
{
  static const struct {
    gint64 millionths;
    const char *words;
  } figures[] = {
    { 0,                      "0"                                            },
    { ONE,                    "1"                                            },
    { ONE / 2,                "0.5"                                          },
    { 1,                      "0.000001"                                     },
    { 1234567 * ONE + 250000, "1\u00a0234\u00a0567.25"                       },
    { -ONE / 4,               "\u22120.25"                                   },
    { G_MAXINT64,             "9\u00a0223\u00a0372\u00a0036\u00a0854.775807" },
    { UNSET,                  ""                                             },
  };
  static const struct {
    gint64 basis_points;
    const char *words;
  } percents[] = {
    { 0,         "0%"                                  },
    { 7549,      "75%"                                 },
    { 7550,      "76%"                                 },
    { -2500,     "\u221225%"                           },
    { UNSET,     ""                                    },
    { GREATEST,  "2\u00a0147\u00a0483\u00a0647%"       },
    { -GREATEST, "\u22122\u00a0147\u00a0483\u00a0647%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    g_autofree char *words = torg_words_figure (figures[i].millionths);

    g_assert_cmpstr (words, ==, figures[i].words);
  }
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++) {
    g_autofree char *words = torg_words_percent (percents[i].basis_points);

    g_assert_cmpstr (words, ==, percents[i].words);
  }
}

/* Paints a chart in a window of its own, as wide as a phone and as a screen. */
static void
paint (TorgChart *chart)
{
  static const int widths[] = { 300, 1200 };
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (chart));

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (chart));
  gtk_widget_grab_focus (GTK_WIDGET (chart));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

    gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 300);
    gtk_window_present (GTK_WINDOW (window));
    while (!gtk_widget_get_mapped (GTK_WIDGET (chart)) || g_main_context_pending (NULL))
      g_main_context_iteration (NULL, TRUE);
    gdk_paintable_snapshot (paintable, snapshot, widths[i], 300);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
paint_goal (const TorgGoal *goal, const TorgMeasured *measured, guint count)
{
  g_autoptr (GArray) effective = torg_attainment_effective (measured, count);
  TorgAttainment attainment =
    torg_attainment_compute (goal, (const TorgMeasured *) effective->data, effective->len,
                             torg_attainment_day ("2026-06-01"));
  TorgLineChart *chart = g_object_new (TORG_TYPE_LINE_CHART, NULL);

  torg_line_chart_show (chart, "Minutes a case", "minutes", &attainment, effective);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Minutes a case");
  paint (TORG_CHART (chart));
}

/* A point or none, goals or none, figures at the ends of what fits: each has a picture. */
static void
test_line_chart (void)
{
  const guint32 day = torg_attainment_day ("2025-01-01");
  const TorgMeasured measured[] = {
    { "a", NULL, day,                                30 * ONE,  FALSE },
    { "b", NULL, day + 200,                          -30 * ONE, FALSE },
    { "c", NULL, torg_attainment_day ("2200-12-31"), GREATEST,  FALSE },
    { "d", NULL, torg_attainment_day ("1900-01-01"), -GREATEST, FALSE },
  };
  const TorgGoal goals[] = {
    { UNSET,     0,   UNSET,    0         },
    { 40 * ONE,  day, 20 * ONE, day + 700 },
    { 40 * ONE,  0,   20 * ONE, 0         },
    { 40 * ONE,  day, UNSET,    0         },
    { UNSET,     0,   20 * ONE, day       },
    { -GREATEST, day, GREATEST, day       },
  };

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    for (guint count = 0; count <= G_N_ELEMENTS (measured); count++)
      paint_goal (&goals[i], measured, count);
}

static void
test_line_chart_told (void)
{
  static const char told[] =
    "Baseline 40\u00a0minutes, 1 January 2025. 25\u00a0minutes, 2 July 2025: 75% of the way. "
    "Target 20\u00a0minutes, 1 January 2026. Ahead of plan: 75% of the way from 40 to "
    "20\u00a0minutes. The plan was 50% on 2 July 2025.";
  const TorgMeasured measured = { "a", NULL, torg_attainment_day ("2025-07-02"), 25 * ONE, FALSE };
  const TorgGoal goal = { 40 * ONE, torg_attainment_day ("2025-01-01"), 20 * ONE,
                          torg_attainment_day ("2026-01-01") };
  g_autoptr (GArray) effective = torg_attainment_effective (&measured, 1);
  TorgAttainment attainment = torg_attainment_compute (&goal, &measured, 1, measured.day);
  g_autoptr (TorgLineChart) chart = g_object_ref_sink (g_object_new (TORG_TYPE_LINE_CHART, NULL));

  torg_line_chart_show (chart, "Minutes a case", "minutes", &attainment, effective);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       told);
}

static void
test_bar_chart (void)
{
  static const TorgGain gains[] = {
    { 2026,      100,       200,      400,      300         },
    { 2025,      UNSET,     -200,     UNSET,    UNSET       },
    { 2027,      -GREATEST, GREATEST, GREATEST, -GREATEST   },
    { 2150,      UNSET,     UNSET,    UNSET,    10000000000 },
    { GREATEST,  1,         2,        3,        4           },
    { -GREATEST, 1,         2,        3,        4           },
  };

  for (guint count = 0; count <= G_N_ELEMENTS (gains); count++) {
    TorgBarChart *chart = g_object_new (TORG_TYPE_BAR_CHART, NULL);

    torg_bar_chart_show (chart, "Money", gains, count);
    paint (TORG_CHART (chart));
  }
}

static void
test_bar_chart_told (void)
{
  static const char told[] =
    "2025: planned 2\u00a0000\u00a0kr; realised 1\u00a0500\u00a0kr. "
    "2026: planned 2\u00a0000\u00a0kr (between 1\u00a0000\u00a0kr and 4\u00a0000\u00a0kr)";
  static const TorgGain gains[] = {
    { 2026, 100000, 200000, 400000, UNSET  },
    { 2025, UNSET,  200000, UNSET,  150000 },
  };
  g_autoptr (TorgBarChart) chart = g_object_ref_sink (g_object_new (TORG_TYPE_BAR_CHART, NULL));

  torg_bar_chart_show (chart, "Money", gains, G_N_ELEMENTS (gains));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       told);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/charts/axis", test_axis);
  g_test_add_func ("/charts/axis-holds", test_axis_holds);
  g_test_add_func ("/charts/words", test_words);
  g_test_add_func ("/charts/line", test_line_chart);
  g_test_add_func ("/charts/line-told", test_line_chart_told);
  g_test_add_func ("/charts/bar", test_bar_chart);
  g_test_add_func ("/charts/bar-told", test_bar_chart_told);
  return g_test_run ();
}
