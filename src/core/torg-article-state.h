/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-article.h"
#include "torg-review.h"

G_BEGIN_DECLS

/**
 * TorgArticleState:
 * @TORG_ARTICLE_DRAFT: being written
 * @TORG_ARTICLE_IN_REVIEW: waits for somebody to read it
 * @TORG_ARTICLE_PUBLISHED: read and found good, and it says the same still
 * @TORG_ARTICLE_CHANGED: was published, and says something else since
 * @TORG_ARTICLE_DUE: was published, and is to be read again
 * @TORG_ARTICLE_ARCHIVED: kept for those who look for it
 *
 * How far one can lean on an article. The field that says so is a wish until a review agrees.
 */
typedef enum {
  TORG_ARTICLE_DRAFT,
  TORG_ARTICLE_IN_REVIEW,
  TORG_ARTICLE_PUBLISHED,
  TORG_ARTICLE_CHANGED,
  TORG_ARTICLE_DUE,
  TORG_ARTICLE_ARCHIVED,
} TorgArticleState;

char *torg_article_digest (TorgArticle *article);
TorgReview *torg_article_newest_review (GPtrArray *reviews);
TorgArticleState torg_article_state (TorgArticle *article, TorgReview *newest, const char *today);

G_END_DECLS
