/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-sample.h"

#include "torg-article.h"
#include "torg-choices.h"
#include "torg-json.h"
#include "torg-review.h"

#include <string.h>

static void
test_covers_the_choices (TestSample *sample, gconstpointer data)
{
  test_sample_covers (sample, "articles", "kind", &torg_article_kinds);
  test_sample_covers (sample, "articles", "themes", &torg_themes);
  test_sample_covers (sample, "articles", "phases", &torg_phases);
  test_sample_covers (sample, "articles", "transferability", &torg_transferabilities);
  test_sample_covers (sample, "reviews", "outcome", &torg_review_outcomes);
  test_sample_covers (sample, "applications", "outcome", &torg_application_outcomes);
}

/* A translation says the same in another language, and not by way of a third text. */
static void
check_translation (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  const char *id = torg_json_get_string (document, "translation_of");
  JsonObject *first = id != NULL ? test_sample_find (sample, "articles", id) : NULL;

  if (id == NULL)
    return;
  g_assert_false (json_object_has_member (first, "translation_of"));
  g_assert_cmpstr (torg_json_get_string (document, "kind"), ==,
                   torg_json_get_string (first, "kind"));
  g_assert_cmpstr (torg_json_get_string (document, "language"), !=,
                   torg_json_get_string (first, "language"));
}

static void
test_translations (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "articles", check_translation);
}

/* Nobody reviews a text of their own, nor before it was written. */
static void
check_review (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  const char *id = torg_json_get_string (document, "article");
  JsonObject *article = test_sample_find (sample, "articles", id);

  g_assert_cmpstr (torg_json_get_string (document, "person"), !=,
                   torg_json_get_string (article, "author"));
  g_assert_cmpstr (torg_json_get_string (document, "organisation"), !=,
                   torg_json_get_string (article, "owner"));
  g_assert_cmpstr (torg_json_get_string (document, "written"), >,
                   torg_json_get_string (article, "written"));
}

static void
test_reviews (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "reviews", check_review);
}

static JsonObject *
newest_review (TestSample *sample, const char *article)
{
  GHashTableIter iter;
  const char *key;
  JsonObject *document;
  JsonObject *newest = NULL;

  g_hash_table_iter_init (&iter, sample->records);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &document))
    if (g_str_has_prefix (key, "reviews/") &&
        g_str_equal (torg_json_get_string (document, "article"), article) &&
        (newest == NULL || strcmp (torg_json_get_string (document, "written"),
                                   torg_json_get_string (newest, "written")) > 0))
      newest = document;
  return newest;
}

/* What the status says, the newest review has said. */
static void
check_status (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  const char *id = torg_json_get_string (document, "id");
  const char *status = torg_json_get_string (document, "status");
  JsonObject *review = newest_review (sample, id);

  if (g_str_equal (status, "draft") || g_str_equal (status, "in-review"))
    return;
  if (review == NULL)
    g_error ("%s is %s, and nobody reviewed it", id, status);
  g_assert_cmpstr (torg_json_get_string (review, "outcome"), ==, status);
}

static void
test_statuses (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "articles", check_status);
}

/* What did not work is told by organisations that do not exist. */
static void
check_application (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  if (g_str_equal (torg_json_get_string (document, "outcome"), "did-not-work"))
    g_assert_false (g_str_has_prefix (torg_json_get_string (document, "organisation"), "no-"));
}

static void
test_applications (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "applications", check_application);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_sample_add ("/sample/articles/choices", test_covers_the_choices);
  test_sample_add ("/sample/articles/translations", test_translations);
  test_sample_add ("/sample/articles/reviews", test_reviews);
  test_sample_add ("/sample/articles/statuses", test_statuses);
  test_sample_add ("/sample/articles/applications", test_applications);
  return g_test_run ();
}
