/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-json.h"
#include "torg-operation.h"
#include "torg-schema.h"
#include "torg-test-service.h"

static const char *const methods[] = { "get", "head", "post", "put", "patch", "delete" };

static JsonObject *
paths_of (TestAnswer *answer)
{
  g_assert_cmpuint (answer->status, ==, 200);
  return torg_json_get_object (json_node_get_object (answer->json), "paths");
}

/* With ids for what is to be filled in. */
static char *
fill_in (const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  for (guint i = 0; steps[i] != NULL; i++) {
    if (*steps[i] == '{') {
      g_free (steps[i]);
      steps[i] = g_strdup ("x");
    }
  }
  return g_strjoinv ("/", steps);
}

/* No such method, or no such path; of an object that is not there the answer tells more. */
static gboolean
is_unserved (TestAnswer *answer)
{
  JsonObject *body = answer->json == NULL ? NULL : json_node_get_object (answer->json);

  return answer->status == 405 ||
         (answer->status == 404 && torg_json_get_int (body, "errno", 0) == 111 &&
          !json_object_has_member (body, "details"));
}

/* Asked by nobody and about nothing, each says something else than that it is not there. */
static void
check (TestService *service, const char *path, const char *method, gboolean told)
{
  g_autofree char *name = g_ascii_strup (method, -1);
  g_autofree char *filled = fill_in (path);
  g_autoptr (TestAnswer) answer = test_service_ask (service, "", name, filled, NULL, NULL);

  if (told ? !is_unserved (answer) : answer->status == 405)
    return;
  g_test_message ("%s %s: told %d, and answered %u %s", name, path, told, answer->status,
                  answer->text);
  g_test_fail ();
}

static gboolean
is_stream (JsonObject *operation)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), operation);
  g_autofree char *text = torg_json_print (node);

  return strstr (text, "text/event-stream") != NULL;
}

static void
test_served (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) answer = test_service_ask (service, "", "GET", "/__api__", NULL, NULL);
  JsonObjectIter iter;
  const char *path = NULL;
  JsonNode *item = NULL;
  guint n = 0;

  json_object_iter_init (&iter, paths_of (answer));
  while (json_object_iter_next (&iter, &path, &item)) {
    for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
      JsonObject *operation = torg_json_get_object (json_node_get_object (item), methods[i]);

      if (operation != NULL && is_stream (operation))
        continue;
      check (service, path, methods[i], operation != NULL);
      n += operation != NULL;
    }
  }
  g_test_message ("%u operations", n);
  g_assert_cmpuint (n, >, 150);
}

typedef struct {
  JsonObject *paths;
  TorgSettings settings;
  guint n;
} Routes;

/* Whether some path of the document is what the pattern matches. */
static gboolean
is_told (JsonObject *paths, const TorgRoute *route, TorgMethod method)
{
  g_autofree char *name = g_ascii_strdown (torg_method_get_name (method), -1);
  JsonObjectIter iter;
  const char *path = NULL;
  JsonNode *item = NULL;

  json_object_iter_init (&iter, paths);
  while (json_object_iter_next (&iter, &path, &item)) {
    g_auto (GStrv) steps = g_strsplit (path + 1, "/", -1);

    for (guint i = 0; steps[i] != NULL; i++) {
      if (*steps[i] == '{')
        g_set_str (&steps[i], "*");
    }
    {
      g_autofree char *pattern = g_strjoinv ("/", steps);

      if (strcmp (pattern, route->pattern) == 0)
        return json_object_has_member (json_node_get_object (item), name);
    }
  }
  return FALSE;
}

static void
check_route (const TorgRoute *route, const char *name, gpointer data)
{
  Routes *routes = data;

  for (guint i = 0; i < TORG_N_METHODS; i++) {
    const TorgOperation *operation = NULL;

    if (route->handlers[i] == NULL)
      continue;
    operation = torg_operation_find (route->handlers[i]);
    if (operation == NULL) {
      g_test_message ("nothing is told of %s %s", torg_method_get_name ((TorgMethod) i),
                      route->pattern);
      g_test_fail ();
      continue;
    }
    routes->n++;
    if (is_told (routes->paths, route, (TorgMethod) i) !=
        torg_operation_is_there (operation, &routes->settings)) {
      g_test_message ("%s %s", torg_method_get_name ((TorgMethod) i), route->pattern);
      g_test_fail ();
    }
  }
}

