/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-utilities.h"

#include <string.h>

#include "torg-access.h"
#include "torg-default-bucket.h"

#define PROJECT_NAME "torg-service"
#define HOME         "https://smartinnovationnorway.com"
#define API_VERSION  "1.23"
#define API_DOCS     "https://docs.kinto-storage.org/"

/**
 * TorgCapability:
 * @setting: where TorgSettings has the switch that it is there by; 0 for always
 */
typedef struct {
  const char *name;
  const char *description;
  const char *url;
  gsize setting;
} TorgCapability;

#define DOCS(page)   API_DOCS "en/latest/" page
#define WITH(member) offsetof (TorgSettings, member)

/* clang-format off */
static const TorgCapability capabilities[] = {
  { "accounts",             "Manage user accounts.",                                     DOCS ("api/1.x/accounts.html"),       0 },
  { "attachments",          "Add file attachments to records",                           "https://github.com/Kinto/kinto-attachment/", 0 },
  { "basicauth",            "Very basic authentication, for tests.",                     DOCS ("api/1.x/authentication.html"), WITH (basicauth) },
  { "changes",              "Track modifications of records in Kinto and store the collection timestamps into a specific bucket and collection.", DOCS ("tutorials/synchronisation.html#polling-for-remote-changes"), 0 },
  { "default_bucket",       "An alias for a personal bucket with implicit collections.", DOCS ("api/1.x/buckets.html"),        WITH (default_bucket) },
  { "flush_endpoint",       "Remove all data, for tests.",                               DOCS ("api/1.x/flush.html"),          WITH (flush_endpoint) },
  { "history",              "Track changes on data.",                                    DOCS ("api/1.x/history.html"),        WITH (history) },
  { "permissions_endpoint", "List all that the user may do.",                            DOCS ("api/1.x/permissions.html"),    WITH (permissions_endpoint) },
  { "schema",               "Validates collection records with JSON schemas.",           DOCS ("api/1.x/collections.html#collection-json-schema"), 0 },
  { "torg",                 "What torg-service has beside the Kinto API.",               "",                                   0 },
};
/* clang-format on */

static JsonObject *
tell_settings (const TorgSettings *settings)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "batch_max_requests", settings->batch_max_requests);
  json_object_set_boolean_member (object, "explicit_permissions", TRUE);
  json_object_set_int_member (object, "paginate_by", settings->page_size);
  json_object_set_boolean_member (object, "readonly", settings->readonly);
  return object;
}

static JsonObject *
tell_capabilities (const TorgSettings *settings, const char *epoch, const char *base_url)
{
  JsonObject *object = json_object_new ();
  JsonArray *collections = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (capabilities); i++) {
    JsonObject *capability = NULL;

    if (!torg_settings_have (settings, capabilities[i].setting))
      continue;
    capability = json_object_new ();

    json_object_set_string_member (capability, "description", capabilities[i].description);
    json_object_set_string_member (capability, "url", capabilities[i].url);
    json_object_set_object_member (object, capabilities[i].name, capability);
  }
  json_object_set_boolean_member (json_object_get_object_member (object, "accounts"),
                                  "validation_enabled", FALSE);
  /* All that the caller may read. */
  json_array_add_string_element (collections, "/buckets/*");
  json_object_set_array_member (json_object_get_object_member (object, "changes"), "collections",
                                collections);
  json_object_set_string_member (json_object_get_object_member (object, "attachments"), "base_url",
                                 base_url);
  if (epoch != NULL)
    json_object_set_string_member (json_object_get_object_member (object, "torg"), "epoch", epoch);
  return object;
}

typedef struct {
  const TorgCaller *caller;
  JsonArray *names;
} TorgEndpoints;

static void
add_endpoint (const TorgRoute *route, const char *name, gpointer data)
{
  TorgEndpoints *endpoints = data;
  gboolean takes = FALSE;

  for (guint method = 0; method < TORG_N_METHODS && !takes; method++)
    takes = route->handlers[method] != NULL &&
            torg_access_takes (route, (TorgMethod) method, endpoints->caller);
  if (takes && strchr (name, '/') == NULL)
    json_array_add_string_element (endpoints->names, name);
}

/* What there is beside the Kinto API, and what of it answers this caller. */
static void
tell_own (TorgCall *call, JsonObject *capability, const char *url)
{
  TorgEndpoints endpoints = { call->request->caller, json_array_new () };
  g_autofree char *events = g_strconcat (url, "events", NULL);

  torg_route_foreach ("torg/", add_endpoint, &endpoints);
  json_object_set_string_member (capability, "events", events);
  json_object_set_array_member (capability, "endpoints", endpoints.names);
}

