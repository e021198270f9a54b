/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_EVALUATION (torg_evaluation_get_type ())
G_DECLARE_FINAL_TYPE (TorgEvaluation, torg_evaluation, TORG, EVALUATION, TorgRecord)

struct _TorgEvaluation {
  TorgRecord parent_instance;

  char *about;
  char *organisation;
  char *person;
  gboolean described;
  gboolean observable;
  gboolean attributable;
  gboolean measurable;
  char *rung;
  char *date;
  char *evidence;
  char *note;
  gboolean sample;
};

extern const TorgKind torg_evaluation_kind;

G_END_DECLS
