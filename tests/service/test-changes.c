/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-json.h"
#include "torg-test-service.h"

#define CHANGES   "/buckets/monitor/collections/changes/records"
#define CHANGESET "/buckets/monitor/collections/changes/changeset"
#define PROJECTS  "/buckets/torg/collections/projects/records"
#define A_PROJECT "{'data': {'title': 'x'}}"

/* The entry of a collection; %NULL where there is none. */
static JsonObject *
find (TestAnswer *answer, const char *bucket, const char *collection)
{
  JsonArray *list = test_answer_list (answer);

  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonObject *entry = json_array_get_object_element (list, i);

    if (g_strcmp0 (torg_json_get_string (entry, "bucket"), bucket) == 0 &&
        g_strcmp0 (torg_json_get_string (entry, "collection"), collection) == 0)
      return entry;
  }
  return NULL;
}

static gboolean
sees (TestService *service, const char *user, const char *bucket, const char *collection)
{
  g_autoptr (TestAnswer) answer = test_service_ask (service, user, "GET", CHANGES, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, 200);
  return find (answer, bucket, collection) != NULL;
}

static gint64
timestamp_of (TestService *service, const char *path)
{
  g_autoptr (TestAnswer) answer = test_service_ask (service, "ada", "HEAD", path, NULL, NULL);
  const char *etag = test_answer_header (answer, "ETag");

  return g_ascii_strtoll (etag + 1, NULL, 10);
}

static void
test_entries (void)
{
  static const TestStep before[] = {
    { "eva", "PUT " PROJECTS "/p", NULL, A_PROJECT, 201 },
    { "ada", "GET /", NULL, NULL, 200, "'changes':{" },
    { "ola", "DELETE " CHANGES, NULL, NULL, 405 },
    { "ola", "HEAD " CHANGES, NULL, NULL, 200, "Total-Records: " },
  };
  static const TestStep between[] = {
    { "eva", "DELETE " PROJECTS "/p", NULL, NULL, 200 },
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) first = NULL;
  g_autoptr (TestAnswer) second = NULL;
  g_autofree char *id = NULL;
  JsonObject *entry = NULL;

  test_service_steps (service, before);
  first = test_service_ask (service, "ola", "GET", CHANGES, NULL, NULL);
  entry = find (first, "torg", "projects");
  g_assert_cmpint (torg_json_get_int (entry, "last_modified", 0), ==,
                   timestamp_of (service, PROJECTS));
  g_assert_true (g_str_has_prefix (torg_json_get_string (entry, "host"), "127.0.0.1:"));
  g_assert_true (g_uuid_string_is_valid (torg_json_get_string (entry, "id")));
  g_assert_cmpuint (json_object_get_size (entry), ==, 5);
  id = g_strdup (torg_json_get_string (entry, "id"));

  test_service_steps (service, between);
  test_service_restart (service);
  second = test_service_ask (service, "ola", "GET", CHANGES, NULL, NULL);
  entry = find (second, "torg", "projects");
  g_assert_cmpstr (torg_json_get_string (entry, "id"), ==, id);
  g_assert_cmpint (torg_json_get_int (entry, "last_modified", 0), ==,
                   timestamp_of (service, PROJECTS));
  /* The newest first. */
  g_assert_true (json_array_get_object_element (test_answer_list (second), 0) == entry);
}

