/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_DECISION (torg_decision_get_type ())
G_DECLARE_FINAL_TYPE (TorgDecision, torg_decision, TORG, DECISION, TorgRecord)

struct _TorgDecision {
  TorgRecord parent_instance;

  char *project;
  gint64 point; /* 1 to 6: the decision point after the phase of that number */
  char *date;
  char *outcome;
  char *note;
  gboolean sample;
};

extern const TorgKind torg_decision_kind;

G_END_DECLS
