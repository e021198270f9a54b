/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-call.h"

#include <string.h>

#include "torg-default-bucket.h"
#include "torg-forum.h"
#include "torg-json.h"
#include "torg-snapshot.h"

/* What a body may be, by what it says of itself. */
static const char *const body_types[] = { "application/json", NULL };
static const char *const patch_types[] = { "application/json", "application/merge-patch+json",
                                           "application/json-patch+json", NULL };

static const char *const hello_path[] = { "", NULL };

/**
 * torg_call_new:
 * @service: the service asked
 * @request: what is asked; it must outlive the call
 *
 * Returns: (transfer full): the request with nothing found out yet
 */
TorgCall *
torg_call_new (TorgService *service, const TorgRequest *request)
{
  TorgCall *self = g_new0 (TorgCall, 1);

  self->service = service;
  self->storage = torg_service_get_storage (service);
  self->settings = torg_service_get_settings (service);
  self->request = request;
  self->uris[TORG_RESOURCE_ROOT] = g_strdup ("");
  return self;
}

/**
 * torg_call_free:
 *
 * Frees what was found out; the request is its owner's.
 */
void
torg_call_free (TorgCall *self)
{
  g_strfreev (self->segments);
  for (guint i = 0; i < TORG_N_RESOURCES; i++)
    g_free (self->uris[i]);
  g_free (self->list);
  g_free (self->id);
  g_clear_pointer (&self->params, g_hash_table_unref);
  g_clear_pointer (&self->body, json_node_unref);
  torg_object_clear (&self->existing);
  g_clear_pointer (&self->grants, g_ptr_array_unref);
  g_strfreev (self->shared);
  g_strfreev (self->targets);
  g_free (self->documents);
  g_free (self);
}

/**
 * torg_call_get_bucket:
 *
 * Returns: (nullable) (transfer none): the id of the bucket that the path goes through
 */
const char *
torg_call_get_bucket (const TorgCall *self)
{
  return self->segments[0] != NULL && strcmp (self->segments[0], "buckets") == 0 ? self->segments[1]
                                                                                 : NULL;
}

/**
 * torg_call_get_collection:
 *
 * Returns: (nullable) (transfer none): the id of the collection that the path goes through
 */
const char *
torg_call_get_collection (const TorgCall *self)
{
  return self->uris[TORG_RESOURCE_COLLECTION] != NULL ? self->segments[3] : NULL;
}

/**
 * torg_call_is_safe:
 *
 * Returns: whether the request cannot change anything
 */
gboolean
torg_call_is_safe (const TorgCall *self)
{
  return torg_method_is_safe (self->request->method);
}

/**
 * torg_call_get_body:
 *
 * Returns: (nullable) (transfer none): the body where it is an object
 */
JsonObject *
torg_call_get_body (const TorgCall *self)
{
  return self->body != NULL && JSON_NODE_HOLDS_OBJECT (self->body)
           ? json_node_get_object (self->body)
           : NULL;
}

/**
 * torg_call_is_media_type:
 * @type: a media type without parameters
 *
 * Returns: whether the body says to be of it; a charset and the like are not looked at
 */
gboolean
torg_call_is_media_type (const TorgCall *self, const char *type)
{
  const char *told = self->request->headers[TORG_HEADER_CONTENT_TYPE];
  gsize length = 0;

  if (told == NULL)
    return FALSE;
  length = strcspn (told, "; \t");
  return length == strlen (type) && g_ascii_strncasecmp (told, type, length) == 0;
}

/**
 * torg_call_sets_timestamps:
 *
 * A timestamp that a client chooses could jump a queue or hide from `_since`.
 *
 * Returns: whether `last_modified` in a body or query counts
 */
gboolean
torg_call_sets_timestamps (const TorgCall *self)
{
  const TorgCaller *caller = self->request->caller;

  return caller->trusted || self->settings->anyone_sets_timestamps ||
         torg_caller_is (caller, TORG_GROUP_ADMINS);
}

/**
 * torg_call_dup_base_url:
 *
 * Returns: (transfer full): the address that the service was asked at, with the version and a slash
 */
