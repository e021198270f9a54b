/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-axis.h"

/* Far beyond any figure that records hold, and far from where sums of two would not fit. */
#define GREATEST G_GINT64_CONSTANT (2000000000000000000)

/* How far the axis of zero alone goes: one, in millionths. */
#define FOR_NOTHING 1000000

/* Rounds down to a multiple, below zero too. */
static gint64
floor_to (gint64 value, gint64 step)
{
  gint64 rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

/* How many lines there are around the values. */
static gint64
count_lines (gint64 low, gint64 high, gint64 step)
{
  return (-floor_to (-high, step) - floor_to (low, step)) / step + 1;
}

/* The next of 1, 2, 5, 10, 20, … */
static gint64
next_step (gint64 step)
{
  gint64 digit = step;

  while (digit % 10 == 0)
    digit /= 10;
  return digit == 2 ? step / 2 * 5 : step * 2;
}

/**
 * torg_axis_new:
 * @low: the least value to show
 * @high: the greatest value to show
 * @most: the most lines, at least 3
 *
 * Zero has a line where the values are on both sides of it, or nearer to it than they are apart.
 * Returns: lines around all the values, two at least
 */
TorgAxis
torg_axis_new (gint64 low, gint64 high, guint most)
{
  TorgAxis self = { .step = 1 };

  low = CLAMP (low, -GREATEST, GREATEST);
  high = CLAMP (high, low, GREATEST);
  if (low > 0 && (low == high || low <= high - low))
    low = 0;
  if (high < 0 && (low == high || -high <= high - low))
    high = 0;
  if (high == low)
    high = low + FOR_NOTHING;
  while (count_lines (low, high, self.step) > most)
    self.step = next_step (self.step);
  self.first = floor_to (low, self.step);
  self.count = (guint) count_lines (low, high, self.step);
  return self;
}

/**
 * torg_axis_last:
 * @self: an axis
 *
 * Returns: the greatest value that has a line
 */
gint64
torg_axis_last (const TorgAxis *self)
{
  return self->first + self->step * (self->count - 1);
}

/**
 * torg_axis_place:
 * @self: an axis
 * @value: a value
 *
 * Returns: where it is, from 0 for the first line to 1 for the last
 */
double
torg_axis_place (const TorgAxis *self, gint64 value)
{
  double place =
    ((double) value - (double) self->first) / ((double) self->step * (self->count - 1));

  return CLAMP (place, 0, 1);
}

/**
 * torg_axis_month_step:
 * @first_day: Julian day
 * @last_day: a later one
 * @most: for how many dates there is room, at least 1
 *
 * Returns: how many months should be between the dates of an axis
 */
guint
torg_axis_month_step (guint32 first_day, guint32 last_day, guint most)
{
  static const guint steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200 };
  guint months = (guint) ((last_day - first_day) / 30.44);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && months / steps[i] + 1 > most)
    i++;
  return steps[i];
}
