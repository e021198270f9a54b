/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-totals.h"

/* What makes something worse takes from the total, whichever sign its amounts were written with. */
static gint64
signed_amount (const TorgBenefitFigures *figures, gint64 amount)
{
  return figures->is_disbenefit ? -ABS (amount) : amount;
}

static void
add (TorgTally *tally, const TorgBenefitFigures *figures)
{
  tally->count++;
  tally->measured += figures->is_measured;
  tally->planned = torg_gain_add (tally->planned, signed_amount (figures, figures->sum.planned));
  tally->realised = torg_gain_add (tally->realised, signed_amount (figures, figures->sum.realised));
}

/**
 * torg_benefit_totals_add:
 * @self: totals, all zero to begin with
 * @figures: one more benefit
 *
 * Any thread.
 */
void
torg_benefit_totals_add (TorgBenefitTotals *self, const TorgBenefitFigures *figures)
{
  add (&self->all, figures);
  for (guint i = 0; i < TORG_TOTALS_THEMES; i++)
    if (figures->themes & 1u << i)
      add (&self->themes[i], figures);
  if (figures->rung < TORG_TOTALS_RUNGS)
    add (&self->rungs[figures->rung], figures);
}
