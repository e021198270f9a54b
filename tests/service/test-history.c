/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-json.h"
#include "torg-test-service.h"

#define B       "/buckets/b"
#define C       B "/collections/c"
#define R       C "/records"
#define HISTORY B "/history"

static const TestStep bucket[] = {
  { "ada", "PUT " B,                  NULL, NULL,                                   201, NULL },
  { "ada", "PUT " C,                  NULL, "{'data':{'n':1}}",                     201, NULL },
  { "ada", "PUT " B "/groups/g",      NULL, "{'data':{'members':['account:ola']}}", 201, NULL },
  { "ada", "PUT " R "/a",             NULL, "{'data':{'pi':3.10}}",                 201, NULL },
  { "ada", "PATCH " R "/a",           NULL, "{'data':{'name':'ø'}}",                200, NULL },
  { "ada", "PUT " R "/b",             NULL, NULL,                                   201, NULL },
  { "ada", "DELETE " R "/b",          NULL, NULL,                                   200, NULL },
  { "ada", "PUT " B "/collections/d", NULL, NULL,                                   201, NULL },
};

static TestService *
new_service (void)
{
  TestService *service = test_service_new ();

  test_service_steps (service, bucket);
  return service;
}

/* What was done, the newest first: action and URI below the bucket. */
static char *
tell (TestService *service, const char *user, const char *query)
{
  g_autofree char *path = g_strconcat (HISTORY, query, NULL);
  g_autoptr (TestAnswer) answer = test_service_ask (service, user, "GET", path, NULL, NULL);
  GString *told = g_string_new (NULL);
  JsonArray *entries = NULL;

  g_assert_cmpuint (answer->status, ==, 200);
  entries = test_answer_list (answer);
  for (guint i = 0; i < json_array_get_length (entries); i++) {
    JsonObject *entry = json_array_get_object_element (entries, i);

    g_string_append_printf (told, "%s%s %s", i > 0 ? ", " : "",
                            torg_json_get_string (entry, "action"),
                            torg_json_get_string (entry, "uri") + strlen (B));
  }
  return g_string_free_and_steal (told);
}

static void
assert_told (TestService *service, const char *user, const char *query, const char *expected)
{
  g_autofree char *told = tell (service, user, query);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_entries (void)
{
  static const TestStep steps[] = {
    { "ada", "GET " HISTORY "?uri=" R "/a&action=update", NULL, NULL, 200, "'record_id':'a'" },
    { "ada", "GET " HISTORY "?uri=" R "/a&action=update", NULL, NULL, 200, "'collection_id':'c'",
     "bucket_id" },
    { "ada", "GET " HISTORY "?uri=" R "/a&action=update", NULL, NULL, 200,
     "'user_id':'account:ada'" },
    { "ada", "GET " HISTORY "?uri=" R "/a&action=update", NULL, NULL, 200,
     "'permissions':{'write':['account:ada']}" },
    { "ada", "GET " HISTORY "?uri=" R "/a", NULL, NULL, 200, "'pi':3.10" },
    { "ada", "GET " HISTORY "?uri=" R "/b&action=delete", NULL, NULL, 200, "'deleted':true" },
    { "ada", "GET " HISTORY "?group_id=g", NULL, NULL, 200, "'resource_name':'group'" },
    { "ada", "GET " HISTORY "?bucket_id=b", NULL, NULL, 200, "'resource_name':'bucket'" },
    { "ada", "HEAD " HISTORY, NULL, NULL, 200, "Total-Objects: 8" },
    { "ada", "GET " HISTORY "?unknown=1", NULL, NULL, 400, "Unknown filter field" },
    { "ada", "GET " HISTORY "?_sort=unknown", NULL, NULL, 400, "Unknown sort field" },
    { "ada", "PUT " HISTORY, NULL, "{}", 405, NULL },
    { "ada", "POST " HISTORY, NULL, "{}", 405, NULL },
    { "ada", "GET " HISTORY "/a", NULL, NULL, 404, NULL },
    { "ada", "GET /buckets/none/history", NULL, NULL, 403, NULL },
    { "ada", "PUT " R "/7", NULL, NULL, 201, NULL },
    { "ada", "GET " HISTORY "?record_id=7", NULL, NULL, 200, "'record_id':'7'" },
  };
  g_autoptr (TestService) service = new_service ();

  assert_told (service, "ada", "",
               "create /collections/d, delete /collections/c/records/b, "
               "create /collections/c/records/b, update /collections/c/records/a, "
               "create /collections/c/records/a, create /groups/g, create /collections/c, create ");
  assert_told (service, "ada", "?resource_name=record&action=create&_sort=last_modified",
               "create /collections/c/records/a, create /collections/c/records/b");
  assert_told (service, "ada", "?target.data.name=%C3%B8", "update /collections/c/records/a");
  assert_told (service, "ada", "?_limit=1", "create /collections/d");
  test_service_steps (service, steps);
}

/* The list moves on with each entry, so that `_since` has all that is newer. */
static void
test_since (void)
{
  static const TestStep steps[] = {
    { "ada", "GET " HISTORY,             NULL,                   NULL, 200, NULL        },
    { "ada", "GET " HISTORY,             "If-None-Match: \"$\"", NULL, 304, NULL        },
    { "ada", "GET " HISTORY "?_since=$", NULL,                   NULL, 200, "'data':[]" },
    { "ada", "HEAD " HISTORY,            NULL,                   NULL, 200, NULL        },
  };
  g_autoptr (TestService) service = new_service ();
  g_autofree char *query = NULL;

  test_service_steps (service, steps);
  query = g_strconcat ("?_since=", service->etag, NULL);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (TestAnswer) answer =
      test_service_ask (service, "ada", "PATCH", R "/a", NULL, "{\"data\":{\"again\":1}}");

    g_assert_cmpuint (answer->status, ==, 200);
  }
  assert_told (service, "ada", query,
               "update /collections/c/records/a, update /collections/c/records/a, "
               "update /collections/c/records/a");
}

