/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-list-changes.h"

struct _TorgListChanges {
  GHashTable *lists; /* path to gint64 */
  TorgListChangesFunc told;
  gpointer data;
};

/**
 * torg_list_changes_new:
 *
 * Returns: (transfer full): nothing changed yet, and nobody wants to know
 */
TorgListChanges *
torg_list_changes_new (void)
{
  TorgListChanges *self = g_new0 (TorgListChanges, 1);

  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * torg_list_changes_free:
 *
 * Frees it without telling anything.
 */
void
torg_list_changes_free (TorgListChanges *self)
{
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_free (self);
}

/**
 * torg_list_changes_watch:
 * @told: (nullable): who wants to know from now on, if anyone
 */
void
torg_list_changes_watch (TorgListChanges *self, TorgListChangesFunc told, gpointer data)
{
  self->told = told;
  self->data = data;
}

/**
 * torg_list_changes_add:
 * @list: the path of a list that was written to in this transaction
 * @last_modified: its timestamp now
 */
void
torg_list_changes_add (TorgListChanges *self, const char *list, gint64 last_modified)
{
  gint64 *known = g_hash_table_lookup (self->lists, list);

  if (known == NULL)
    g_hash_table_insert (self->lists, g_strdup (list),
                         g_memdup2 (&last_modified, sizeof last_modified));
  else
    *known = MAX (*known, last_modified);
}

/**
 * torg_list_changes_forget:
 *
 * What was added never happened.
 */
void
torg_list_changes_forget (TorgListChanges *self)
{
  g_hash_table_remove_all (self->lists);
}

/**
 * torg_list_changes_tell:
 *
 * What was added is on the disk now: tells of it, and begins anew.
 */
void
torg_list_changes_tell (TorgListChanges *self)
{
  GHashTableIter iter;
  gpointer list = NULL;
  gpointer last_modified = NULL;

  g_hash_table_iter_init (&iter, self->lists);
  while (self->told != NULL && g_hash_table_iter_next (&iter, &list, &last_modified))
    self->told (list, *(const gint64 *) last_modified, self->data);
  torg_list_changes_forget (self);
}
