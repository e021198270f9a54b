/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-openapi.h"

#include <string.h>

#include "torg-forum.h"
#include "torg-json.h"
#include "torg-openapi-parts.h"
#include "torg-operation.h"

/*
 * The OpenAPI document: what is served, told from the tables that it is served by. The forum's own collections
 * stand beside the general paths, with the fields that their records have.
 */

#define OPENAPI "3.1.0"
#define RECORDS "buckets/*/collections/*/records"

#define MERGE_TYPE "application/merge-patch+json"
#define PATCH_TYPE "application/json-patch+json"

/* `{data, permissions}` */
static JsonObject *
wrap (JsonObject *data, const TorgResource *resource)
{
  JsonObject *schema = torg_openapi_typed ("object");
  JsonObject *properties = json_object_new ();
  JsonObject *permissions = torg_openapi_typed ("object");
  JsonObject *names = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (resource->permissions) && resource->permissions[i]; i++) {
    JsonObject *principals = torg_openapi_typed ("array");

    json_object_set_object_member (principals, "items", torg_openapi_typed ("string"));
    json_object_set_object_member (names, resource->permissions[i], principals);
  }
  json_object_set_object_member (permissions, "properties", names);
  json_object_set_object_member (properties, "data", data);
  json_object_set_object_member (properties, "permissions", permissions);
  json_object_set_object_member (schema, "properties", properties);
  return schema;
}

static JsonObject *
wrap_list (JsonObject *data)
{
  JsonObject *schema = torg_openapi_typed ("object");
  JsonObject *properties = json_object_new ();
  JsonObject *list = torg_openapi_typed ("array");

  json_object_set_object_member (list, "items", data);
  json_object_set_object_member (properties, "data", list);
  json_object_set_object_member (schema, "properties", properties);
  return schema;
}

static JsonObject *
form_schema (void)
{
  JsonObject *schema = torg_openapi_typed ("object");
  JsonObject *properties = json_object_new ();
  JsonObject *file = torg_openapi_typed ("string");
  JsonArray *required = json_array_new ();

  json_object_set_string_member (file, "format", "binary");
  json_object_set_object_member (properties, "attachment", file);
  json_object_set_object_member (properties, "data", torg_openapi_typed ("string"));
  json_object_set_object_member (properties, "permissions", torg_openapi_typed ("string"));
  json_array_add_string_element (required, "attachment");
  json_object_set_object_member (schema, "properties", properties);
  json_object_set_array_member (schema, "required", required);
  return schema;
}

/**
 * TorgPlace:
 * @path: as the document calls it
 * @schema: the component that describes the objects there
 */
typedef struct {
  const TorgRoute *route;
  const char *path;
  const char *schema;
} TorgPlace;

static JsonObject *
schema_of (const TorgPlace *place, TorgContent content)
{
  const TorgResource *resource = torg_resource_get (place->route->resource);

  if (content == TORG_CONTENT_OBJECT)
    return wrap (torg_openapi_reference ("schemas", place->schema), resource);
  if (content == TORG_CONTENT_LIST)
    return wrap_list (torg_openapi_reference ("schemas", place->schema));
  return content == TORG_CONTENT_FORM ? form_schema () : torg_openapi_typed ("object");
}

static JsonObject *
contents_of (const TorgPlace *place, TorgContent content)
{
  static const char *const types[] = {
    [TORG_CONTENT_FORM] = "multipart/form-data",
    [TORG_CONTENT_FILE] = "*/*",
    [TORG_CONTENT_TEXT] = "text/plain",
    [TORG_CONTENT_STREAM] = "text/event-stream",
  };
  JsonObject *contents = json_object_new ();

  if (content >= TORG_CONTENT_FORM) {
    torg_openapi_add_content (contents, types[content],
                              content == TORG_CONTENT_FORM ? schema_of (place, content) : NULL);
    return contents;
  }
  torg_openapi_add_content (contents, TORG_OPENAPI_JSON, schema_of (place, content));
  if (content == TORG_CONTENT_PATCH) {
    torg_openapi_add_content (contents, MERGE_TYPE, torg_openapi_typed ("object"));
    torg_openapi_add_content (contents, PATCH_TYPE, torg_openapi_typed ("array"));
  }
  return contents;
}

