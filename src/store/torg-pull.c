/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-pull.h"

#include "torg-json.h"
#include "torg-store-private.h"

#include <string.h>

/* SQLite reads the page itself, so a record's text is stored as it came. */
static const char upsert_sql[] =
  "INSERT INTO record (bucket, collection, id, last_modified, doc) "
  "SELECT ?1, ?2, json_extract(value, '$.id'), json_extract(value, '$.last_modified'), value "
  "FROM json_each(?3, '$.data') WHERE json_extract(value, '$.deleted') IS NOT 1 "
  "ON CONFLICT (bucket, collection, id) DO UPDATE SET last_modified = excluded.last_modified, "
  "doc = iif(pending > 0, doc, excluded.doc), served = iif(pending > 0, excluded.doc, NULL) "
  "WHERE record.last_modified <> excluded.last_modified RETURNING n, id";

/* Which of the records in the page ?3 wait for something of ours, or are deleted. */
static const char special_sql[] =
  "SELECT r.id, json_extract(value, '$.deleted') IS 1 FROM json_each(?3, '$.data') e "
  "CROSS JOIN record r ON r.bucket = ?1 AND r.collection = ?2 AND r.id = json_extract(e.value, '$.id') "
  "WHERE r.pending > 0 OR json_extract(e.value, '$.deleted') IS 1";

/**
 * torg_store_get_cursor:
 * @self: a store
 * @bucket: a bucket
 * @collection: a collection in it
 * @last_modified: (out): up to which revision it has been pulled; 0 for not at all
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_get_cursor (TorgStore *self,
                       const char *bucket,
                       const char *collection,
                       gint64 *last_modified,
                       GError **error)
{
  *last_modified = 0;
  return torg_db_get_int (self->cache, last_modified, error,
                          "SELECT last_modified FROM cursor WHERE bucket = ?1 AND collection = ?2",
                          "ss", bucket, collection);
}

/* A page comes in rising order of revision, so its greatest is where the next one goes on. */
static gboolean
move_cursor (TorgStore *self,
             const char *bucket,
             const char *collection,
             const char *page,
             GError **error)
{
  return torg_db_run (self->cache, error,
                      "INSERT INTO cursor (bucket, collection, last_modified) "
                      "SELECT ?1, ?2, coalesce(max(json_extract(value, '$.last_modified')), 0) "
                      "FROM json_each(?3, '$.data') WHERE true "
                      "ON CONFLICT (bucket, collection) DO UPDATE SET "
                      "last_modified = max(last_modified, excluded.last_modified)",
                      "sss", bucket, collection, page);
}

/* Takes over the page's records; gives the rows and, as a JSON array, the ids that changed. */
static gboolean
upsert (TorgStore *self,
        const char *bucket,
        const char *collection,
        const char *page,
        GArray *rows,
        GString *ids,
        GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt =
    torg_db_query (self->cache, error, upsert_sql, "sss", bucket, collection, page);

  if (stmt == NULL)
    return FALSE;
  g_string_append_c (ids, '[');
  while (torg_stmt_step (stmt, &problem)) {
    gint64 n = torg_stmt_int (stmt, 0);

    g_array_append_val (rows, n);
    g_string_append_printf (ids, "%s\"%s\"", ids->len > 1 ? "," : "", torg_stmt_text (stmt, 1));
  }
  g_string_append_c (ids, ']');
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
index_rows (TorgStore *self,
            const char *collection,
            GArray *rows,
            const char *ids,
            TorgChanges *changes,
            GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    gint64 n = g_array_index (rows, gint64, i);

    torg_changes_add (changes, collection, n);
    if (!torg_cache_reindex (self, collection, n, error))
      return FALSE;
  }
  return rows->len == 0 || torg_cache_reindex_mentions (self, collection, ids, changes, error);
}