/* What is served is told, unless the settings leave it out. */
static void
test_told (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) answer = test_service_ask (service, "", "GET", "/__api__", NULL, NULL);
  Routes routes = { .paths = paths_of (answer) };

  torg_settings_init (&routes.settings);
  torg_route_foreach ("", check_route, &routes);
  g_assert_cmpuint (routes.n, >, 60);
  g_assert_null (torg_json_get_object (routes.paths, "/__flush__"));
  torg_settings_clear (&routes.settings);
}

static void check_references (JsonObject *components, JsonNode *node);

static void
check_member (JsonObject *object, const char *name, JsonNode *node, gpointer components)
{
  g_auto (GStrv) steps = NULL;

  if (strcmp (name, "$ref") != 0) {
    check_references (components, node);
    return;
  }
  steps = g_strsplit (json_node_get_string (node), "/", -1);
  g_assert_cmpuint (g_strv_length (steps), ==, 4);
  g_assert_nonnull (torg_json_get_object (torg_json_get_object (components, steps[2]), steps[3]));
}

static void
check_element (JsonArray *array, guint index, JsonNode *node, gpointer components)
{
  check_references (components, node);
}

static void
check_references (JsonObject *components, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), check_member, components);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), check_element, components);
}

/* Whatever it refers to is in it, ids are there once, and the forum's records have their fields. */
static void
test_whole (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) answer = test_service_ask (service, "", "GET", "/__api__", NULL, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *document = json_node_get_object (answer->json);
  JsonObject *components = torg_json_get_object (document, "components");
  JsonObject *schemas = torg_json_get_object (components, "schemas");
  g_autoptr (GList) items = json_object_get_values (paths_of (answer));

  g_assert_cmpstr (torg_json_get_string (document, "openapi"), ==, "3.1.0");
  check_references (components, answer->json);
  for (GList *item = items; item != NULL; item = item->next) {
    g_autoptr (GList) operations = json_object_get_values (json_node_get_object (item->data));

    for (GList *at = operations; at != NULL; at = at->next)
      g_assert_true (g_hash_table_add (
        ids, (char *) torg_json_get_string (json_node_get_object (at->data), "operationId")));
  }
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
    g_autoptr (JsonObject) wanted = torg_schema (*kinds);
    g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), wanted);
    g_autofree char *path =
      g_strdup_printf ("/buckets/torg/collections/%s/records/{record_id}", (*kinds)->collection);

    g_assert_true (torg_json_equal (json_object_get_member (schemas, (*kinds)->collection), node));
    g_assert_nonnull (torg_json_get_object (paths_of (answer), path));
  }
}

/* Whether the document has the status of an answer, and the type of its body. */
static gboolean
is_answered_so (JsonObject *paths, const char *path, const char *method, TestAnswer *answer)
{
  g_autofree char *name = g_ascii_strdown (method, -1);
  g_autofree char *status = g_strdup_printf ("%u", answer->status);
  JsonObject *operation = torg_json_get_object (torg_json_get_object (paths, path), name);
  JsonObject *response =
    torg_json_get_object (torg_json_get_object (operation, "responses"), status);
  JsonObject *contents = torg_json_get_object (response, "content");
  const char *type = test_answer_header (answer, "Content-Type");
  g_autofree char *media =
    g_strndup (type == NULL ? "" : type, strcspn (type == NULL ? "" : type, ";"));

  return response != NULL &&
         (*answer->text == '\0' || (contents != NULL && json_object_has_member (contents, media)));
}

