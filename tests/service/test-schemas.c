/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-forum.h"
#include "torg-json.h"
#include "torg-schema.h"
#include "torg-seed.h"
#include "torg-test-service.h"

#define BLOG     "/buckets/blog"
#define ARTICLES BLOG "/collections/articles"
#define RECORDS  ARTICLES "/records"

#define A_SCHEMA                                                                                   \
  "{'type': 'object', 'required': ['title'], 'properties': {"                                      \
  "'title': {'type': 'string'}, 'tags': {'items': {'type': 'string'}}}}"

static TestService *
blog_new (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT " BLOG, NULL, NULL, 201 },
  };
  TestService *service = test_service_new ();

  test_service_steps (service, steps);
  return service;
}

/* What is no schema is refused where it is set, in each of the places that may have one. */
static void
test_set (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT " ARTICLES, NULL, "{'data': {'schema': {'type': 'Washmachine'}}}", 400,
     "'name':'data.schema'" },
    { "ada", "PUT " ARTICLES, NULL, "{'data': {'schema': 'x'}}", 400, "is not a mapping type" },
    { "ada", "PUT " ARTICLES, NULL, "{'data': {'schema': null}}", 400, "is not a mapping type" },
    { "ada", "GET " ARTICLES, NULL, NULL, 404 },
    { "ada", "PUT " BLOG, NULL, "{'data': {'record:schema': {'required': 7}}}", 400,
     "'name':'data.record:schema'" },
    { "ada", "PATCH " BLOG, NULL, "{'data': {'collection:schema': {'items': 7}}}", 400,
     "'name':'data.collection:schema'" },
    { "ada", "PATCH " BLOG, NULL, "{'data': {'group:schema': {'not': 7}}}", 400,
     "'name':'data.group:schema'" },
    { "ada", "PUT " ARTICLES, NULL, "{'data': {'schema': " A_SCHEMA "}}", 201,
     "'schema':{'type':'object'" },
  };
  g_autoptr (TestService) service = blog_new ();

  test_service_steps (service, steps);
}

static void
test_records (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT " ARTICLES, NULL, NULL, 201 },
    { "ada", "PUT " RECORDS "/before", NULL, "{'data': {'title': 7}}", 201, NULL, "schema" },
    { "ada", "PATCH " ARTICLES, NULL, "{'data': {'schema': " A_SCHEMA "}}", 200 },
    /* The schema's timestamp comes with the record, whatever the client says of it. */
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'title': 'x'}}", 201, "'schema':$" },
    { "ada", "GET " ARTICLES, NULL, NULL, 200 },
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'title': 'x', 'schema': 7}}", 200,
     "'schema':$" },
    { "ada", "GET " RECORDS "/before", NULL, NULL, 200, NULL, "schema" },
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'title': 42}}", 400,
     "'code':400,'errno':107,'error':'Invalid parameters','message':'title in body: 42 is not of "
      "type " },
    { "ada", "POST " RECORDS, NULL, "{'data': {'text': 'x'}}", 400, "'name':'title'" },
    { "ada", "POST " RECORDS, NULL, NULL, 400, "is a required property" },
    { "ada", "POST " RECORDS, NULL, "{'data': {'title': 'x', 'more': [1]}}", 201 },
    { "ada", "PATCH " RECORDS "/a", NULL, "{'data': {'tags': [1]}}", 400, "'name':'tags'" },
    { "ada", "PATCH " RECORDS "/a", "Content-Type: application/merge-patch+json",
     "{'data': {'title': null}}", 400, "'name':'title'" },
    { "ada", "PATCH " RECORDS "/a", "Content-Type: application/json-patch+json",
     "[{'op': 'replace', 'path': '/data/title', 'value': 1}]", 400, "'name':'title'" },
    { "ada", "PATCH " RECORDS "/before", NULL, "{'data': {'more': 1}}", 400, "'name':'title'" },
    { "ada", "GET " RECORDS "?has_schema=true", NULL, NULL, 200, "'id':'a'", "before" },
    { "ada", "GET " RECORDS "/a", NULL, NULL, 200, "'title':'x'" },
    /* A schema that says nothing lets everything in, and still leaves its mark. */
    { "ada", "PATCH " ARTICLES, NULL, "{'data': {'schema': {}}}", 200 },
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'title': 42}}", 200, "'title':42" },
    { "ada", "PUT " ARTICLES, NULL, "{'data': {}}", 200 },
    { "ada", "PUT " RECORDS "/b", NULL, "{'data': {'title': 42}}", 201, NULL, "schema" },
  };
  g_autoptr (TestService) service = blog_new ();

  test_service_steps (service, steps);
}