/* Records with an edit of ours are shown with it, on the new version; deleted ones go. */
static gboolean
settle_special (TorgStore *self,
                const char *bucket,
                const char *collection,
                const char *page,
                TorgChanges *changes,
                GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt =
    torg_db_query (self->cache, error, special_sql, "sss", bucket, collection, page);

  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &problem)) {
    gboolean gone = torg_stmt_int (stmt, 1) != 0;

    g_ptr_array_add (ids, g_strdup (torg_stmt_text (stmt, 0)));
    g_array_append_val (deleted, gone);
  }
  for (guint i = 0; problem == NULL && i < ids->len; i++) {
    if (g_array_index (deleted, gboolean, i))
      torg_cache_put (self, bucket, collection, ids->pdata[i], NULL, changes, &problem);
    else
      torg_cache_refresh (self, bucket, collection, ids->pdata[i], changes, &problem);
  }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * torg_store_apply_page:
 * @self: a store
 * @bucket: a bucket
 * @collection: a collection in it
 * @page: the service's answer, `{"data": […]}` with records and tombstones in rising order of
 *   revision; checked by torg_json_check() already
 * @changes: what is shown anew is added here
 *
 * Takes over a page, its search rows and its cursor in one transaction. Applying a page twice does nothing the
 * second time. Only tombstones remove.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR; then nothing of the page was done
 */
gboolean
torg_store_apply_page (TorgStore *self,
                       const char *bucket,
                       const char *collection,
                       const char *page,
                       TorgChanges *changes,
                       GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) ids = g_string_new (NULL);

  if (!torg_db_begin (self->cache, error))
    return FALSE;
  if (upsert (self, bucket, collection, page, rows, ids, error) &&
      index_rows (self, collection, rows, ids->str, changes, error) &&
      settle_special (self, bucket, collection, page, changes, error) &&
      move_cursor (self, bucket, collection, page, error))
    return torg_db_commit (self->cache, error);
  torg_db_rollback (self->cache);
  return FALSE;
}

/**
 * torg_store_list_buckets:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): the buckets that the cache has pulled from, or %NULL with a
 *   %TORG_DB_ERROR
 */
GStrv
torg_store_list_buckets (TorgStore *self, GError **error)
{
  g_autoptr (GStrvBuilder) buckets = g_strv_builder_new ();
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt =
    torg_db_query (self->cache, error, "SELECT DISTINCT bucket FROM cursor ORDER BY bucket", "");

  if (stmt == NULL)
    return NULL;
  while (torg_stmt_step (stmt, &problem))
    g_strv_builder_add (buckets, torg_stmt_text (stmt, 0));
  if (problem == NULL)
    return g_strv_builder_end (buckets);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static gboolean
forget_rows (TorgStore *self, const char *bucket, TorgChanges *changes, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (
    self->cache, error, "SELECT collection, n FROM record WHERE bucket = ?1", "s", bucket);

  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &problem))
    torg_changes_add (changes, torg_stmt_text (stmt, 0), torg_stmt_int (stmt, 1));
  if (problem != NULL) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  return torg_db_run (self->cache, error,
                      "DELETE FROM search WHERE rowid IN (SELECT n FROM record WHERE bucket = ?1)",
                      "s", bucket) &&
         torg_db_run (self->cache, error, "DELETE FROM record WHERE bucket = ?1", "s", bucket) &&
         torg_db_run (self->cache, error, "DELETE FROM cursor WHERE bucket = ?1", "s", bucket);
}

/**
 * torg_store_forget_bucket:
 * @self: a store
 * @bucket: a room that one may read no longer
 * @changes: what is gone is added here
 *
 * Takes the room's copies out of the cache. What waits in the outbox for it stays, refused.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_forget_bucket (TorgStore *self, const char *bucket, TorgChanges *changes, GError **error)
{
  if (!torg_db_run (self->outbox, error,
                    "UPDATE operation SET state = 'refused', frozen = 0, reason = 'room-lost' "
                    "WHERE bucket = ?1",
                    "s", bucket))
    return FALSE;
  if (!torg_db_begin (self->cache, error))
    return FALSE;
  if (forget_rows (self, bucket, changes, error))
    return torg_db_commit (self->cache, error) && torg_cache_reapply (self, error);
  torg_db_rollback (self->cache);
  return FALSE;
}
