/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "torg-accounts.h"
#include "torg-seed.h"
#include "torg-test-service.h"

/*
 * Requests that are answered in one transaction, and what the storage remembers from one to the next: neither
 * may show in what is answered.
 */

#define RECORDS   "/v1/buckets/torg/collections/comments/records"
#define ELSEWHERE "/v1/buckets/torg/collections/interests/records"

/* The disk fails for the record `bad`, and for no other. */
#define FAILS                                                                                      \
  "CREATE TRIGGER fails BEFORE INSERT ON object WHEN NEW.id = 'bad' "                              \
  "BEGIN SELECT RAISE (FAIL, 'no'); END"

typedef struct {
  char *folder;
  TorgService *service;
  TorgCaller *admin;
} Fixture;

static void
add_trigger (Fixture *fixture)
{
  g_autofree char *file = torg_service_dup_database (fixture->folder);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, FAILS, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("torg-together-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = torg_service_open (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  fixture->admin = torg_caller_new_trusted (NULL);
  g_assert_true (torg_service_begin (fixture->service, &error));
  g_assert_true (torg_seed_forum (fixture->service, &error));
  g_assert_true (torg_service_commit (fixture->service, &error));
  torg_service_close (fixture->service);
  add_trigger (fixture);
  fixture->service = torg_service_open (fixture->folder, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  torg_caller_unref (fixture->admin);
  torg_service_close (fixture->service);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static TorgRequest *
make (Fixture *fixture, TorgCaller *caller, TorgMethod method, const char *path, const char *json)
{
  TorgRequest *request = torg_request_new (method, path, caller == NULL ? fixture->admin : caller);

  torg_request_set_header (request, "Content-Type", "application/json");
  if (json != NULL)
    request->body = g_bytes_new (json, strlen (json));
  return request;
}

static guint
ask (Fixture *fixture, TorgCaller *caller, TorgMethod method, const char *path, const char *json)
{
  g_autoptr (TorgRequest) request = make (fixture, caller, method, path, json);
  g_autoptr (TorgAnswer) answer = torg_service_answer (fixture->service, request);

  return answer->status;
}

static gboolean
is_there (Fixture *fixture, const char *id)
{
  g_autofree char *path = g_strconcat (RECORDS "/", id, NULL);

  return ask (fixture, NULL, TORG_METHOD_GET, path, NULL) == 200;
}

static GPtrArray *
make_puts (Fixture *fixture, const char *const *ids)
{
  GPtrArray *requests = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_request_free);

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autofree char *path = g_strconcat (RECORDS "/", ids[i], NULL);

    g_ptr_array_add (requests, make (fixture, NULL, TORG_METHOD_PUT, path, "{\"data\":{}}"));
  }
  return requests;
}

static void
test_one_commit_for_all (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "one", "two", "three", NULL };
  g_autoptr (GPtrArray) requests = make_puts (fixture, ids);
  g_autoptr (GPtrArray) answers = torg_service_answer_together (fixture->service, requests);

  g_assert_cmpuint (answers->len, >=, 1);
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (is_there (fixture, ids[i]) == (i < answers->len));
}

/* What one asks for in vain, the others get; and nobody is told of what was not kept. */
static void
test_a_failure_is_ones_own (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "one", "bad", "three", NULL };
  g_autoptr (GPtrArray) requests = make_puts (fixture, ids);

  for (guint done = 0; requests->len > 0;) {
    g_autoptr (GPtrArray) answers = torg_service_answer_together (fixture->service, requests);

    g_assert_cmpuint (answers->len, >=, 1);
    for (guint i = 0; i < answers->len; i++, done++) {
      const TorgAnswer *answer = g_ptr_array_index (answers, i);

      g_assert_cmpuint (answer->status, ==, g_str_equal (ids[done], "bad") ? 503 : 201);
    }
    g_ptr_array_remove_range (requests, 0, answers->len);
  }
  g_assert_true (is_there (fixture, "one"));
  g_assert_false (is_there (fixture, "bad"));
  g_assert_true (is_there (fixture, "three"));
}

/* A batch that fails takes back what it changed, and what is remembered of that goes with it. */
static void
ask_in_a_batch_that_fails (Fixture *fixture, const char *method, const char *path, const char *body)
{
  g_autofree char *batch =
    g_strdup_printf ("{\"requests\":[{\"method\":\"%s\",\"path\":\"%s\",\"body\":%s},"
                     "{\"path\":\"%s\"},"
                     "{\"method\":\"PUT\",\"path\":\"" ELSEWHERE "/bad\",\"body\":{\"data\":{}}}]}",
                     method, path, body, path);

  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_POST, "/v1/batch", batch), ==, 503);
}

#define COMMENTS "/v1/buckets/torg/collections/comments"

static void
test_permissions_are_those_of_now (Fixture *fixture, gconstpointer data)
{
  static const char open[] = "{\"permissions\":{\"read\":[\"account:per\"]}}";
  static const char shut[] = "{\"permissions\":{\"read\":[\"account:ola\"]}}";
  g_autoptr (TorgCaller) per = torg_caller_new ("account:per", NULL);

  g_assert_cmpuint (ask (fixture, per, TORG_METHOD_GET, RECORDS, NULL), ==, 403);
  ask_in_a_batch_that_fails (fixture, "PATCH", COMMENTS, open);
  g_assert_cmpuint (ask (fixture, per, TORG_METHOD_GET, RECORDS, NULL), ==, 403);

  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_PATCH, COMMENTS, open), ==, 200);
  g_assert_cmpuint (ask (fixture, per, TORG_METHOD_GET, RECORDS, NULL), ==, 200);
  ask_in_a_batch_that_fails (fixture, "PUT", COMMENTS, shut);
  g_assert_cmpuint (ask (fixture, per, TORG_METHOD_GET, RECORDS, NULL), ==, 200);

  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_PUT, COMMENTS, shut), ==, 200);
  g_assert_cmpuint (ask (fixture, per, TORG_METHOD_GET, RECORDS, NULL), ==, 403);
}