static JsonObject *
tell_user (TorgService *service, const TorgCaller *caller)
{
  g_autofree char *bucket = torg_default_bucket_dup_id (service, caller);
  JsonObject *object = json_object_new ();
  JsonArray *principals = json_array_new ();

  for (guint i = 0; caller->principals[i] != NULL; i++)
    json_array_add_string_element (principals, caller->principals[i]);
  json_object_set_string_member (object, "id", caller->user);
  json_object_set_array_member (object, "principals", principals);
  if (bucket != NULL)
    json_object_set_string_member (object, "bucket", bucket);
  return object;
}

/**
 * torg_utility_hello:
 *
 * Returns: (transfer full): who answers here, what it can do, and who it takes the caller for
 */
TorgAnswer *
torg_utility_hello (TorgCall *call)
{
  g_autoptr (JsonObject) body = json_object_new ();
  g_autofree char *url = torg_call_dup_base_url (call);
  g_autofree char *epoch = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *capabilities_told = NULL;

  if (!torg_storage_get_property (call->storage, "epoch", &epoch, &error))
    return torg_fault_storage (error);
  json_object_set_string_member (body, "project_name", PROJECT_NAME);
  json_object_set_string_member (body, "project_version", TORG_VERSION);
  json_object_set_string_member (body, "http_api_version", API_VERSION);
  json_object_set_string_member (body, "project_docs", API_DOCS);
  json_object_set_string_member (body, "url", url);
  json_object_set_object_member (body, "settings", tell_settings (call->settings));
  capabilities_told = tell_capabilities (call->settings, epoch, url);
  tell_own (call, json_object_get_object_member (capabilities_told, "torg"), url);
  json_object_set_object_member (body, "capabilities", capabilities_told);
  if (call->request->caller->user != NULL)
    json_object_set_object_member (body, "user", tell_user (call->service, call->request->caller));
  return torg_answer_new_json (200, body);
}

/**
 * torg_utility_heartbeat:
 *
 * Returns: (transfer full): whether each part works; a load balancer takes a 503 for "not here"
 */
TorgAnswer *
torg_utility_heartbeat (TorgCall *call)
{
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (GError) error = NULL;
  gint64 timestamp = 0;
  gboolean works = torg_storage_get_list_timestamp (call->storage, "/buckets", &timestamp, &error);

  json_object_set_boolean_member (body, "storage", works);
  json_object_set_boolean_member (body, "permission", works);
  return torg_answer_new_json (works ? 200 : 503, body);
}

/**
 * torg_utility_lbheartbeat:
 *
 * Returns: (transfer full): that somebody answers
 */
TorgAnswer *
torg_utility_lbheartbeat (TorgCall *call)
{
  g_autoptr (JsonObject) body = json_object_new ();

  return torg_answer_new_json (200, body);
}

/**
 * torg_utility_version:
 *
 * Returns: (transfer full): which program answers
 */
TorgAnswer *
torg_utility_version (TorgCall *call)
{
  g_autoptr (JsonObject) body = json_object_new ();

  json_object_set_string_member (body, "name", PROJECT_NAME);
  json_object_set_string_member (body, "version", TORG_VERSION);
  return torg_answer_new_json (200, body);
}

/**
 * torg_utility_contribute:
 *
 * Returns: (transfer full): how to take part, in the form of contributejson.org
 */
TorgAnswer *
torg_utility_contribute (TorgCall *call)
{
  static const char *const words[] = { "C", "GLib", "Kinto", "JSON", "sync" };
  g_autoptr (JsonObject) body = json_object_new ();
  JsonObject *repository = json_object_new ();
  JsonObject *participate = json_object_new ();
  JsonArray *keywords = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    json_array_add_string_element (keywords, words[i]);
  json_object_set_string_member (repository, "license", "GPL-3.0-or-later");
  json_object_set_string_member (participate, "home", HOME);
  json_object_set_string_member (body, "name", PROJECT_NAME);
  json_object_set_string_member (body, "description", "The central service of Torg.");
  json_object_set_object_member (body, "repository", repository);
  json_object_set_object_member (body, "participate", participate);
  json_object_set_array_member (body, "keywords", keywords);
  return torg_answer_new_json (200, body);
}
