/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-store.h"

G_BEGIN_DECLS

/**
 * TorgSyncError:
 * @TORG_SYNC_ERROR_OFFLINE: no answer, or one from somebody else, such as the page of a guest network
 * @TORG_SYNC_ERROR_SIGN_IN: the service does not take the name and password
 * @TORG_SYNC_ERROR_ACCESS: signed in, but not a member of the forum
 * @TORG_SYNC_ERROR_WAIT: the service asks to come back later
 * @TORG_SYNC_ERROR_PROTOCOL: an answer that a Kinto service does not give
 * @TORG_SYNC_ERROR_TLS: the service cannot prove who it is, or would have the password sent in the open
 */
typedef enum {
  TORG_SYNC_ERROR_OFFLINE,
  TORG_SYNC_ERROR_SIGN_IN,
  TORG_SYNC_ERROR_ACCESS,
  TORG_SYNC_ERROR_WAIT,
  TORG_SYNC_ERROR_PROTOCOL,
  TORG_SYNC_ERROR_TLS,
} TorgSyncError;

#define TORG_SYNC_ERROR (torg_sync_error_quark ())
GQuark torg_sync_error_quark (void);

/**
 * TorgStoreFunc:
 * @store: the store, on its own thread
 * @data: what the caller of #TorgStoreCall gave
 * @changes: to be told to whoever shows records
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
typedef gboolean (*TorgStoreFunc) (TorgStore *store,
                                   gpointer data,
                                   TorgChanges *changes,
                                   GError **error);

/**
 * TorgStoreCall:
 * @call_data: what was given to torg_sync_new()
 * @func: what to do
 * @data: for @func
 *
 * Runs @func on the store's thread and waits for it; a test may call it straight.
 *
 * Returns: what @func returned
 */
typedef gboolean (*TorgStoreCall) (gpointer call_data,
                                   TorgStoreFunc func,
                                   gpointer data,
                                   GError **error);

/* A client of one service; belongs to the thread that made it: the network worker. */
typedef struct _TorgSync TorgSync;

TorgSync *torg_sync_new (const char *service,
                         const char *account,
                         const char *password,
                         TorgStoreCall call,
                         gpointer call_data);
void torg_sync_free (TorgSync *self);
gboolean torg_sync_run (TorgSync *self, GCancellable *cancellable, GError **error);
gint64 torg_sync_get_wait (TorgSync *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgSync, torg_sync_free)

G_END_DECLS
