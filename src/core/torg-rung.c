/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-rung.h"

#include "torg-choices.h"
#include "torg-usage.h"

static TorgRung
rung_from_code (const char *code)
{
  for (guint i = TORG_RUNG_CLAIM; i <= TORG_RUNG_INDEPENDENT; i++)
    if (g_strcmp0 (torg_rung_code (i), code) == 0)
      return i;
  return TORG_RUNG_CLAIM;
}

static gboolean
is_independent (TorgEvaluation *self, const char *owner)
{
  return owner != NULL && self->organisation != NULL &&
         g_strcmp0 (self->organisation, owner) != 0 && self->described && self->observable &&
         self->attributable && self->measurable;
}

/**
 * torg_rung_of_evaluation:
 * @evaluation: an evaluation
 * @owner: (nullable): the organisation that owns what was evaluated
 *
 * What is claimed counts only as far as it holds: nobody evaluates their own independently, an
 * independent evaluation ticks all four questions, and nothing is measured that cannot be. Any
 * thread.
 *
 * Returns: the rung that the evaluation supports
 */
TorgRung
torg_rung_of_evaluation (TorgEvaluation *evaluation, const char *owner)
{
  TorgRung rung = rung_from_code (evaluation->rung);

  if (rung == TORG_RUNG_INDEPENDENT && !is_independent (evaluation, owner))
    rung = TORG_RUNG_MEASURED;
  if (rung == TORG_RUNG_MEASURED && !evaluation->measurable)
    rung = TORG_RUNG_OWN_REPORT;
  return rung;
}

/**
 * torg_rung_of_facts:
 * @owner: (nullable): the organisation that owns it
 * @reported: whether somebody reported what came of it
 * @measured: whether it was measured against a baseline
 * @evaluations: (nullable) (element-type TorgEvaluation): evaluations of it
 *
 * Any thread. Returns: the highest rung that the facts support
 */
TorgRung
torg_rung_of_facts (const char *owner, gboolean reported, gboolean measured, GPtrArray *evaluations)
{
  TorgRung rung = reported ? TORG_RUNG_OWN_REPORT : TORG_RUNG_CLAIM;

  if (measured)
    rung = TORG_RUNG_MEASURED;
  for (guint i = 0; evaluations != NULL && i < evaluations->len; i++)
    rung = MAX (rung, torg_rung_of_evaluation (evaluations->pdata[i], owner));
  return rung;
}

/**
 * torg_rung_of_article:
 * @article: an article
 * @usages: (nullable) (element-type TorgUsage): what those who used it tell
 * @evaluations: (nullable) (element-type TorgEvaluation): evaluations of it
 *
 * That it worked for others than its owner is a report, not a measurement. Any thread.
 *
 * Returns: how well it is known that what it says is so
 */
TorgRung
torg_rung_of_article (TorgArticle *article, GPtrArray *usages, GPtrArray *evaluations)
{
  gboolean reported = FALSE;

  for (guint i = 0; usages != NULL && i < usages->len; i++) {
    TorgUsage *usage = usages->pdata[i];

    reported |= g_strcmp0 (usage->outcome, "worked") == 0 && usage->organisation != NULL &&
                g_strcmp0 (usage->organisation, article->owner) != 0;
  }
  return torg_rung_of_facts (article->owner, reported, FALSE, evaluations);
}

/**
 * torg_rung_code:
 * @rung: a rung
 *
 * Any thread. Returns: its code in the choices of evidence rungs
 */
const char *
torg_rung_code (TorgRung rung)
{
  return torg_evidence_rungs.rows[rung].code;
}