static JsonObject *
request_of (const TorgPlace *place, TorgContent content)
{
  JsonObject *request = json_object_new ();

  json_object_set_boolean_member (request, "required", content == TORG_CONTENT_FORM);
  json_object_set_object_member (request, "content", contents_of (place, content));
  return request;
}

static JsonObject *
responses_of (const TorgPlace *place, const TorgOperation *operation)
{
  JsonObject *responses = json_object_new ();
  g_auto (GStrv) statuses = g_strsplit (operation->statuses, " ", -1);

  for (guint i = 0; statuses[i] != NULL; i++) {
    JsonObject *response = json_object_new ();
    gboolean fresh = strcmp (statuses[i], "304") == 0;

    json_object_set_string_member (response, "description", fresh ? "As it was" : "Done");
    if (!fresh && operation->answer != TORG_CONTENT_NONE)
      json_object_set_object_member (response, "content", contents_of (place, operation->answer));
    json_object_set_object_member (responses, statuses[i], response);
  }
  json_object_set_object_member (responses, "default",
                                 torg_openapi_reference ("responses", "error"));
  return responses;
}

static void
add_parameter (JsonArray *parameters, const char *place, const char *name)
{
  JsonObject *parameter = json_object_new ();

  json_object_set_string_member (parameter, "name", name);
  json_object_set_string_member (parameter, "in", place);
  json_object_set_boolean_member (parameter, "required", strcmp (place, "path") == 0);
  json_object_set_object_member (parameter, "schema", torg_openapi_typed ("string"));
  json_array_add_object_element (parameters, parameter);
}

static JsonArray *
parameters_of (const TorgPlace *place, const TorgOperation *operation)
{
  JsonArray *parameters = json_array_new ();
  g_auto (GStrv) steps = g_strsplit (place->path, "/", -1);
  g_auto (GStrv) names = g_strsplit (operation->parameters, " ", -1);

  for (guint i = 0; steps[i] != NULL; i++) {
    g_autofree char *name =
      *steps[i] == '{' ? g_strndup (steps[i] + 1, strlen (steps[i]) - 2) : NULL;

    if (name != NULL)
      add_parameter (parameters, "path", name);
  }
  for (guint i = 0; names[i] != NULL; i++)
    add_parameter (parameters, "query", names[i]);
  return parameters;
}

/* `get_buckets_bucket_id`: what programs that are made from this call it. */
static char *
id_of (const char *method, const char *path)
{
  GString *id = g_string_new (method);

  for (const char *at = path; *at != '\0'; at++) {
    if (*at == '/')
      g_string_append_c (id, '_');
    else if (g_ascii_isalnum (*at) || *at == '_')
      g_string_append_c (id, *at);
  }
  return g_string_free_and_steal (id);
}

static JsonObject *
describe (const TorgPlace *place, const char *method, const TorgOperation *operation)
{
  JsonObject *object = json_object_new ();
  JsonArray *tags = json_array_new ();
  const char *tag = place->path[1] == '\0' ? "utilities" : place->schema;
  g_autofree char *id = id_of (method, place->path);

  json_object_set_string_member (object, "operationId", id);
  json_object_set_string_member (object, "summary", operation->summary);
  json_array_add_string_element (tags, tag);
  json_object_set_array_member (object, "tags", tags);
  json_object_set_array_member (object, "parameters", parameters_of (place, operation));
  if (operation->request != TORG_CONTENT_NONE)
    json_object_set_object_member (object, "requestBody", request_of (place, operation->request));
  json_object_set_object_member (object, "responses", responses_of (place, operation));
  return object;
}

static void
add_path (JsonObject *paths, const TorgSettings *settings, const TorgPlace *place)
{
  JsonObject *item = json_object_new ();

  for (guint i = 0; i < TORG_N_METHODS; i++) {
    TorgHandler handler = place->route->handlers[i];
    const TorgOperation *operation = handler == NULL ? NULL : torg_operation_find (handler);
    g_autofree char *method =
      operation == NULL ? NULL : g_ascii_strdown (torg_method_get_name ((TorgMethod) i), -1);

    if (method != NULL && torg_operation_is_there (operation, settings))
      json_object_set_object_member (item, method, describe (place, method, operation));
  }
  if (json_object_get_size (item) > 0)
    json_object_set_object_member (paths, place->path, item);
  else
    json_object_unref (item);
}

