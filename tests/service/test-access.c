/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-access.h"
#include "torg-audience.h"
#include "torg-json.h"
#include "torg-seed.h"
#include "torg-test-service.h"

/*
 * Every permission, granted to every kind of principal, against every route: what Kinto's page on
 * permissions says, written down once more by hand.
 */

#define M "/buckets/m"
#define C M "/collections/c"

typedef struct {
  const char *name;
  const char *uri;
  const char *permission;
} Grant;

static const Grant grants[] = {
  { "none",              NULL,           NULL                },
  { "bucket-write",      M,              "write"             },
  { "bucket-read",       M,              "read"              },
  { "collection-create", M,              "collection:create" },
  { "group-create",      M,              "group:create"      },
  { "collection-write",  C,              "write"             },
  { "collection-read",   C,              "read"              },
  { "record-create",     C,              "record:create"     },
  { "group-write",       M "/groups/g",  "write"             },
  { "group-read",        M "/groups/g",  "read"              },
  { "record-write",      C "/records/r", "write"             },
  { "record-read",       C "/records/r", "read"              },
};

/* Writes bring a precondition that fails, so that what is allowed answers 412 and changes nothing. */
#define IF_OLD "If-Match: \"1\""

typedef struct {
  const char *request;
  const char *headers;
  const char *body;
  guint status;
  const char *allowed;
} Route;

static const Route routes[] = {
  { "GET " M,                             NULL,               NULL,                        200, "bucket-write bucket-read collection-create group-create" },
  { "PUT " M,                             IF_OLD,             "{}",                        412, "bucket-write"                                            },
  { "PATCH " M,                           IF_OLD,             "{}",                        412, "bucket-write"                                            },
  { "DELETE " M,                          IF_OLD,             NULL,                        412, "bucket-write"                                            },
  { "GET " M "/collections",              NULL,               NULL,                        200,
   "bucket-write bucket-read collection-create collection-write collection-read record-create"                                                            },
  { "POST " M "/collections",             IF_OLD,             "{}",                        412, "bucket-write collection-create"                          },
  { "DELETE " M "/collections",           IF_OLD,             NULL,                        412,
   "bucket-write collection-create collection-write"                                                                                                      },
  { "GET " M "/groups",                   NULL,               NULL,                        200,
   "bucket-write bucket-read group-create group-write group-read"                                                                                         },
  { "POST " M "/groups",                  IF_OLD,             "{}",                        412, "bucket-write group-create"                               },
  { "DELETE " M "/groups",                IF_OLD,             NULL,                        412, "bucket-write group-create group-write"                   },
  { "GET " M "/history",                  NULL,               NULL,                        200,
   "bucket-write bucket-read collection-write collection-read group-write group-read record-write record-read"                                            },
  { "DELETE " M "/history",               IF_OLD,             NULL,                        412, "bucket-write"                                            },
  { "GET " M "/snapshot/collections/c@1", NULL,               NULL,                        200,
   "bucket-write bucket-read collection-write collection-read record-create record-write record-read"                                                     },
  { "GET " C,                             NULL,               NULL,                        200,
   "bucket-write bucket-read collection-write collection-read record-create"                                                                              },
  { "PUT " C,                             IF_OLD,             "{}",                        412, "bucket-write collection-write"                           },
  { "PATCH " C,                           IF_OLD,             "{}",                        412, "bucket-write collection-write"                           },
  { "DELETE " C,                          IF_OLD,             NULL,                        412, "bucket-write collection-write"                           },
  { "PUT " M "/collections/new",          IF_OLD,             "{}",                        412, "bucket-write collection-create"                          },
  { "GET " M "/groups/g",                 NULL,               NULL,                        200, "bucket-write bucket-read group-write group-read"         },
  { "PUT " M "/groups/g",                 IF_OLD,             "{}",                        412, "bucket-write group-write"                                },
  { "PATCH " M "/groups/g",               IF_OLD,             "{}",                        412, "bucket-write group-write"                                },
  { "DELETE " M "/groups/g",              IF_OLD,             NULL,                        412, "bucket-write group-write"                                },
  { "PUT " M "/groups/new",               IF_OLD,             "{}",                        412, "bucket-write group-create"                               },
  { "GET " C "/records",                  NULL,               NULL,                        200,
   "bucket-write bucket-read collection-write collection-read record-create record-write record-read"                                                     },
  { "HEAD " C "/records",                 NULL,               NULL,                        200,
   "bucket-write bucket-read collection-write collection-read record-create record-write record-read"                                                     },
  { "POST " C "/records",                 IF_OLD,             "{}",                        412, "bucket-write collection-write record-create"             },
  { "POST " C "/records",                 IF_OLD,             "{\"data\":{\"id\":\"r\"}}", 412,
   "bucket-write bucket-read collection-write collection-read record-write record-read"                                                                   },
  { "DELETE " C "/records",               IF_OLD,             NULL,                        412,
   "bucket-write collection-write record-create record-write"                                                                                             },
  { "GET " C "/records/r",                NULL,               NULL,                        200,
   "bucket-write bucket-read collection-write collection-read record-write record-read"                                                                   },
  { "HEAD " C "/records/r",               NULL,               NULL,                        200,
   "bucket-write bucket-read collection-write collection-read record-write record-read"                                                                   },
  { "PUT " C "/records/r",                IF_OLD,             "{}",                        412, "bucket-write collection-write record-write"              },
  { "PUT " C "/records/r",                "If-None-Match: *", "{}",                        412,
   "bucket-write collection-write record-create"                                                                                                          },
  { "PUT " C "/records/new",              IF_OLD,             "{}",                        412, "bucket-write collection-write record-create"             },
  { "PATCH " C "/records/r",              IF_OLD,             "{}",                        412, "bucket-write collection-write record-write"              },
  { "DELETE " C "/records/r",             IF_OLD,             NULL,                        412, "bucket-write collection-write record-write"              },
  { "DELETE " C "/records/gone",          NULL,               NULL,                        404,
   "bucket-write bucket-read collection-write collection-read"                                                                                            },
  { "PATCH " C "/records/gone",           NULL,               "{}",                        404,
   "bucket-write bucket-read collection-write collection-read"                                                                                            },
};

