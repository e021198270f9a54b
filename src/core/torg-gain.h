/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TorgGain:
 * @year: the year
 * @low: most pessimistic, in øre
 * @expected: most likely, in øre
 * @high: most optimistic, in øre
 * @actual: what came of it, in øre
 *
 * What a benefit is to give in a year, and what it gave. %TORG_UNSET for what is not stated.
 */
typedef struct {
  gint64 year;
  gint64 low;
  gint64 expected;
  gint64 high;
  gint64 actual;
} TorgGain;

/**
 * TorgGainSum:
 * @planned: weighted for uncertainty, in øre
 * @planned_so_far: the same for the years that are over
 * @realised: what came of it, in øre
 * @n_planned: years that have a plan
 * @n_realised: years that have a result
 */
typedef struct {
  gint64 planned;
  gint64 planned_so_far;
  gint64 realised;
  guint n_planned;
  guint n_realised;
} TorgGainSum;

gint64 torg_gain_add (gint64 one, gint64 other);
gint64 torg_gain_weighted (const TorgGain *gain);
TorgGainSum torg_gain_sum (const TorgGain *gains, guint count, gint64 this_year);

G_END_DECLS
