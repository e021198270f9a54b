/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far a figure has come from its baseline to its target, in basis points of the way. */
#define TORG_ATTAINMENT_WHOLE 10000

/**
 * TorgGoal:
 * @baseline: the figure before the benefit began, in millionths; %TORG_UNSET if nobody measured
 * @baseline_day: Julian day of the baseline; 0 if not stated
 * @target: the figure aimed at, in millionths; %TORG_UNSET if none
 * @target_day: Julian day by which; 0 if not stated
 *
 * What an indicator is to do. A target below the baseline is as good as one above.
 */
typedef struct {
  gint64 baseline;
  guint32 baseline_day;
  gint64 target;
  guint32 target_day;
} TorgGoal;

/**
 * TorgMeasured:
 * @id: its id
 * @replaces: (nullable): the id of the measurement that it corrects
 * @day: Julian day; 0 if there is no such day
 * @value: in millionths
 * @is_baseline: whether it was taken before the benefit began
 *
 * One value of one indicator on one day. Borrows its texts.
 */
typedef struct {
  const char *id;
  const char *replaces;
  guint32 day;
  gint64 value;
  gboolean is_baseline;
} TorgMeasured;

/**
 * TorgStanding:
 * @TORG_STANDING_NO_BASELINE: nobody knows where it began
 * @TORG_STANDING_NO_TARGET: nothing to reach: no target, or the target is the baseline
 * @TORG_STANDING_NOT_STARTED: the day of the baseline is still to come
 * @TORG_STANDING_NO_MEASUREMENT: nobody has measured since the baseline
 * @TORG_STANDING_UNDERWAY: measured, but without dates nothing says how fast it should go
 * @TORG_STANDING_DELAYED: far behind the plan, or the day of the target has passed without it
 * @TORG_STANDING_MINOR_DELAY: somewhat behind the plan
 * @TORG_STANDING_ON_TRACK: about as planned
 * @TORG_STANDING_AHEAD: well before the plan
 * @TORG_STANDING_REACHED: at the target or beyond
 */
typedef enum {
  TORG_STANDING_NO_BASELINE,
  TORG_STANDING_NO_TARGET,
  TORG_STANDING_NOT_STARTED,
  TORG_STANDING_NO_MEASUREMENT,
  TORG_STANDING_UNDERWAY,
  TORG_STANDING_DELAYED,
  TORG_STANDING_MINOR_DELAY,
  TORG_STANDING_ON_TRACK,
  TORG_STANDING_AHEAD,
  TORG_STANDING_REACHED,
} TorgStanding;

/**
 * TorgAttainment:
 * @standing: the conclusion
 * @goal: the goal with the baseline that was used
 * @attained: basis points of the way from baseline to target; %TORG_UNSET where that has no meaning
 * @planned: basis points that the straight line has on the day compared with; %TORG_UNSET without
 *   dates
 * @compared_day: that Julian day; 0 without dates
 * @latest: the newest value, in millionths; %TORG_UNSET if none
 * @latest_day: its Julian day
 */
typedef struct {
  TorgStanding standing;
  TorgGoal goal;
  gint64 attained;
  gint64 planned;
  guint32 compared_day;
  gint64 latest;
  guint32 latest_day;
} TorgAttainment;

guint32 torg_attainment_day (const char *iso);
GArray *torg_attainment_effective (const TorgMeasured *all, guint count);
gint64 torg_attainment_of (gint64 baseline, gint64 target, gint64 value);
TorgAttainment torg_attainment_compute (const TorgGoal *goal,
                                        const TorgMeasured *effective,
                                        guint count,
                                        guint32 today);

G_END_DECLS
