/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-content.h"

#include <glib/gstdio.h>

#include "torg-article-state.h"
#include "torg-json.h"
#include "torg-sample.h"
#include "torg-seed.h"
#include "torg-stored.h"

typedef struct {
  char *folder;
  TorgService *service;
} Fixture;

static void
load_all (Fixture *fixture, char **told)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  FILE *report = open_memstream (told, &length);

  torg_service_begin (fixture->service, &error);
  g_assert_no_error (error);
  torg_seed_forum (fixture->service, &error);
  g_assert_no_error (error);
  torg_seed_schemas (fixture->service, &error);
  g_assert_no_error (error);
  torg_load_reference (fixture->service, report, &error);
  g_assert_no_error (error);
  torg_load_sample (fixture->service, report, &error);
  g_assert_no_error (error);
  torg_service_commit (fixture->service, &error);
  g_assert_no_error (error);
  fclose (report);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("torg-load-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = torg_service_open (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  load_all (fixture, &told);
  g_assert_nonnull (strstr (told, "places: 371 of 371"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  torg_service_close (fixture->service);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static JsonObject *
get (Fixture *fixture, const char *collection, const char *id, TorgStored *stored)
{
  g_autoptr (GError) error = NULL;
  JsonObject *document = NULL;

  torg_stored_find (fixture->service, "torg", collection, id, stored, &document, &error);
  g_assert_no_error (error);
  return document;
}

static void
test_places_are_organisations (Fixture *fixture, gconstpointer data)
{
  TorgStored stored;
  g_autoptr (JsonObject) document = get (fixture, "organisations", "no-942110464", &stored);

  g_assert_cmpint (stored, ==, TORG_STORED_ALIVE);
  g_assert_cmpstr (torg_json_get_string (document, "name"), ==, "Trondheim - Tråante kommune");
}

/* A comment of September is not one of today; its text is the file's, without the file's own member. */
static void
test_records_have_their_age (Fixture *fixture, gconstpointer data)
{
  TorgStored stored;
  g_autoptr (JsonObject) document = get (fixture, "comments", "sample-comment-01", &stored);

  g_assert_cmpint (torg_json_get_int (document, "last_modified", 0), ==, 1773562320000);
  g_assert_false (json_object_has_member (document, "written"));
}

static TorgArticleState
state_of (Fixture *fixture, const char *article, const char *review)
{
  TorgStored stored;
  g_autoptr (JsonObject) text = get (fixture, "articles", article, &stored);
  g_autoptr (JsonObject) read = get (fixture, "reviews", review, &stored);
  g_autoptr (TorgRecord) record = torg_record_new_from_document (&torg_article_kind, text);
  g_autoptr (TorgRecord) newest = torg_record_new_from_document (&torg_review_kind, read);

  return torg_article_state (TORG_ARTICLE (record), TORG_REVIEW (newest), "2026-11-23");
}

/* Reviews are of the texts that were loaded; the author of one has written more since. */
static void
test_reviews_vouch_for_articles (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (state_of (fixture, "sample-silent-trial", "sample-review-silent-trial"), ==,
                   TORG_ARTICLE_PUBLISHED);
  g_assert_cmpint (state_of (fixture, "sample-log-template", "sample-review-log-template-2"), ==,
                   TORG_ARTICLE_DUE);
  g_assert_cmpint (
    state_of (fixture, "sample-zero-point-three-weeks", "sample-review-zero-point-three-weeks-2"),
    ==, TORG_ARTICLE_CHANGED);
}

static void
test_twice_writes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;
  g_auto (GStrv) lines = NULL;

  load_all (fixture, &told);
  lines = g_strsplit (g_strchomp (told), "\n", 0);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], ": 0 of "));
}

static void
send (Fixture *fixture, TorgMethod method, const char *path, JsonNode *body)
{
  g_autoptr (TorgCaller) caller = torg_caller_new_trusted (NULL);
  g_autoptr (TorgRequest) request = torg_request_new (method, path, caller);
  g_autoptr (TorgAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  request->json = body;
  torg_service_begin (fixture->service, &error);
  g_assert_no_error (error);
  answer = torg_service_dispatch (fixture->service, request);
  g_assert_cmpuint (answer->status, ==, 200);
  torg_service_commit (fixture->service, &error);
  g_assert_no_error (error);
}

static void
test_edited_and_deleted_stay_so (Fixture *fixture, gconstpointer data)
{
  static const char *const edit = "{\"data\": {\"website\": \"https://example.org/\"}}";
  TorgStored stored;
  g_autofree char *told = NULL;
  g_autoptr (JsonObject) edited = NULL;
  g_autoptr (JsonObject) deleted = NULL;

  send (fixture, TORG_METHOD_PATCH,
        "/v1/buckets/torg/collections/organisations/records/no-942110464",
        torg_json_parse (edit, strlen (edit), 0, NULL));
  send (fixture, TORG_METHOD_DELETE,
        "/v1/buckets/torg/collections/comments/records/sample-comment-03", NULL);
  load_all (fixture, &told);
  edited = get (fixture, "organisations", "no-942110464", &stored);
  g_assert_cmpstr (torg_json_get_string (edited, "website"), ==, "https://example.org/");
  deleted = get (fixture, "comments", "sample-comment-03", &stored);
  g_assert_cmpint (stored, ==, TORG_STORED_DELETED);
  g_assert_null (deleted);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/load/places", test_places_are_organisations);
  add ("/load/age", test_records_have_their_age);
  add ("/load/reviews", test_reviews_vouch_for_articles);
  add ("/load/twice", test_twice_writes_nothing);
  add ("/load/edited", test_edited_and_deleted_stay_so);
  return g_test_run ();
}
