/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_REVIEW (torg_review_get_type ())
G_DECLARE_FINAL_TYPE (TorgReview, torg_review, TORG, REVIEW, TorgRecord)

struct _TorgReview {
  TorgRecord parent_instance;

  char *article;
  char *outcome;
  char *digest; /* of the article as it was read */
  char *person;
  char *organisation;
  char *date;
  char *review_by;
  char *note;
  gboolean sample;
};

extern const TorgKind torg_review_kind;

G_END_DECLS
