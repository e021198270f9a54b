/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-gain.h"

#include "torg-field.h"

/* The weights of the template's three estimates: (MO + 3 MS + MP) / 5. */
#define LIKELY_WEIGHT 3
#define ALL_WEIGHTS   5

__extension__ typedef __int128 Wide;

/**
 * torg_gain_add:
 * @one: an amount
 * @other: another; %TORG_UNSET counts as nothing
 *
 * Any thread. Returns: the sum; the greatest or least amount where it does not fit
 */
gint64
torg_gain_add (gint64 one, gint64 other)
{
  gint64 sum;

  if (one == TORG_UNSET || other == TORG_UNSET)
    return one == TORG_UNSET ? other : one;
  if (!__builtin_add_overflow (one, other, &sum))
    return MAX (sum, -G_MAXINT64);
  return one < 0 ? -G_MAXINT64 : G_MAXINT64;
}

/**
 * torg_gain_weighted:
 * @gain: a year
 *
 * The expected amount, weighted for uncertainty as in the business case of Digdir's
 * Prosjektveiviser (template v4.0): (MO + 3 MS + MP) / 5. Where one of the outer estimates is
 * missing the most likely one stands for it. Whole øre, halves away from zero. Any thread.
 *
 * Returns: øre; %TORG_UNSET if nobody said what is most likely
 */
gint64
torg_gain_weighted (const TorgGain *gain)
{
  Wide low = gain->low != TORG_UNSET ? gain->low : gain->expected;
  Wide high = gain->high != TORG_UNSET ? gain->high : gain->expected;
  Wide sum = low + high + (Wide) LIKELY_WEIGHT * gain->expected;

  if (gain->expected == TORG_UNSET)
    return TORG_UNSET;
  return (gint64) ((sum + (sum < 0 ? -ALL_WEIGHTS / 2 : ALL_WEIGHTS / 2)) / ALL_WEIGHTS);
}

/**
 * torg_gain_sum:
 * @gains: (array length=count): the years of one benefit, in any order
 * @count: how many
 * @this_year: the year that is not over yet
 *
 * Any thread. Returns: what they sum up to; amounts are 0 where nothing is stated
 */
TorgGainSum
torg_gain_sum (const TorgGain *gains, guint count, gint64 this_year)
{
  TorgGainSum sum = { 0 };

  for (guint i = 0; i < count; i++) {
    gint64 weighted = torg_gain_weighted (&gains[i]);

    sum.planned = torg_gain_add (sum.planned, weighted);
    if (gains[i].year < this_year)
      sum.planned_so_far = torg_gain_add (sum.planned_so_far, weighted);
    sum.realised = torg_gain_add (sum.realised, gains[i].actual);
    sum.n_planned += weighted != TORG_UNSET;
    sum.n_realised += gains[i].actual != TORG_UNSET;
  }
  return sum;
}
