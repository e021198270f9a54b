/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-db.h"

#include "torg-collate.h"

#include <stdarg.h>
#include <string.h>

G_DEFINE_QUARK (torg-db-error, torg_db_error)

#define BUSY_TIMEOUT_MS 5000

struct _TorgDb {
  sqlite3 *handle;
  GThread *thread;
  GHashTable *statements; /* SQL text to TorgStmt */
};

struct _TorgStmt {
  sqlite3_stmt *stmt;
  TorgDb *db; /* borrowed */
  char *sql;
  gboolean busy;
  TorgStmt *kept;  /* the one that was busy when this was wanted; NULL for that one itself */
  TorgStmt *spare; /* another of the same text, idle, while this one is busy */
};

static TorgDbError
code_of (int result)
{
  switch (result & 0xff) {
  case SQLITE_CANTOPEN:
    return TORG_DB_ERROR_OPEN;
  case SQLITE_NOTADB:
  case SQLITE_CORRUPT:
    return TORG_DB_ERROR_CORRUPT;
  case SQLITE_FULL:
    return TORG_DB_ERROR_FULL;
  case SQLITE_CONSTRAINT:
    return TORG_DB_ERROR_CONSTRAINT;
  default:
    return TORG_DB_ERROR_SQL;
  }
}

static gboolean
fail (TorgDb *self, GError **error)
{
  g_set_error (error, TORG_DB_ERROR, (int) code_of (sqlite3_extended_errcode (self->handle)),
               "%s (SQLite %d)", sqlite3_errmsg (self->handle),
               sqlite3_extended_errcode (self->handle));
  return FALSE;
}

static void
assert_own_thread (TorgDb *self)
{
  g_assert (self->thread == g_thread_self ());
}

static void
sql_collate_key (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);

  if (text != NULL)
    sqlite3_result_text (context, torg_collate_key (text), -1, g_free);
}

/* Sets a pragma and reads it again, since SQLite passes over in silence what it cannot do. */
static gboolean
set_pragma (TorgDb *self, const char *name, const char *value, GError **error)
{
  g_autofree char *set = g_strdup_printf ("PRAGMA %s=%s", name, value);
  g_autofree char *ask = g_strdup_printf ("PRAGMA %s", name);
  g_autoptr (TorgStmt) stmt = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean has_row;

  if (!torg_db_exec (self, set, error))
    return FALSE;
  stmt = torg_db_query (self, error, ask, "");
  if (stmt == NULL)
    return FALSE;
  has_row = torg_stmt_step (stmt, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  /* No row: a SQLite that was built without what the pragma is about. */
  if (!has_row || g_str_equal (torg_stmt_text (stmt, 0), value))
    return TRUE;
  g_set_error (error, TORG_DB_ERROR, TORG_DB_ERROR_OPEN, "%s is %s, not %s", name,
               torg_stmt_text (stmt, 0), value);
  return FALSE;
}

static gboolean
set_pragmas (TorgDb *self, TorgDbMode mode, GError **error)
{
  enum {
    DURABLE = 1 << TORG_DB_DURABLE,
    CACHE = 1 << TORG_DB_CACHE,
    READER = 1 << TORG_DB_READER
  };
  static const struct {
    guint modes;
    const char *name;
    const char *value;
  } pragmas[] = {
    { DURABLE | CACHE,          "journal_mode",       "wal"    },
    { DURABLE,                  "synchronous",        "2"      }, /* FULL */
    { CACHE,                    "synchronous",        "1"      }, /* NORMAL */
    { DURABLE | CACHE | READER, "foreign_keys",       "1"      },
    { DURABLE | CACHE | READER, "mmap_size",          "0"      },
    /* KiB; SQLite's own 2000 hold no more than the indexes of a large forum. */
    { DURABLE | CACHE | READER, "cache_size",         "-16000" },
    /* SQLite before 3.51.3 may damage a file that two connections checkpoint at once. */
    { READER,                   "wal_autocheckpoint", "0"      },
    { READER,                   "query_only",         "1"      },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    if ((pragmas[i].modes & (1u << mode)) &&
        !set_pragma (self, pragmas[i].name, pragmas[i].value, error))
      return FALSE;
  return TRUE;
}

static gboolean
configure (TorgDb *self, TorgDbMode mode, GError **error)
{
  if (sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS) != SQLITE_OK ||
      sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK ||
      sqlite3_create_function (self->handle, "torg_collate", 1,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                               sql_collate_key, NULL, NULL) != SQLITE_OK)
    return fail (self, error);
  /* Whoever closes last checkpoints, unless told otherwise; that is the writer's. */
  if (mode == TORG_DB_READER &&
      sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL) != SQLITE_OK)
    return fail (self, error);
  /* SQLite opens what it may not write for reading, without a word. */
  if (mode != TORG_DB_READER && sqlite3_db_readonly (self->handle, "main") != 0) {
    g_set_error_literal (error, TORG_DB_ERROR, TORG_DB_ERROR_OPEN, "the file may not be written");
    return FALSE;
  }
  return set_pragmas (self, mode, error);
}

