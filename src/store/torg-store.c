/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-store-private.h"

#include "torg-field-sql.h"
#include "torg-json.h"
#include "torg-search.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SQL_PREFIX    "/com/smartinnovationnorway/Torg/sql/"
#define SNIPPET_WORDS "24"

/* The files that SQLite keeps for one database. */
static const char *const suffixes[] = { "", "-wal", "-shm" };

static void
set_aside (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
    g_autofree char *to = g_strconcat (path, ".damaged", suffixes[i], NULL);

    g_rename (from, to);
  }
}

static gboolean
open_cache_file (TorgStore *self, GError **error)
{
  self->cache = torg_db_open (self->cache_path, TORG_DB_CACHE, error);
  if (self->cache != NULL && torg_db_migrate (self->cache, SQL_PREFIX "cache", error) &&
      torg_field_sql_make_indexes (self->cache, error) && torg_cache_link_all (self, error) &&
      torg_cache_reapply (self, error))
    return TRUE;
  g_clear_pointer (&self->cache, torg_db_close);
  return FALSE;
}

static gboolean
means_damage (const GError *error)
{
  return g_error_matches (error, TORG_DB_ERROR, TORG_DB_ERROR_CORRUPT) ||
         g_error_matches (error, TORG_DB_ERROR, TORG_DB_ERROR_NEWER);
}

/* The cache holds nothing that the service does not have: a damaged one is put aside and pulled again. */
static gboolean
open_cache (TorgStore *self, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (open_cache_file (self, &problem))
    return TRUE;
  if (!means_damage (problem)) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  set_aside (self->cache_path);
  self->rebuilt = TRUE;
  return open_cache_file (self, error);
}

/* A statement for each kind that @make has one for. */
static GHashTable *
statements_by (char *(*make) (const TorgKind *kind))
{
  GHashTable *statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);

  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++)
    g_hash_table_insert (statements, (gpointer) *kinds, make (*kinds));
  return statements;
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;
  g_set_error (error, TORG_DB_ERROR, TORG_DB_ERROR_OPEN, "cannot make the folder %s: %s", path,
               g_strerror (errno));
  return FALSE;
}

/**
 * torg_store_open:
 * @data_folder: where `outbox.db` is: what only this computer has
 * @cache_folder: where `cache.db` is: copies that can be pulled again
 *
 * Makes the folders and files that are missing. A damaged cache is set aside and made anew
 * (torg_store_was_rebuilt()); a damaged outbox is an error, as nothing may be lost with it. The
 * store belongs to the calling thread.
 *
 * Returns: (transfer full) (nullable): the store, or %NULL with a %TORG_DB_ERROR
 */
