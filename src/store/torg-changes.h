/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TorgChanges:
 * @collections: (element-type utf8): the collections in which something changed
 * @rows: (element-type gint64): the rows that were made, changed or removed
 *
 * What a write did, told to whoever shows records. Plain data, handed from thread to thread.
 */
typedef struct {
  GHashTable *collections;
  GHashTable *rows;
} TorgChanges;

TorgChanges *torg_changes_new (void);
void torg_changes_free (TorgChanges *self);
void torg_changes_add (TorgChanges *self, const char *collection, gint64 row);
gboolean torg_changes_is_empty (TorgChanges *self);
gboolean torg_changes_has_collection (TorgChanges *self, const char *collection);
gboolean torg_changes_has_row (TorgChanges *self, gint64 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgChanges, torg_changes_free)

G_END_DECLS