static gboolean
open_handle (TorgDb *self, const char *path, TorgDbMode mode, GError **error)
{
  /* A connection belongs to one thread, so SQLite need not guard it. */
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;

  if (mode != TORG_DB_READER)
    flags |= SQLITE_OPEN_CREATE;
  return sqlite3_open_v2 (path, &self->handle, flags, NULL) == SQLITE_OK || fail (self, error);
}

/**
 * torg_db_open:
 * @path: the file; made if it does not exist, unless @mode is %TORG_DB_READER
 * @mode: what the connection is for; one writer a file
 *
 * Opens a database with its journal, durability and limits set and checked. The connection belongs
 * to the calling thread.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with a %TORG_DB_ERROR
 */
TorgDb *
torg_db_open (const char *path, TorgDbMode mode, GError **error)
{
  g_autoptr (TorgDb) self = g_new0 (TorgDb, 1);

  self->thread = g_thread_self ();
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);
  if (!open_handle (self, path, mode, error) || !configure (self, mode, error)) {
    g_prefix_error (error, "%s: ", path);
    return NULL;
  }
  return g_steal_pointer (&self);
}

static void
free_statement (TorgStmt *stmt)
{
  sqlite3_finalize (stmt->stmt);
  g_free (stmt->sql);
  g_free (stmt);
}

/**
 * torg_db_close:
 * @self: a connection whose statements are done
 */
void
torg_db_close (TorgDb *self)
{
  GHashTableIter iter;
  gpointer stmt;

  assert_own_thread (self);
  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &stmt))
    free_statement (stmt);
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

/**
 * torg_db_get_handle:
 * @self: a connection
 *
 * For what this file has no word for: interrupting from another thread, hooks.
 *
 * Returns: (transfer none): SQLite's handle
 */
sqlite3 *
torg_db_get_handle (TorgDb *self)
{
  return self->handle;
}

/**
 * torg_db_exec:
 * @self: a connection
 * @sql: one statement or several, without arguments or rows
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_db_exec (TorgDb *self, const char *sql, GError **error)
{
  assert_own_thread (self);
  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, error);
}

/**
 * torg_db_begin:
 * @self: a connection
 *
 * Starts a transaction that may write, so that it cannot fail for want of the lock later.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_db_begin (TorgDb *self, GError **error)
{
  return torg_db_run (self, error, "BEGIN IMMEDIATE", "");
}

/**
 * torg_db_commit:
 * @self: a connection inside a transaction
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR; then nothing of the transaction was done
 */
gboolean
torg_db_commit (TorgDb *self, GError **error)
{
  if (torg_db_run (self, error, "COMMIT", ""))
    return TRUE;
  torg_db_rollback (self);
  return FALSE;
}

/**
 * torg_db_rollback:
 * @self: a connection, inside a transaction or not
 */
void
torg_db_rollback (TorgDb *self)
{
  assert_own_thread (self);
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

static TorgStmt *
prepare (TorgDb *self, const char *sql, GError **error)
{
  TorgStmt *stmt = g_new0 (TorgStmt, 1);

  stmt->db = self;
  stmt->sql = g_strdup (sql);
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt->stmt, NULL) ==
      SQLITE_OK)
    return stmt;
  fail (self, error);
  free_statement (stmt);
  return NULL;
}

/* The statement that is kept, or where that is in use a second one. */
static TorgStmt *
take_statement (TorgDb *self, const char *sql, GError **error)
{
  TorgStmt *kept = g_hash_table_lookup (self->statements, sql);
  TorgStmt *stmt = kept;

  if (kept != NULL && kept->busy)
    stmt = g_steal_pointer (&kept->spare);
  if (stmt == NULL)
    stmt = prepare (self, sql, error);
  if (stmt == NULL)
    return NULL;
  if (kept == NULL)
    g_hash_table_insert (self->statements, stmt->sql, stmt);
  stmt->busy = TRUE;
  stmt->kept = stmt == kept ? NULL : kept;
  return stmt;
}

static int
bind_next (sqlite3_stmt *stmt, int at, char letter, va_list *arguments)
{
  const char *text;
  GBytes *bytes;
  gconstpointer data;

  switch (letter) {
  case 's':
    text = va_arg (*arguments, const char *);
    return text ? sqlite3_bind_text (stmt, at, text, -1, SQLITE_TRANSIENT)
                : sqlite3_bind_null (stmt, at);
  case 'i':
    return sqlite3_bind_int64 (stmt, at, va_arg (*arguments, gint64));
  case 'b':
    bytes = va_arg (*arguments, GBytes *);
    if (bytes == NULL)
      return sqlite3_bind_null (stmt, at);
    data = g_bytes_get_data (bytes, NULL);
    /* SQLite takes a NULL address for NULL, but no bytes are a value too. */
    return sqlite3_bind_blob64 (stmt, at, data ? data : "", g_bytes_get_size (bytes),
                                SQLITE_TRANSIENT);
  case 'n':
    return sqlite3_bind_null (stmt, at);
  default:
    g_assert_not_reached ();
  }
}

