/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-store-private.h"

#include "torg-forum-names.h"
#include "torg-json.h"

/* The member @name of the record that @field of the document points to. */
static gboolean
look_behind (TorgStore *self,
             JsonObject *document,
             const TorgField *field,
             const char *name,
             char **value,
             GError **error)
{
  const char *id = torg_json_get_string (document, field->name);
  g_autofree char *path = g_strconcat ("$.", name, NULL);
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = NULL;

  if (id == NULL)
    return TRUE;
  stmt = torg_db_query (self->cache, error,
                        "SELECT json_extract(doc, ?3) FROM record WHERE id = ?1 AND "
                        "+collection = ?2 AND doc IS NOT NULL "
                        "ORDER BY bucket = '" TORG_FORUM "' DESC LIMIT 1",
                        "sss", id, field->target, path);
  if (stmt == NULL)
    return FALSE;
  if (torg_stmt_step (stmt, &problem))
    *value = g_strdup (torg_stmt_text (stmt, 0));
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * torg_store_find_steward:
 * @self: a store
 * @collection: a collection
 * @document: a record of it
 * @organisation: (out) (nullable): the organisation whose people may change it beside who made it
 *
 * By the path that its kind names; what the record belongs to is looked up in the cache.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_find_steward (TorgStore *self,
                         const char *collection,
                         JsonObject *document,
                         char **organisation,
                         GError **error)
{
  const TorgKind *kind = torg_kind_for (collection);
  const char *behind = NULL;
  const TorgField *field = kind ? torg_kind_steward (kind, &behind) : NULL;

  *organisation = NULL;
  if (behind != NULL)
    return look_behind (self, document, field, behind, organisation, error);
  if (field != NULL)
    *organisation = g_strdup (torg_json_get_string (document, field->name));
  return TRUE;
}
