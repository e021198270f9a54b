/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-changes.h"

#include <string.h>

#include "torg-access.h"
#include "torg-audience.h"
#include "torg-json.h"
#include "torg-list.h"
#include "torg-precondition.h"
#include "torg-uuid.h"

/*
 * An entry for each collection that the caller may read, with the timestamp of its records: a list that is
 * kept nowhere.
 */

const char *const torg_change_fields[] = { "id",         "last_modified", "bucket",
                                           "collection", "host",          NULL };

/**
 * TorgChanges:
 * @reaches: the names of the buckets in which the caller has something, to %TRUE, and of others
 * @entries: (nullable): where entries are added
 * @newest: the newest timestamp of them
 * @failure: (nullable): why that could not be told
 */
typedef struct {
  TorgCall *call;
  GHashTable *reaches;
  JsonArray *entries;
  gint64 newest;
  GError *failure;
} TorgChanges;

/* There are many buckets, and few of them his. */
static gboolean
reaches (TorgCall *call, const char *bucket, gboolean *has, GError **error)
{
  const char *const *principals = (const char *const *) call->request->caller->principals;
  g_autofree char *uri = g_strconcat ("/buckets/", bucket, NULL);

  *has = call->request->caller->trusted;
  if (!*has && !torg_access_has_on_root (call, "bucket:read", has, error))
    return FALSE;
  return *has || torg_storage_has_grants (call->storage, uri, principals, has, error);
}

static gboolean
is_told (TorgChanges *self, const char *list, const char *bucket)
{
  gpointer known = NULL;
  gboolean reached = FALSE;
  gboolean told = FALSE;

  if (g_hash_table_lookup_extended (self->reaches, bucket, NULL, &known)) {
    reached = GPOINTER_TO_INT (known);
  } else {
    if (!reaches (self->call, bucket, &reached, &self->failure))
      return FALSE;
    g_hash_table_insert (self->reaches, g_strdup (bucket), GINT_TO_POINTER (reached));
  }
  return reached &&
         torg_audience_may_read (self->call->service, self->call->request->caller, list, &told,
                                 &self->failure) &&
         told;
}

/* Always the same for one collection. */
static char *
id_of (const char *list)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_MD5, list, -1);

  return torg_uuid_from_digest (hash);
}

static void
add_entry (TorgChanges *self, const char *list, GStrv steps, gint64 last_modified)
{
  JsonObject *entry = json_object_new ();
  const char *host = self->call->request->headers[TORG_HEADER_HOST];
  g_autofree char *id = id_of (list);

  json_object_set_string_member (entry, "id", id);
  json_object_set_int_member (entry, "last_modified", last_modified);
  json_object_set_string_member (entry, "bucket", steps[2]);
  json_object_set_string_member (entry, "collection", steps[4]);
  json_object_set_string_member (entry, "host", host == NULL ? "" : host);
  json_array_add_object_element (self->entries, entry);
}

static void
visit (const char *list, gint64 last_modified, gpointer data)
{
  TorgChanges *self = data;
  g_auto (GStrv) steps = g_strsplit (list, "/", -1);

  /* "", buckets, B, collections, C, records */
  if (self->failure != NULL || g_strv_length (steps) != 6 || strcmp (steps[5], "records") != 0 ||
      !is_told (self, list, steps[2]))
    return;
  self->newest = last_modified;
  if (self->entries != NULL)
    add_entry (self, list, steps, last_modified);
}

static void
changes_clear (TorgChanges *self)
{
  g_clear_pointer (&self->reaches, g_hash_table_unref);
  g_clear_pointer (&self->entries, json_array_unref);
  g_clear_error (&self->failure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TorgChanges, changes_clear)

static gboolean
look (TorgChanges *self, gint64 since, GError **error)
{
  self->reaches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!torg_storage_find_changed (self->call->storage, since, visit, self, error))
    return FALSE;
  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->failure));
  return FALSE;
}

/* The usual question: only what changed since the caller asked last is looked at. */
static gboolean
is_as_known (TorgCall *call, gint64 known)
{
  g_auto (TorgChanges) changes = { .call = call };

  return known > 0 && look (&changes, known - 1, NULL) && changes.newest == known;
}

static TorgAnswer *
answer (TorgCall *call, TorgHandler handler)
{
  gint64 known = torg_precondition_get_known (call);
  g_auto (TorgChanges) changes = { .call = call };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  TorgAnswer *fresh = NULL;

  if (is_as_known (call, known) && torg_precondition_is_fresh (call, known, &fresh))
    return fresh;
  changes.entries = json_array_new ();
  if (!look (&changes, 0, &error))
    return torg_fault_storage (error);
  node = json_node_init_array (json_node_alloc (), changes.entries);
  call->resource = torg_resource_get (TORG_RESOURCE_CHANGE);
  g_set_str (&call->list, TORG_CHANGES_PATH);
  call->documents = torg_json_print (node);
  call->list_timestamp = changes.newest;
  return handler (call);
}

/**
 * torg_changes_get:
 *
 * Returns: (transfer full): a page of the collections that the caller may read, or a 304 where none of
 *   them has changed
 */
TorgAnswer *
torg_changes_get (TorgCall *call)
{
  return answer (call, torg_list_get);
}

/**
 * torg_changes_head:
 *
 * Returns: (transfer full): how many collections the caller may read
 */
TorgAnswer *
torg_changes_head (TorgCall *call)
{
  return answer (call, torg_list_head);
}
