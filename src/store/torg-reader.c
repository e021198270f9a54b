/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-reader.h"

#include "torg-db.h"
#include "torg-forum-names.h"
#include "torg-json.h"

#include <string.h>

#define COLUMNS "SELECT n, collection, bucket, doc, pending, last_modified FROM record "

struct _TorgReader {
  TorgDb *db;
};

/**
 * torg_row_free:
 * @self: a row
 */
void
torg_row_free (TorgRow *self)
{
  g_free (self->bucket);
  g_clear_pointer (&self->document, json_object_unref);
  g_free (self);
}

/**
 * torg_reader_open:
 * @cache_path: the file of an open store
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with a %TORG_DB_ERROR
 */
TorgReader *
torg_reader_open (const char *cache_path, GError **error)
{
  TorgDb *db = torg_db_open (cache_path, TORG_DB_READER, error);
  TorgReader *self;

  if (db == NULL)
    return NULL;
  self = g_new0 (TorgReader, 1);
  self->db = db;
  return self;
}

/**
 * torg_reader_close:
 * @self: a reader
 */
void
torg_reader_close (TorgReader *self)
{
  torg_db_close (self->db);
  g_free (self);
}

static TorgRow *
read_row (TorgStmt *stmt, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  const char *text;
  TorgRow *row;

  if (!torg_stmt_step (stmt, error))
    return NULL;
  text = torg_stmt_text (stmt, 3);
  if (text == NULL || torg_kind_for (torg_stmt_text (stmt, 1)) == NULL)
    return NULL;
  node = torg_json_parse (text, strlen (text), 0, error);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  row = g_new0 (TorgRow, 1);
  row->n = torg_stmt_int (stmt, 0);
  row->kind = torg_kind_for (torg_stmt_text (stmt, 1));
  row->bucket = g_strdup (torg_stmt_text (stmt, 2));
  row->document = json_node_dup_object (node);
  row->pending = (TorgPending) torg_stmt_int (stmt, 4);
  return row;
}

/**
 * torg_reader_get:
 * @self: a reader
 * @n: a row's number
 *
 * Returns: (transfer full) (nullable): the row; %NULL if it is gone (then @error is not set) or cannot be read
 */
TorgRow *
torg_reader_get (TorgReader *self, gint64 n, GError **error)
{
  g_autoptr (TorgStmt) stmt = torg_db_query (self->db, error, COLUMNS "WHERE n = ?1", "i", n);

  return stmt ? read_row (stmt, error) : NULL;
}

/**
 * torg_reader_find:
 * @self: a reader
 * @collection: a collection
 * @id: a record's id
 *
 * Looks in the forum first, then in the rooms.
 *
 * Returns: (transfer full) (nullable): the row; %NULL if there is none (then @error is not set) or it cannot be read
 */
TorgRow *
torg_reader_find (TorgReader *self, const char *collection, const char *id, GError **error)
{
  /* By the index of ids: the sign keeps SQLite from walking the whole collection by another. */
  g_autoptr (TorgStmt) stmt =
    torg_db_query (self->db, error,
                   COLUMNS "WHERE id = ?1 AND +collection = ?2 AND doc IS NOT NULL "
                           "ORDER BY bucket = '" TORG_FORUM "' DESC LIMIT 1",
                   "ss", id, collection);

  return stmt ? read_row (stmt, error) : NULL;
}
