/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-history.h"

#include <string.h>
#include <time.h>

#include "torg-list.h"
#include "torg-listing.h"
#include "torg-uuid.h"

/* Who writes where the operator's commands do. */
#define OPERATOR "torg-service"

/* In front of the document, which is the last thing in an entry. No text can hold it. */
#define BEFORE_DATA ",\"data\":"

/* What an entry has beside the document and its permissions. */
#define HEAD_SIZE 1024

static const char *const action_names[] = {
  [TORG_ACTION_CREATE] = "create",
  [TORG_ACTION_UPDATE] = "update",
  [TORG_ACTION_DELETE] = "delete",
};

const char *const torg_history_fields[] = {
  "id",        "last_modified", "action",   "date",      "user_id", "uri", "resource_name",
  "bucket_id", "collection_id", "group_id", "record_id", "target",  NULL
};

static gboolean
is_told (TorgCall *call, TorgAction action)
{
  switch (call->route->resource) {
  case TORG_RESOURCE_GROUP:
  case TORG_RESOURCE_COLLECTION:
  case TORG_RESOURCE_RECORD:
    return call->settings->history;
  case TORG_RESOURCE_BUCKET:
    /* Its history goes with it. */
    return call->settings->history && action != TORG_ACTION_DELETE;
  case TORG_RESOURCE_NONE:
  case TORG_RESOURCE_ROOT:
  case TORG_RESOURCE_ACCOUNT:
  case TORG_RESOURCE_HISTORY:
  case TORG_RESOURCE_PERMISSION:
  case TORG_RESOURCE_CHANGE:
  case TORG_N_RESOURCES:
  default:
    return FALSE;
  }
}

static const char *
user_of (TorgCall *call)
{
  const TorgCaller *caller = call->request->caller;

  if (caller->user != NULL)
    return caller->user;
  return caller->trusted ? OPERATOR : "system.Everyone";
}

static void
append_date (GString *entry)
{
  gint64 now = g_get_real_time ();
  time_t seconds = (time_t) (now / G_USEC_PER_SEC);
  struct tm when = { 0 };

  gmtime_r (&seconds, &when);
  g_string_append_printf (entry, "\"date\":\"%04d-%02d-%02dT%02d:%02d:%02d.%06d+00:00\"",
                          when.tm_year + 1900, when.tm_mon + 1, when.tm_mday, when.tm_hour,
                          when.tm_min, when.tm_sec, (int) (now % G_USEC_PER_SEC));
}

/* The object's document goes in as it is; nothing else that goes in can hold a quotation mark. */
static char *
print_entry (TorgCall *call,
             TorgAction action,
             const TorgObject *entry,
             const TorgObject *object,
             const char *permissions)
{
  const char *name = call->resource->name;
  GString *text = g_string_sized_new (strlen (object->doc) + strlen (permissions) + HEAD_SIZE);

  g_string_append_printf (
    text, "{\"id\":\"%s\",\"last_modified\":%" G_GINT64_FORMAT ",\"action\":\"%s\",", entry->id,
    entry->last_modified, action_names[action]);
  append_date (text);
  g_string_append_printf (text,
                          ",\"user_id\":\"%s\",\"uri\":\"%s/%s\",\"resource_name\":\"%s\","
                          "\"%s_id\":\"%s\"",
                          user_of (call), call->list, object->id, name, name, object->id);
  if (call->route->resource == TORG_RESOURCE_RECORD)
    g_string_append_printf (text, ",\"collection_id\":\"%s\"", torg_call_get_collection (call));
  g_string_append (text, ",\"target\":{\"permissions\":");
  g_string_append (text, permissions);
  g_string_append (text, BEFORE_DATA);
  g_string_append (text, object->doc);
  g_string_append (text, "}}");
  return g_string_free_and_steal (text);
}

/**
 * torg_history_dup_data:
 * @entry: the document of an entry
 *
 * Returns: (transfer full): the document of what it tells of, letter by letter
 */
char *
torg_history_dup_data (const char *entry)
{
  const char *start = strstr (entry, BEFORE_DATA);

  g_assert (start != NULL);
  start += strlen (BEFORE_DATA);
  return g_strndup (start, strlen (start) - strlen ("}}"));
}

/* A timestamp that somebody chose says nothing about when it was written, but that of the list does. */
static gboolean
find_timestamp (TorgCall *call,
                const TorgObject *object,
                gboolean chosen,
                TorgObject *entry,
                GError **error)
{
  entry->last_modified = object->last_modified;
  return !chosen ||
         torg_storage_get_list_timestamp (call->storage, call->list, &entry->last_modified, error);
}

static char *
dup_permissions (TorgCall *call, const TorgObject *object, GError **error)
{
  GPtrArray *grants = NULL;

  if (object->deleted)
    return g_strdup ("{}");
  grants = torg_call_get_grants (call, error);
  return grants == NULL ? NULL : torg_grants_print (grants);
}