/* A refused batch leaves no trace, nor does what an administrator dates back stand in a wrong place. */
static void
test_order (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT " R "/old",            NULL,               "{'data':{'last_modified':1000}}", 201,
     "'last_modified':1000"                                                                                                 },
    { "ada", "GET " HISTORY "?_limit=1", NULL,               NULL,                              200, "'last_modified':1000" },
    { "ola", "PUT " R "/refused",        NULL,               "{}",                              403, NULL                   },
    { "ada", "PUT " R "/a",              "If-None-Match: *", "{}",                              412, NULL                   },
    { "ada", "GET " HISTORY "?_limit=1", NULL,               NULL,                              200, "'record_id':'old'"    },
  };
  g_autoptr (TestService) service = new_service ();

  test_service_steps (service, steps);
}

/* An entry is seen by who may read what it tells of. */
static void
test_access (void)
{
  static const TestStep steps[] = {
    { "ola", "GET " HISTORY,    NULL, NULL,                                       403, NULL               },
    { "",    "GET " HISTORY,    NULL, NULL,                                       401, NULL               },
    { "ada", "PATCH " R "/a",   NULL, "{'permissions':{'read':['account:ola']}}", 200, NULL               },
    { "ola", "DELETE " HISTORY, NULL, NULL,                                       403, NULL               },
    { "ola", "HEAD " HISTORY,   NULL, NULL,                                       200, "Total-Objects: 3" },
  };
  static const TestStep take[] = {
    { "ada", "PATCH " R "/a", NULL, "{'permissions':{'read':[]}}",              200, NULL },
    { "ola", "GET " HISTORY,  NULL, NULL,                                       403, NULL },
    { "ada", "PATCH " C,      NULL, "{'permissions':{'read':['account:ola']}}", 200, NULL },
  };
  static const TestStep whole[] = {
    { "ada", "PATCH " B,        NULL, "{'permissions':{'read':['account:ola']}}", 200, NULL                },
    { "ola", "HEAD " HISTORY,   NULL, NULL,                                       200, "Total-Objects: 12" },
    { "ola", "DELETE " HISTORY, NULL, NULL,                                       403, NULL                },
  };
  g_autoptr (TestService) service = new_service ();

  test_service_steps (service, steps);
  assert_told (service, "ola", "",
               "update /collections/c/records/a, update /collections/c/records/a, "
               "create /collections/c/records/a");
  test_service_steps (service, take);
  assert_told (service, "ola", "?resource_name=collection",
               "update /collections/c, create /collections/c");
  assert_told (service, "ola", "?record_id=b",
               "delete /collections/c/records/b, create /collections/c/records/b");
  assert_told (service, "ola", "?resource_name=bucket", "");
  assert_told (service, "ola", "?collection_id=d", "");
  test_service_steps (service, whole);
}