static const struct {
  const char *principal;
  const char *includes;
} principals[] = {
  { "account:per",          "per"       },
  { M "/groups/h",          "per"       },
  { "system.Authenticated", "per ola"   },
  { "system.Everyone",      "per ola -" },
};

static const char *const askers[] = { "per", "ola", "" };

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static void
set_grant (TestService *service, const Grant *grant, const char *principal)
{
  g_autofree char *body = NULL;
  g_autoptr (TestAnswer) answer = NULL;

  if (grant->uri == NULL)
    return;
  body = g_strdup_printf ("{\"permissions\":{\"%s\":[%s%s%s]}}", grant->permission,
                          principal != NULL ? "\"" : "", principal != NULL ? principal : "",
                          principal != NULL ? "\"" : "");
  answer = test_service_ask (service, "ada", "PATCH", grant->uri, NULL, body);
  g_assert_cmpuint (answer->status, ==, 200);
}

static guint
ask_in_batch (TestService *service,
              const char *asker,
              const char *method,
              const char *path,
              const Route *route)
{
  g_autofree char *headers = route->headers == NULL ? g_strdup ("")
                             : strcmp (route->headers, IF_OLD) == 0
                               ? g_strdup ("\"If-Match\":\"\\\"1\\\"\"")
                               : g_strdup ("\"If-None-Match\":\"*\"");
  g_autofree char *body = g_strdup_printf (
    "{\"requests\":[{\"method\":\"%s\",\"path\":\"%s\",\"headers\":{%s}%s%s}]}", method, path,
    headers, route->body == NULL ? "" : ",\"body\":", route->body == NULL ? "" : route->body);
  g_autoptr (TestAnswer) answer = test_service_ask (service, asker, "POST", "/batch", NULL, body);
  JsonArray *responses = NULL;

  /* Without anything open to everyone, the body of a batch is not even read. */
  if (answer->status == 401)
    return 401;
  g_assert_cmpuint (answer->status, ==, 200);
  responses = torg_json_get_array (json_node_get_object (answer->json), "responses");
  return (guint) torg_json_get_int (json_array_get_object_element (responses, 0), "status", 0);
}

