/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-storage-sqlite.h"

/* What SQLite does not look at by itself, each row of which is a problem in words. */
static const char *const problems[] = {
  /* Not by its index, which may be what is damaged. */
  "SELECT format ('%s: timestamp %d stands %d times', "
  "coalesce (l.path, 'list ' || o.list), o.last_modified, count (*)) "
  "FROM object o NOT INDEXED LEFT JOIN list l ON l.n = o.list "
  "GROUP BY o.list, o.last_modified HAVING count (*) > 1",
  "SELECT format ('row %s of %s: what it belongs to in %s is not there', \"rowid\", \"table\", "
  "parent) FROM pragma_foreign_key_check",
};

static TorgDb *
db_of (TorgStorage *storage)
{
  return ((TorgSqlite *) storage)->db;
}

static gboolean
finish (GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * torg_sqlite_walk:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_walk (TorgStorage *storage, TorgStorageVisitor visit, gpointer data, GError **error)
{
  g_autoptr (TorgStmt) stmt =
    torg_db_query (db_of (storage), error,
                   "SELECT l.path, o.id, o.last_modified, o.deleted, o.doc "
                   "FROM list l JOIN object o ON o.list = l.n ORDER BY l.path, o.id",
                   "");
  GError *failure = NULL;
  gboolean goes_on = TRUE;

  if (stmt == NULL)
    return FALSE;
  while (goes_on && torg_stmt_step (stmt, &failure)) {
    const TorgObject object = {
      .id = (char *) torg_stmt_text (stmt, 1),
      .last_modified = torg_stmt_int (stmt, 2),
      .deleted = torg_stmt_int (stmt, 3) != 0,
      .doc = (char *) torg_stmt_text (stmt, 4),
    };

    goes_on = visit (torg_stmt_text (stmt, 0), &object, data);
  }
  return finish (failure, error);
}

static gboolean
tell_rows (TorgDb *db, const char *sql, TorgStorageTell tell, gpointer data, GError **error)
{
  g_autoptr (TorgStmt) stmt = torg_db_query (db, error, sql, "");
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &failure))
    tell (torg_stmt_text (stmt, 0), data);
  return finish (failure, error);
}

/**
 * torg_sqlite_check:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_check (TorgStorage *storage, TorgStorageTell tell, gpointer data, GError **error)
{
  TorgDb *db = db_of (storage);

  if (!torg_db_check (db, tell, data, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++) {
    if (!tell_rows (db, problems[i], tell, data, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_sqlite_copy:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_copy (TorgStorage *storage, const char *file, GError **error)
{
  return torg_db_copy (db_of (storage), file, error);
}

/**
 * torg_sqlite_get_size:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_get_size (TorgStorage *storage, gint64 *bytes, GError **error)
{
  return torg_db_get_int (((TorgSqlite *) storage)->db, bytes, error,
                          "SELECT page_count * page_size "
                          "FROM pragma_page_count, pragma_page_size",
                          "");
}