char *
torg_call_dup_base_url (const TorgCall *self)
{
  const char *scheme = self->request->headers[TORG_HEADER_SCHEME];
  const char *host = self->request->headers[TORG_HEADER_HOST];

  return g_strdup_printf ("%s://%s/v1/", g_strcmp0 (scheme, "https") == 0 ? "https" : "http",
                          host == NULL ? "localhost" : host);
}

/**
 * torg_call_get_grants:
 *
 * Returns: (transfer none) (nullable) (element-type TorgGrant): the permissions of the object that is asked for or
 *   was written
 */
GPtrArray *
torg_call_get_grants (TorgCall *self, GError **error)
{
  if (self->grants == NULL)
    self->grants =
      torg_storage_get_grants (self->storage, self->uris[self->route->resource], error);
  return self->grants;
}

static gboolean
read_path (TorgCall *self, TorgAnswer **refusal)
{
  const char *path = self->request->path;
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (path, "/v1/")) {
    *refusal = torg_fault_new (TORG_FAULT_NO_VERSION, NULL, NULL);
    return FALSE;
  }
  parts = g_strsplit (path + strlen ("/v1/"), "/", 16);
  for (guint i = 0; parts[i] != NULL; i++) {
    char *decoded = g_uri_unescape_string (parts[i], NULL);

    if (decoded == NULL || !g_utf8_validate (decoded, -1, NULL)) {
      g_free (decoded);
      *refusal = torg_fault_invalid ("path", NULL, "Invalid URL path.");
      return FALSE;
    }
    g_free (parts[i]);
    parts[i] = decoded;
  }
  /* g_strsplit() gives no part at all for an empty text; hello has one, which is empty. */
  if (parts[0] == NULL) {
    g_clear_pointer (&parts, g_strfreev);
    parts = g_strdupv ((char **) hello_path);
  }
  self->segments = g_steal_pointer (&parts);
  return TRUE;
}

