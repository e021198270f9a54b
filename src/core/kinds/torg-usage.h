/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

/* "We used this": a record of the collection `applications`. */
#define TORG_TYPE_USAGE (torg_usage_get_type ())
G_DECLARE_FINAL_TYPE (TorgUsage, torg_usage, TORG, USAGE, TorgRecord)

struct _TorgUsage {
  TorgRecord parent_instance;

  char *about;
  char *organisation;
  char *person;
  char *project;
  char *date;
  char *outcome;
  char *changes; /* what we changed */
  char *note;
  gboolean sample;
};

extern const TorgKind torg_usage_kind;

G_END_DECLS
