/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-store-private.h"

#include "torg-json.h"
#include "torg-merge.h"

#define MERGE_REASON_SEPARATOR " "

static JsonObject *
ref_or_null (JsonObject *object)
{
  return object ? json_object_ref (object) : NULL;
}

/* What was changed between two documents, put upon a third. */
static JsonObject *
rebase (JsonObject *from, JsonObject *to, JsonObject *onto)
{
  g_autoptr (JsonObject) patch = torg_json_diff (from, to);

  json_object_remove_member (patch, "last_modified");
  return torg_json_merge_patch (onto, patch);
}

/* Whether two documents say the same, the service's own members aside. */
static gboolean
same_content (JsonObject *one, JsonObject *other)
{
  g_autoptr (JsonObject) patch = NULL;

  if (one == NULL || other == NULL)
    return one == other;
  patch = torg_json_diff (one, other);
  json_object_remove_member (patch, "last_modified");
  json_object_remove_member (patch, "schema");
  return json_object_get_size (patch) == 0;
}

static void
set_document (TorgOperation *operation, JsonObject *document)
{
  g_clear_pointer (&operation->document, json_object_unref);
  operation->document = document;
}

static void
set_base (TorgOperation *operation, JsonObject *base)
{
  g_clear_pointer (&operation->base, json_object_unref);
  operation->base = base;
}

static gboolean
append_operation (TorgStore *self, const TorgEdit *edit, gint64 waits_for, GError **error)
{
  g_autoptr (TorgOperation) operation = g_new0 (TorgOperation, 1);

  operation->verb = edit->base == NULL       ? TORG_VERB_CREATE
                    : edit->document == NULL ? TORG_VERB_DELETE
                                             : TORG_VERB_CHANGE;
  operation->bucket = g_strdup (edit->bucket);
  operation->collection = g_strdup (edit->collection);
  operation->id = g_strdup (edit->id);
  operation->base = ref_or_null (edit->base);
  operation->document = ref_or_null (edit->document);
  operation->waits_for = waits_for;
  return torg_operation_write (self, operation, error);
}

/* Joins an edit into the operation that waits already, so that a record is sent once. */
static gboolean
join (TorgStore *self, TorgOperation *waiting, const TorgEdit *edit, GError **error)
{
  if (edit->document == NULL && waiting->verb == TORG_VERB_CREATE)
    return torg_operation_remove (self, waiting, error);
  if (edit->document == NULL)
    set_document (waiting, NULL);
  else if (edit->base != NULL && waiting->document != NULL)
    set_document (waiting, rebase (edit->base, edit->document, waiting->document));
  else
    set_document (waiting, json_object_ref (edit->document));
  if (waiting->verb != TORG_VERB_CREATE) {
    if (same_content (waiting->base, waiting->document))
      return torg_operation_remove (self, waiting, error);
    waiting->verb = waiting->document ? TORG_VERB_CHANGE : TORG_VERB_DELETE;
  }
  waiting->pending = TORG_PENDING_WAITING;
  g_clear_pointer (&waiting->reason, g_free);
  return torg_operation_write (self, waiting, error);
}

static gboolean
record_edit (TorgStore *self, const TorgEdit *edit, gint64 waits_for, GError **error)
{
  g_autoptr (GPtrArray) operations =
    torg_store_operations (self, edit->bucket, edit->collection, edit->id, error);
  TorgOperation *last;

  if (operations == NULL)
    return FALSE;
  last = operations->len > 0 ? operations->pdata[operations->len - 1] : NULL;
  if (last != NULL && !last->frozen && last->pending != TORG_PENDING_CONFLICT)
    return join (self, last, edit, error);
  if (same_content (edit->base, edit->document))
    return TRUE;
  return append_operation (self, edit, waits_for, error);
}

static gboolean
refresh (TorgStore *self,
         const char *bucket,
         const char *collection,
         const char *id,
         TorgChanges *changes,
         GError **error)
{
  if (!torg_db_begin (self->cache, error))
    return FALSE;
  if (torg_cache_refresh (self, bucket, collection, id, changes, error))
    return torg_db_commit (self->cache, error);
  torg_db_rollback (self->cache);
  return FALSE;
}

