/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-store-private.h"

#include "torg-json.h"

#define COLUMNS "n, verb, bucket, collection, id, base, doc, theirs, reason, state, frozen"

static const char *const verbs[] = { "create", "change", "delete", NULL };
static const char *const states[] = { "", "waiting", "refused", "conflict", NULL };

static guint
index_of (const char *const *words, const char *word)
{
  guint i = 0;

  while (words[i + 1] != NULL && g_strcmp0 (words[i], word) != 0)
    i++;
  return i;
}

/**
 * torg_operation_free:
 * @self: an operation
 */
void
torg_operation_free (TorgOperation *self)
{
  g_free (self->bucket);
  g_free (self->collection);
  g_free (self->id);
  g_clear_pointer (&self->base, json_object_unref);
  g_clear_pointer (&self->document, json_object_unref);
  g_clear_pointer (&self->theirs, json_object_unref);
  g_free (self->steward);
  g_free (self->reason);
  g_free (self);
}

static gboolean
read_document (TorgStmt *stmt, int column, JsonObject **document, GError **error)
{
  const char *text = torg_stmt_text (stmt, column);

  if (text == NULL)
    return TRUE;
  *document = torg_store_parse (text, error);
  return *document != NULL;
}

static TorgOperation *
read_operation (TorgStmt *stmt, GError **error)
{
  g_autoptr (TorgOperation) self = g_new0 (TorgOperation, 1);

  self->n = torg_stmt_int (stmt, 0);
  self->verb = (TorgVerb) index_of (verbs, torg_stmt_text (stmt, 1));
  self->bucket = g_strdup (torg_stmt_text (stmt, 2));
  self->collection = g_strdup (torg_stmt_text (stmt, 3));
  self->id = g_strdup (torg_stmt_text (stmt, 4));
  self->reason = g_strdup (torg_stmt_text (stmt, 8));
  self->pending = (TorgPending) index_of (states, torg_stmt_text (stmt, 9));
  self->frozen = torg_stmt_int (stmt, 10) != 0;
  if (!read_document (stmt, 5, &self->base, error) ||
      !read_document (stmt, 6, &self->document, error) ||
      !read_document (stmt, 7, &self->theirs, error))
    return NULL;
  return g_steal_pointer (&self);
}

static GPtrArray *
read_operations (TorgStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) operations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) torg_operation_free);
  g_autoptr (GError) problem = NULL;

  while (torg_stmt_step (stmt, &problem)) {
    TorgOperation *operation = read_operation (stmt, &problem);

    if (operation == NULL)
      break;
    g_ptr_array_add (operations, operation);
  }
  if (problem == NULL)
    return g_steal_pointer (&operations);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * torg_store_operations:
 * @self: a store
 * @bucket: where a record stands
 * @collection: its collection
 * @id: its id
 *
 * Returns: (transfer full) (element-type TorgOperation) (nullable): what waits for the record, in
 *   order, or %NULL with an error
 */
GPtrArray *
torg_store_operations (TorgStore *self,
                       const char *bucket,
                       const char *collection,
                       const char *id,
                       GError **error)
{
  g_autoptr (TorgStmt) stmt =
    torg_db_query (self->outbox, error,
                   "SELECT " COLUMNS " FROM operation "
                   "WHERE collection = ?1 AND id = ?2 AND bucket = ?3 ORDER BY n",
                   "sss", collection, id, bucket);

  return stmt ? read_operations (stmt, error) : NULL;
}

/**
 * torg_store_attention:
 * @self: a store
 *
 * Returns: (transfer full) (element-type TorgOperation) (nullable): what was refused or needs a
 *   choice, oldest first, or %NULL with an error
 */
GPtrArray *
torg_store_attention (TorgStore *self, GError **error)
{
  g_autoptr (TorgStmt) stmt = torg_db_query (self->outbox, error,
                                             "SELECT " COLUMNS " FROM operation "
                                             "WHERE state <> 'waiting' ORDER BY n",
                                             "");

  return stmt ? read_operations (stmt, error) : NULL;
}

static gboolean
freeze (TorgStore *self, TorgOperation *operation, GError **error)
{
  if (operation->verb == TORG_VERB_CREATE &&
      !torg_store_find_steward (self, operation->collection, operation->document,
                                &operation->steward, error))
    return FALSE;
  return torg_db_run (self->outbox, error, "UPDATE operation SET frozen = 1 WHERE n = ?1", "i",
                      operation->n);
}

/**
 * torg_store_freeze_batch:
 * @self: a store
 * @most: how many operations at most
 *
 * The operations to send next: for each record the first one, unless it is refused or needs a
 * choice or waits for another. They are marked as perhaps at the service already, and from then on
 * are only repeated, never changed, until they are answered.
 *
 * Returns: (transfer full) (element-type TorgOperation) (nullable): the operations, in order, or
 *   %NULL with an error
 */
GPtrArray *
torg_store_freeze_batch (TorgStore *self, guint most, GError **error)
{
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (
    self->outbox, error,
    "SELECT " COLUMNS " FROM operation o WHERE state = 'waiting' AND NOT EXISTS "
    "(SELECT 1 FROM operation e WHERE e.collection = o.collection AND e.id = o.id AND "
    "e.bucket = o.bucket AND e.n < o.n) AND NOT EXISTS "
    "(SELECT 1 FROM operation w WHERE w.n = o.waits_for) ORDER BY n LIMIT ?1",
    "i", (gint64) most);

  if (stmt == NULL || (batch = read_operations (stmt, error)) == NULL)
    return NULL;
  if (batch->len == 0)
    return g_steal_pointer (&batch);
  if (!torg_db_begin (self->outbox, error))
    return NULL;
  for (guint i = 0; i < batch->len; i++)
    if (!freeze (self, batch->pdata[i], error)) {
      torg_db_rollback (self->outbox);
      return NULL;
    }
  return torg_db_commit (self->outbox, error) ? g_steal_pointer (&batch) : NULL;
}

/* Writes an operation; a new one where its number is 0, which is then set. */
gboolean
torg_operation_write (TorgStore *self, TorgOperation *operation, GError **error)
{
  g_autofree char *base = operation->base ? torg_json_print_object (operation->base) : NULL;
  g_autofree char *doc = operation->document ? torg_json_print_object (operation->document) : NULL;
  g_autofree char *theirs = operation->theirs ? torg_json_print_object (operation->theirs) : NULL;

  if (operation->n != 0)
    return torg_db_run (self->outbox, error,
                        "UPDATE operation SET verb = ?2, bucket = ?3, base = ?4, doc = ?5, "
                        "theirs = ?6, reason = ?7, state = ?8, frozen = ?9 WHERE n = ?1",
                        "isssssssi", operation->n, verbs[operation->verb], operation->bucket, base,
                        doc, theirs, operation->reason, states[operation->pending],
                        (gint64) operation->frozen);
  return torg_db_get_int (self->outbox, &operation->n, error,
                          "INSERT INTO operation (bucket, collection, id, verb, base, doc, "
                          "waits_for, made) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                          "nullif(?7, 0), strftime('%Y-%m-%dT%H:%M:%SZ')) RETURNING n",
                          "ssssssi", operation->bucket, operation->collection, operation->id,
                          verbs[operation->verb], base, doc, operation->waits_for);
}

/* Takes an operation out of the outbox. */
gboolean
torg_operation_remove (TorgStore *self, const TorgOperation *operation, GError **error)
{
  return torg_db_run (self->outbox, error, "DELETE FROM operation WHERE n = ?1", "i", operation->n);
}
