/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-json.h"
#include "torg-test-service.h"

#define D "/buckets/default"

static char *
bucket_of (TestService *service, const char *user)
{
  g_autoptr (TestAnswer) answer = test_service_ask (service, user, "GET", "/", NULL, NULL);
  JsonObject *body = json_node_get_object (answer->json);

  return g_strdup (torg_json_get_string (torg_json_get_object (body, "user"), "bucket"));
}

/* What one asks for in one's own bucket is there, and nobody else's. */
static void
test_default_bucket (void)
{
  static const TestStep steps[] = {
    { "", "GET " D, NULL, NULL, 401, "'errno':104" },
    { "per", "GET " D "/collections", NULL, NULL, 200, "'data':[]" },
    { "per", "GET " D "/collections/notes/records", NULL, NULL, 200, "'data':[]" },
    { "per", "GET " D "/collections", NULL, NULL, 200, "'id':'notes'" },
    { "per", "PUT " D "/collections/x/records/a", NULL, "{'data':{'n':1}}", 201,
     "'write':['account:per']" },
    { "per", "GET " D "/collections/x/records/a", NULL, NULL, 200, "'n':1" },
    { "per", "PUT " D "/groups/g", NULL, NULL, 201, NULL },
    { "per", "GET " D "/groups/none", NULL, NULL, 404, NULL },
    { "per", "GET " D "/collections/no%2Fname/records", NULL, NULL, 400, "Invalid object id" },
    { "per", "PUT " D, NULL, "{'data':{'id':'default','a':1}}", 200, "'a':1" },
    { "per", "PUT " D, NULL, "{'data':{'id':'other'}}", 400, NULL },
    { "per", "GET " D "/history?resource_name=collection", NULL, NULL, 200,
     "'user_id':'account:per'" },
    { "per", "GET " D "/history?action=create&resource_name=bucket", NULL, NULL, 200,
     "'uri':'/buckets/" },
    { "ola", "GET " D "/collections", NULL, NULL, 200, "'data':[]" },
    { "ola", "GET /buckets", NULL, NULL, 200, "'id':", "per" },
    { "per", "DELETE " D, NULL, NULL, 200, "'deleted':true" },
    { "per", "GET " D "/collections", NULL, NULL, 200, "'data':[]" },
    { "per", "GET /buckets/default2", NULL, NULL, 403, NULL },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

static void
test_ids (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autofree char *per = bucket_of (service, "per");
  g_autofree char *ola = bucket_of (service, "ola");
  g_autofree char *again = NULL;
  g_autofree char *path = g_strconcat ("/buckets/", per, NULL);
  g_autoptr (TestAnswer) own = NULL;
  g_autoptr (TestAnswer) others = NULL;

  g_assert_cmpuint (strlen (per), ==, 36);
  g_assert_cmpstr (per, !=, ola);
  own = test_service_ask (service, "per", "GET", D, NULL, NULL);
  g_assert_cmpstr (torg_json_get_string (test_answer_data (own), "id"), ==, per);
  others = test_service_ask (service, "ola", "GET", path, NULL, NULL);
  g_assert_cmpuint (others->status, ==, 403);
  test_service_restart (service);
  again = bucket_of (service, "per");
  g_assert_cmpstr (again, ==, per);
}

/* In a batch, and with a collection that is created in it. */
static void
test_batch (void)
{
  static const TestStep steps[] = {
    { "per", "POST /batch", NULL,
     "{'defaults':{'method':'PUT'},'requests':["
      "{'path':'" D "/collections/c','headers':{'If-None-Match':'*'}},"
      "{'path':'" D "/collections/c/records/a'},"
      "{'method':'GET','path':'" D "/collections/e/records'}]}",
     200, "'status':201,'path':'/v1" D "/collections/c'", "\"status\":4" },
    { "per", "GET " D "/collections", NULL, NULL, 200, "'id':'e'" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

/* A list that is read while it is empty, or comes again, has the timestamp that it had. */
static void
test_still (void)
{
  static const TestStep steps[] = {
    { "per", "PUT " D "/collections/c/records/a",        NULL,                   "{}", 201, NULL        },
    { "per", "GET " D "/collections/c/records",          NULL,                   NULL, 200, NULL        },
    { "per", "DELETE " D,                                NULL,                   NULL, 200, NULL        },
    { "per", "GET " D "/collections/c/records?_since=$", NULL,                   NULL, 200, "'data':[]" },
    { "per", "GET " D "/collections/c/records",          "If-None-Match: \"$\"", NULL, 304, NULL        },
    { "per", "GET " D "/collections/c/records",          NULL,                   NULL, 200, NULL        },
  };
  static const TestStep empty[] = {
    { "per", "DELETE " D,                        NULL, NULL, 200, NULL },
    { "per", "HEAD " D "/collections/c/records", NULL, NULL, 200, NULL },
  };
  static const TestStep moved[] = {
    { "per", "PUT " D "/collections/c/records/a", NULL, "{}", 201, NULL       },
    { "per", "GET " D "/collections/c/records",   NULL, NULL, 200, "'id':'a'" },
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autofree char *before = NULL;

  test_service_steps (service, steps);
  before = g_strdup (service->etag);
  test_service_steps (service, empty);
  g_assert_cmpstr (service->etag, ==, before);
  test_service_steps (service, moved);
  g_assert_cmpstr (service->etag, !=, before);
}

static void
test_permissions (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT /buckets/q", NULL, "{'permissions':{'read':['a\\\\b\\\"c\\u0001ø','d']}}", 201,
     "'permissions':{'read':['a\\\\b\\\"c\\u0001ø','d'],'write':['account:ada']}" },
    { "", "GET /permissions", NULL, NULL, 200, "{'data':[]}" },
    { "per", "GET /permissions", NULL, NULL, 200, "'uri':'/accounts/per'", "/buckets" },
    { "per", "GET /permissions", NULL, NULL, 200, "'account_id':'per'" },
    { "ada", "GET /permissions?uri=/", NULL, NULL, 200, "['account:create','bucket:create']" },
    { "ada", "PUT /buckets/b", NULL, "{'permissions':{'group:create':['account:ola']}}", 201,
     NULL },
    { "ada", "PUT /buckets/b/collections/c", NULL, "{'permissions':{'read':['system.Everyone']}}",
     201, NULL },
    { "ada", "PUT /buckets/b/collections/c/records/r", NULL, NULL, 201, NULL },
    { "ada", "GET /permissions?uri=/buckets/b", NULL, NULL, 200,
     "['write','read','read:attributes','group:create','collection:create']" },
    { "ada", "GET /permissions?record_id=r", NULL, NULL, 200,
     "'bucket_id':'b','id':'r','collection_id':'c','record_id':'r'" },
    { "ola", "GET /permissions?bucket_id=b", NULL, NULL, 200,
     "'permissions':['read:attributes','group:create']", "record_id" },
    { "ola", "GET /permissions?resource_name=collection&bucket_id=b", NULL, NULL, 200,
     "'permissions':['read','read:attributes']" },
    { "", "GET /permissions", NULL, NULL, 200, "'uri':'/buckets/b/collections/c'" },
    { "ola", "GET /permissions?in_uri=/accounts/ola,/buckets/b&_sort=uri&_limit=1", NULL, NULL, 200,
     "Next-Page: ", "/buckets/b" },
    { "ola", "GET /permissions?_sort=wrong", NULL, NULL, 400, "Unknown sort field" },
    { "ola", "GET /permissions?_fields=uri", NULL, NULL, 200, "'uri':", "permissions" },
    { "ola", "POST /permissions", NULL, "{}", 405, NULL },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

/* Pages fit together whatever the order, also where an entry lacks the member. */
static void
test_permission_pages (void)
{
  static const char *const orders[] = { "id", "-id", "uri", "-uri", "resource_name,-id" };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) all = test_service_ask (service, "ada", "GET", "/permissions", NULL, NULL);
  guint total = json_array_get_length (test_answer_list (all));

  g_assert_cmpuint (total, >, 14);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autofree char *url = g_strdup_printf ("/permissions?_limit=7&_sort=%s", orders[i]);
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    while (url != NULL) {
      g_autoptr (TestAnswer) page = test_service_ask (service, "ada", "GET", url, NULL, NULL);
      JsonArray *entries = test_answer_list (page);

      g_assert_cmpuint (page->status, ==, 200);
      for (guint j = 0; j < json_array_get_length (entries); j++) {
        JsonObject *entry = json_array_get_object_element (entries, j);

        g_assert_true (g_hash_table_add (seen, g_strdup (torg_json_get_string (entry, "uri"))));
      }
      g_set_str (&url, test_answer_header (page, "Next-Page"));
    }
    g_assert_cmpuint (g_hash_table_size (seen), ==, total);
  }
}

static void
test_switches (void)
{
  static const TestStep steps[] = {
    { "per", "GET /", NULL, NULL, 200, "'torg'", "default_bucket" },
    { "per", "GET /", NULL, NULL, 200, "'torg'", "permissions_endpoint" },
    { "per", "GET /", NULL, NULL, 200, "'torg'", "\"bucket\"" },
    { "per", "GET " D, NULL, NULL, 403, NULL },
    { "per", "GET /permissions", NULL, NULL, 404, "'errno':111" },
  };
  g_autoptr (TestService) service =
    test_service_new_with ("default-bucket=false\npermissions-endpoint=false");

  test_service_steps (service, steps);
}

/* What the operator grants on the root. */
static void
test_root (void)
{
  static const TestStep steps[] = {
    { "", "PUT /accounts/nils", NULL, "{'data':{'password':'nilsnils'}}", 201,
     "'write':['account:nils']" },
    { "nils", "GET /", NULL, NULL, 200, "account:nils" },
    { "", "PUT /accounts/nils", NULL, "{'data':{'password':'mine'}}", 401, NULL },
    { "per", "PUT /accounts/liv", NULL, "{'data':{'password':'livlivliv'}}", 400,
     "Username and account ID do not match." },
    { "ada", "PUT /accounts/liv", NULL, "{'data':{'password':'livlivliv'}}", 201, NULL },
    { "ada", "DELETE /accounts/liv", NULL, NULL, 200, NULL },
    { "", "PUT /accounts/liv", NULL, "{'data':{'password':'livlivliv'}}", 403,
     "Somebody had this name." },
    { "ada", "PUT /accounts/liv", NULL, "{'data':{'password':'livlivliv'}}", 201, NULL },
    { "", "GET /accounts/nils", NULL, NULL, 401, NULL },
    { "", "GET /accounts", NULL, NULL, 401, NULL },
    { "nils", "GET /accounts", NULL, NULL, 200, "'id':'nils'", "ada" },
    { "per", "PUT /buckets/mine", NULL, NULL, 201, NULL },
    { "", "PUT /buckets/theirs", NULL, NULL, 401, NULL },
    { "ola", "GET /buckets/mine", NULL, NULL, 200, "'permissions':{}" },
    { "ola", "GET /buckets", NULL, NULL, 200, "'id':'mine'" },
    { "ola", "GET /buckets/mine/collections", NULL, NULL, 403, NULL },
    { "ola", "GET /permissions?uri=/buckets/mine", NULL, NULL, 200, "['read','read:attributes']" },
    { "ola", "DELETE /buckets/mine", NULL, NULL, 403, NULL },
  };
  g_autoptr (TestService) service = test_service_new_with (
    "account-create=system.Everyone\nbucket-create=account:nils system.Authenticated\n"
    "bucket-read=system.Authenticated");

  test_service_steps (service, steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinto/default-bucket", test_default_bucket);
  g_test_add_func ("/kinto/ids", test_ids);
  g_test_add_func ("/kinto/batch", test_batch);
  g_test_add_func ("/kinto/still", test_still);
  g_test_add_func ("/kinto/permissions", test_permissions);
  g_test_add_func ("/kinto/permission-pages", test_permission_pages);
  g_test_add_func ("/kinto/switches", test_switches);
  g_test_add_func ("/kinto/root", test_root);
  return g_test_run ();
}
