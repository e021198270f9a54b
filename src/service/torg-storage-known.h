/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-storage.h"

G_BEGIN_DECLS

/*
 * What an SQLite storage remembers of its file, since every request asks for it: where lists are, the
 * documents and permissions of buckets, groups and collections, and who is in which group. It holds what the transaction under way has
 * written, and is forgotten as a whole when that is undone. Nobody else writes the file meanwhile.
 */
typedef struct _TorgKnown TorgKnown;

/**
 * TorgKnownList:
 * @n: the number of its row
 * @last_modified: its timestamp
 * @moved: the row does not have that timestamp yet
 */
typedef struct {
  gint64 n;
  gint64 last_modified;
  gboolean moved;
} TorgKnownList;

/* Told of a list whose row is behind. */
typedef gboolean (*TorgKnownListFunc) (const TorgKnownList *list, gpointer data, GError **error);

TorgKnown *torg_known_new (void);
void torg_known_free (TorgKnown *self);
void torg_known_forget (TorgKnown *self);
void torg_known_drop (TorgKnown *self, const char *uri);

TorgKnownList *torg_known_get_list (TorgKnown *self, const char *path);
TorgKnownList *torg_known_add_list (TorgKnown *self,
                                    const char *path,
                                    gint64 n,
                                    gint64 last_modified);
void torg_known_move_list (TorgKnown *self, TorgKnownList *list, gint64 last_modified);
gboolean torg_known_settle_lists (TorgKnown *self,
                                  TorgKnownListFunc write,
                                  gpointer data,
                                  GError **error);

gboolean torg_known_get_object (TorgKnown *self,
                                const char *list,
                                const char *id,
                                TorgObject *object);
void torg_known_add_object (TorgKnown *self, const char *list, const TorgObject *object);
void torg_known_forget_object (TorgKnown *self, const char *list, const char *id);

GPtrArray *torg_known_get_grants (TorgKnown *self, const char *uri);
void torg_known_add_grants (TorgKnown *self, const char *uri, GPtrArray *grants);
void torg_known_forget_grants (TorgKnown *self, const char *uri);

GStrv torg_known_get_groups (TorgKnown *self, const char *const *principals);
void torg_known_add_groups (TorgKnown *self,
                            const char *const *principals,
                            const char *const *groups);
void torg_known_forget_groups (TorgKnown *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgKnown, torg_known_free)

G_END_DECLS