static gboolean
find_route (TorgCall *self, TorgAnswer **refusal)
{
  TorgMethod method = self->request->method;

  self->route = torg_route_find ((const char *const *) self->segments);
  if (self->route == NULL) {
    *refusal = torg_fault_new (TORG_FAULT_NO_RESOURCE, NULL, NULL);
    return FALSE;
  }
  if (method == TORG_METHOD_OPTIONS)
    return TRUE;
  if (method >= TORG_N_METHODS || self->route->handlers[method] == NULL) {
    *refusal = torg_fault_new (TORG_FAULT_METHOD, NULL, NULL);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_places (TorgCall *self, TorgAnswer **refusal)
{
  g_autoptr (GString) uri = g_string_new (NULL);

  self->resource = torg_resource_get (self->route->resource);
  for (guint i = 0; self->segments[i] != NULL; i += 2) {
    TorgResourceKind kind = torg_resource_kind_of_list (self->segments[i]);
    const char *id = self->segments[i + 1];

    g_string_append_printf (uri, "/%s", self->segments[i]);
    g_free (self->list);
    self->list = g_strdup (uri->str);
    if (id == NULL)
      return TRUE;
    if (!torg_resource_is_valid_id (torg_resource_get (kind), id, self->settings->id_max)) {
      *refusal = torg_fault_invalid ("path", NULL, "Invalid object id");
      return FALSE;
    }
    g_string_append_printf (uri, "/%s", id);
    self->uris[kind] = g_strdup (uri->str);
    g_set_str (&self->id, kind == self->route->resource ? id : NULL);
    if (self->id != NULL)
      return TRUE;
  }
  return TRUE;
}

static gboolean
read_query (TorgCall *self, TorgAnswer **refusal)
{
  const char *query = self->request->query;

  if (query == NULL || *query == '\0')
    return TRUE;
  self->params = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
  if (self->params != NULL)
    return TRUE;
  *refusal =
    torg_fault_new (TORG_FAULT_INVALID,
                    "A request with an incorrect encoding in the querystring was received. "
                    "Please make sure your requests are encoded in UTF-8.",
                    NULL);
  return FALSE;
}

static gboolean
check_media_type (TorgCall *self, TorgAnswer **refusal)
{
  const char *const *types = self->request->method == TORG_METHOD_PATCH ? patch_types : body_types;
  g_autofree char *known = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; types[i] != NULL; i++) {
    if (torg_call_is_media_type (self, types[i]))
      return TRUE;
  }
  known = g_strjoinv ("', '", (char **) types);
  message = g_strdup_printf ("Content-Type header should be one of ['%s']", known);
  *refusal = torg_fault_new (TORG_FAULT_MEDIA_TYPE, message, NULL);
  return FALSE;
}

static gboolean
read_body (TorgCall *self, TorgAnswer **refusal)
{
  GBytes *bytes = self->request->body;
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const char *text = NULL;

  if (self->request->json != NULL) {
    self->body = json_node_ref (self->request->json);
    return TRUE;
  }
  /* A part has a form of its own. */
  if (bytes == NULL || g_bytes_get_size (bytes) == 0 || torg_call_is_safe (self) ||
      self->route->part)
    return TRUE;
  if (!check_media_type (self, refusal))
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  self->body = torg_json_parse (text, size, self->settings->body_max, &error);
  if (self->body == NULL)
    *refusal = torg_fault_invalid ("body", "", "Invalid JSON: %s", error->message);
  return self->body != NULL;
}

/* The id that a POST gives: it may name an object that is there already. */
static gboolean
read_posted_id (TorgCall *self, TorgAnswer **refusal)
{
  JsonObject *body = torg_call_get_body (self);
  JsonObject *data = body == NULL ? NULL : torg_json_get_object (body, "data");
  const char *id = NULL;

  if (self->id != NULL || self->request->method != TORG_METHOD_POST || data == NULL ||
      !json_object_has_member (data, "id"))
    return TRUE;
  id = torg_json_get_string (data, "id");
  if (id == NULL || !torg_resource_is_valid_id (self->resource, id, self->settings->id_max)) {
    *refusal = torg_fault_invalid ("path", NULL, "Invalid object id");
    return FALSE;
  }
  self->id = g_strdup (id);
  self->uris[self->route->resource] = g_strconcat (self->list, "/", id, NULL);
  return TRUE;
}

static gboolean
find_objects (TorgCall *self, TorgAnswer **refusal)
{
  g_autoptr (GError) error = NULL;
  TorgResourceKind parent = self->resource->parent;

  if (!torg_storage_get_list_timestamp (self->storage, self->list, &self->list_timestamp, &error)) {
    if (!g_error_matches (error, TORG_STORAGE_ERROR, TORG_STORAGE_ERROR_NOT_FOUND)) {
      *refusal = torg_fault_storage (error);
      return FALSE;
    }
    /* Only who may see what stands above learns that it is not there: see torg_access_check(). */
    self->list_timestamp = 0;
    return TRUE;
  }
  g_assert (parent != TORG_RESOURCE_NONE);
  if (self->id != NULL &&
      !torg_storage_get (self->storage, self->list, self->id, &self->existing, &error)) {
    *refusal = torg_fault_storage (error);
    return FALSE;
  }
  return TRUE;
}

/**
 * torg_call_prepare:
 * @refusal: (out): what to answer when the request makes no sense
 *
 * Reads path, query and body and looks up the list and object asked for. Access is not judged here.
 *
 * Returns: whether to go on
 */
gboolean
torg_call_prepare (TorgCall *self, TorgAnswer **refusal)
{
  if (!read_path (self, refusal) || !find_route (self, refusal))
    return FALSE;
  if (self->request->method == TORG_METHOD_OPTIONS)
    return TRUE;
  if (!read_query (self, refusal) || !read_body (self, refusal))
    return FALSE;
  if (self->route->resource == TORG_RESOURCE_NONE)
    return TRUE;
  return torg_default_bucket_enter (self, refusal) && torg_snapshot_enter (self, refusal) &&
         read_places (self, refusal) && read_posted_id (self, refusal) &&
         torg_default_bucket_ensure (self, refusal) && find_objects (self, refusal);
}