static void
check_route (TestService *service,
             const Grant *grant,
             const char *principal,
             const char *asker,
             gboolean included,
             const Route *route)
{
  g_auto (GStrv) parts = g_strsplit (route->request, " ", 2);
  g_autoptr (TestAnswer) answer =
    test_service_ask (service, asker, parts[0], parts[1], route->headers, route->body);
  gboolean allowed = included && has_word (route->allowed, grant->name);
  guint expected = allowed ? route->status : *asker == '\0' ? 401 : 403;
  guint batched = ask_in_batch (service, asker, parts[0], parts[1], route);

  if (answer->status == expected && batched == expected)
    return;
  g_test_message ("%s to %s, %s asks %s (%s): expected %u, got %u, in a batch %u", grant->name,
                  principal, asker, route->request, route->headers, expected, answer->status,
                  batched);
  g_test_fail ();
}

static void
check_grant (TestService *service, const Grant *grant, guint principal)
{
  set_grant (service, grant, principals[principal].principal);
  for (guint i = 0; i < G_N_ELEMENTS (askers); i++) {
    const char *name = *askers[i] == '\0' ? "-" : askers[i];
    gboolean included = has_word (principals[principal].includes, name);

    for (guint j = 0; j < G_N_ELEMENTS (routes); j++)
      check_route (service, grant, principals[principal].principal, askers[i], included,
                   &routes[j]);
  }
  set_grant (service, grant, NULL);
}

static void
set_up (TestService *service)
{
  static const TestStep steps[] = {
    { "ada", "PUT " M,              NULL, NULL,                                   201, NULL },
    { "ada", "PUT " C,              NULL, NULL,                                   201, NULL },
    { "ada", "PUT " M "/groups/g",  NULL, NULL,                                   201, NULL },
    { "ada", "PUT " M "/groups/h",  NULL, "{'data':{'members':['account:per']}}", 201, NULL },
    { "ada", "PUT " C "/records/r", NULL, "{'data':{'n':1}}",                     201, NULL },
    { "ada", "PUT " C "/records/s", NULL, "{'data':{'n':2}}",                     201, NULL },
  };

  test_service_steps (service, steps);
}

static void
test_matrix (void)
{
  g_autoptr (TestService) service = test_service_new ();

  set_up (service);
  for (guint i = 0; i < G_N_ELEMENTS (grants); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (principals); j++)
      check_grant (service, &grants[i], j);
  }
}

/* A list shows what the caller may read, and nothing else. */
static void
test_shared (void)
{
  static const TestStep steps[] = {
    { "ada", "PATCH " C "/records/r", NULL, "{'permissions':{'read':['account:per']}}", 200, NULL },
    { "per", "GET " C "/records", NULL, NULL, 200, "'id':'r'", "\"id\":\"s\"" },
    { "per", "GET " C "/records?n=2", NULL, NULL, 200, "'data':[]" },
    { "per", "GET " C "/records?_since=0", NULL, NULL, 200, "'id':'r'", "\"id\":\"s\"" },
    { "per", "HEAD " C "/records", NULL, NULL, 200, "Total-Records: 1" },
    { "per", "DELETE " C "/records", NULL, NULL, 403, NULL },
    { "ada", "PATCH " C "/records/s", NULL, "{'permissions':{'write':['account:per']}}", 200,
     NULL },
    { "per", "GET " C "/records", NULL, NULL, 200, "'id':'s'" },
    { "per", "DELETE " C "/records", NULL, NULL, 200, "'id':'s'", "\"id\":\"r\"" },
    { "per", "GET " C "/records/s", NULL, NULL, 403, NULL },
    { "ada", "GET " C "/records", NULL, NULL, 200, "'id':'r'" },
    { "ada", "PATCH " C, NULL, "{'permissions':{'record:create':['account:ola']}}", 200, NULL },
    { "ola", "GET " C "/records", NULL, NULL, 200, "'data':[]" },
    { "ola", "POST " C "/records", NULL, "{'data':{'id':'o'}}", 201, NULL },
    { "ola", "GET " C "/records", NULL, NULL, 200, "'id':'o'", "\"id\":\"r\"" },
    { "ola", "GET " M "/collections", NULL, NULL, 200, "'id':'c'" },
    { "ola", "GET /buckets", NULL, NULL, 403, NULL },
    { "ada", "GET /buckets/torg/collections", NULL, NULL, 200, "'id':'people'" },
    { "per", "GET /buckets/torg/collections", NULL, NULL, 403, NULL },
    { "ola", "GET /buckets/torg/groups", NULL, NULL, 403, NULL },
    { "ola", "GET /buckets/torg/groups/admins", NULL, NULL, 403, NULL },
  };
  g_autoptr (TestService) service = test_service_new ();

  set_up (service);
  test_service_steps (service, steps);
}