static void
check_answer (TestService *service,
              JsonObject *paths,
              const char *user,
              const char *request,
              const char *told,
              const char *body)
{
  g_auto (GStrv) parts = g_strsplit (request, " ", 2);
  g_autoptr (TestAnswer) answer = test_service_ask (service, user, parts[0], parts[1], NULL, body);

  if (is_answered_so (paths, told, parts[0], answer))
    return;
  g_test_message ("%s: nothing is told of %u %s", request, answer->status, answer->text);
  g_test_fail ();
}

#define RECORDS "/buckets/torg/collections/projects/records"

/* Success is told with the status and the type that it has. */
static void
test_answers (void)
{
  static const struct {
    const char *user;
    const char *request;
    const char *path;
    const char *body;
  } asked[] = {
    { "",     "GET /",                  "/",                    NULL                           },
    { "",     "GET /__heartbeat__",     "/__heartbeat__",       NULL                           },
    { "kari", "POST /batch",            "/batch",               "{\"requests\":[]}"            },
    { "kari", "GET /permissions",       "/permissions",         NULL                           },
    { "kari", "PUT " RECORDS "/a",      RECORDS "/{record_id}", "{\"data\":{\"title\":\"T\"}}" },
    { "kari", "GET " RECORDS "/a",      RECORDS "/{record_id}", NULL                           },
    { "kari", "PATCH " RECORDS "/a",    RECORDS "/{record_id}", "{\"data\":{\"title\":\"U\"}}" },
    { "kari", "GET " RECORDS,           RECORDS,                NULL                           },
    { "kari", "POST " RECORDS,          RECORDS,                "{\"data\":{\"title\":\"V\"}}" },
    { "kari", "DELETE " RECORDS "/a",   RECORDS "/{record_id}", NULL                           },
    { "ada",  "GET /torg/invitations",  "/torg/invitations",    NULL                           },
    { "ada",  "POST /torg/invitations", "/torg/invitations",    "{}"                           },
    { "",     "POST /torg/requests",    "/torg/requests",
     "{\"name\":\"N\",\"email\":\"n@n\",\"organisation\":\"B\"}"                               },
    { "ada",  "GET /torg/requests",     "/torg/requests",       NULL                           },
    { "ada",  "GET /torg/metrics",      "/torg/metrics",        NULL                           },
    { "kari", "POST /torg/export-me",   "/torg/export-me",      NULL                           },
    { "kari", "POST /torg/erase-me",    "/torg/erase-me",       NULL                           },
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) document = test_service_ask (service, "", "GET", "/__api__", NULL, NULL);
  JsonObject *paths = paths_of (document);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    g_assert_true (json_object_has_member (paths, asked[i].path));
    check_answer (service, paths, asked[i].user, asked[i].request, asked[i].path, asked[i].body);
  }
  for (guint i = 0; i < 2; i++) {
    const char *verb = i == 0 ? "accept" : "refuse";
    g_autofree char *told = g_strconcat ("/torg/requests/{id}/", verb, NULL);
    g_autofree char *request = NULL;
    g_autoptr (TestAnswer) asks =
      test_service_ask (service, "", "POST", "/torg/requests", NULL,
                        "{\"name\":\"N\",\"email\":\"n@n\",\"organisation\":\"B\"}");

    g_assert_cmpuint (asks->status, ==, 201);
    request =
      g_strdup_printf ("POST /torg/requests/%s/%s",
                       torg_json_get_string (json_node_get_object (asks->json), "id"), verb);
    g_assert_true (json_object_has_member (paths, told));
    check_answer (service, paths, "ada", request, told, NULL);
  }
}

static void
test_contribute (void)
{
  static const TestStep steps[] = {
    { "", "GET /contribute.json", NULL, NULL, 200, "'license':'GPL-3.0-or-later'" },
    { "", "GET /__api__", NULL, NULL, 200, "Content-Type: application/json" },
    { "", "POST /__api__", NULL, NULL, 405 },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/openapi/served", test_served);
  g_test_add_func ("/openapi/told", test_told);
  g_test_add_func ("/openapi/whole", test_whole);
  g_test_add_func ("/openapi/answers", test_answers);
  g_test_add_func ("/openapi/contribute", test_contribute);
  return g_test_run ();
}
