/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_ARTICLE (torg_article_get_type ())
G_DECLARE_FINAL_TYPE (TorgArticle, torg_article, TORG, ARTICLE, TorgRecord)

struct _TorgArticle {
  TorgRecord parent_instance;

  char *title;
  char *kind;
  char *summary;
  char *owner;
  char *author;
  GStrv themes;
  GStrv areas;
  GStrv phases;
  char *recommendation;
  char *text;
  char *context;    /* where it was learned: size, sector */
  char *conditions; /* what it takes */
  char *effort;     /* people, time, money */
  char *transferability;
  char *transferability_reason;
  char *project;
  char *event;
  GStrv related;
  GListModel *links;
  GStrv tags;
  char *language;
  char *translation_of;
  char *status;
  char *review_by;
  char *supersedes;
  gboolean sample;
};

extern const TorgKind torg_article_kind;

G_END_DECLS
