/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-article-state.h"

#include "torg-test-core.h"

#define TODAY "2026-11-23"

static TorgArticle *
article_new (const char *text)
{
  g_autoptr (JsonObject) document = torg_test_object (text);

  return TORG_ARTICLE (torg_record_new_from_document (&torg_article_kind, document));
}

static char *
digest_of (const char *text)
{
  g_autoptr (TorgArticle) article = article_new (text);

  return torg_article_digest (article);
}

static void
test_digest (void)
{
  const char *base = "{\"title\": \"Tittel\", \"themes\": {\"benefits\": true, \"toolbox\": true}, "
                     "\"links\": [{\"id\": \"1\", \"title\": \"a\", \"url\": \"https://a.no\"}]}";
  /* What is written, in another order, with what programs add. */
  static const char *const same[] = {
    "{\"links\": [{\"url\": \"https://a.no\", \"title\": \"a\", \"id\": \"1\"}], "
    "\"themes\": {\"toolbox\": true, \"benefits\": true}, \"title\": \"Tittel\"}",
    "{\"id\": \"x\", \"last_modified\": 7, \"status\": \"published\", \"review_by\": \"2027-01-01\", "
    "\"sample\": true, \"title\": \"Tittel\", \"themes\": {\"benefits\": true, \"toolbox\": true}, "
    "\"links\": [{\"id\": \"1\", \"title\": \"a\", \"url\": \"https://a.no\"}]}",
  };
  static const char *const other[] = {
    "{}",
    "{\"title\": \"Tittel\"}",
    "{\"title\": \"tittel\", \"themes\": {\"benefits\": true, \"toolbox\": true}, "
    "\"links\": [{\"id\": \"1\", \"title\": \"a\", \"url\": \"https://a.no\"}]}",
    "{\"title\": \"Tittel\", \"themes\": {\"benefits\": true, \"toolbox\": true}, "
    "\"links\": [{\"id\": \"1\", \"title\": \"a\", \"url\": \"https://b.no\"}]}",
  };
  g_autofree char *digest = digest_of (base);

  g_assert_cmpuint (strlen (digest), ==, 64);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++) {
    g_autofree char *again = digest_of (same[i]);

    g_assert_cmpstr (again, ==, digest);
  }
  for (guint i = 0; i < G_N_ELEMENTS (other); i++) {
    g_autofree char *different = digest_of (other[i]);

    g_assert_cmpstr (different, !=, digest);
  }
}

static void
test_states (void)
{
  static const struct {
    const char *status;
    const char *outcome; /* NULL: no review */
    const char *until;
    gboolean changed;
    TorgArticleState state;
  } rows[] = {
    { "draft",     NULL,        NULL,         FALSE, TORG_ARTICLE_DRAFT     },
    { "in-review", NULL,        NULL,         FALSE, TORG_ARTICLE_IN_REVIEW },
    { "published", NULL,        NULL,         FALSE, TORG_ARTICLE_IN_REVIEW },
    { "published", "published", NULL,         FALSE, TORG_ARTICLE_PUBLISHED },
    { "published", "published", TODAY,        FALSE, TORG_ARTICLE_PUBLISHED },
    { "published", "published", "2026-11-22", FALSE, TORG_ARTICLE_DUE       },
    { "published", "published", NULL,         TRUE,  TORG_ARTICLE_CHANGED   },
    { "published", "published", "2026-11-22", TRUE,  TORG_ARTICLE_CHANGED   },
    { "published", "changes",   NULL,         FALSE, TORG_ARTICLE_IN_REVIEW },
    { "published", "due",       NULL,         FALSE, TORG_ARTICLE_DUE       },
    { "due",       "published", NULL,         FALSE, TORG_ARTICLE_PUBLISHED },
    { "published", "archived",  NULL,         FALSE, TORG_ARTICLE_ARCHIVED  },
    { "archived",  "published", NULL,         FALSE, TORG_ARTICLE_ARCHIVED  },
    { "in-review", "published", NULL,         TRUE,  TORG_ARTICLE_IN_REVIEW },
    { "draft",     "archived",  NULL,         FALSE, TORG_ARTICLE_DRAFT     },
    { "draft",     "changes",   NULL,         FALSE, TORG_ARTICLE_DRAFT     },
    { NULL,        NULL,        NULL,         FALSE, TORG_ARTICLE_IN_REVIEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgArticle) article = article_new ("{\"title\": \"Tittel\", \"text\": \"Tekst\"}");
    g_autoptr (TorgRecord) review = torg_record_new (&torg_review_kind);
    g_autofree char *digest = torg_article_digest (article);

    g_test_message ("row %u", i);
    g_object_set (article, "status", rows[i].status, NULL);
    g_object_set (review, "outcome", rows[i].outcome, "review-by", rows[i].until, "digest", digest,
                  NULL);
    if (rows[i].changed)
      g_object_set (article, "text", "Noe annet", NULL);
    g_assert_cmpint (
      torg_article_state (article, rows[i].outcome ? TORG_REVIEW (review) : NULL, TODAY), ==,
      rows[i].state);
  }
}

static void
test_newest (void)
{
  static const char *const dates[] = { "2026-01-02", "2026-03-01", "2026-03-01", "2026-02-01" };
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_null (torg_article_newest_review (reviews));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_autoptr (TorgRecord) review = torg_record_new (&torg_review_kind);
    g_autofree char *id = g_strdup_printf ("review-%u", i);

    torg_record_set_id (review, id);
    g_object_set (review, "date", dates[i], NULL);
    g_ptr_array_add (reviews, g_steal_pointer (&review));
  }
  g_assert_true (torg_article_newest_review (reviews) == reviews->pdata[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-state/digest", test_digest);
  g_test_add_func ("/article-state/states", test_states);
  g_test_add_func ("/article-state/newest", test_newest);
  return g_test_run ();
}