/* What is in the outbox is saved, even where the cache cannot show it now (its disk may be full). */
static void
show (TorgStore *self,
      const char *bucket,
      const char *collection,
      const char *id,
      TorgChanges *changes)
{
  if (!refresh (self, bucket, collection, id, changes, NULL))
    self->behind = TRUE;
}

/**
 * torg_store_edit:
 * @self: a store
 * @edit: what a person did
 * @changes: what is shown anew is added here
 *
 * The edit is on this computer's disk before anything shows it; from then on it is not lost. An
 * edit of a record that waits already joins what waits, and one that takes back the other leaves
 * nothing.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR; then nothing was done
 */
gboolean
torg_store_edit (TorgStore *self, const TorgEdit *edit, TorgChanges *changes, GError **error)
{
  if (!record_edit (self, edit, 0, error))
    return FALSE;
  show (self, edit->bucket, edit->collection, edit->id, changes);
  return TRUE;
}

/**
 * torg_store_move:
 * @self: a store
 * @edit: the record as it stands in its bucket, in `base`; and as it shall be, in `document`
 * @bucket: where it shall stand: `torg` publishes, a room withdraws
 * @changes: what is shown anew is added here
 *
 * The record is made in the new place under the same id, and only when the service has it there it
 * is taken out of the old one, so it never stands nowhere.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR; then nothing was done
 */
gboolean
torg_store_move (TorgStore *self,
                 const TorgEdit *edit,
                 const char *bucket,
                 TorgChanges *changes,
                 GError **error)
{
  g_autoptr (JsonObject) moved = torg_json_object_copy (edit->document);
  const TorgEdit make = { bucket, edit->collection, edit->id, NULL, moved };
  const TorgEdit unmake = { edit->bucket, edit->collection, edit->id, edit->base, NULL };
  g_autoptr (GPtrArray) made = NULL;
  gint64 create = 0;

  json_object_remove_member (moved, "last_modified");
  if (!torg_db_begin (self->outbox, error))
    return FALSE;
  if (record_edit (self, &make, 0, error))
    made = torg_store_operations (self, bucket, edit->collection, edit->id, error);
  if (made != NULL && made->len > 0)
    create = ((TorgOperation *) made->pdata[made->len - 1])->n;
  if (made == NULL || !record_edit (self, &unmake, create, error)) {
    torg_db_rollback (self->outbox);
    return FALSE;
  }
  if (!torg_db_commit (self->outbox, error))
    return FALSE;
  show (self, bucket, edit->collection, edit->id, changes);
  show (self, edit->bucket, edit->collection, edit->id, changes);
  return TRUE;
}

static TorgOperation *
first_attention (GPtrArray *operations)
{
  for (guint i = 0; i < operations->len; i++) {
    TorgOperation *operation = operations->pdata[i];

    if (operation->pending > TORG_PENDING_WAITING)
      return operation;
  }
  return NULL;
}

/* Mine wins where the two disagree; what only the other changed stays. */
static void
insist (TorgOperation *operation)
{
  if (operation->theirs != NULL) {
    if (operation->document != NULL)
      set_document (operation, operation->base
                                 ? rebase (operation->base, operation->document, operation->theirs)
                                 : json_object_ref (operation->document));
    set_base (operation, g_steal_pointer (&operation->theirs));
    operation->verb = operation->document ? TORG_VERB_CHANGE : TORG_VERB_DELETE;
  }
  operation->pending = TORG_PENDING_WAITING;
  operation->frozen = FALSE;
  g_clear_pointer (&operation->reason, g_free);
}

static gboolean
commit_outbox (TorgStore *self, gboolean fine, GError **error)
{
  if (fine)
    return torg_db_commit (self->outbox, error);
  torg_db_rollback (self->outbox);
  return FALSE;
}

