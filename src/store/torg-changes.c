/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-changes.h"

/**
 * torg_changes_new:
 *
 * Returns: (transfer full): no changes
 */
TorgChanges *
torg_changes_new (void)
{
  TorgChanges *self = g_new0 (TorgChanges, 1);

  self->collections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

/**
 * torg_changes_free:
 * @self: changes
 */
void
torg_changes_free (TorgChanges *self)
{
  g_hash_table_unref (self->collections);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/**
 * torg_changes_add:
 * @self: changes
 * @collection: where
 * @row: which row of the cache
 */
void
torg_changes_add (TorgChanges *self, const char *collection, gint64 row)
{
  if (!g_hash_table_contains (self->collections, collection))
    g_hash_table_add (self->collections, g_strdup (collection));
  if (!g_hash_table_contains (self->rows, &row))
    g_hash_table_add (self->rows, g_memdup2 (&row, sizeof row));
}

/**
 * torg_changes_is_empty:
 * @self: changes
 *
 * Returns: whether there is nothing to tell
 */
gboolean
torg_changes_is_empty (TorgChanges *self)
{
  return g_hash_table_size (self->collections) == 0;
}

/**
 * torg_changes_has_collection:
 * @self: changes
 * @collection: a collection
 *
 * Returns: whether something changed in it
 */
gboolean
torg_changes_has_collection (TorgChanges *self, const char *collection)
{
  return g_hash_table_contains (self->collections, collection);
}

/**
 * torg_changes_has_row:
 * @self: changes
 * @row: a row of the cache
 *
 * Returns: whether it changed
 */
gboolean
torg_changes_has_row (TorgChanges *self, gint64 row)
{
  return g_hash_table_contains (self->rows, &row);
}
