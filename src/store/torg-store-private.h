/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-outbox.h"
#include "torg-store.h"

G_BEGIN_DECLS

struct _TorgStore {
  TorgDb *outbox;
  TorgDb *cache;
  char *cache_path;
  gboolean rebuilt;
  gboolean behind;        /* the cache could not show what the outbox has */
  GHashTable *search_sql; /* TorgKind to the statement that fills its search rows */
  GHashTable *link_sql;   /* TorgKind to the statement that notes what a row refers to */
};

JsonObject *torg_store_parse (const char *text, GError **error);
void torg_store_catch_up (TorgStore *self);

/* The operations of one record, in the order they are sent (torg-operation.c). */
GPtrArray *torg_store_operations (TorgStore *self,
                                  const char *bucket,
                                  const char *collection,
                                  const char *id,
                                  GError **error);

gboolean torg_operation_write (TorgStore *self, TorgOperation *operation, GError **error);
gboolean torg_operation_remove (TorgStore *self, const TorgOperation *operation, GError **error);

gboolean torg_store_find_steward (TorgStore *self,
                                  const char *collection,
                                  JsonObject *document,
                                  char **organisation,
                                  GError **error);

/* Rows of the cache (torg-cache.c); each within a transaction of the cache. */
gboolean torg_cache_put (TorgStore *self,
                         const char *bucket,
                         const char *collection,
                         const char *id,
                         JsonObject *served,
                         TorgChanges *changes,
                         GError **error);
gboolean torg_cache_refresh (TorgStore *self,
                             const char *bucket,
                             const char *collection,
                             const char *id,
                             TorgChanges *changes,
                             GError **error);
gboolean torg_cache_reindex (TorgStore *self, const char *collection, gint64 n, GError **error);
gboolean torg_cache_reindex_mentions (TorgStore *self,
                                      const char *collection,
                                      const char *ids,
                                      TorgChanges *changes,
                                      GError **error);
gboolean torg_cache_link_all (TorgStore *self, GError **error);
gboolean torg_cache_reapply (TorgStore *self, GError **error);
char *torg_cache_find_elsewhere (TorgStore *self,
                                 const char *bucket,
                                 const char *collection,
                                 const char *id,
                                 JsonObject **document,
                                 GError **error);

G_END_DECLS
