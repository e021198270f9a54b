/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_PERSON (torg_person_get_type ())
G_DECLARE_FINAL_TYPE (TorgPerson, torg_person, TORG, PERSON, TorgRecord)

struct _TorgPerson {
  TorgRecord parent_instance;

  char *name;
  char *organisation;
  char *role;
  char *email;
  GStrv themes;
  char *about;
  gboolean may_be_contacted;
  gboolean sample;
};

extern const TorgKind torg_person_kind;

G_END_DECLS