static guint
count_groups (Fixture *fixture)
{
  TorgAccounts *accounts = torg_service_get_accounts (fixture->service);
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgCaller) per = torg_accounts_get_caller (accounts, "per", &error);

  g_assert_no_error (error);
  return g_strv_length (per->principals);
}

#define EDITORS "/v1/buckets/torg/groups/editors"

static void
test_groups_are_those_of_now (Fixture *fixture, gconstpointer data)
{
  static const char with[] = "{\"data\":{\"members\":[\"account:per\"]}}";
  static const char without[] = "{\"data\":{\"members\":[]}}";
  guint before = count_groups (fixture);

  ask_in_a_batch_that_fails (fixture, "PUT", EDITORS, with);
  g_assert_cmpuint (count_groups (fixture), ==, before);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_PUT, EDITORS, with), ==, 200);
  g_assert_cmpuint (count_groups (fixture), ==, before + 1);
  ask_in_a_batch_that_fails (fixture, "DELETE", EDITORS, "{}");
  g_assert_cmpuint (count_groups (fixture), ==, before + 1);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_PUT, EDITORS, without), ==, 200);
  g_assert_cmpuint (count_groups (fixture), ==, before);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_PUT, EDITORS, with), ==, 200);
  g_assert_cmpuint (count_groups (fixture), ==, before + 1);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_DELETE, EDITORS, NULL), ==, 200);
  g_assert_cmpuint (count_groups (fixture), ==, before);
}

/* Also what stood in a collection that went, and one that came again. */
static void
test_schemas_are_those_of_now (Fixture *fixture, gconstpointer data)
{
  static const char strict[] = "{\"data\":{\"schema\":{\"required\":[\"text\"]}}}";
  static const char comment[] = "{\"data\":{\"about\":\"x\"}}";

  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_POST, RECORDS, comment), ==, 201);
  ask_in_a_batch_that_fails (fixture, "PUT", COMMENTS, strict);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_POST, RECORDS, comment), ==, 201);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_PUT, COMMENTS, strict), ==, 200);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_POST, RECORDS, comment), ==, 400);
  ask_in_a_batch_that_fails (fixture, "DELETE", COMMENTS, "{}");
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_POST, RECORDS, comment), ==, 400);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_DELETE, COMMENTS, NULL), ==, 200);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_POST, RECORDS, comment), ==, 404);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_PUT, COMMENTS, NULL), ==, 201);
  g_assert_cmpuint (ask (fixture, NULL, TORG_METHOD_POST, RECORDS, comment), ==, 201);
}

static gint64
timestamp_of (TorgStorage *storage, const char *list)
{
  g_autoptr (GError) error = NULL;
  gint64 timestamp = 0;

  torg_storage_get_list_timestamp (storage, list, &timestamp, &error);
  g_assert_no_error (error);
  return timestamp;
}

static void
collect (const char *list, gint64 last_modified, gpointer data)
{
  g_string_append_printf (data, "%s %" G_GINT64_FORMAT "\n", list, last_modified);
}

/* A list's timestamp is written with the commit, and nobody sees it behind or ahead. */
static void
test_timestamps_are_those_of_now (Fixture *fixture, gconstpointer data)
{
  static const char list[] = "/buckets/torg/collections/comments/records";
  TorgStorage *storage = torg_service_get_storage (fixture->service);
  gint64 before = timestamp_of (storage, list);
  gint64 taken = 0;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (torg_storage_begin (storage, &error));
  g_assert_true (torg_storage_take_timestamp (storage, list, before + 1000000, &taken, &error));
  g_assert_cmpint (timestamp_of (storage, list), ==, taken);
  expected = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n", list, taken);
  g_assert_true (torg_storage_find_changed (storage, taken - 1, collect, told, &error));
  g_assert_cmpstr (told->str, ==, expected);
  torg_storage_rollback (storage);
  g_assert_cmpint (timestamp_of (storage, list), ==, before);

  g_assert_true (torg_storage_begin (storage, &error));
  g_assert_true (torg_storage_take_timestamp (storage, list, 0, &taken, &error));
  g_assert_cmpint (taken, <, before + 1000000);
  g_assert_true (torg_storage_take_timestamp (storage, list, 0, &taken, &error));
  g_assert_true (torg_storage_commit (storage, &error));
  torg_service_close (fixture->service);
  fixture->service = torg_service_open (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  storage = torg_service_get_storage (fixture->service);
  g_assert_cmpint (timestamp_of (storage, list), ==, taken);
  g_assert_true (torg_storage_begin (storage, &error));
  g_assert_true (torg_storage_take_timestamp (storage, list, 0, &before, &error));
  g_assert_cmpint (before, >, taken);
  torg_storage_rollback (storage);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* The disk's failures are told by warnings. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  ADD ("/together/one-commit-for-all", test_one_commit_for_all);
  ADD ("/together/a-failure-is-ones-own", test_a_failure_is_ones_own);
  ADD ("/together/permissions-are-those-of-now", test_permissions_are_those_of_now);
  ADD ("/together/groups-are-those-of-now", test_groups_are_those_of_now);
  ADD ("/together/schemas-are-those-of-now", test_schemas_are_those_of_now);
  ADD ("/together/timestamps-are-those-of-now", test_timestamps_are_those_of_now);
  return g_test_run ();
}
