/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-article.h"
#include "torg-evaluation.h"

G_BEGIN_DECLS

/**
 * TorgRung:
 * @TORG_RUNG_CLAIM: somebody says so
 * @TORG_RUNG_OWN_REPORT: somebody reports what came of it
 * @TORG_RUNG_MEASURED: measured against a baseline
 * @TORG_RUNG_INDEPENDENT: evaluated by others than those who own it
 *
 * How well something is known, the weakest first; in the order of the choices of evidence rungs.
 */
typedef enum {
  TORG_RUNG_CLAIM,
  TORG_RUNG_OWN_REPORT,
  TORG_RUNG_MEASURED,
  TORG_RUNG_INDEPENDENT,
} TorgRung;

TorgRung torg_rung_of_evaluation (TorgEvaluation *evaluation, const char *owner);
TorgRung torg_rung_of_facts (const char *owner,
                             gboolean reported,
                             gboolean measured,
                             GPtrArray *evaluations);
TorgRung torg_rung_of_article (TorgArticle *article, GPtrArray *usages, GPtrArray *evaluations);
const char *torg_rung_code (TorgRung rung);

G_END_DECLS
