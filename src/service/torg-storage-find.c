/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-storage-sqlite.h"

#include "torg-json.h"
#include "torg-statement.h"

static int
bind (sqlite3_stmt *stmt, int at, JsonNode *value)
{
  g_autofree char *text = NULL;
  GType type = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_INVALID;

  if (JSON_NODE_HOLDS_NULL (value))
    return sqlite3_bind_null (stmt, at);
  if (type == G_TYPE_STRING)
    return sqlite3_bind_text (stmt, at, json_node_get_string (value), -1, SQLITE_TRANSIENT);
  if (type == G_TYPE_INT64 || type == G_TYPE_BOOLEAN)
    return sqlite3_bind_int64 (
      stmt, at, type == G_TYPE_INT64 ? json_node_get_int (value) : json_node_get_boolean (value));
  if (type == G_TYPE_DOUBLE)
    return sqlite3_bind_double (stmt, at, json_node_get_double (value));
  text = torg_json_print (value);
  return sqlite3_bind_text (stmt, at, text, -1, SQLITE_TRANSIENT);
}

static void
finalize (sqlite3_stmt *stmt)
{
  sqlite3_finalize (stmt);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, finalize)

static gboolean
fail (TorgSqlite *self, GError **error)
{
  g_set_error_literal (error, TORG_DB_ERROR, TORG_DB_ERROR_SQL,
                       sqlite3_errmsg (torg_db_get_handle (self->db)));
  return FALSE;
}

/* Prepared anew each time: the texts have too many shapes to keep. */
static sqlite3_stmt *
prepare (TorgSqlite *self, const TorgStatement *statement, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (sqlite3_prepare_v2 (torg_db_get_handle (self->db), statement->sql->str, -1, &stmt, NULL) !=
      SQLITE_OK) {
    fail (self, error);
    return NULL;
  }
  for (guint i = 0; i < statement->arguments->len; i++) {
    if (bind (stmt, (int) i + 1, g_ptr_array_index (statement->arguments, i)) != SQLITE_OK) {
      fail (self, error);
      return NULL;
    }
  }
  return g_steal_pointer (&stmt);
}

/* A search that takes too long keeps everybody waiting. */
static void
set_patience (TorgSqlite *self, const TorgListing *listing)
{
  self->deadline = listing->patience == 0
                     ? 0
                     : g_get_monotonic_time () + listing->patience * G_TIME_SPAN_MILLISECOND;
}

static gboolean
walk (sqlite3_stmt *stmt, TorgObjectVisitor visit, gpointer data)
{
  int result = SQLITE_ROW;

  while ((result = sqlite3_step (stmt)) == SQLITE_ROW) {
    const TorgObject object = {
      .id = (char *) sqlite3_column_text (stmt, 0),
      .last_modified = sqlite3_column_int64 (stmt, 1),
      .deleted = sqlite3_column_int (stmt, 2),
      .doc = (char *) sqlite3_column_text (stmt, 3),
    };

    if (!visit (&object, data))
      return TRUE;
  }
  return result == SQLITE_DONE;
}

static gboolean
find_list (TorgSqlite *self, const char *path, gint64 *n, GError **error)
{
  const TorgKnownList *list = torg_sqlite_get_list (self, path, error);

  if (list != NULL)
    *n = list->n;
  return list != NULL;
}

/**
 * torg_sqlite_find:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_find (TorgStorage *storage,
                  const char *list,
                  const TorgListing *listing,
                  TorgObjectVisitor visit,
                  gpointer data,
                  GError **error)
{
  TorgSqlite *self = (TorgSqlite *) storage;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean found = FALSE;
  gint64 n = 0;

  if (listing->documents == NULL && !find_list (self, list, &n, error))
    return FALSE;
  g_auto (TorgStatement) statement =
    torg_statement_new ("o.id, o.last_modified, o.deleted, o.doc", listing, n);
  torg_statement_add_conditions (&statement, listing);
  torg_statement_add_order (&statement, listing);
  stmt = prepare (self, &statement, error);
  if (stmt == NULL)
    return FALSE;
  set_patience (self, listing);
  found = walk (stmt, visit, data);
  self->deadline = 0;
  return found || fail (self, error);
}

/**
 * torg_sqlite_count:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_count (TorgStorage *storage,
                   const char *list,
                   const TorgListing *listing,
                   gint64 *count,
                   GError **error)
{
  TorgSqlite *self = (TorgSqlite *) storage;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean found = FALSE;
  gint64 n = 0;

  if (listing->documents == NULL && !find_list (self, list, &n, error))
    return FALSE;
  g_auto (TorgStatement) statement = torg_statement_new ("count (*)", listing, n);
  g_string_append (statement.sql, " AND NOT o.deleted");
  torg_statement_add_conditions (&statement, listing);
  stmt = prepare (self, &statement, error);
  if (stmt == NULL)
    return FALSE;
  set_patience (self, listing);
  found = sqlite3_step (stmt) == SQLITE_ROW;
  self->deadline = 0;
  if (!found)
    return fail (self, error);
  *count = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

/**
 * torg_sqlite_find_changed:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_find_changed (TorgStorage *storage,
                          gint64 since,
                          TorgListVisitor visit,
                          gpointer data,
                          GError **error)
{
  TorgSqlite *self = (TorgSqlite *) storage;
  g_autoptr (GError) failure = NULL;
  g_autoptr (TorgStmt) stmt = NULL;

  if (!torg_sqlite_settle (self, error))
    return FALSE;
  stmt = torg_db_query (
    self->db, error,
    "SELECT path, last_modified FROM list WHERE last_modified > ?1 AND open ORDER BY last_modified",
    "i", since);
  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &failure))
    visit (torg_stmt_text (stmt, 0), torg_stmt_int (stmt, 1), data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
