/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The lists that a transaction changed, each with its newest timestamp. Single writes and batches add
 * to the same; a rollback forgets them, a commit tells whoever wants to know.
 */
typedef struct _TorgListChanges TorgListChanges;

/* Told of a list that changed, after the commit; @list is lent until it returns. */
typedef void (*TorgListChangesFunc) (const char *list, gint64 last_modified, gpointer data);

TorgListChanges *torg_list_changes_new (void);
void torg_list_changes_free (TorgListChanges *self);
void torg_list_changes_watch (TorgListChanges *self, TorgListChangesFunc told, gpointer data);
void torg_list_changes_add (TorgListChanges *self, const char *list, gint64 last_modified);
void torg_list_changes_forget (TorgListChanges *self);
void torg_list_changes_tell (TorgListChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgListChanges, torg_list_changes_free)

G_END_DECLS