static TorgStmt *
query_valist (TorgDb *self, GError **error, const char *sql, const char *format, va_list *arguments)
{
  g_autoptr (TorgStmt) stmt = NULL;

  assert_own_thread (self);
  stmt = take_statement (self, sql, error);
  for (int at = 1; stmt != NULL && format[at - 1] != '\0'; at++)
    if (bind_next (stmt->stmt, at, format[at - 1], arguments) != SQLITE_OK) {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&stmt);
}

/**
 * torg_db_query:
 * @self: a connection
 * @sql: one statement
 * @format: a letter for each argument from ?1: `s` text, `i` #gint64, `b` #GBytes, `n` NULL
 * @...: the arguments, copied
 *
 * Prepares a statement, or takes the one kept from last time, and binds its arguments. Step it
 * with torg_stmt_step().
 *
 * Returns: (transfer full) (nullable): the statement, or %NULL with a %TORG_DB_ERROR
 */
TorgStmt *
torg_db_query (TorgDb *self, GError **error, const char *sql, const char *format, ...)
{
  va_list arguments;
  TorgStmt *stmt;

  va_start (arguments, format);
  stmt = query_valist (self, error, sql, format, &arguments);
  va_end (arguments);
  return stmt;
}

/* Steps once: 1 for a row, 0 for the end, -1 for an error. */
static int
step (TorgStmt *self, GError **error)
{
  int result;

  assert_own_thread (self->db);
  result = sqlite3_step (self->stmt);
  if (result == SQLITE_ROW)
    return 1;
  if (result == SQLITE_DONE)
    return 0;
  fail (self->db, error);
  return -1;
}

/**
 * torg_db_run:
 * @self: a connection
 * @sql: one statement that gives no rows that matter
 * @format: as in torg_db_query()
 * @...: the arguments
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_db_run (TorgDb *self, GError **error, const char *sql, const char *format, ...)
{
  g_autoptr (TorgStmt) stmt = NULL;
  va_list arguments;

  va_start (arguments, format);
  stmt = query_valist (self, error, sql, format, &arguments);
  va_end (arguments);
  return stmt != NULL && step (stmt, error) >= 0;
}

/**
 * torg_db_get_int:
 * @self: a connection
 * @value: (out): the first column of the first row, as it was if there is no row
 * @sql: one statement
 * @format: as in torg_db_query()
 * @...: the arguments
 *
 * Returns: %TRUE, also without a row, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_db_get_int (TorgDb *self,
                 gint64 *value,
                 GError **error,
                 const char *sql,
                 const char *format,
                 ...)
{
  g_autoptr (TorgStmt) stmt = NULL;
  va_list arguments;
  int result;

  va_start (arguments, format);
  stmt = query_valist (self, error, sql, format, &arguments);
  va_end (arguments);
  if (stmt == NULL)
    return FALSE;
  result = step (stmt, error);
  if (result > 0)
    *value = torg_stmt_int (stmt, 0);
  return result >= 0;
}

/**
 * torg_stmt_bind_text:
 * @self: a statement that has not been stepped yet
 * @at: which argument, from 1
 * @text: (nullable): its value, copied
 *
 * For a statement whose number of arguments is not known when the program is written.
 *
 * Returns: whether there is such an argument
 */
gboolean
torg_stmt_bind_text (TorgStmt *self, int at, const char *text)
{
  return sqlite3_bind_text (self->stmt, at, text, -1, SQLITE_TRANSIENT) == SQLITE_OK;
}

/**
 * torg_stmt_step:
 * @self: a statement
 *
 * Goes to the next row. Sets @error only where reading failed, so pass one and look at it after
 * the last row.
 *
 * Returns: whether there is a row
 */
gboolean
torg_stmt_step (TorgStmt *self, GError **error)
{
  return step (self, error) > 0;
}

/**
 * torg_stmt_text:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (nullable) (transfer none): the text, until the next step; %NULL for NULL
 */
const char *
torg_stmt_text (TorgStmt *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/**
 * torg_stmt_int:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: the number; 0 for NULL
 */
gint64
torg_stmt_int (TorgStmt *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * torg_stmt_is_null:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: whether the column is NULL
 */
gboolean
torg_stmt_is_null (TorgStmt *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/**
 * torg_stmt_bytes:
 * @self: a statement on a row
 * @column: from 0
 *
 * Returns: (transfer full): a copy of the column's bytes
 */
GBytes *
torg_stmt_bytes (TorgStmt *self, int column)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->stmt, column));
}

/**
 * torg_stmt_done:
 * @self: a statement
 *
 * Hands it back to its connection, which keeps it for the next use of the same text.
 */
void
torg_stmt_done (TorgStmt *self)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->busy = FALSE;
  if (self->kept == NULL)
    g_clear_pointer (&self->spare, free_statement);
  else if (self->kept->busy && self->kept->spare == NULL)
    self->kept->spare = self;
  else
    free_statement (self);
}
