/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-knowledge.h"

#include "torg-article-actions.h"
#include "torg-article-languages.h"
#include "torg-article-rows.h"
#include "torg-article-standing.h"
#include "torg-article.h"
#include "torg-choices.h"
#include "torg-icons.h"
#include "torg-outline.h"
#include "torg-review.h"
#include "torg-usage.h"
#include "torg-words.h"

#include <glib/gi18n.h>

static char *
count (guint count)
{
  return g_strdup_printf (ngettext ("%'u article", "%'u articles", count), count);
}

static gboolean
is (const char *code, const char *other)
{
  return g_strcmp0 (code, other) == 0;
}

/* What kind it is and whose; that it is published goes without saying. */
static void
describe (TorgSession *session, TorgRecord *record, TorgRowWords *words)
{
  const TorgArticle *article = TORG_ARTICLE (record);

  words->icon = torg_icon_of_choice (&torg_article_kinds, article->kind);
  words->style = torg_style_of_choice (&torg_article_kinds, article->kind);
  words->struck = is (article->status, "archived");
  if (!is (article->status, "published"))
    torg_row_words_add (words, torg_words_choice (&torg_article_statuses, article->status));
  torg_row_words_add (words, torg_words_choice (&torg_article_kinds, article->kind));
  torg_row_words_add_owner (words, session, article->owner);
}

static void
prepare (TorgSession *session, TorgRecord *record)
{
  g_object_set (record, "kind", "lesson", "status", "draft", NULL);
}

static const TorgPageFilter filters[] = {
  { NC_ ("filter", "Theme"), "themes" },
  { NC_ ("filter", "Kind"), "kind" },
  { NC_ ("filter", "Status"), "status" },
  { NC_ ("filter", "Owner"), "owner.type" },
  { NC_ ("filter", "Language"), "language" },
  { NULL },
};

static const TorgPageOrder orders[] = {
  { "changed", NULL, TRUE, N_ ("_Last Changed First"), N_ ("last changed first") },
  { "title", "title", FALSE, N_ ("By _Title"), N_ ("by title") },
  { "review", "review_by", FALSE, N_ ("First _Due for Review First"), N_ ("first due first") },
  { NULL },
};

static const TorgPageWish wishes[] = {
  { "recommendation", N_ ("Add what you recommend") },
  { "text", N_ ("Add what happened") },
  { "context", N_ ("Add where you learned it") },
  { "conditions", N_ ("Add what it takes") },
  { "effort", N_ ("Add what it cost you") },
  { NULL },
};

static const TorgPageRows rows[] = {
  { &torg_review_kind, torg_review_row },
  { &torg_usage_kind, torg_usage_row },
  { NULL },
};

static GType (*const panels[]) (void) = {
  torg_article_languages_get_type,
  torg_article_standing_get_type,
  torg_outline_get_type,
  NULL,
};

const TorgPageType torg_knowledge_page = {
  .kind = &torg_article_kind,
  .title = N_ ("Knowledge"),
  .icon = "torg-knowledge-symbolic",
  .filters = filters,
  .orders = orders,
  .words = {
    .search = N_ ("Search articles"),
    .fetching = N_ ("Fetching the articles…"),
    .empty = N_ ("No Articles Yet"),
    .empty_why = N_ ("See what others have learned: what worked, what did not, and how to do "
                     "the same."),
    .begin = N_ ("_Write an Article"),
    .away_why = N_ ("The articles come here as soon as the service answers. You can write one "
                    "already."),
    .broken = N_ ("The Articles Cannot Be Read"),
    .broken_why = N_ ("What you have written is kept. Torg fetches the articles again the next time "
                      "it starts."),
    .new_title = N_ ("New Article"),
    .edit_title = N_ ("Edit Article"),
  },
  .count = count,
  .describe = describe,
  .overview = "torg-article-overview.ui",
  .detail = "torg-article-detail.ui",
  .form = "torg-article-form.ui",
  .panels = panels,
  .prepare = prepare,
  .wishes = wishes,
  .actions = torg_article_actions,
  .rows = rows,
};