/* What one may do as a member of a group ends with the membership, also where one changed things. */
static void
test_former_member (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT " M "/groups/w",    NULL, "{'data':{'members':['account:per']}}",         201, NULL },
    { "ada", "PATCH " M,              NULL, "{'permissions':{'write':['" M "/groups/w']}}", 200, NULL },
    { "per", "PATCH " C "/records/r", NULL, "{'data':{'n':3}}",                             200, NULL },
    { "per", "PATCH " M "/groups/h",  NULL, "{'data':{'members':['account:ola']}}",         200, NULL },
    { "ada", "PATCH " M "/groups/w",  NULL, "{'data':{'members':[]}}",                      200, NULL },
    { "per", "GET " C "/records/r",   NULL, NULL,                                           403, NULL },
    { "per", "PATCH " C "/records/r", NULL, "{'data':{'n':4}}",                             403, NULL },
    { "per", "PATCH " M "/groups/h",  NULL, "{'data':{'members':['account:per']}}",         403, NULL },
  };
  g_autoptr (TestService) service = test_service_new ();

  set_up (service);
  test_service_steps (service, steps);
}

static GPtrArray *
fail_grants (TorgStorage *storage, const char *uri, GError **error)
{
  g_set_error_literal (error, TORG_STORAGE_ERROR, TORG_STORAGE_ERROR_BUSY, "no");
  return NULL;
}

static gboolean
fail_has (TorgStorage *storage,
          const char *uri,
          const char *const *asked,
          gboolean *has,
          GError **error)
{
  g_set_error_literal (error, TORG_STORAGE_ERROR, TORG_STORAGE_ERROR_BUSY, "no");
  return FALSE;
}

/* What cannot be told is neither yes nor no. */
static void
test_failing (void)
{
  static const char *const none[] = { NULL };
  g_autofree char *folder = g_dir_make_tmp ("torg-access-XXXXXX", NULL);
  g_autoptr (TorgService) service = torg_service_open (folder, NULL, NULL);
  g_autoptr (TorgCaller) caller = torg_caller_new ("account:ola", none);
  TorgStorage *storage = torg_service_get_storage (service);
  const TorgStorageClass *whole = storage->klass;
  TorgStorageClass failing = *whole;
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GError) error = NULL;
  gboolean yes = FALSE;

  g_assert_true (torg_service_begin (service, NULL));
  g_assert_true (torg_seed_forum (service, NULL));
  g_assert_true (torg_service_commit (service, NULL));
  g_assert_true (torg_access_is_open (service, &yes, NULL));
  g_assert_false (yes);
  g_assert_true (torg_audience_may_read (service, caller, "/buckets", &yes, NULL));
  g_assert_false (yes);
  failing.get_grants = fail_grants;
  failing.has_grants = fail_has;
  storage->klass = &failing;
  g_assert_false (torg_access_is_open (service, &yes, &open_error));
  g_assert_nonnull (open_error);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "storage: no");
  g_assert_false (torg_audience_may_read (
    service, caller, "/buckets/torg/collections/projects/records", &yes, &error));
  g_test_assert_expected_messages ();
  g_assert_nonnull (error);
  storage->klass = whole;
  g_clear_pointer (&service, torg_service_close);
  test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/matrix", test_matrix);
  g_test_add_func ("/access/shared", test_shared);
  g_test_add_func ("/access/former-member", test_former_member);
  g_test_add_func ("/access/failing", test_failing);
  return g_test_run ();
}
