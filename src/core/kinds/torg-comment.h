/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_COMMENT (torg_comment_get_type ())
G_DECLARE_FINAL_TYPE (TorgComment, torg_comment, TORG, COMMENT, TorgRecord)

struct _TorgComment {
  TorgRecord parent_instance;

  char *about;
  char *person;
  char *kind;
  char *text;
  char *answers;
  gboolean sample;
};

extern const TorgKind torg_comment_kind;

G_END_DECLS
