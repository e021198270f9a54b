/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-traces.h"

#include <string.h>

#include "torg-default-bucket.h"
#include "torg-forum.h"
#include "torg-json.h"

/* One search through every list. */
typedef struct {
  TorgStorage *storage;
  const char *account;
  char *user;
  char *bucket;      /* of one's own */
  GPtrArray *lists;  /* paths */
  GPtrArray *traces; /* TorgTrace */
} TorgSearch;

static void
search_clear (TorgSearch *self)
{
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->bucket, g_free);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->traces, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TorgSearch, search_clear)

/**
 * torg_trace_free:
 *
 * Frees it with its object.
 */
void
torg_trace_free (TorgTrace *self)
{
  g_free (self->list);
  torg_object_clear (&self->object);
  g_free (self);
}

static gboolean
is_of_people (const TorgField *field)
{
  return field->type == TORG_FIELD_REF && g_strcmp0 (field->target, "people") == 0;
}

/**
 * torg_trace_names:
 *
 * Returns: whether a field of a record refers to the person
 */
gboolean
torg_trace_names (const TorgField *field, JsonObject *data, const char *account)
{
  return is_of_people (field) && g_strcmp0 (torg_json_get_string (data, field->name), account) == 0;
}

/**
 * torg_trace_dup_fields:
 *
 * Returns: (transfer full): the names of all fields of records that refer to people
 */
GStrv
torg_trace_dup_fields (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (const TorgKind *const *kind = torg_kinds (); *kind != NULL; kind++) {
    for (guint i = 0; i < (*kind)->n_fields; i++) {
      if (is_of_people (&(*kind)->fields[i]))
        g_strv_builder_add (names, (*kind)->fields[i].name);
    }
  }
  return g_strv_builder_end (names);
}

static void
collect_list (const char *list, gint64 last_modified, gpointer data)
{
  if (strcmp (list, "/accounts") != 0 && g_str_has_prefix (list, "/torg/") == FALSE)
    g_ptr_array_add (data, g_strdup (list));
}

static gboolean
collect_id (const TorgObject *object, gpointer data)
{
  g_hash_table_add (data, g_strdup (object->id));
  return TRUE;
}

/* What the person made or was given. */
static gboolean
add_granted (TorgSearch *self, const char *list, GHashTable *ids, GError **error)
{
  static const char *const permissions[] = { "read",         "write",         "collection:create",
                                             "group:create", "record:create", NULL };
  const char *const principals[] = { self->user, NULL };
  g_auto (GStrv) granted =
    torg_storage_find_granted (self->storage, list, permissions, principals, error);

  for (guint i = 0; granted != NULL && granted[i] != NULL; i++)
    g_hash_table_add (ids, g_strdup (granted[i]));
  return granted != NULL;
}

static gboolean
add_named (TorgSearch *self, const char *list, const char *field, GHashTable *ids, GError **error)
{
  g_autoptr (TorgListing) listing = torg_listing_new ();

  torg_listing_add_filter (listing, TORG_OPERATOR_EQUAL, field,
                           json_node_init_string (json_node_alloc (), self->account));
  return torg_storage_find (self->storage, list, listing, collect_id, ids, error);
}

static gboolean
add_of_kind (TorgSearch *self,
             const char *list,
             const TorgKind *kind,
             GHashTable *ids,
             GError **error)
{
  for (guint i = 0; i < kind->n_fields; i++) {
    if (is_of_people (&kind->fields[i]) &&
        !add_named (self, list, kind->fields[i].name, ids, error))
      return FALSE;
  }
  return !(kind->flags & TORG_KIND_ONESELF) || add_named (self, list, "id", ids, error);
}

static gboolean
is_own (const TorgKind *kind, const TorgObject *object, const char *account)
{
  g_autoptr (JsonNode) node = NULL;

  if (kind == NULL)
    return FALSE;
  if (kind->flags & TORG_KIND_ONESELF)
    return strcmp (object->id, account) == 0;
  if (!(kind->flags & TORG_KIND_OWN_PLACE))
    return FALSE;
  node = torg_json_parse (object->doc, strlen (object->doc), 0, NULL);
  return node != NULL &&
         g_strcmp0 (torg_json_get_string (json_node_get_object (node), "person"), account) == 0;
}

static gboolean
add_trace (TorgSearch *self, const char *list, const TorgKind *kind, const char *id, GError **error)
{
  TorgTrace *trace = g_new0 (TorgTrace, 1);

  trace->list = g_strdup (list);
  trace->kind = kind;
  g_ptr_array_add (self->traces, trace);
  if (!torg_storage_get (self->storage, list, id, &trace->object, error))
    return FALSE;
  if (trace->object.id == NULL)
    g_ptr_array_set_size (self->traces, (int) self->traces->len - 1);
  else
    trace->own = is_own (kind, &trace->object, self->account) ||
                 (strcmp (list, "/buckets") == 0 && strcmp (id, self->bucket) == 0);
  return TRUE;
}

static gboolean
search_list (TorgSearch *self, const char *list, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) steps = g_strsplit (list, "/", -1);
  gboolean records = g_strv_length (steps) == 6;
  const TorgKind *kind = records ? torg_forum_get_kind (steps[2], steps[4]) : NULL;
  GHashTableIter iter;
  gpointer id = NULL;

  if (!add_granted (self, list, ids, error) ||
      (kind != NULL && !add_of_kind (self, list, kind, ids, error)))
    return FALSE;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    if (!add_trace (self, list, kind, id, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_traces_find:
 * @account: a person's account
 *
 * Returns: (transfer full) (nullable) (element-type TorgTrace): all that has to do with the person, save the
 *   account itself and its memberships
 */
GPtrArray *
torg_traces_find (TorgService *service, const char *account, GError **error)
{
  TorgStorage *storage = torg_service_get_storage (service);
  g_auto (TorgSearch) search = { .storage = storage, .account = account };
  g_autoptr (TorgCaller) caller = NULL;

  search.user = g_strconcat (TORG_ACCOUNT_PREFIX, account, NULL);
  caller = torg_caller_new (search.user, NULL);
  search.bucket = torg_default_bucket_dup_id (service, caller);
  search.lists = g_ptr_array_new_with_free_func (g_free);
  search.traces = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_trace_free);
  if (!torg_storage_find_changed (storage, 0, collect_list, search.lists, error))
    return NULL;
  for (guint i = 0; i < search.lists->len; i++) {
    if (!search_list (&search, g_ptr_array_index (search.lists, i), error))
      return NULL;
  }
  return g_steal_pointer (&search.traces);
}
