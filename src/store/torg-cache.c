/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-store-private.h"

#include "torg-field-sql.h"
#include "torg-forum-names.h"
#include "torg-json.h"

/* One row as it is in the file. */
typedef struct {
  gint64 n;
  gint64 last_modified;
  gboolean waits;
  char *doc;
  char *served;
} CacheRow;

static void
cache_row_free (CacheRow *row)
{
  g_free (row->doc);
  g_free (row->served);
  g_free (row);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CacheRow, cache_row_free)

static gboolean
load_row (TorgStore *self,
          const char *bucket,
          const char *collection,
          const char *id,
          CacheRow **row,
          GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt =
    torg_db_query (self->cache, error,
                   "SELECT n, last_modified, pending, doc, served FROM record "
                   "WHERE bucket = ?1 AND collection = ?2 AND id = ?3",
                   "sss", bucket, collection, id);

  *row = NULL;
  if (stmt == NULL)
    return FALSE;
  if (torg_stmt_step (stmt, &problem)) {
    *row = g_new0 (CacheRow, 1);
    (*row)->n = torg_stmt_int (stmt, 0);
    (*row)->last_modified = torg_stmt_int (stmt, 1);
    (*row)->waits = torg_stmt_int (stmt, 2) != TORG_PENDING_NONE;
    (*row)->doc = g_strdup (torg_stmt_text (stmt, 3));
    (*row)->served = g_strdup (torg_stmt_text (stmt, 4));
    return TRUE;
  }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* What the service has, as far as we know; NULL where it has nothing. */
static const char *
served_text (const CacheRow *row)
{
  if (row == NULL || row->last_modified == 0)
    return NULL;
  return row->waits ? row->served : row->doc;
}

/* A refused create stands nowhere else, so it goes on being shown; a refused edit does not. */
static JsonObject *
overlay (JsonObject *shown, const TorgOperation *operation)
{
  g_autoptr (JsonObject) patch = NULL;

  if (operation->pending == TORG_PENDING_CONFLICT)
    return shown ? json_object_ref (shown) : NULL;
  if (operation->verb == TORG_VERB_DELETE)
    return operation->pending == TORG_PENDING_WAITING || shown == NULL ? NULL
                                                                       : json_object_ref (shown);
  if (shown == NULL || operation->base == NULL)
    return json_object_ref (operation->document);
  if (operation->pending == TORG_PENDING_REFUSED)
    return json_object_ref (shown);
  patch = torg_json_diff (operation->base, operation->document);
  json_object_remove_member (patch, "last_modified");
  return torg_json_merge_patch (shown, patch);
}

/* The service's document with the operations over it; the gravest of their states. */
static gboolean
compute_shown (const char *served,
               GPtrArray *operations,
               JsonObject **shown,
               TorgPending *pending,
               GError **error)
{
  *pending = TORG_PENDING_NONE;
  *shown = NULL;
  if (served != NULL && (*shown = torg_store_parse (served, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < operations->len; i++) {
    const TorgOperation *operation = operations->pdata[i];
    JsonObject *next = overlay (*shown, operation);

    g_clear_pointer (shown, json_object_unref);
    *shown = next;
    *pending = MAX (*pending, operation->pending);
  }
  return TRUE;
}

/**
 * torg_cache_reindex:
 * @self: a store, in a transaction of its cache
 * @collection: the row's collection
 * @n: a row
 *
 * Puts the row's words into the search index anew, and notes what it refers to.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_cache_reindex (TorgStore *self, const char *collection, gint64 n, GError **error)
{
  const TorgKind *kind = torg_kind_for (collection);
  const char *links = kind ? g_hash_table_lookup (self->link_sql, kind) : NULL;

  if (!torg_db_run (self->cache, error, "DELETE FROM search WHERE rowid = ?1", "i", n) ||
      !torg_db_run (self->cache, error, "DELETE FROM link WHERE n = ?1", "i", n))
    return FALSE;
  if (links != NULL && !torg_db_run (self->cache, error, links, "i", n))
    return FALSE;
  return kind == NULL ||
         torg_db_run (self->cache, error, g_hash_table_lookup (self->search_sql, kind), "i", n);
}

static gboolean
reindex_kind_mentions (TorgStore *self,
                       const TorgKind *kind,
                       const char *sql,
                       const char *ids,
                       TorgChanges *changes,
                       GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (self->cache, error, sql, "s", ids);

  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &problem)) {
    gint64 n = torg_stmt_int (stmt, 0);

    g_array_append_val (rows, n);
  }
  for (guint i = 0; problem == NULL && i < rows->len; i++) {
    torg_cache_reindex (self, kind->collection, g_array_index (rows, gint64, i), &problem);
    torg_changes_add (changes, kind->collection, g_array_index (rows, gint64, i));
  }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * torg_cache_reindex_mentions:
 * @self: a store, in a transaction of its cache
 * @collection: where records changed
 * @ids: their ids, as a JSON array
 * @changes: the records that point to them are added here
 *
 * A record is found by the titles of those that it points to: an organisation's new name must find
 * its projects.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_cache_reindex_mentions (TorgStore *self,
                             const char *collection,
                             const char *ids,
                             TorgChanges *changes,
                             GError **error)
{
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
    g_autofree char *sql = torg_field_sql_mentioning (*kinds, collection);

    if (sql != NULL && !reindex_kind_mentions (self, *kinds, sql, ids, changes, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
remove_row (TorgStore *self, const char *collection, gint64 n, TorgChanges *changes, GError **error)
{
  torg_changes_add (changes, collection, n);
  return torg_db_run (self->cache, error, "DELETE FROM search WHERE rowid = ?1", "i", n) &&
         torg_db_run (self->cache, error, "DELETE FROM record WHERE n = ?1", "i", n);
}

static gboolean
reindex_changed (TorgStore *self,
                 const char *collection,
                 const char *id,
                 gint64 n,
                 TorgChanges *changes,
                 GError **error)
{
  g_autofree char *ids = g_strdup_printf ("[\"%s\"]", id);

  torg_changes_add (changes, collection, n);
  return torg_cache_reindex (self, collection, n, error) &&
         torg_cache_reindex_mentions (self, collection, ids, changes, error);
}

static gboolean
write_row (TorgStore *self,
           const char *bucket,
           const char *collection,
           const char *id,
           const char *served,
           JsonObject *shown,
           TorgPending pending,
           TorgChanges *changes,
           GError **error)
{
  g_autofree char *doc = shown ? torg_json_print_object (shown) : NULL;
  g_autoptr (JsonObject) known = served ? torg_store_parse (served, error) : NULL;
  gint64 n = 0;

  if (served != NULL && known == NULL)
    return FALSE;
  if (!torg_db_get_int (self->cache, &n, error,
                        "INSERT INTO record (bucket, collection, id, last_modified, doc, served, "
                        "pending) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                        "ON CONFLICT (bucket, collection, id) DO UPDATE SET "
                        "last_modified = ?4, doc = ?5, served = ?6, pending = ?7 RETURNING n",
                        "sssissi", bucket, collection, id,
                        torg_json_get_int (known, "last_modified", 0), doc,
                        pending != TORG_PENDING_NONE ? served : NULL, (gint64) pending))
    return FALSE;
  return reindex_changed (self, collection, id, n, changes, error);
}

/* Shows what the service has, with what waits over it. */
static gboolean
show (TorgStore *self,
      const char *bucket,
      const char *collection,
      const char *id,
      gint64 n,
      const char *served,
      TorgChanges *changes,
      GError **error)
{
  g_autoptr (GPtrArray) operations = torg_store_operations (self, bucket, collection, id, error);
  g_autoptr (JsonObject) shown = NULL;
  TorgPending pending;

  if (operations == NULL || !compute_shown (served, operations, &shown, &pending, error))
    return FALSE;
  if (served == NULL && operations->len == 0)
    return n == 0 || remove_row (self, collection, n, changes, error);
  return write_row (self, bucket, collection, id, served, shown, pending, changes, error);
}

/**
 * torg_cache_refresh:
 * @self: a store, in a transaction of its cache
 * @bucket: where the record stands
 * @collection: its collection
 * @id: its id
 * @changes: what is shown anew is added here
 *
 * After the outbox changed: shows the record as the service has it, with what waits over it.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_cache_refresh (TorgStore *self,
                    const char *bucket,
                    const char *collection,
                    const char *id,
                    TorgChanges *changes,
                    GError **error)
{
  g_autoptr (CacheRow) row = NULL;

  if (!load_row (self, bucket, collection, id, &row, error))
    return FALSE;
  return show (self, bucket, collection, id, row ? row->n : 0, served_text (row), changes, error);
}

/**
 * torg_cache_put:
 * @self: a store, in a transaction of its cache
 * @bucket: where the record stands
 * @collection: its collection
 * @id: its id
 * @served: (nullable): what the service has now; %NULL if it has it no longer
 * @changes: what is shown anew is added here
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_cache_put (TorgStore *self,
                const char *bucket,
                const char *collection,
                const char *id,
                JsonObject *served,
                TorgChanges *changes,
                GError **error)
{
  g_autofree char *text = served ? torg_json_print_object (served) : NULL;
  g_autoptr (CacheRow) row = NULL;

  if (!load_row (self, bucket, collection, id, &row, error))
    return FALSE;
  return show (self, bucket, collection, id, row ? row->n : 0, text, changes, error);
}

static gboolean
link_kind (TorgStore *self, const TorgKind *kind, GError **error)
{
  const char *links = g_hash_table_lookup (self->link_sql, kind);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (
    self->cache, error, "SELECT n FROM record WHERE collection = ?1", "s", kind->collection);

  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &problem)) {
    gint64 n = torg_stmt_int (stmt, 0);

    g_array_append_val (rows, n);
  }
  for (guint i = 0; links != NULL && problem == NULL && i < rows->len; i++)
    torg_db_run (self->cache, &problem, links, "i", g_array_index (rows, gint64, i));
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * torg_cache_link_all:
 * @self: a store that is being opened
 *
 * Notes what the records refer to that were here before the table of links was; once.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_cache_link_all (TorgStore *self, GError **error)
{
  gboolean done = TRUE;
  gint64 unlinked = 0;

  if (!torg_db_get_int (self->cache, &unlinked, error,
                        "SELECT count(*) FROM setting WHERE name = 'unlinked'", ""))
    return FALSE;
  if (unlinked == 0)
    return TRUE;
  if (!torg_db_begin (self->cache, error))
    return FALSE;
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL && done; kinds++)
    done = link_kind (self, *kinds, error);
  if (done && torg_db_run (self->cache, error, "DELETE FROM setting WHERE name = 'unlinked'", ""))
    return torg_db_commit (self->cache, error);
  torg_db_rollback (self->cache);
  return FALSE;
}

/* The records that wait by either file's word. */
static gboolean
collect_waiting (TorgDb *db, const char *sql, GPtrArray *keys, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (db, error, sql, "");

  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &problem))
    for (int column = 0; column < 3; column++)
      g_ptr_array_add (keys, g_strdup (torg_stmt_text (stmt, column)));
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * torg_cache_reapply:
 * @self: a store that is being opened
 *
 * The two files have no transaction in common, so the program may have ended between them: what is
 * in the outbox is applied again, and what waits by the cache alone does not wait any more.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_cache_reapply (TorgStore *self, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TorgChanges) changes = torg_changes_new ();

  if (!collect_waiting (self->outbox, "SELECT DISTINCT bucket, collection, id FROM operation", keys,
                        error) ||
      !collect_waiting (self->cache, "SELECT bucket, collection, id FROM record WHERE pending > 0",
                        keys, error))
    return FALSE;
  if (!torg_db_begin (self->cache, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i += 3)
    if (!torg_cache_refresh (self, keys->pdata[i], keys->pdata[i + 1], keys->pdata[i + 2], changes,
                             error)) {
      torg_db_rollback (self->cache);
      return FALSE;
    }
  return torg_db_commit (self->cache, error);
}

/**
 * torg_cache_find_elsewhere:
 * @self: a store
 * @bucket: where the record is no longer
 * @collection: its collection
 * @id: its id
 * @document: (out): what the service has there
 *
 * A record that was published stands in the forum under the same id.
 *
 * Returns: (transfer full) (nullable): the bucket where it is now; %NULL if nowhere (then @error is not set)
 */
char *
torg_cache_find_elsewhere (TorgStore *self,
                           const char *bucket,
                           const char *collection,
                           const char *id,
                           JsonObject **document,
                           GError **error)
{
  g_autoptr (TorgStmt) stmt =
    torg_db_query (self->cache, error,
                   "SELECT bucket, coalesce(served, doc) FROM record WHERE id = ?1 AND "
                   "+collection = ?2 AND bucket <> ?3 AND last_modified > 0 "
                   "ORDER BY bucket = '" TORG_FORUM "' DESC LIMIT 1",
                   "sss", id, collection, bucket);

  if (stmt == NULL || !torg_stmt_step (stmt, error) || torg_stmt_is_null (stmt, 1))
    return NULL;
  *document = torg_store_parse (torg_stmt_text (stmt, 1), error);
  return *document ? g_strdup (torg_stmt_text (stmt, 0)) : NULL;
}
