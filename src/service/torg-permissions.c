/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-permissions.h"

#include <string.h>

#include "torg-access.h"
#include "torg-json.h"
#include "torg-list.h"
#include "torg-listing.h"

/*
 * What the caller may do, object by object: a list that is kept nowhere, put together from what is
 * granted to him. What follows for objects further in is not in it.
 */

const char *const torg_permission_fields[] = {
  "id",        "uri",           "resource_name", "permissions", "last_modified",
  "bucket_id", "collection_id", "group_id",      "record_id",   "account_id",
  NULL,
};

typedef struct {
  TorgCall *call;
  GHashTable *granted; /* URI to the words of its permissions, a GString */
  gboolean reads;      /* every bucket, by what is granted on the root */
  gboolean writes;
} TorgGranted;

static void
free_words (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
add_grant (const char *uri, const char *permission, gpointer data)
{
  TorgGranted *self = data;
  GString *words = g_hash_table_lookup (self->granted, uri);

  if (words == NULL) {
    words = g_string_new (NULL);
    g_hash_table_insert (self->granted, g_strdup (uri), words);
  }
  g_string_append_printf (words, " %s", permission);
}

static gboolean
add_bucket (const TorgObject *bucket, gpointer data)
{
  TorgGranted *self = data;
  g_autofree char *uri = g_strconcat ("/buckets/", bucket->id, NULL);

  if (self->reads)
    add_grant (uri, "read", self);
  if (self->writes)
    add_grant (uri, "write", self);
  return TRUE;
}

static gboolean
collect (TorgGranted *self, GError **error)
{
  TorgStorage *storage = self->call->storage;
  g_autoptr (TorgListing) all = torg_listing_new ();

  if (!torg_storage_walk_granted (storage, "",
                                  (const char *const *) self->call->request->caller->principals,
                                  add_grant, self, error) ||
      !torg_access_has_on_root (self->call, "bucket:read", &self->reads, error) ||
      !torg_access_has_on_root (self->call, "bucket:write", &self->writes, error))
    return FALSE;
  return !self->reads || torg_storage_find (storage, "/buckets", all, add_bucket, self, error);
}

/* Its own kind and id, and those of what it stands in; FALSE for what is no object of the API. */
static gboolean
describe (JsonObject *entry, const char *uri)
{
  g_auto (GStrv) steps = g_strsplit (uri, "/", -1);
  TorgResourceKind kind = TORG_RESOURCE_NONE;

  for (guint i = 1; steps[i] != NULL && steps[i + 1] != NULL; i += 2) {
    g_autofree char *member = NULL;

    kind = torg_resource_kind_of_list (steps[i]);
    if (kind == TORG_RESOURCE_NONE)
      return FALSE;
    member = g_strconcat (torg_resource_get (kind)->name, "_id", NULL);
    json_object_set_string_member (entry, member, steps[i + 1]);
    json_object_set_string_member (entry, "id", steps[i + 1]);
  }
  if (kind == TORG_RESOURCE_NONE)
    return FALSE;
  json_object_set_string_member (entry, "uri", uri);
  json_object_set_string_member (entry, "resource_name", torg_resource_get (kind)->name);
  return TRUE;
}

static void
add_entry (JsonArray *entries, const char *uri, const char *words)
{
  g_autoptr (JsonObject) entry = json_object_new ();
  const char *name = NULL;

  if (!describe (entry, uri))
    return;
  name = torg_json_get_string (entry, "resource_name");
  json_object_set_array_member (entry, "permissions", torg_access_expand (name, words));
  json_array_add_object_element (entries, g_steal_pointer (&entry));
}

static gboolean
add_root (TorgCall *call, JsonArray *entries, GError **error)
{
  static const char *const creations[] = { "account:create", "bucket:create" };
  JsonObject *entry = NULL;
  g_autoptr (JsonArray) permissions = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (creations); i++) {
    gboolean has = FALSE;

    if (!torg_access_has_on_root (call, creations[i], &has, error))
      return FALSE;
    if (has)
      json_array_add_string_element (permissions, creations[i]);
  }
  if (json_array_get_length (permissions) == 0)
    return TRUE;
  entry = json_object_new ();
  json_object_set_string_member (entry, "uri", "/");
  json_object_set_string_member (entry, "resource_name", "root");
  json_object_set_array_member (entry, "permissions", g_steal_pointer (&permissions));
  json_array_add_object_element (entries, entry);
  return TRUE;
}

static char *
print_entries (TorgCall *call, GError **error)
{
  g_autoptr (GHashTable) granted =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_words);
  TorgGranted self = { .call = call, .granted = granted };
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *entries = json_array_new ();
  GHashTableIter iter;
  gpointer uri = NULL;
  gpointer words = NULL;

  json_node_take_array (node, entries);
  if (!collect (&self, error) || !add_root (call, entries, error))
    return NULL;
  g_hash_table_iter_init (&iter, granted);
  while (g_hash_table_iter_next (&iter, &uri, &words))
    add_entry (entries, uri, ((GString *) words)->str);
  return torg_json_print (node);
}

static TorgAnswer *
answer (TorgCall *call, TorgHandler handler)
{
  g_autoptr (GError) error = NULL;

  if (!call->settings->permissions_endpoint)
    return torg_fault_new (TORG_FAULT_NO_RESOURCE, NULL, NULL);
  call->resource = torg_resource_get (TORG_RESOURCE_PERMISSION);
  call->list = g_strdup ("/permissions");
  call->documents = print_entries (call, &error);
  return call->documents == NULL ? torg_fault_storage (error) : handler (call);
}

/**
 * torg_permissions_get:
 *
 * Returns: (transfer full): a page of what the caller may do, by URI
 */
TorgAnswer *
torg_permissions_get (TorgCall *call)
{
  return answer (call, torg_list_get);
}

/**
 * torg_permissions_head:
 *
 * Returns: (transfer full): on how many objects the caller may do something
 */
TorgAnswer *
torg_permissions_head (TorgCall *call)
{
  return answer (call, torg_list_head);
}
