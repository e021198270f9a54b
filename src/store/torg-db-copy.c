/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-db.h"

#include <string.h>

static void
close_handle (sqlite3 *handle)
{
  sqlite3_close_v2 (handle);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, close_handle)

static gboolean
fail (sqlite3 *handle, GError **error)
{
  int code = sqlite3_extended_errcode (handle);

  g_set_error (error, TORG_DB_ERROR,
               (code & 0xff) == SQLITE_FULL ? TORG_DB_ERROR_FULL : TORG_DB_ERROR_SQL,
               "%s (SQLite %d)", sqlite3_errmsg (handle), code);
  return FALSE;
}

/* In one step: what is read is of one moment, and with WAL nobody has to wait for it. */
static gboolean
copy_pages (sqlite3 *from, sqlite3 *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return fail (to, error);
  sqlite3_backup_step (backup, -1);
  /* Both errors are told here, and left in the handle that is written. */
  return sqlite3_backup_finish (backup) == SQLITE_OK || fail (to, error);
}

/* The journal's kind is part of the copy. It is seen at the first reading only, so that comes before. */
static gboolean
make_one_file (sqlite3 *handle, GError **error)
{
  return sqlite3_exec (handle, "PRAGMA schema_version; PRAGMA journal_mode=delete", NULL, NULL,
                       NULL) == SQLITE_OK ||
         fail (handle, error);
}

static void
keep_first (const char *problem, gpointer data)
{
  char **first = data;

  if (*first == NULL)
    *first = g_strdup (problem);
}

static gboolean
check_copy (const char *path, GError **error)
{
  g_autoptr (TorgDb) db = torg_db_open (path, TORG_DB_READER, error);
  g_autofree char *problem = NULL;

  if (db == NULL || !torg_db_check (db, keep_first, &problem, error))
    return FALSE;
  if (problem == NULL)
    return TRUE;
  g_set_error (error, TORG_DB_ERROR, TORG_DB_ERROR_CORRUPT, "%s", problem);
  return FALSE;
}

static gboolean
write_copy (TorgDb *self, const char *path, GError **error)
{
  g_autoptr (sqlite3) to = NULL;

  if (sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
    return fail (to, error);
  return copy_pages (torg_db_get_handle (self), to, error) && make_one_file (to, error);
}

/**
 * torg_db_copy:
 * @self: a connection of any mode; others may write meanwhile
 * @path: a file that is not there, or is empty and nobody else's
 *
 * Copies the whole database, as it was at one moment, and checks the copy. It is one file, without a
 * journal beside it. After an error what is at @path is of no use.
 *
 * Returns: %TRUE; or %FALSE with a %TORG_DB_ERROR, which is %TORG_DB_ERROR_CORRUPT if the copy is
 *   not sound
 */
gboolean
torg_db_copy (TorgDb *self, const char *path, GError **error)
{
  return write_copy (self, path, error) && check_copy (path, error);
}

/* SQLite tells several problems in one text, under a heading. */
static void
tell_lines (const char *text, TorgDbTell tell, gpointer data)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (strcmp (lines[i], "ok") != 0 && *lines[i] != '\0' && !g_str_has_prefix (lines[i], "***"))
      tell (lines[i], data);
  }
}

/**
 * torg_db_check:
 * @self: a connection
 * @tell: is told what is wrong, one thing and one line at a time
 *
 * Has SQLite look through the whole file.
 *
 * Returns: whether it could be looked through, sound or not
 */
gboolean
torg_db_check (TorgDb *self, TorgDbTell tell, gpointer data, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (self, error, "PRAGMA integrity_check", "");

  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &failure))
    tell_lines (torg_stmt_text (stmt, 0), tell, data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
