/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-article.h"

#include "torg-choices.h"
#include "torg-reference.h"

G_DEFINE_FINAL_TYPE (TorgArticle, torg_article, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_TEXT (TorgArticle, title, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_TITLE | TORG_FIELD_SORTED | TORG_FIELD_SEARCHED, .max = 250),
  TORG_CHOICE (TorgArticle, kind, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED, .choices = &torg_article_kinds),
  TORG_TEXT (TorgArticle, summary, .flags = TORG_FIELD_SEARCHED, .max = 400),
  TORG_REF (TorgArticle, owner, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_SEARCHED, .target = "organisations"),
  TORG_REF (TorgArticle, author, .flags = TORG_FIELD_MACHINE, .target = "people"),
  TORG_SET (TorgArticle, themes, .flags = TORG_FIELD_FILTERED, .choices = &torg_themes),
  TORG_SET (TorgArticle, areas, .flags = TORG_FIELD_FILTERED, .choices = &torg_service_areas),
  TORG_SET (TorgArticle, phases, .flags = TORG_FIELD_FILTERED, .choices = &torg_phases),
  TORG_PROSE (TorgArticle, recommendation, .flags = TORG_FIELD_SEARCHED, .max = 5000),
  TORG_PROSE (TorgArticle, text, .flags = TORG_FIELD_SEARCHED),
  TORG_TEXT (TorgArticle, context, .flags = TORG_FIELD_SEARCHED, .max = 1000),
  TORG_PROSE (TorgArticle, conditions, .flags = TORG_FIELD_SEARCHED, .max = 5000),
  TORG_TEXT (TorgArticle, effort, .flags = TORG_FIELD_SEARCHED, .max = 400),
  TORG_CHOICE (TorgArticle, transferability, .choices = &torg_transferabilities),
  TORG_TEXT (TorgArticle, transferability_reason, .flags = TORG_FIELD_SEARCHED, .max = 1000),
  TORG_REF (TorgArticle, project, .flags = TORG_FIELD_FILTERED, .target = "projects"),
  TORG_REF (TorgArticle, event, .flags = TORG_FIELD_FILTERED, .target = "events"),
  TORG_SET (TorgArticle, related, .flags = TORG_FIELD_FILTERED, .target = TORG_ANY),
  TORG_LIST (TorgArticle, links, .part = &torg_reference_kind, .max = 100),
  TORG_SET (TorgArticle, tags, .flags = TORG_FIELD_SEARCHED, .max = 40),
  TORG_CHOICE (TorgArticle, language, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED, .choices = &torg_languages),
  TORG_REF (TorgArticle, translation_of, .flags = TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .target = "articles"),
  TORG_CHOICE (TorgArticle, status, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_DECISION | TORG_FIELD_MACHINE, .choices = &torg_article_statuses),
  TORG_DATE (TorgArticle, review_by, .flags = TORG_FIELD_SORTED | TORG_FIELD_MACHINE),
  TORG_REF (TorgArticle, supersedes, .flags = TORG_FIELD_MACHINE, .target = "articles"),
  TORG_BOOL (TorgArticle, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_article_kind = {
  .collection = "articles",
  .get_type = torg_article_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .creators = "contributors",
  .editors = "editors",
  .steward = "owner",
};

static void
torg_article_class_init (TorgArticleClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_article_kind);
}

static void
torg_article_init (TorgArticle *self)
{
}