/* Lets an operation go, and what was to follow it: a record that is not published stays in its room. */
static gboolean
let_go (TorgStore *self, const TorgOperation *operation, char **room, GError **error)
{
  g_autoptr (TorgStmt) stmt = torg_db_query (
    self->outbox, error, "SELECT bucket FROM operation WHERE waits_for = ?1", "i", operation->n);
  gboolean fine;

  if (stmt == NULL)
    return FALSE;
  if (torg_stmt_step (stmt, NULL))
    *room = g_strdup (torg_stmt_text (stmt, 0));
  g_clear_pointer (&stmt, torg_stmt_done);
  if (!torg_db_begin (self->outbox, error))
    return FALSE;
  fine = torg_db_run (self->outbox, error, "DELETE FROM operation WHERE waits_for = ?1", "i",
                      operation->n) &&
         torg_operation_remove (self, operation, error);
  return commit_outbox (self, fine, error);
}

/**
 * torg_store_choose:
 * @self: a store
 * @bucket: where the record stands
 * @collection: its collection
 * @id: its id
 * @mine: whether my version shall hold (it is sent again); otherwise it is let go
 * @changes: what is shown anew is added here
 *
 * A person's answer to a conflict or a refusal.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR; then nothing was done
 */
gboolean
torg_store_choose (TorgStore *self,
                   const char *bucket,
                   const char *collection,
                   const char *id,
                   gboolean mine,
                   TorgChanges *changes,
                   GError **error)
{
  g_autoptr (GPtrArray) operations = torg_store_operations (self, bucket, collection, id, error);
  TorgOperation *operation = operations ? first_attention (operations) : NULL;
  g_autofree char *room = NULL;

  if (operation == NULL)
    return operations != NULL;
  if (mine)
    insist (operation);
  if (mine ? !torg_operation_write (self, operation, error)
           : !let_go (self, operation, &room, error))
    return FALSE;
  show (self, bucket, collection, id, changes);
  if (room != NULL)
    show (self, room, collection, id, changes);
  return TRUE;
}

/* What waits behind an answered operation was made on what that one sent; now it stands on the answer. */
static gboolean
rebase_queue (TorgStore *self, const TorgOperation *answered, JsonObject *served, GError **error)
{
  g_autoptr (GPtrArray) queue =
    torg_store_operations (self, answered->bucket, answered->collection, answered->id, error);

  for (guint i = 0; queue != NULL && served != NULL && i < queue->len; i++) {
    TorgOperation *operation = queue->pdata[i];

    if (operation->base != NULL && operation->document != NULL)
      set_document (operation, rebase (operation->base, operation->document, served));
    set_base (operation, json_object_ref (served));
    if (operation->verb == TORG_VERB_CREATE)
      operation->verb = TORG_VERB_CHANGE;
    if (!torg_operation_write (self, operation, error))
      return FALSE;
  }
  return queue != NULL;
}

static gboolean
put (TorgStore *self,
     const TorgOperation *operation,
     JsonObject *served,
     TorgChanges *changes,
     GError **error)
{
  if (!torg_db_begin (self->cache, error))
    return FALSE;
  if (torg_cache_put (self, operation->bucket, operation->collection, operation->id, served,
                      changes, error))
    return torg_db_commit (self->cache, error);
  torg_db_rollback (self->cache);
  return FALSE;
}

/**
 * torg_store_operation_done:
 * @self: a store
 * @operation: an operation that the service has carried out
 * @served: (nullable): the document that the service has now; %NULL if it has none
 * @changes: what is shown anew is added here
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR; then the operation will be repeated
 */
gboolean
torg_store_operation_done (TorgStore *self,
                           const TorgOperation *operation,
                           JsonObject *served,
                           TorgChanges *changes,
                           GError **error)
{
  gboolean fine;

  if (!torg_db_begin (self->outbox, error))
    return FALSE;
  fine =
    torg_operation_remove (self, operation, error) && rebase_queue (self, operation, served, error);
  return commit_outbox (self, fine, error) && put (self, operation, served, changes, error);
}

static gboolean
update (TorgStore *self,
        TorgOperation *operation,
        TorgPending pending,
        const char *reason,
        GError **error)
{
  operation->pending = pending;
  operation->frozen = FALSE;
  g_set_str (&operation->reason, reason);
  return torg_operation_write (self, operation, error);
}

