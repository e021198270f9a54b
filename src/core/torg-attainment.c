/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-attainment.h"

#include "torg-date.h"
#include "torg-field.h"

#include <string.h>

/*
 * How much a figure may differ from the plan, in basis points of the whole way. Prosjektportalen
 * 365 has the words (ahead, on track, minor delays, delayed) and lets people choose; the limits are
 * Torg's own, so that everyone's figures are judged alike.
 */
#define AHEAD_FROM       1000
#define ON_TRACK_FROM    -1000
#define MINOR_DELAY_FROM -2500

/* Differences of two figures times the whole way do not fit in 64 bits. */
__extension__ typedef __int128 Wide;

/**
 * torg_attainment_day:
 * @iso: (nullable): an ISO date
 *
 * Any thread. Returns: its Julian day, the first of a month or a year; 0 if it is no date
 */
guint32
torg_attainment_day (const char *iso)
{
  g_autoptr (GDate) day = iso ? torg_date_first_day (iso) : NULL;

  return day ? g_date_get_julian (day) : 0;
}

static int
compare_times (gconstpointer one, gconstpointer other)
{
  const TorgMeasured *a = one, *b = other;

  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  return g_strcmp0 (a->id, b->id);
}

/* The ids that another than the measurement itself corrects. */
static GHashTable *
corrected_ids (const TorgMeasured *all, guint count)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < count; i++)
    if (all[i].replaces != NULL && g_strcmp0 (all[i].replaces, all[i].id) != 0)
      g_hash_table_add (ids, (gpointer) all[i].replaces);
  return ids;
}

/* What a chain of corrections that begins with @measured hides. */
static void
hide_chain (const TorgMeasured *measured, GHashTable *by_id, GHashTable *hidden)
{
  while (measured != NULL && measured->replaces != NULL &&
         g_strcmp0 (measured->replaces, measured->id) != 0 &&
         g_hash_table_add (hidden, (gpointer) measured->replaces))
    measured = g_hash_table_lookup (by_id, measured->replaces);
}

/*
 * Beginning with those that nobody corrects, so that measurements which correct each other in a
 * circle, as no person makes them, are shown rather than lost.
 */
static GHashTable *
hidden_ids (const TorgMeasured *all, guint count)
{
  g_autoptr (GHashTable) corrected = corrected_ids (all, count);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *hidden = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < count; i++)
    g_hash_table_insert (by_id, (gpointer) all[i].id, (gpointer) &all[i]);
  for (guint i = 0; i < count; i++)
    if (!g_hash_table_contains (corrected, all[i].id))
      hide_chain (&all[i], by_id, hidden);
  return hidden;
}

/**
 * torg_attainment_effective:
 * @all: (array length=count): the measurements of one indicator, in any order, each with an id
 * @count: how many
 *
 * Measurements are never changed: a correction is a new one that replaces the old. Any thread.
 *
 * Returns: (transfer full) (element-type TorgMeasured): those that count, in the order of their
 *   days, then of their ids; they borrow what @all borrows
 */
GArray *
torg_attainment_effective (const TorgMeasured *all, guint count)
{
  g_autoptr (GHashTable) hidden = hidden_ids (all, count);
  GArray *effective = g_array_sized_new (FALSE, FALSE, sizeof (TorgMeasured), count);

  for (guint i = 0; i < count; i++)
    if (all[i].day != 0 && !g_hash_table_contains (hidden, all[i].id))
      g_array_append_val (effective, all[i]);
  g_array_sort (effective, compare_times);
  return effective;
}

/* Rounded to the nearest, halves away from zero; what does not fit is the greatest that does. */
static gint64
divide (Wide dividend, Wide divisor)
{
  Wide half = (divisor < 0 ? -divisor : divisor) / 2;
  Wide result = (dividend + ((dividend < 0) ? -half : half)) / divisor;

  return (gint64) CLAMP (result, -(Wide) G_MAXINT64, (Wide) G_MAXINT64);
}

/**
 * torg_attainment_of:
 * @baseline: the figure at the start, in any unit
 * @target: the figure aimed at, in the same unit
 * @value: a figure, in the same unit
 *
 * Goal attainment as Prosjektportalen 365 computes it: (measured − start) / (wanted − start). Works
 * for falling targets; beyond the target is more than the whole, the wrong way less than nothing.
 * Exact: no floating point. Any thread.
 *
 * Returns: basis points; %TORG_UNSET where a figure is missing or the target is the baseline
 */
