/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_BENEFIT (torg_benefit_get_type ())
G_DECLARE_FINAL_TYPE (TorgBenefit, torg_benefit, TORG, BENEFIT, TorgRecord)

struct _TorgBenefit {
  TorgRecord parent_instance;

  char *title;
  char *code; /* short name in a plan: Ø1, V2, K3 */
  char *project;
  char *owner;
  char *responsible; /* name and position of who answers for it */
  char *type;
  char *who_gains;
  char *form;
  gboolean disbenefit;
  GStrv themes;
  char *description;
  char *product; /* what brings it */
  char *use_of_gain;
  char *assumptions;
  char *importance;
  char *importance_reason;
  GListModel *years;
  char *full_effect;
  char *state;
  GStrv related;
  GListModel *links;
  GStrv tags;
  char *language;
  gboolean sample;
};

extern const TorgKind torg_benefit_kind;

G_END_DECLS
