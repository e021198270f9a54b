/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-snapshot.h"

#include <string.h>

#include "torg-history.h"
#include "torg-json.h"
#include "torg-listing.h"

/*
 * A collection as it was at a moment: the records that have not changed since, and of the others what
 * the history has as their newest state before it.
 */

typedef struct {
  GHashTable *changed; /* ids that are still to be found in the history */
  GPtrArray *past;     /* TorgObject, the newest first */
  guint next;          /* of the past */
  gsize n_bytes;       /* of the past */
  GString *body;
  gsize max_bytes;
} TorgSnapshot;

/**
 * torg_snapshot_enter:
 * @call: a call whose path was read
 * @refusal: (out): a 400 that names the timestamp
 *
 * Makes of `…/snapshot/collections/C@1469006098757` a call for the records of C.
 *
 * Returns: whether to go on
 */
gboolean
torg_snapshot_enter (TorgCall *call, TorgAnswer **refusal)
{
  const char *at = NULL;
  g_autofree char *id = NULL;

  if (call->route->handlers[TORG_METHOD_GET] != torg_snapshot_get)
    return TRUE;
  at = strrchr (call->segments[4], '@');
  if (at == NULL ||
      !g_ascii_string_to_signed (at + 1, 10, 0, G_MAXINT64, &call->snapshot_at, NULL)) {
    *refusal =
      torg_fault_invalid ("path", "timestamp", "Invalid timestamp '%s'", at == NULL ? "" : at + 1);
    return FALSE;
  }
  id = g_strndup (call->segments[4], (gsize) (at - call->segments[4]));
  g_set_str (&call->segments[2], "collections");
  g_set_str (&call->segments[3], id);
  g_set_str (&call->segments[4], "records");
  return TRUE;
}

static JsonNode *
number (gint64 value)
{
  return json_node_init_int (json_node_alloc (), value);
}

static JsonNode *
text (const char *value)
{
  return json_node_init_string (json_node_alloc (), value);
}

static gboolean
collect_changed (const TorgObject *record, gpointer data)
{
  TorgSnapshot *self = data;

  g_hash_table_add (self->changed, g_strdup (record->id));
  return TRUE;
}

static gboolean
find_changed (TorgCall *call, TorgSnapshot *self, GError **error)
{
  g_autoptr (TorgListing) query = torg_listing_new ();

  query->with_deleted = TRUE;
  query->ids = g_strdupv (call->shared);
  torg_listing_add_filter (query, TORG_OPERATOR_MORE, "last_modified", number (call->snapshot_at));
  return torg_storage_find (call->storage, call->list, query, collect_changed, self, error);
}

/* The first entry of a record is what it was; the document is cut out of it as it was written. */
static gboolean
collect_past (const TorgObject *entry, gpointer data)
{
  TorgSnapshot *self = data;
  g_autoptr (JsonNode) node = torg_json_parse (entry->doc, strlen (entry->doc), 0, NULL);
  JsonObject *told = node == NULL ? NULL : json_node_get_object (node);
  JsonObject *target = told == NULL ? NULL : torg_json_get_object (told, "target");
  const char *id = told == NULL ? NULL : torg_json_get_string (told, "record_id");
  TorgObject *past = NULL;

  if (target == NULL || id == NULL || !g_hash_table_remove (self->changed, id) ||
      g_strcmp0 (torg_json_get_string (told, "action"), "delete") == 0)
    return TRUE;
  past = g_new0 (TorgObject, 1);
  past->doc = torg_history_dup_data (entry->doc);
  past->last_modified =
    torg_json_get_int (torg_json_get_object (target, "data"), "last_modified", 0);
  self->n_bytes += strlen (past->doc);
  g_ptr_array_add (self->past, past);
  return self->n_bytes <= self->max_bytes;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  gint64 one = (*(TorgObject *const *) a)->last_modified;
  gint64 other = (*(TorgObject *const *) b)->last_modified;

  return (other > one) - (other < one);
}

static gboolean
find_past (TorgCall *call, TorgSnapshot *self, GError **error)
{
  g_autofree char *history = g_strconcat (call->uris[TORG_RESOURCE_BUCKET], "/history", NULL);
  g_autoptr (TorgListing) query = torg_listing_new ();

  if (g_hash_table_size (self->changed) == 0)
    return TRUE;
  torg_listing_add_filter (query, TORG_OPERATOR_EQUAL, "resource_name", text ("record"));
  torg_listing_add_filter (query, TORG_OPERATOR_EQUAL, "collection_id",
                           text (torg_call_get_collection (call)));
  torg_listing_add_filter (query, TORG_OPERATOR_MAX, "target.data.last_modified",
                           number (call->snapshot_at));
  torg_listing_add_sort (query, "last_modified", TRUE);
  if (!torg_storage_find (call->storage, history, query, collect_past, self, error))
    return FALSE;
  g_ptr_array_sort (self->past, compare_newest_first);
  return TRUE;
}

static void
append (TorgSnapshot *self, const char *doc)
{
  if (self->body->str[self->body->len - 1] == '}')
    g_string_append_c (self->body, ',');
  g_string_append (self->body, doc);
}

/* What the history told of that is newer than the next record that has not changed. */
static void
append_past (TorgSnapshot *self, gint64 until)
{
  while (self->next < self->past->len) {
    const TorgObject *past = g_ptr_array_index (self->past, self->next);

    if (past->last_modified < until)
      return;
    append (self, past->doc);
    self->next++;
  }
}

static gboolean
add_unchanged (const TorgObject *record, gpointer data)
{
  TorgSnapshot *self = data;

  append_past (self, record->last_modified);
  append (self, record->doc);
  return self->body->len < self->max_bytes;
}

static gboolean
print (TorgCall *call, TorgSnapshot *self, GError **error)
{
  g_autoptr (TorgListing) query = torg_listing_new ();

  query->ids = g_strdupv (call->shared);
  torg_listing_add_filter (query, TORG_OPERATOR_MAX, "last_modified", number (call->snapshot_at));
  torg_listing_add_sort (query, "last_modified", TRUE);
  if (!torg_storage_find (call->storage, call->list, query, add_unchanged, self, error))
    return FALSE;
  append_past (self, 0);
  g_string_append (self->body, "]}");
  return TRUE;
}

/**
 * torg_snapshot_get:
 *
 * Returns: (transfer full): all records of a collection as they were, the newest first
 */
TorgAnswer *
torg_snapshot_get (TorgCall *call)
{
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_object_free);
  g_autoptr (TorgAnswer) answer = torg_answer_new (200);
  g_autoptr (GError) error = NULL;
  TorgSnapshot self = { .changed = changed,
                        .past = past,
                        .body = answer->body = g_string_new ("{\"data\":["),
                        .max_bytes = call->settings->answer_max };

  if (!call->settings->history)
    return torg_fault_new (TORG_FAULT_NO_RESOURCE, NULL, NULL);
  if (!find_changed (call, &self, &error) || !find_past (call, &self, &error) ||
      !print (call, &self, &error))
    return torg_fault_storage (error);
  if (answer->body->len > self.max_bytes || self.n_bytes > self.max_bytes)
    return torg_fault_new (TORG_FAULT_TOO_LARGE,
                           "The snapshot is too large for one answer; the history has pages.",
                           NULL);
  return g_steal_pointer (&answer);
}