/* A batch is judged as the same requests one by one: by the schema that it brought itself. */
static void
test_batch (void)
{
  static const TestStep steps[] = {
    { "ada", "POST /batch", NULL,
     "{'requests': ["
      "{'method': 'PUT', 'path': '" ARTICLES "', 'body': {'data': {'schema': " A_SCHEMA "}}},"
      "{'method': 'PUT', 'path': '" RECORDS "/a', 'body': {'data': {'title': 'x'}}},"
      "{'method': 'PUT', 'path': '" RECORDS "/b', 'body': {'data': {'title': 1}}},"
      "{'method': 'PATCH', 'path': '" ARTICLES "', 'body': {'data': {'schema': {}}}},"
      "{'method': 'PUT', 'path': '" RECORDS "/c', 'body': {'data': {'title': 1}}}]}",
     200, "'status':400" },
    { "ada", "HEAD " RECORDS, NULL, NULL, 200, "Total-Objects: 2" },
    { "ada", "GET " RECORDS "/b", NULL, NULL, 404 },
    { "ada", "DELETE " ARTICLES, NULL, NULL, 200 },
    { "ada", "PUT " ARTICLES, NULL, NULL, 201 },
    { "ada", "PUT " RECORDS "/b", NULL, "{'data': {'title': 1}}", 201, NULL, "schema" },
  };
  g_autoptr (TestService) service = blog_new ();

  test_service_steps (service, steps);
}

/* An id is asked for only where the schema has a word about it; what the service writes never is. */
static void
test_own_members (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT " ARTICLES, NULL,
     "{'data': {'schema': {'additionalProperties': false, 'required': ['id', 'last_modified', "
      "'schema'], 'properties': {'title': {}}}}}", 201 },
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'title': 1}}", 201 },
    { "ada", "PATCH " RECORDS "/a", NULL, "{'data': {'title': 2}}", 200 },
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'more': 1}}", 400, "was unexpected" },
    { "ada", "PATCH " ARTICLES, NULL,
     "{'data': {'schema': {'properties': {'id': {'pattern': '^x'}}}}}", 200 },
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {}}", 400, "'name':'id'" },
    { "ada", "PUT " RECORDS "/xa", NULL, "{'data': {}}", 201 },
  };
  g_autoptr (TestService) service = blog_new ();

  test_service_steps (service, steps);
}

static void
test_bucket (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT " ARTICLES, NULL, NULL, 201 },
    { "ada", "PUT " BLOG, NULL,
     "{'data': {'record:schema': " A_SCHEMA ", 'group:schema': {'required': ['email']}, "
      "'collection:schema': {'required': ['owner']}}}", 200 },
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'title': 7}}", 400, "'name':'title'" },
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'title': 'x'}}", 201, NULL, "schema" },
    { "ada", "PUT " BLOG "/groups/g", NULL, "{'data': {'members': []}}", 400, "'name':'email'" },
    { "ada", "PUT " BLOG "/groups/g", NULL, "{'data': {'members': [], 'email': 1}}", 201 },
    { "ada", "PATCH " ARTICLES, NULL, "{'data': {'x': 1}}", 400, "'name':'owner'" },
    { "ada", "POST " BLOG "/collections", NULL, "{'data': {}}", 400, "'name':'owner'" },
    { "ada", "PATCH " ARTICLES, NULL, "{'data': {'owner': 1, 'schema': {'maxProperties': 1}}}",
     200 },
    /* Both have their word. */
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'title': 'x', 'b': 1}}", 400, "too many" },
    { "ada", "PUT " RECORDS "/a", NULL, "{'data': {'b': 1}}", 400, "'name':'title'" },
  };
  g_autoptr (TestService) service = blog_new ();

  test_service_steps (service, steps);
}