gint64
torg_attainment_of (gint64 baseline, gint64 target, gint64 value)
{
  if (baseline == TORG_UNSET || target == TORG_UNSET || value == TORG_UNSET || baseline == target)
    return TORG_UNSET;
  return divide (((Wide) value - baseline) * TORG_ATTAINMENT_WHOLE, (Wide) target - baseline);
}

/* A measured baseline does where the indicator states none. */
static TorgGoal
with_baseline (const TorgGoal *goal, const TorgMeasured *effective, guint count)
{
  TorgGoal whole = *goal;

  for (guint i = 0; i < count && whole.baseline == TORG_UNSET; i++)
    if (effective[i].is_baseline) {
      whole.baseline = effective[i].value;
      whole.baseline_day = effective[i].day;
    }
  return whole;
}

static const TorgMeasured *
newest (const TorgMeasured *effective, guint count)
{
  for (guint i = count; i > 0; i--)
    if (!effective[i - 1].is_baseline)
      return &effective[i - 1];
  return NULL;
}

/* Where the straight line from baseline to target is on a day. */
static gint64
planned_on (const TorgGoal *goal, guint32 day)
{
  gint64 all = (gint64) goal->target_day - goal->baseline_day;
  gint64 gone = CLAMP ((gint64) day - goal->baseline_day, 0, all);

  return divide ((Wide) gone * TORG_ATTAINMENT_WHOLE, all);
}

/*
 * The plan of the day that one measured is the fair one to compare with: nobody is late for not
 * measuring every day. Once the day of the target has passed, the whole way is what was planned.
 */
static TorgStanding
judge (TorgAttainment *self, guint32 today)
{
  const TorgGoal *goal = &self->goal;
  gint64 lead;

  if (self->attained >= TORG_ATTAINMENT_WHOLE)
    return TORG_STANDING_REACHED;
  if (goal->baseline_day == 0 || goal->target_day <= goal->baseline_day)
    return TORG_STANDING_UNDERWAY;
  self->compared_day = today > goal->target_day ? goal->target_day : self->latest_day;
  self->planned = planned_on (goal, self->compared_day);
  lead = self->attained - self->planned;
  if (today > goal->target_day || lead < MINOR_DELAY_FROM)
    return TORG_STANDING_DELAYED;
  if (lead < ON_TRACK_FROM)
    return TORG_STANDING_MINOR_DELAY;
  return lead < AHEAD_FROM ? TORG_STANDING_ON_TRACK : TORG_STANDING_AHEAD;
}

/**
 * torg_attainment_compute:
 * @goal: what the indicator is to do
 * @effective: (array length=count): the measurements that count, from torg_attainment_effective()
 * @count: how many
 * @today: Julian day
 *
 * Compares the newest measurement with the straight line from the baseline to the target: within
 * 10 percentage points of it is on track, more than that before it is ahead, up to 25 behind it a
 * minor delay, more a delay. An unreached target whose day has passed is a delay too. Any thread.
 *
 * Returns: how far it has come, and what to call that
 */
TorgAttainment
torg_attainment_compute (const TorgGoal *goal,
                         const TorgMeasured *effective,
                         guint count,
                         guint32 today)
{
  const TorgMeasured *last = newest (effective, count);
  TorgAttainment self = {
    .goal = with_baseline (goal, effective, count),
    .attained = TORG_UNSET,
    .planned = TORG_UNSET,
    .latest = last ? last->value : TORG_UNSET,
    .latest_day = last ? last->day : 0,
  };

  self.attained = torg_attainment_of (self.goal.baseline, self.goal.target, self.latest);
  if (self.goal.baseline == TORG_UNSET)
    self.standing = TORG_STANDING_NO_BASELINE;
  else if (self.goal.target == TORG_UNSET || self.goal.target == self.goal.baseline)
    self.standing = TORG_STANDING_NO_TARGET;
  else if (last == NULL)
    self.standing =
      today < self.goal.baseline_day ? TORG_STANDING_NOT_STARTED : TORG_STANDING_NO_MEASUREMENT;
  else
    self.standing = judge (&self, today);
  return self;
}