/**
 * torg_history_add:
 * @object: what was written, or the tombstone
 * @chosen: its timestamp is not that of now
 *
 * Tells of a write.
 *
 * Returns: whether that was written too
 */
gboolean
torg_history_add (TorgCall *call,
                  TorgAction action,
                  const TorgObject *object,
                  gboolean chosen,
                  GError **error)
{
  g_autofree char *list = NULL;
  g_autofree char *permissions = NULL;
  g_auto (TorgObject) entry = { 0 };

  if (!is_told (call, action))
    return TRUE;
  list = call->route->resource == TORG_RESOURCE_BUCKET
           ? g_strconcat (call->list, "/", object->id, "/history", NULL)
           : g_strconcat (call->uris[TORG_RESOURCE_BUCKET], "/history", NULL);
  permissions = dup_permissions (call, object, error);
  if (permissions == NULL || !find_timestamp (call, object, chosen, &entry, error))
    return FALSE;
  entry.id = torg_uuid_new ();
  entry.doc = print_entry (call, action, &entry, object, permissions);
  return torg_storage_append (call->storage, list, &entry, error);
}

/* Entries that have to do with an account: those in which one of these stands. */
typedef struct {
  GPtrArray *pieces;
  GPtrArray *ids;
} TorgSearch;

/* The account as the value of a member that refers to people. Its name alone may be a word of any entry. */
static GPtrArray *
pieces_of (const char *account, const char *const *fields)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (pieces, g_strdup_printf ("\"" TORG_ACCOUNT_PREFIX "%s\"", account));
  g_ptr_array_add (pieces, g_strdup_printf ("\"record_id\":\"%s\"", account));
  for (guint i = 0; fields[i] != NULL; i++)
    g_ptr_array_add (pieces, g_strdup_printf ("\"%s\":\"%s\"", fields[i], account));
  return pieces;
}

static gboolean
collect_named (const TorgObject *entry, gpointer data)
{
  TorgSearch *self = data;

  for (guint i = 0; i < self->pieces->len; i++) {
    if (strstr (entry->doc, g_ptr_array_index (self->pieces, i)) == NULL)
      continue;
    g_ptr_array_add (self->ids, g_strdup (entry->id));
    break;
  }
  return TRUE;
}

static gboolean
forget_in (TorgStorage *storage, const char *list, TorgSearch *search, GError **error)
{
  g_autoptr (TorgListing) all = torg_listing_new ();

  g_ptr_array_set_size (search->ids, 0);
  if (!torg_storage_find (storage, list, all, collect_named, search, error))
    return FALSE;
  for (guint i = 0; i < search->ids->len; i++) {
    TorgObject tombstone = { .id = g_ptr_array_index (search->ids, i), .deleted = TRUE };
    g_autofree char *doc = NULL;

    if (!torg_storage_take_timestamp (storage, list, 0, &tombstone.last_modified, error))
      return FALSE;
    tombstone.doc = doc = torg_tombstone_print (&tombstone);
    if (!torg_storage_put (storage, list, &tombstone, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
collect_history (const TorgObject *bucket, gpointer data)
{
  g_ptr_array_add (data, g_strdup_printf ("/buckets/%s/history", bucket->id));
  return TRUE;
}

/**
 * torg_history_forget:
 * @storage: a storage inside a transaction
 * @account: a person's account
 * @fields: the members of records that refer to people
 *
 * Deletes every entry about what the person wrote, and about what names the person.
 *
 * Returns: whether all was written
 */
gboolean
torg_history_forget (TorgStorage *storage,
                     const char *account,
                     const char *const *fields,
                     GError **error)
{
  g_autoptr (GPtrArray) pieces = pieces_of (account, fields);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TorgListing) all = torg_listing_new ();
  TorgSearch search = { pieces, ids };

  if (!torg_storage_find (storage, "/buckets", all, collect_history, lists, error))
    return FALSE;
  for (guint i = 0; i < lists->len; i++) {
    if (!forget_in (storage, g_ptr_array_index (lists, i), &search, error))
      return FALSE;
  }
  return TRUE;
}

static TorgAnswer *
answer (TorgCall *call, TorgHandler handler)
{
  return call->settings->history ? handler (call)
                                 : torg_fault_new (TORG_FAULT_NO_RESOURCE, NULL, NULL);
}

/**
 * torg_history_get:
 *
 * Returns: (transfer full): a page of entries, the newest first
 */
TorgAnswer *
torg_history_get (TorgCall *call)
{
  return answer (call, torg_list_get);
}

/**
 * torg_history_head:
 *
 * Returns: (transfer full): how many entries there are
 */
TorgAnswer *
torg_history_head (TorgCall *call)
{
  return answer (call, torg_list_head);
}

/**
 * torg_history_delete:
 *
 * Returns: (transfer full): the tombstones of the entries that were removed
 */
TorgAnswer *
torg_history_delete (TorgCall *call)
{
  return answer (call, torg_list_delete);
}
