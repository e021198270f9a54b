/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * TorgDbError:
 * @TORG_DB_ERROR_SQL: SQLite refused a statement; the message has its words
 * @TORG_DB_ERROR_OPEN: the file cannot be opened, or not as was asked
 * @TORG_DB_ERROR_CORRUPT: the file is damaged or not a database
 * @TORG_DB_ERROR_FULL: no room left on the disk
 * @TORG_DB_ERROR_NEWER: a newer program, or another one, made this file
 * @TORG_DB_ERROR_CONSTRAINT: a uniqueness or other constraint said no
 */
typedef enum {
  TORG_DB_ERROR_SQL,
  TORG_DB_ERROR_OPEN,
  TORG_DB_ERROR_CORRUPT,
  TORG_DB_ERROR_FULL,
  TORG_DB_ERROR_NEWER,
  TORG_DB_ERROR_CONSTRAINT,
} TorgDbError;

#define TORG_DB_ERROR (torg_db_error_quark ())
GQuark torg_db_error_quark (void);

/* A connection, used only on the thread that opened it (asserted). */
typedef struct _TorgDb TorgDb;

/**
 * TorgDbMode:
 * @TORG_DB_DURABLE: the one writer; each commit is on the disk before it returns (synchronous=FULL)
 * @TORG_DB_CACHE: the one writer of a file that can be made again (synchronous=NORMAL)
 * @TORG_DB_READER: reads beside the writer, never checkpoints, not when it closes last either
 */
typedef enum {
  TORG_DB_DURABLE,
  TORG_DB_CACHE,
  TORG_DB_READER,
} TorgDbMode;

TorgDb *torg_db_open (const char *path, TorgDbMode mode, GError **error);
void torg_db_close (TorgDb *self);
sqlite3 *torg_db_get_handle (TorgDb *self);
gboolean torg_db_get_step (TorgDb *self, const char *prefix, gint64 *step, GError **error);
gboolean torg_db_migrate (TorgDb *self, const char *prefix, GError **error);

/* Told of one thing that is wrong, in words; the text is lent until it returns. */
typedef void (*TorgDbTell) (const char *problem, gpointer data);

gboolean torg_db_check (TorgDb *self, TorgDbTell tell, gpointer data, GError **error);
gboolean torg_db_copy (TorgDb *self, const char *path, GError **error);

gboolean torg_db_begin (TorgDb *self, GError **error);
gboolean torg_db_commit (TorgDb *self, GError **error);
void torg_db_rollback (TorgDb *self);
gboolean torg_db_exec (TorgDb *self, const char *sql, GError **error);

/*
 * One statement, prepared once a connection and kept; arguments are bound from a
 * format of one letter each, starting at ?1: `s` text (const char *, NULL binds NULL), `i` gint64,
 * `b` GBytes *, `n` NULL (no argument).
 */
typedef struct _TorgStmt TorgStmt;

TorgStmt *torg_db_query (TorgDb *self, GError **error, const char *sql, const char *format, ...);
gboolean torg_db_run (TorgDb *self, GError **error, const char *sql, const char *format, ...);
gboolean torg_db_get_int (TorgDb *self,
                          gint64 *value,
                          GError **error,
                          const char *sql,
                          const char *format,
                          ...);

gboolean torg_stmt_bind_text (TorgStmt *self, int at, const char *text);
gboolean torg_stmt_step (TorgStmt *self, GError **error);
const char *torg_stmt_text (TorgStmt *self, int column);
gint64 torg_stmt_int (TorgStmt *self, int column);
gboolean torg_stmt_is_null (TorgStmt *self, int column);
GBytes *torg_stmt_bytes (TorgStmt *self, int column);
void torg_stmt_done (TorgStmt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgDb, torg_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgStmt, torg_stmt_done)

G_END_DECLS
