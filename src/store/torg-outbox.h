/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-changes.h"
#include "torg-store.h"

G_BEGIN_DECLS

typedef enum {
  TORG_VERB_CREATE,
  TORG_VERB_CHANGE,
  TORG_VERB_DELETE,
} TorgVerb;

/**
 * TorgOperation:
 * @n: its number in the outbox; the order in which operations are sent
 * @verb: what it does
 * @bucket: where
 * @collection: where
 * @id: which record
 * @base: (nullable): the document that the edit was made on, with its `last_modified`
 * @document: (nullable): the document as it shall be
 * @theirs: (nullable): in a conflict, the document that the service has
 * @steward: (nullable): the organisation whose people may change a new record beside who made it;
 *   known when the operation is sent
 * @reason: (nullable): why it is refused, or which members disagree, parted by spaces
 * @pending: how it stands
 * @frozen: whether it may be at the service already
 * @waits_for: the operation that must be done first, or 0
 *
 * One operation that is not yet at the service.
 */
typedef struct {
  gint64 n;
  TorgVerb verb;
  char *bucket;
  char *collection;
  char *id;
  JsonObject *base;
  JsonObject *document;
  JsonObject *theirs;
  char *steward;
  char *reason;
  TorgPending pending;
  gboolean frozen;
  gint64 waits_for;
} TorgOperation;

void torg_operation_free (TorgOperation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgOperation, torg_operation_free)

GPtrArray *torg_store_freeze_batch (TorgStore *self, guint most, GError **error);
gboolean torg_store_operation_done (TorgStore *self,
                                    const TorgOperation *operation,
                                    JsonObject *served,
                                    TorgChanges *changes,
                                    GError **error);
gboolean torg_store_operation_refused (TorgStore *self,
                                       TorgOperation *operation,
                                       const char *reason,
                                       TorgChanges *changes,
                                       GError **error);
gboolean torg_store_operation_overtaken (TorgStore *self,
                                         TorgOperation *operation,
                                         JsonObject *theirs,
                                         TorgChanges *changes,
                                         GError **error);
gboolean torg_store_operation_gone (TorgStore *self,
                                    TorgOperation *operation,
                                    TorgChanges *changes,
                                    GError **error);

G_END_DECLS
