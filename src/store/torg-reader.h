/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

/**
 * TorgPending:
 * @TORG_PENDING_NONE: as the service has it
 * @TORG_PENDING_WAITING: an edit waits for the network
 * @TORG_PENDING_REFUSED: the service said no; the edit is kept
 * @TORG_PENDING_CONFLICT: someone else changed the same; a person must choose
 */
typedef enum {
  TORG_PENDING_NONE,
  TORG_PENDING_WAITING,
  TORG_PENDING_REFUSED,
  TORG_PENDING_CONFLICT,
} TorgPending;

/**
 * TorgRow:
 * @n: the row's number in the cache, stable as long as the file
 * @kind: what it is
 * @bucket: where it stands
 * @document: what is shown
 * @pending: what is not yet at the service
 */
typedef struct {
  gint64 n;
  const TorgKind *kind;
  char *bucket;
  JsonObject *document;
  TorgPending pending;
} TorgRow;

void torg_row_free (TorgRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgRow, torg_row_free)

/* Point reads of the cache beside its writer; belongs to the thread that opened it. */
typedef struct _TorgReader TorgReader;

TorgReader *torg_reader_open (const char *cache_path, GError **error);
void torg_reader_close (TorgReader *self);
TorgRow *torg_reader_get (TorgReader *self, gint64 n, GError **error);
TorgRow *torg_reader_find (TorgReader *self,
                           const char *collection,
                           const char *id,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgReader, torg_reader_close)

G_END_DECLS
