/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-years.h"

#include "torg-benefit-year.h"

static int
compare_years (gconstpointer one, gconstpointer other)
{
  const TorgGain *a = one, *b = other;

  return a->year == b->year ? 0 : a->year < b->year ? -1 : 1;
}

/**
 * torg_benefit_years:
 * @benefit: a benefit
 *
 * Returns: (transfer full) (element-type TorgGain): its years in their order
 */
GArray *
torg_benefit_years (TorgBenefit *benefit)
{
  GArray *gains = g_array_new (FALSE, FALSE, sizeof (TorgGain));
  guint count = benefit->years ? g_list_model_get_n_items (benefit->years) : 0;

  for (guint i = 0; i < count; i++) {
    g_autoptr (TorgBenefitYear) year = g_list_model_get_item (benefit->years, i);
    const TorgGain gain = { year->year, year->low, year->expected, year->high, year->actual };

    g_array_append_val (gains, gain);
  }
  g_array_sort (gains, compare_years);
  return gains;
}

/**
 * torg_benefit_this_year:
 *
 * Returns: the year that is not over yet
 */
gint64
torg_benefit_this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}
