/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-store-private.h"

#include "torg-json.h"

/**
 * torg_draft_free:
 * @self: a draft
 */
void
torg_draft_free (TorgDraft *self)
{
  g_free (self->bucket);
  g_free (self->collection);
  g_free (self->id);
  g_clear_pointer (&self->base, json_object_unref);
  g_clear_pointer (&self->document, json_object_unref);
  g_free (self);
}

/**
 * torg_store_save_draft:
 * @self: a store
 * @draft: what is being written, as the edit that saving it would be
 *
 * Keeps unfinished text on this computer, over what was kept for the same record before.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_save_draft (TorgStore *self, const TorgEdit *draft, GError **error)
{
  g_autofree char *base = draft->base ? torg_json_print_object (draft->base) : NULL;
  g_autofree char *doc = torg_json_print_object (draft->document);

  return torg_db_run (self->outbox, error,
                      "INSERT INTO draft (collection, id, bucket, base, doc, made) VALUES "
                      "(?1, ?2, ?3, ?4, ?5, strftime('%Y-%m-%dT%H:%M:%SZ')) "
                      "ON CONFLICT (collection, id) DO UPDATE SET bucket = ?3, base = ?4, doc = ?5",
                      "sssss", draft->collection, draft->id, draft->bucket, base, doc);
}

static TorgDraft *
read_draft (TorgStmt *stmt, GError **error)
{
  g_autoptr (TorgDraft) draft = g_new0 (TorgDraft, 1);
  const char *base = torg_stmt_text (stmt, 3);

  draft->collection = g_strdup (torg_stmt_text (stmt, 0));
  draft->id = g_strdup (torg_stmt_text (stmt, 1));
  draft->bucket = g_strdup (torg_stmt_text (stmt, 2));
  draft->base = base ? torg_store_parse (base, error) : NULL;
  draft->document = torg_store_parse (torg_stmt_text (stmt, 4), error);
  return draft->document && (draft->base || !base) ? g_steal_pointer (&draft) : NULL;
}

/**
 * torg_store_list_drafts:
 * @self: a store
 *
 * Returns: (transfer full) (element-type TorgDraft) (nullable): what is being written, oldest first, or %NULL
 *   with an error
 */
GPtrArray *
torg_store_list_drafts (TorgStore *self, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_draft_free);
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (
    self->outbox, error, "SELECT collection, id, bucket, base, doc FROM draft ORDER BY made", "");

  if (stmt == NULL)
    return NULL;
  while (torg_stmt_step (stmt, &problem)) {
    TorgDraft *draft = read_draft (stmt, &problem);

    if (draft == NULL)
      break;
    g_ptr_array_add (drafts, draft);
  }
  if (problem == NULL)
    return g_steal_pointer (&drafts);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * torg_store_drop_draft:
 * @self: a store
 * @collection: the collection of a record
 * @id: its id
 *
 * After it was saved, or thrown away by hand.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_drop_draft (TorgStore *self, const char *collection, const char *id, GError **error)
{
  return torg_db_run (self->outbox, error, "DELETE FROM draft WHERE collection = ?1 AND id = ?2",
                      "ss", collection, id);
}