static void
test_purge (void)
{
  static const TestStep some[] = {
    { "ada", "DELETE " HISTORY "?record_id=a",       NULL, NULL, 200, "'deleted':true"   },
    { "ada", "HEAD " HISTORY,                        NULL, NULL, 200, "Total-Objects: 6" },
    { "ada", "GET " HISTORY "?_since=0&action=none", NULL, NULL, 200, "'data':[]"        },
  };
  static const TestStep all[] = {
    { "ada", "DELETE " HISTORY, NULL, NULL, 200, "'deleted':true"   },
    { "ada", "HEAD " HISTORY,   NULL, NULL, 200, "Total-Objects: 0" },
    { "ada", "DELETE " C,       NULL, NULL, 200, NULL               },
  };
  static const TestStep anew[] = {
    { "ada", "DELETE " B,    NULL, NULL, 200, NULL },
    { "ada", "GET " HISTORY, NULL, NULL, 403, NULL },
    { "ada", "PUT " B,       NULL, NULL, 201, NULL },
  };
  g_autoptr (TestService) service = new_service ();

  test_service_steps (service, some);
  test_service_steps (service, all);
  assert_told (service, "ada", "", "delete /collections/c");
  test_service_steps (service, anew);
  assert_told (service, "ada", "", "create ");
}

static void
test_snapshot (void)
{
  static const TestStep first[] = {
    { "ada", "PUT " R "/gone",    NULL, "{}",                         201, NULL },
    { "ada", "DELETE " R "/gone", NULL, NULL,                         200, NULL },
    { "ada", "PUT " R "/one",     NULL, "{'data':{'v':1,'pi':3.10}}", 201, NULL },
    { "ada", "PUT " R "/two",     NULL, "{'data':{'v':1}}",           201, NULL },
  };
  static const TestStep later[] = {
    { "ada", "PUT " R "/gone",   NULL, "{}",               201, NULL },
    { "ada", "PUT " R "/one",    NULL, "{'data':{'v':2}}", 200, NULL },
    { "ada", "PUT " R "/one",    NULL, "{'data':{'v':3}}", 200, NULL },
    { "ada", "DELETE " R "/two", NULL, NULL,               200, NULL },
    { "ada", "PUT " R "/three",  NULL, "{}",               201, NULL },
    { "ada", "DELETE " R "/a",   NULL, NULL,               200, NULL },
  };
  static const TestStep wrong[] = {
    { "ada", "GET " B "/snapshot/collections/c@x",    NULL, NULL, 400, "Invalid timestamp" },
    { "ada", "GET " B "/snapshot/collections/c@-1",   NULL, NULL, 400, "Invalid timestamp" },
    { "ada", "GET " B "/snapshot/collections/c",      NULL, NULL, 400, NULL                },
    { "ola", "GET " B "/snapshot/collections/c@1",    NULL, NULL, 403, NULL                },
    { "",    "GET " B "/snapshot/collections/c@1",    NULL, NULL, 401, NULL                },
    { "ada", "GET " B "/snapshot/collections/none@1", NULL, NULL, 404, NULL                },
    { "ada", "GET " B "/snapshot/collections/c@1",    NULL, NULL, 200, "{'data':[]}"       },
  };
  g_autoptr (TestService) service = new_service ();
  g_autofree char *path = NULL;
  g_autoptr (TestAnswer) answer = NULL;
  g_autoptr (TestAnswer) now = NULL;

  test_service_steps (service, first);
  path = g_strconcat (B "/snapshot/collections/c@", service->etag, NULL);
  now = test_service_ask (service, "ada", "GET", R, NULL, NULL);
  test_service_steps (service, later);
  answer = test_service_ask (service, "ada", "GET", path, NULL, NULL);
  g_assert_cmpstr (answer->text, ==, now->text);
  test_service_steps (service, wrong);
}

static void
test_switch (void)
{
  static const TestStep steps[] = {
    { "ada", "GET /", NULL, NULL, 200, "'accounts'", "\"history\"" },
    { "ada", "PUT " B, NULL, NULL, 201, NULL },
    { "ada", "GET " HISTORY, NULL, NULL, 404, "'errno':111" },
    { "ada", "PUT " C, NULL, NULL, 201, NULL },
    { "ada", "GET " B "/snapshot/collections/c@9", NULL, NULL, 404, "'errno':111" },
  };
  g_autoptr (TestService) service = test_service_new_with ("history=false");

  test_service_steps (service, steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/entries", test_entries);
  g_test_add_func ("/history/since", test_since);
  g_test_add_func ("/history/order", test_order);
  g_test_add_func ("/history/access", test_access);
  g_test_add_func ("/history/purge", test_purge);
  g_test_add_func ("/history/snapshot", test_snapshot);
  g_test_add_func ("/history/switch", test_switch);
  return g_test_run ();
}
