/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-gain.h"

G_BEGIN_DECLS

#define TORG_TOTALS_THEMES 5 /* in the order of torg_themes */
#define TORG_TOTALS_RUNGS  4 /* in the order of torg_evidence_rungs */

/**
 * TorgBenefitFigures:
 * @themes: a bit for each theme, in the order of torg_themes
 * @rung: the evidence rung, by its place in torg_evidence_rungs
 * @is_disbenefit: whether it makes something worse
 * @is_measured: whether somebody has measured since the baseline
 * @sum: its money
 *
 * One benefit, as far as totals need it.
 */
typedef struct {
  guint themes;
  guint rung;
  gboolean is_disbenefit;
  gboolean is_measured;
  TorgGainSum sum;
} TorgBenefitFigures;

/**
 * TorgTally:
 * @count: how many benefits
 * @measured: how many of them are measured
 * @planned: weighted for uncertainty, in øre
 * @realised: what came of it so far, in øre
 */
typedef struct {
  guint count;
  guint measured;
  gint64 planned;
  gint64 realised;
} TorgTally;

/**
 * TorgBenefitTotals:
 * @all: of all benefits
 * @themes: by theme; a benefit of several themes counts in each, so they sum up to more than all
 * @rungs: by evidence rung
 */
typedef struct {
  TorgTally all;
  TorgTally themes[TORG_TOTALS_THEMES];
  TorgTally rungs[TORG_TOTALS_RUNGS];
} TorgBenefitTotals;

void torg_benefit_totals_add (TorgBenefitTotals *self, const TorgBenefitFigures *figures);

G_END_DECLS
