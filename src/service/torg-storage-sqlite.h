/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-db.h"
#include "torg-storage-known.h"
#include "torg-storage.h"

G_BEGIN_DECLS

/*
 * The storage of one machine: an SQLite file. torg-storage-sqlite.c has objects and accounts,
 * torg-storage-find.c the walk through a list, torg-storage-grants.c permissions, torg-storage-files.c
 * attachments, torg-storage-whole.c what concerns all of it and torg-storage-known.c what is remembered.
 */
typedef struct {
  TorgStorage parent;
  TorgDb *db;
  TorgKnown *known;
  gint64 clock; /* the newest timestamp there is; 0 where it is not known */
  gboolean clock_moved;
  gint64 deadline; /* of the search that is running, monotonic; 0 for none */
} TorgSqlite;

TorgKnownList *torg_sqlite_get_list (TorgSqlite *self, const char *path, GError **error);
gboolean torg_sqlite_settle (TorgSqlite *self, GError **error);

gboolean torg_sqlite_find (TorgStorage *storage,
                           const char *list,
                           const TorgListing *listing,
                           TorgObjectVisitor visit,
                           gpointer data,
                           GError **error);
gboolean torg_sqlite_find_changed (TorgStorage *storage,
                                   gint64 since,
                                   TorgListVisitor visit,
                                   gpointer data,
                                   GError **error);
gboolean torg_sqlite_count (TorgStorage *storage,
                            const char *list,
                            const TorgListing *listing,
                            gint64 *count,
                            GError **error);

GPtrArray *torg_sqlite_get_grants (TorgStorage *storage, const char *uri, GError **error);
gboolean torg_sqlite_set_grants (TorgStorage *storage,
                                 const char *uri,
                                 const char *permission,
                                 const char *const *principals,
                                 GError **error);
GStrv torg_sqlite_find_granted (TorgStorage *storage,
                                const char *list,
                                const char *const *permissions,
                                const char *const *principals,
                                GError **error);
gboolean torg_sqlite_walk_granted (TorgStorage *storage,
                                   const char *uri,
                                   const char *const *principals,
                                   TorgGrantVisitor visit,
                                   gpointer data,
                                   GError **error);
gboolean torg_sqlite_has_grants (TorgStorage *storage,
                                 const char *uri,
                                 const char *const *principals,
                                 gboolean *has,
                                 GError **error);
GStrv torg_sqlite_get_groups (TorgStorage *storage, const char *const *principals, GError **error);
gboolean torg_sqlite_set_members (TorgStorage *storage,
                                  const char *group,
                                  const char *const *members,
                                  GError **error);

gboolean torg_sqlite_set_file (TorgStorage *storage,
                               const char *uri,
                               const char *hash,
                               GError **error);
GStrv torg_sqlite_find_files (TorgStorage *storage, const char *uri, GError **error);
gboolean torg_sqlite_has_file (TorgStorage *storage,
                               const char *hash,
                               gboolean *has,
                               GError **error);
gboolean torg_sqlite_put_bytes (TorgStorage *storage,
                                const char *hash,
                                GBytes *bytes,
                                GError **error);
GBytes *torg_sqlite_get_bytes (TorgStorage *storage, const char *hash, GError **error);
gboolean torg_sqlite_seal (TorgStorage *storage, GError **error);

gboolean torg_sqlite_walk (TorgStorage *storage,
                           TorgStorageVisitor visit,
                           gpointer data,
                           GError **error);
gboolean torg_sqlite_check (TorgStorage *storage,
                            TorgStorageTell tell,
                            gpointer data,
                            GError **error);
gboolean torg_sqlite_get_size (TorgStorage *storage, gint64 *bytes, GError **error);
gboolean torg_sqlite_copy (TorgStorage *storage, const char *file, GError **error);

G_END_DECLS