/**
 * torg_store_operation_refused:
 * @self: a store
 * @operation: an operation that the service will not carry out
 * @reason: why, for the person who made it
 * @changes: what is shown anew is added here
 *
 * The operation stays, with its content readable, until a person decides.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_operation_refused (TorgStore *self,
                              TorgOperation *operation,
                              const char *reason,
                              TorgChanges *changes,
                              GError **error)
{
  return update (self, operation, TORG_PENDING_REFUSED, reason, error) &&
         refresh (self, operation->bucket, operation->collection, operation->id, changes, error);
}

/* Merges an edit with the version that overtook it; says on what the two disagree. */
static char *
merge_onto (TorgOperation *operation, JsonObject *theirs)
{
  const TorgKind *kind = torg_kind_for (operation->collection);
  g_autoptr (JsonObject) nothing = json_object_new ();
  g_autoptr (TorgMerge) merge = NULL;

  if (kind == NULL || operation->document == NULL)
    return g_strdup ("");
  merge =
    torg_merge (kind, operation->base ? operation->base : nothing, operation->document, theirs);
  if (merge->conflicts->len > 0) {
    g_ptr_array_add (merge->conflicts, NULL);
    return g_strjoinv (MERGE_REASON_SEPARATOR, (GStrv) merge->conflicts->pdata);
  }
  set_document (operation, json_object_ref (merge->document));
  set_base (operation, json_object_ref (theirs));
  operation->verb = TORG_VERB_CHANGE;
  return NULL;
}

/**
 * torg_store_operation_overtaken:
 * @self: a store
 * @operation: an operation that was made on an older version than the service has
 * @theirs: what the service has
 * @changes: what is shown anew is added here
 *
 * If the service says the same already, the operation is done. Otherwise the two are merged by
 * torg_merge(): a clean merge is sent as a change of their version; else the record waits for a
 * person's choice, and their version is shown meanwhile.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_operation_overtaken (TorgStore *self,
                                TorgOperation *operation,
                                JsonObject *theirs,
                                TorgChanges *changes,
                                GError **error)
{
  g_autofree char *disagreement = NULL;

  if (same_content (operation->document, theirs))
    return torg_store_operation_done (self, operation, theirs, changes, error);
  disagreement = merge_onto (operation, theirs);
  if (disagreement == NULL && same_content (operation->document, theirs))
    return torg_store_operation_done (self, operation, theirs, changes, error);
  if (disagreement != NULL) {
    g_clear_pointer (&operation->theirs, json_object_unref);
    operation->theirs = json_object_ref (theirs);
  }
  return update (self, operation, disagreement ? TORG_PENDING_CONFLICT : TORG_PENDING_WAITING,
                 disagreement, error) &&
         put (self, operation, theirs, changes, error);
}

/**
 * torg_store_operation_gone:
 * @self: a store
 * @operation: a change or deletion of a record that the service does not have there
 * @changes: what is shown anew is added here
 *
 * What shall be deleted is deleted. A change follows the record to where it was published; where
 * it is nowhere the change wins over the deletion and the record is made again.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_operation_gone (TorgStore *self,
                           TorgOperation *operation,
                           TorgChanges *changes,
                           GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (JsonObject) there = NULL;
  g_autofree char *before = g_strdup (operation->bucket);
  g_autofree char *bucket = NULL;

  if (operation->verb != TORG_VERB_CHANGE)
    return torg_store_operation_done (self, operation, NULL, changes, error);
  bucket = torg_cache_find_elsewhere (self, operation->bucket, operation->collection, operation->id,
                                      &there, &problem);
  if (problem != NULL) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  if (bucket != NULL) {
    g_set_str (&operation->bucket, bucket);
    return torg_store_operation_overtaken (self, operation, there, changes, error) &&
           refresh (self, before, operation->collection, operation->id, changes, error);
  }
  operation->verb = TORG_VERB_CREATE;
  set_base (operation, NULL);
  set_document (operation, torg_json_object_copy (operation->document));
  json_object_remove_member (operation->document, "last_modified");
  return update (self, operation, TORG_PENDING_WAITING, NULL, error) &&
         put (self, operation, NULL, changes, error);
}
