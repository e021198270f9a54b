/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-storage-sqlite.h"

static TorgDb *
db_of (TorgStorage *storage)
{
  return ((TorgSqlite *) storage)->db;
}

/**
 * torg_sqlite_set_file:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_set_file (TorgStorage *storage, const char *uri, const char *hash, GError **error)
{
  if (hash == NULL)
    return torg_db_run (db_of (storage), error,
                        "DELETE FROM file WHERE uri = ?1 OR (uri > ?1 || '/' AND uri < ?1 || '0')",
                        "s", uri);
  return torg_db_run (db_of (storage), error,
                      "INSERT INTO file (uri, hash) VALUES (?1, ?2) "
                      "ON CONFLICT (uri) DO UPDATE SET hash = excluded.hash",
                      "ss", uri, hash);
}

/* A database of an older program, which is only read, has none of it. */
static gboolean
is_older (TorgStorage *storage)
{
  gint64 found = 0;

  return torg_db_get_int (db_of (storage), &found, NULL,
                          "SELECT 1 FROM sqlite_schema WHERE name = 'file'", "") &&
         found == 0;
}

/**
 * torg_sqlite_find_files:
 *
 * See #TorgStorageClass.
 */
GStrv
torg_sqlite_find_files (TorgStorage *storage, const char *uri, GError **error)
{
  g_autoptr (GStrvBuilder) hashes = g_strv_builder_new ();
  g_autoptr (GError) failure = NULL;
  g_autoptr (TorgStmt) stmt =
    torg_db_query (db_of (storage), &failure,
                   "SELECT DISTINCT hash FROM file "
                   "WHERE uri = ?1 OR (uri > ?1 || '/' AND uri < ?1 || '0') ORDER BY hash",
                   "s", uri);

  while (stmt != NULL && torg_stmt_step (stmt, &failure))
    g_strv_builder_add (hashes, torg_stmt_text (stmt, 0));
  if (failure == NULL || is_older (storage))
    return g_strv_builder_end (hashes);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * torg_sqlite_has_file:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_has_file (TorgStorage *storage, const char *hash, gboolean *has, GError **error)
{
  gint64 found = 0;

  if (!torg_db_get_int (db_of (storage), &found, error,
                        "SELECT 1 FROM file WHERE hash = ?1 LIMIT 1", "s", hash))
    return FALSE;
  *has = found != 0;
  return TRUE;
}

/**
 * torg_sqlite_put_bytes:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_put_bytes (TorgStorage *storage, const char *hash, GBytes *bytes, GError **error)
{
  if (hash == NULL)
    return torg_db_exec (db_of (storage), "DELETE FROM bytes", error) &&
           torg_db_exec (db_of (storage), "VACUUM", error);
  return torg_db_run (db_of (storage), error, "INSERT INTO bytes (hash, content) VALUES (?1, ?2)",
                      "sb", hash, bytes);
}

/**
 * torg_sqlite_get_bytes:
 *
 * See #TorgStorageClass.
 */
GBytes *
torg_sqlite_get_bytes (TorgStorage *storage, const char *hash, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TorgStmt) stmt =
    torg_db_query (db_of (storage), error, "SELECT content FROM bytes WHERE hash = ?1", "s", hash);
  g_autoptr (GBytes) bytes = NULL;

  if (stmt == NULL)
    return NULL;
  if (torg_stmt_step (stmt, &failure))
    bytes = torg_stmt_bytes (stmt, 0);
  if (bytes == NULL && failure == NULL)
    failure = g_error_new (TORG_STORAGE_ERROR, TORG_STORAGE_ERROR_NOT_FOUND,
                           "the attachment %s is not in it", hash);
  if (failure == NULL)
    return g_steal_pointer (&bytes);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * torg_sqlite_seal:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_seal (TorgStorage *storage, GError **error)
{
  return torg_db_exec (db_of (storage), "PRAGMA journal_mode=delete", error);
}