static void
seed (TestService *self)
{
  g_autoptr (TorgService) service = NULL;
  g_autoptr (GError) error = NULL;

  soup_session_abort (self->session);
  g_clear_pointer (&self->server, torg_server_stop);
  service = torg_service_open (self->folder, NULL, &error);
  g_assert_no_error (error);
  torg_service_begin (service, &error);
  g_assert_no_error (error);
  torg_seed_schemas (service, &error);
  g_assert_no_error (error);
  torg_service_commit (service, &error);
  g_assert_no_error (error);
  g_clear_pointer (&service, torg_service_close);
  test_service_restart (self);
}

/* The forum's own collections have the schemas of the field tables; rooms have none. */
static void
test_forum (void)
{
  static const TestStep steps[] = {
    { "eva", "PUT /buckets/torg/collections/projects/records/p", NULL,
     "{'data': {'title': 'x', 'owner': 'no-1', 'status': 'idea', 'future': {'a': 1}}}", 201,
     "'schema':" },
    { "eva", "PATCH /buckets/torg/collections/projects/records/p", NULL,
     "{'data': {'status': 'no such'}}", 400, "'name':'status'" },
    { "eva", "PATCH /buckets/torg/collections/projects/records/p", NULL,
     "{'data': {'budget': '7'}}", 400, "'name':'budget'" },
    { "kari", "PUT /buckets/org-no-1/collections/projects/records/p", NULL, "{'data': {}}", 201,
     NULL, "schema" },
  };
  g_autoptr (TestService) service = test_service_new ();

  seed (service);
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
    g_autofree char *path =
      g_strconcat ("/buckets/" TORG_FORUM "/collections/", (*kinds)->collection, NULL);
    g_autoptr (TestAnswer) answer = test_service_ask (service, "ada", "GET", path, NULL, NULL);
    g_autoptr (JsonObject) wanted = torg_schema (*kinds);
    g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), wanted);

    g_assert_true (
      torg_json_equal (json_object_get_member (test_answer_data (answer), "schema"), node));
  }
  test_service_steps (service, steps);
}

/* A newer program brings its schemas, and leaves alone what is as it should be. */
static void
test_again (void)
{
  static const TestStep before[] = {
    { "ada", "GET /buckets/torg/collections",            NULL, NULL, 200 },
    { "ada", "PATCH /buckets/torg/collections/projects", NULL,
     "{'data': {'schema': {}, 'color': 'red'}}",                     200 },
  };
  static const TestStep after[] = {
    { "ada", "GET /buckets/torg/collections/projects", NULL, NULL, 200, "'color':'red'",
     "'schema':{}" },
    { "ada", "GET /buckets/torg/collections", NULL, NULL, 200 },
  };
  static const TestStep again[] = {
    { "ada", "GET /buckets/torg/collections", "If-None-Match: \"$\"", NULL, 304 },
  };
  g_autoptr (TestService) service = test_service_new ();

  seed (service);
  test_service_steps (service, before);
  seed (service);
  test_service_steps (service, after);
  seed (service);
  test_service_steps (service, again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schemas/set", test_set);
  g_test_add_func ("/schemas/records", test_records);
  g_test_add_func ("/schemas/batch", test_batch);
  g_test_add_func ("/schemas/own-members", test_own_members);
  g_test_add_func ("/schemas/bucket", test_bucket);
  g_test_add_func ("/schemas/forum", test_forum);
  g_test_add_func ("/schemas/again", test_again);
  return g_test_run ();
}
