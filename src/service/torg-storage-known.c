/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-storage-known.h"

#include <string.h>

/* There are a few thousand lists at most in a large forum. */
#define MAX_LISTS 10000

/* Documents in bytes, permissions in lines. Beyond them all are forgotten, and those in use soon known again. */
#define MAX_DOCUMENTS (4 * 1024 * 1024)
#define MAX_GRANTS    20000
#define MAX_MEMBERS   2000

struct _TorgKnown {
  GHashTable *lists;   /* path to TorgKnownList */
  GPtrArray *moved;    /* TorgKnownList, borrowed */
  GHashTable *objects; /* URI to TorgObject */
  GHashTable *grants;  /* URI to GPtrArray of TorgGrant */
  GHashTable *groups;  /* principals to GStrv */
  gsize n_bytes;
  guint n_grants;
};

/**
 * torg_known_new:
 *
 * Returns: (transfer full): nothing is known yet
 */
TorgKnown *
torg_known_new (void)
{
  TorgKnown *self = g_new0 (TorgKnown, 1);

  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->moved = g_ptr_array_new ();
  self->objects =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) torg_object_free);
  self->grants =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->groups =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  return self;
}

/**
 * torg_known_free:
 *
 * Frees all that is known.
 */
void
torg_known_free (TorgKnown *self)
{
  g_clear_pointer (&self->moved, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->objects, g_hash_table_unref);
  g_clear_pointer (&self->grants, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_free (self);
}

/**
 * torg_known_forget:
 *
 * What was written is undone: all must be asked for again.
 */
void
torg_known_forget (TorgKnown *self)
{
  g_ptr_array_set_size (self->moved, 0);
  g_hash_table_remove_all (self->lists);
  g_hash_table_remove_all (self->objects);
  g_hash_table_remove_all (self->grants);
  g_hash_table_remove_all (self->groups);
  self->n_bytes = 0;
  self->n_grants = 0;
}

/**
 * torg_known_drop:
 *
 * All below a URI goes, with its permissions. Timestamps that moved must be settled.
 */
void
torg_known_drop (TorgKnown *self, const char *uri)
{
  /* Nothing is known of a record, and nothing stands in it. */
  if (strstr (uri, "/records/") == NULL)
    torg_known_forget (self);
}

/* Lists */

/**
 * torg_known_get_list:
 *
 * Returns: (nullable) (transfer none): the list, where it is known; until the next one is added
 */
TorgKnownList *
torg_known_get_list (TorgKnown *self, const char *path)
{
  return g_hash_table_lookup (self->lists, path);
}

/**
 * torg_known_add_list:
 *
 * Returns: (transfer none): the list, as its row is
 */
TorgKnownList *
torg_known_add_list (TorgKnown *self, const char *path, gint64 n, gint64 last_modified)
{
  TorgKnownList *list = g_new0 (TorgKnownList, 1);

  /* Those that moved are still to be written. */
  if (g_hash_table_size (self->lists) >= MAX_LISTS && self->moved->len == 0)
    g_hash_table_remove_all (self->lists);
  list->n = n;
  list->last_modified = last_modified;
  g_hash_table_insert (self->lists, g_strdup (path), list);
  return list;
}

/**
 * torg_known_move_list:
 *
 * Gives a list a new timestamp, which its row is to have before the transaction ends.
 */
void
torg_known_move_list (TorgKnown *self, TorgKnownList *list, gint64 last_modified)
{
  list->last_modified = last_modified;
  if (!list->moved)
    g_ptr_array_add (self->moved, list);
  list->moved = TRUE;
}

/**
 * torg_known_settle_lists:
 * @write: writes the row of one
 *
 * Writes the timestamp of every list that moved, once.
 *
 * Returns: whether all were written
 */
gboolean
torg_known_settle_lists (TorgKnown *self, TorgKnownListFunc write, gpointer data, GError **error)
{
  for (guint i = 0; i < self->moved->len; i++) {
    TorgKnownList *list = g_ptr_array_index (self->moved, i);

    if (!write (list, data, error))
      return FALSE;
    list->moved = FALSE;
  }
  g_ptr_array_set_size (self->moved, 0);
  return TRUE;
}

/* Objects that others stand in */

static gboolean
is_minded (const char *list)
{
  return strcmp (list, "/buckets") == 0 || g_str_has_suffix (list, "/collections");
}

static char *
uri_of (const char *list, const char *id)
{
  return g_strconcat (list, "/", id, NULL);
}

/**
 * torg_known_get_object:
 * @object: (out): a copy of it
 *
 * Returns: whether it is known, and alive
 */
gboolean
torg_known_get_object (TorgKnown *self, const char *list, const char *id, TorgObject *object)
{
  g_autofree char *uri = is_minded (list) ? uri_of (list, id) : NULL;
  const TorgObject *known = uri == NULL ? NULL : g_hash_table_lookup (self->objects, uri);

  if (known == NULL)
    return FALSE;
  object->id = g_strdup (known->id);
  object->last_modified = known->last_modified;
  object->doc = g_strdup (known->doc);
  return TRUE;
}

/**
 * torg_known_add_object:
 * @object: as it was read just now
 *
 * Remembers a bucket or a collection, and passes over everything else.
 */
void
torg_known_add_object (TorgKnown *self, const char *list, const TorgObject *object)
{
  gsize size = strlen (object->doc);

  if (!is_minded (list) || size > MAX_DOCUMENTS)
    return;
  if (self->n_bytes + size > MAX_DOCUMENTS) {
    g_hash_table_remove_all (self->objects);
    self->n_bytes = 0;
  }
  self->n_bytes += size;
  g_hash_table_replace (self->objects, uri_of (list, object->id), torg_object_copy (object));
}

/**
 * torg_known_forget_object:
 *
 * It is written over.
 */
void
torg_known_forget_object (TorgKnown *self, const char *list, const char *id)
{
  g_autofree char *uri = is_minded (list) ? uri_of (list, id) : NULL;

  if (uri != NULL)
    g_hash_table_remove (self->objects, uri);
}

/* Permissions */

/* Of a bucket, a group or a collection; not of the many records. */
static gboolean
is_asked_often (const char *uri)
{
  return g_str_has_prefix (uri, "/buckets/") && strstr (uri, "/records/") == NULL;
}

/**
 * torg_known_get_grants:
 *
 * Returns: (transfer full) (nullable) (element-type TorgGrant): the permissions on an object, where they are known
 */
GPtrArray *
torg_known_get_grants (TorgKnown *self, const char *uri)
{
  GPtrArray *grants = g_hash_table_lookup (self->grants, uri);

  return grants == NULL ? NULL : g_ptr_array_ref (grants);
}

/**
 * torg_known_add_grants:
 * @grants: (transfer none) (element-type TorgGrant): as they were read just now
 *
 * Remembers the permissions on a bucket, a group or a collection, and passes over all others.
 */
void
torg_known_add_grants (TorgKnown *self, const char *uri, GPtrArray *grants)
{
  if (!is_asked_often (uri) || grants->len > MAX_GRANTS)
    return;
  self->n_grants += grants->len + 1;
  if (self->n_grants > MAX_GRANTS) {
    g_hash_table_remove_all (self->grants);
    self->n_grants = grants->len + 1;
  }
  g_hash_table_replace (self->grants, g_strdup (uri), g_ptr_array_ref (grants));
}

/**
 * torg_known_forget_grants:
 *
 * They are written over.
 */
void
torg_known_forget_grants (TorgKnown *self, const char *uri)
{
  g_hash_table_remove (self->grants, uri);
}

/* Members */

/* Who asks is an account or a guest, and the names of neither have a line break in them. */
static char *
key_of (const char *const *principals)
{
  return g_strjoinv ("\n", (char **) principals);
}

/**
 * torg_known_get_groups:
 *
 * Returns: (transfer full) (nullable): the groups that one of @principals is a member of, where they are known
 */
GStrv
torg_known_get_groups (TorgKnown *self, const char *const *principals)
{
  g_autofree char *key = key_of (principals);

  return g_strdupv (g_hash_table_lookup (self->groups, key));
}

/**
 * torg_known_add_groups:
 * @groups: as they were read just now
 *
 * Remembers the groups of those who ask.
 */
void
torg_known_add_groups (TorgKnown *self, const char *const *principals, const char *const *groups)
{
  if (g_hash_table_size (self->groups) >= MAX_MEMBERS)
    g_hash_table_remove_all (self->groups);
  g_hash_table_replace (self->groups, key_of (principals), g_strdupv ((char **) groups));
}

/**
 * torg_known_forget_groups:
 *
 * The members of one are written over.
 */
void
torg_known_forget_groups (TorgKnown *self)
{
  g_hash_table_remove_all (self->groups);
}