static void
test_query (void)
{
  static const TestStep steps[] = {
    { "ola", "GET " CHANGES, NULL, NULL, 200, "'collection':'events'" },
    { "eva", "PUT " PROJECTS "/p", NULL, A_PROJECT, 201 },
    { "ola", "GET " CHANGES "?_since=1", NULL, NULL, 200, "'collection':'events'" },
    { "ola", "GET " CHANGES "?collection=projects&bucket=torg", NULL, NULL, 200,
     "'collection':'projects'", "events" },
    { "ola", "GET " CHANGES "?collection=none", NULL, NULL, 200, "{'data':[]}" },
    { "ola", "GET " CHANGES "?_limit=1", NULL, NULL, 200, "Next-Page: http", "events" },
    { "ola", "GET " CHANGES "?_sort=collection&_limit=1", NULL, NULL, 200,
     "'collection':'applications'" },
    { "ola", "GET " CHANGES "?_sort=none", NULL, NULL, 400 },
    { "ola", "GET " CHANGES "?colour=red", NULL, NULL, 400 },
    { "ola", "GET " CHANGES "?_since=x", NULL, NULL, 400 },
    { "ola", "GET " CHANGES, NULL, NULL, 200 },
    { "ola", "GET " CHANGES "?_since=$", NULL, NULL, 200, "{'data':[]}" },
    { "eva", "PUT " PROJECTS "/q", NULL, A_PROJECT, 201 },
    { "ola", "GET " CHANGES "?_since=0&_before=$", NULL, NULL, 200, "events", "'projects'" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

static void
test_conditional (void)
{
  static const TestStep steps[] = {
    { "ola", "GET " CHANGES, NULL, NULL, 200 },
    { "ola", "GET " CHANGES, "If-None-Match: \"$\"", NULL, 304, "ETag: " },
    { "ola", "GET " CHANGES, "If-None-Match: W/\"$\"", NULL, 304 },
    /* What changes where one may not read changes nothing. */
    { "ada", "PUT /buckets/b", NULL, NULL, 201 },
    { "ada", "PUT /buckets/b/collections/c", NULL, NULL, 201 },
    { "ola", "GET " CHANGES, NULL, NULL, 200, NULL, "'b'" },
    { "ada", "GET /buckets/b/collections/c/records", NULL, NULL, 200 },
    { "ada", "GET " CHANGES, "If-None-Match: \"$\"", NULL, 304 },
    { "eva", "PUT " PROJECTS "/p", NULL, A_PROJECT, 201 },
    { "ada", "GET " CHANGES, "If-None-Match: \"1\"", NULL, 200, "'projects'" },
    { "ada", "GET " CHANGES, "If-None-Match: \"$\"", NULL, 304 },
    { "ola", "GET " CHANGES, "If-None-Match: \"$\"", NULL, 304 },
    { "ada", "PUT /buckets/b/collections/c/records/r", NULL, "{}", 201 },
    { "ola", "GET " CHANGES, "If-None-Match: \"$\"", NULL, 200, NULL, "'b'" },
    { "ola", "GET " CHANGES, "If-None-Match: \"$\"", NULL, 304 },
    { "ada", "GET " CHANGES, "If-None-Match: \"$\"", NULL, 200, "'b'" },
    /* Losing what was newest is a change too. */
    { "ada", "GET " CHANGES, NULL, NULL, 200 },
    { "ada", "GET " CHANGES, "If-None-Match: \"$\"", NULL, 304 },
    { "ada", "DELETE /buckets/b/collections/c", NULL, NULL, 200 },
    { "ada", "GET " CHANGES, NULL, NULL, 200, NULL, "'b'" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

/* The same as asking each collection for its records. */
static void
test_access (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT /buckets/b",                           NULL, NULL,                                         201 },
    { "ada", "PUT /buckets/b/collections/one",           NULL, "{'permissions': {'read': ['account:per']}}",
     201                                                                                                         },
    { "ada", "PUT /buckets/b/collections/two",           NULL, NULL,                                         201 },
    { "ada", "PUT /buckets/b/collections/three",         NULL,
     "{'permissions': {'record:create': ['account:per']}}",                                                  201 },
    { "ada", "PUT /buckets/b/collections/two/records/r", NULL,
     "{'permissions': {'read': ['account:per']}}",                                                           201 },
    { "ada", "PUT /buckets/c",                           NULL, "{'permissions': {'read': ['account:per']}}", 201 },
    { "ada", "PUT /buckets/c/collections/four",          NULL, NULL,                                         201 },
  };
  static const char *const users[] = { "ada", "eva", "kari", "ola", "per", "" };
  static const char *const places[][2] = {
    { "b",        "one"      },
    { "b",        "two"      },
    { "b",        "three"    },
    { "c",        "four"     },
    { "torg",     "projects" },
    { "torg",     "people"   },
    { "org-no-1", "projects" },
    { "none",     "none"     },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
  for (guint i = 0; i < G_N_ELEMENTS (users); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (places); j++) {
      g_autofree char *path =
        g_strdup_printf ("/buckets/%s/collections/%s/records", places[j][0], places[j][1]);
      g_autoptr (TestAnswer) answer = test_service_ask (service, users[i], "GET", path, NULL, NULL);
      gboolean partial = strcmp (users[i], "per") == 0 && strcmp (places[j][0], "b") == 0 && j > 0;

      g_test_message ("%s %s", users[i], path);
      /* Who may see some records only, or add to them, is not told when the others change. */
      g_assert_true (sees (service, users[i], places[j][0], places[j][1]) ==
                     (answer->status == 200 && !partial));
    }
  }
}

static void
test_changeset (void)
{
  static const TestStep steps[] = {
    { "eva", "PUT " PROJECTS "/p", NULL, A_PROJECT, 201 },
    { "eva", "PUT " PROJECTS "/q", NULL, A_PROJECT, 201 },
    { "ola", "GET /buckets/torg/collections/projects/changeset", NULL, NULL, 400,
     "'name':'_expected'" },
    { "ola", "GET /buckets/torg/collections/projects/changeset?_expected=0&_since=1", NULL, NULL,
     400, "integer between double quotes" },
    { "ola", "GET /buckets/torg/collections/projects/changeset?_expected=0", NULL, NULL, 200,
     "{'metadata':{" },
    { "ola", "GET /buckets/torg/collections/projects/changeset?_expected=0", NULL, NULL, 200,
     "'timestamp':$,'changes':[{'title':'x','id':'q'" },
    { "ola", "GET /buckets/torg/collections/projects/changeset?_expected=0&_limit=1", NULL, NULL,
     200, "'q'", "'p'" },
    { "eva", "DELETE " PROJECTS "/p", NULL, NULL, 200 },
    { "ola", "GET /buckets/torg/collections/projects/changeset?_expected=0", NULL, NULL, 200, "'q'",
     "'p'" },
    { "ola", "GET /buckets/torg/collections/projects/changeset?_expected=0&_since=%221%22", NULL,
     NULL, 200, "'deleted':true" },
    { "ola", "GET /buckets/torg/collections/projects/changeset?_expected=0&_since=%22$%22", NULL,
     NULL, 200, "'changes':[]}" },
    { "per", "GET /buckets/torg/collections/projects/changeset?_expected=0", NULL, NULL, 403 },
    { "", "GET /buckets/torg/collections/projects/changeset?_expected=0", NULL, NULL, 401 },
    { "ada", "GET /buckets/torg/collections/none/changeset?_expected=0", NULL, NULL, 404 },
    { "ola", "GET " CHANGESET "?_expected=0", NULL, NULL, 200, "{'metadata':{},'timestamp':" },
    { "ola", "GET " CHANGESET "?_expected=0&bucket=torg&collection=projects", NULL, NULL, 200,
     "'collection':'projects'", "events" },
    { "ola", "GET " CHANGESET "?_expected=0", NULL, NULL, 200 },
    { "ola", "GET " CHANGESET "?_expected=0&_since=%22$%22", NULL, NULL, 200, "'changes':[]}" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

/* Every page in one answer. */
static void
test_long_changeset (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) answer = NULL;

  for (guint i = 0; i < 25; i++) {
    GString *body =
      g_string_new ("{\"defaults\":{\"method\":\"POST\",\"path\":\"" PROJECTS "\"},\"requests\":[");
    g_autofree char *text = NULL;
    g_autoptr (TestAnswer) made = NULL;

    for (guint j = 0; j < 100; j++)
      g_string_append_printf (body, "%s{\"body\":{\"data\":{\"n\":%u}}}", j > 0 ? "," : "", j);
    g_string_append (body, "]}");
    text = g_string_free_and_steal (body);
    made = test_service_ask (service, "eva", "POST", "/batch", NULL, text);
    g_assert_cmpuint (made->status, ==, 200);
  }
  answer = test_service_ask (
    service, "ola", "GET", "/buckets/torg/collections/projects/changeset?_expected=0", NULL, NULL);
  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpuint (
    json_array_get_length (torg_json_get_array (json_node_get_object (answer->json), "changes")),
    ==, 2500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/entries", test_entries);
  g_test_add_func ("/changes/query", test_query);
  g_test_add_func ("/changes/conditional", test_conditional);
  g_test_add_func ("/changes/access", test_access);
  g_test_add_func ("/changes/changeset", test_changeset);
  g_test_add_func ("/changes/long-changeset", test_long_changeset);
  return g_test_run ();
}