TorgStore *
torg_store_open (const char *data_folder, const char *cache_folder, GError **error)
{
  g_autoptr (TorgStore) self = g_new0 (TorgStore, 1);
  g_autofree char *outbox_path = g_build_filename (data_folder, "outbox.db", NULL);

  self->cache_path = g_build_filename (cache_folder, "cache.db", NULL);
  self->search_sql = statements_by (torg_field_sql_search);
  self->link_sql = statements_by (torg_field_sql_links);
  if (!make_folder (data_folder, error) || !make_folder (cache_folder, error))
    return NULL;
  self->outbox = torg_db_open (outbox_path, TORG_DB_DURABLE, error);
  if (self->outbox == NULL || !torg_db_migrate (self->outbox, SQL_PREFIX "outbox", error)) {
    g_prefix_error (error, "%s: ", outbox_path);
    return NULL;
  }
  return open_cache (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * torg_store_close:
 * @self: a store
 */
void
torg_store_close (TorgStore *self)
{
  g_clear_pointer (&self->cache, torg_db_close);
  g_clear_pointer (&self->outbox, torg_db_close);
  g_hash_table_unref (self->search_sql);
  g_hash_table_unref (self->link_sql);
  g_free (self->cache_path);
  g_free (self);
}

/**
 * torg_store_get_cache_path:
 * @self: a store
 *
 * Returns: (transfer none): the file to open a #TorgReader on
 */
const char *
torg_store_get_cache_path (TorgStore *self)
{
  return self->cache_path;
}

/**
 * torg_store_was_rebuilt:
 * @self: a store
 *
 * Returns: whether the cache was damaged and is new
 */
gboolean
torg_store_was_rebuilt (TorgStore *self)
{
  return self->rebuilt;
}

/* Our own files are read with the same care as the network: a disk can damage them too. */
JsonObject *
torg_store_parse (const char *text, GError **error)
{
  g_autoptr (JsonNode) node = torg_json_parse (text, strlen (text), 0, error);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_dup_object (node);
  if (node != NULL)
    g_set_error (error, TORG_DB_ERROR, TORG_DB_ERROR_CORRUPT, "a document that is not an object");
  return NULL;
}

/* Lets the cache show what it could not show before. */
void
torg_store_catch_up (TorgStore *self)
{
  if (self->behind && torg_cache_reapply (self, NULL))
    self->behind = FALSE;
}

static TorgStmt *
question (TorgStore *self, const char *sql, GPtrArray *arguments, GError **error)
{
  TorgStmt *stmt;

  torg_store_catch_up (self);
  stmt = torg_db_query (self->cache, error, sql, "");
  for (guint i = 0; stmt != NULL && i < arguments->len; i++)
    torg_stmt_bind_text (stmt, (int) i + 1, arguments->pdata[i]);
  return stmt;
}

/**
 * torg_store_list:
 * @self: a store
 * @query: what to list
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the numbers of the rows, in their
 *   order, or %NULL with a %TORG_DB_ERROR
 */
GArray *
torg_store_list (TorgStore *self, const TorgQuery *query, GError **error)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = torg_query_to_sql (query, arguments);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = question (self, sql, arguments, error);

  if (stmt == NULL)
    return NULL;
  while (torg_stmt_step (stmt, &problem)) {
    gint64 n = torg_stmt_int (stmt, 0);

    g_array_append_val (rows, n);
  }
  if (problem == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * torg_store_count:
 * @self: a store
 * @query: which records
 * @field: a field of theirs that holds one value
 *
 * Returns: (transfer full) (element-type utf8 guint) (nullable): how many records have each value
 *   that occurs, or %NULL with a %TORG_DB_ERROR
 */
GHashTable *
torg_store_count (TorgStore *self, const TorgQuery *query, const TorgField *field, GError **error)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = torg_query_to_count_sql (query, field, arguments);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = question (self, sql, arguments, error);

  if (stmt == NULL)
    return NULL;
  while (torg_stmt_step (stmt, &problem))
    if (!torg_stmt_is_null (stmt, 0))
      g_hash_table_insert (counts, g_strdup (torg_stmt_text (stmt, 0)),
                           GUINT_TO_POINTER ((guint) torg_stmt_int (stmt, 1)));
  if (problem == NULL)
    return g_steal_pointer (&counts);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * torg_store_snippet:
 * @self: a store
 * @query: a query with words
 * @n: one of the rows that it found
 *
 * Returns: (transfer full) (nullable): some words of the row's text around those that were found,
 *   which stand between U+2068 and U+2069; %NULL if nothing but the title has them
 */
char *
torg_store_snippet (TorgStore *self, const TorgQuery *query, gint64 n, GError **error)
{
  g_autofree char *match = torg_search_match (torg_query_get_text (query));
  g_autoptr (TorgStmt) stmt = NULL;
  const char *text;

  if (match == NULL)
    return NULL;
  stmt = torg_db_query (self->cache, error,
                        "SELECT snippet(search, 1, '\u2068', '\u2069', '…', " SNIPPET_WORDS ") "
                        "FROM search WHERE search MATCH ?1 AND rowid = ?2",
                        "si", match, n);
  if (stmt == NULL || !torg_stmt_step (stmt, error))
    return NULL;
  text = torg_stmt_text (stmt, 0);
  return text && strstr (text, "\u2068") ? g_strdup (text) : NULL;
}

/**
 * torg_store_summarise:
 * @self: a store
 * @summary: (out): how much is not at the service
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_summarise (TorgStore *self, TorgSummary *summary, GError **error)
{
  gint64 waiting = 0, attention = 0, drafts = 0;

  if (!torg_db_get_int (self->outbox, &waiting, error,
                        "SELECT count(DISTINCT collection || '/' || id) FROM operation "
                        "WHERE state = 'waiting'",
                        "") ||
      !torg_db_get_int (self->outbox, &attention, error,
                        "SELECT count(DISTINCT collection || '/' || id) FROM operation "
                        "WHERE state <> 'waiting'",
                        "") ||
      !torg_db_get_int (self->outbox, &drafts, error, "SELECT count(*) FROM draft", ""))
    return FALSE;
  *summary = (TorgSummary) { (guint) waiting, (guint) attention, (guint) drafts };
  return TRUE;
}

/**
 * torg_store_get_setting:
 * @self: a store
 * @name: a name
 *
 * Returns: (transfer full) (nullable): what was kept under it; %NULL if nothing was (then @error is not set)
 */
char *
torg_store_get_setting (TorgStore *self, const char *name, GError **error)
{
  g_autoptr (TorgStmt) stmt =
    torg_db_query (self->outbox, error, "SELECT value FROM setting WHERE name = ?1", "s", name);

  return stmt && torg_stmt_step (stmt, error) ? g_strdup (torg_stmt_text (stmt, 0)) : NULL;
}

/**
 * torg_store_set_setting:
 * @self: a store
 * @name: a name
 * @value: what to keep under it
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_set_setting (TorgStore *self, const char *name, const char *value, GError **error)
{
  return torg_db_run (self->outbox, error,
                      "INSERT INTO setting (name, value) VALUES (?1, ?2) "
                      "ON CONFLICT (name) DO UPDATE SET value = ?2",
                      "ss", name, value);
}

/**
 * torg_store_set_groups:
 * @self: a store
 * @groups: the groups of the forum that one is in, parted by spaces
 *
 * Writes nothing where they are the same as before, as that waits for the disk.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_set_groups (TorgStore *self, const char *groups, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *before = torg_store_get_setting (self, TORG_SETTING_GROUPS, &problem);

  if (problem != NULL) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  return g_strcmp0 (before, groups) == 0 ||
         torg_store_set_setting (self, TORG_SETTING_GROUPS, groups, error);
}