/* With names for what stands at the stars. */
static char *
path_of (const char *pattern)
{
  g_auto (GStrv) steps = g_strsplit (pattern, "/", -1);
  GString *path = g_string_new (NULL);

  for (guint i = 0; steps[i] != NULL; i++) {
    TorgResourceKind kind = i > 0 ? torg_resource_kind_of_list (steps[i - 1]) : TORG_RESOURCE_NONE;

    if (strcmp (steps[i], "*") != 0)
      g_string_append_printf (path, "/%s", steps[i]);
    else if (kind != TORG_RESOURCE_NONE)
      g_string_append_printf (path, "/{%s_id}", torg_resource_get (kind)->name);
    else
      g_string_append (path, "/{id}");
  }
  if (path->len == 0)
    g_string_append_c (path, '/');
  return g_string_free_and_steal (path);
}

typedef struct {
  JsonObject *paths;
  const TorgSettings *settings;
} TorgPaths;

/* The general path once more, for each of the forum's collections. */
static void
add_forum (TorgPaths *self, const TorgRoute *route, const char *general)
{
  const char *end = strstr (general, "/records");

  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
    g_autofree char *path =
      g_strdup_printf ("/buckets/" TORG_FORUM "/collections/%s%s", (*kinds)->collection, end);
    const TorgPlace place = { route, path, (*kinds)->collection };

    add_path (self->paths, self->settings, &place);
  }
}

static void
visit (const TorgRoute *route, const char *name, gpointer data)
{
  TorgPaths *self = data;
  g_autofree char *path = path_of (route->pattern);
  const TorgResource *resource = torg_resource_get (route->resource);
  const TorgPlace place = { route, path, resource->name == NULL ? "object" : resource->name };

  add_path (self->paths, self->settings, &place);
  if (route->resource == TORG_RESOURCE_RECORD && !route->part &&
      g_str_has_prefix (route->pattern, RECORDS))
    add_forum (self, route, path);
}

static JsonObject *
info (void)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "title", "torg-service");
  json_object_set_string_member (object, "description",
                                 "The Kinto HTTP API, and what this service has beside it.");
  json_object_set_string_member (object, "version", TORG_VERSION);
  return object;
}

/* Anyone may ask; what may be done without signing in is said by permissions. */
static JsonArray *
security (void)
{
  JsonArray *array = json_array_new ();
  JsonObject *basic = json_object_new ();

  json_object_set_array_member (basic, "basic", json_array_new ());
  json_array_add_object_element (array, basic);
  json_array_add_object_element (array, json_object_new ());
  return array;
}

static char *
print_document (const TorgSettings *settings)
{
  g_autoptr (JsonObject) document = json_object_new ();
  TorgPaths paths = { .paths = json_object_new (), .settings = settings };
  JsonArray *servers = json_array_new ();
  JsonObject *server = json_object_new ();

  torg_route_foreach ("", visit, &paths);
  json_object_set_string_member (server, "url", "/v1");
  json_array_add_object_element (servers, server);
  json_object_set_string_member (document, "openapi", OPENAPI);
  json_object_set_object_member (document, "info", info ());
  json_object_set_array_member (document, "servers", servers);
  json_object_set_array_member (document, "security", security ());
  json_object_set_object_member (document, "paths", paths.paths);
  json_object_set_object_member (document, "components", torg_openapi_components ());
  return torg_json_print_object (document);
}

/**
 * torg_openapi_get:
 *
 * Returns: (transfer full): the OpenAPI document of what is served
 */
TorgAnswer *
torg_openapi_get (TorgCall *call)
{
  TorgAnswer *answer = torg_answer_new (200);

  answer->body = g_string_new (torg_service_get_description (call->service, print_document));
  return answer;
}
