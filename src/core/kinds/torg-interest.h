/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_INTEREST (torg_interest_get_type ())
G_DECLARE_FINAL_TYPE (TorgInterest, torg_interest, TORG, INTEREST, TorgRecord)

struct _TorgInterest {
  TorgRecord parent_instance;

  char *project;
  char *person;
  char *organisation;
  char *kind;
  char *message;
  gboolean sample;
};

extern const TorgKind torg_interest_kind;

G_END_DECLS
