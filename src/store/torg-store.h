/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-changes.h"
#include "torg-db.h"
#include "torg-query.h"
#include "torg-reader.h"

G_BEGIN_DECLS

/* The client's two files. Belongs to the thread that opened it: the store worker. */
typedef struct _TorgStore TorgStore;

/**
 * TorgEdit:
 * @bucket: `torg` for the forum, `org-…` for a room
 * @collection: its collection
 * @id: its id
 * @base: (nullable): the document as it was when the edit began; %NULL for a new record
 * @document: (nullable): the document as it shall be; %NULL to delete it
 *
 * One edit of one record, as a person made it.
 */
typedef struct {
  const char *bucket;
  const char *collection;
  const char *id;
  JsonObject *base;
  JsonObject *document;
} TorgEdit;

/**
 * TorgSummary:
 * @waiting: edits that wait for the network
 * @attention: edits that the service refused, or that need a choice
 * @drafts: texts that were being written when the program ended
 */
typedef struct {
  guint waiting;
  guint attention;
  guint drafts;
} TorgSummary;

/**
 * TorgDraft:
 *
 * Text that was being written: a #TorgEdit that nobody has saved yet, with its own memory.
 */
typedef struct {
  char *bucket;
  char *collection;
  char *id;
  JsonObject *base;
  JsonObject *document;
} TorgDraft;

void torg_draft_free (TorgDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgDraft, torg_draft_free)

TorgStore *torg_store_open (const char *data_folder, const char *cache_folder, GError **error);
void torg_store_close (TorgStore *self);
const char *torg_store_get_cache_path (TorgStore *self);
gboolean torg_store_was_rebuilt (TorgStore *self);

GHashTable *torg_store_count (TorgStore *self,
                              const TorgQuery *query,
                              const TorgField *field,
                              GError **error);
GArray *torg_store_list (TorgStore *self, const TorgQuery *query, GError **error);
char *torg_store_snippet (TorgStore *self, const TorgQuery *query, gint64 n, GError **error);

gboolean torg_store_edit (TorgStore *self,
                          const TorgEdit *edit,
                          TorgChanges *changes,
                          GError **error);
gboolean torg_store_summarise (TorgStore *self, TorgSummary *summary, GError **error);
gboolean torg_store_move (TorgStore *self,
                          const TorgEdit *edit,
                          const char *bucket,
                          TorgChanges *changes,
                          GError **error);
gboolean torg_store_choose (TorgStore *self,
                            const char *bucket,
                            const char *collection,
                            const char *id,
                            gboolean mine,
                            TorgChanges *changes,
                            GError **error);
GPtrArray *torg_store_attention (TorgStore *self, GError **error);

gboolean torg_store_save_draft (TorgStore *self, const TorgEdit *draft, GError **error);
GPtrArray *torg_store_list_drafts (TorgStore *self, GError **error);
gboolean torg_store_drop_draft (TorgStore *self,
                                const char *collection,
                                const char *id,
                                GError **error);

/* The groups of the forum that one is in, parted by spaces: a setting, so that they are known offline. */
#define TORG_SETTING_GROUPS "groups"
gboolean torg_store_set_groups (TorgStore *self, const char *groups, GError **error);
char *torg_store_get_setting (TorgStore *self, const char *name, GError **error);
gboolean torg_store_set_setting (TorgStore *self,
                                 const char *name,
                                 const char *value,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgStore, torg_store_close)

G_END_DECLS
