/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-forum-names.h"
#include "torg-http.h"
#include "torg-sync.h"

G_BEGIN_DECLS

struct _TorgSync {
  TorgHttp *http;
  TorgStoreCall call;
  gpointer call_data;
  gint64 known_until; /* monotonic: until when the service need not be asked what it is */
  guint batch_max;    /* most requests in one batch */
  gboolean patches;   /* whether a batch may hold merge patches: plain Kinto takes them for JSON */
  char *groups;       /* those of the forum that one is in, parted by spaces */
  GStrv buckets;      /* the forum and the rooms that one can read */
};

gboolean torg_sync_store (TorgSync *self, TorgStoreFunc func, gpointer data, GError **error);
JsonArray *torg_sync_batch (TorgSync *self,
                            JsonArray *requests,
                            GCancellable *cancellable,
                            GError **error);
gboolean torg_sync_push (TorgSync *self, GCancellable *cancellable, GError **error);
gboolean torg_sync_pull (TorgSync *self, GCancellable *cancellable, GError **error);

G_END_DECLS
