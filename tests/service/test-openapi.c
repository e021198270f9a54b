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
  g_test_add_func ("/openapi/contribute", test_contribute);
  return g_test_run ();
}
