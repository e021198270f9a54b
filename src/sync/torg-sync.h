/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-outbox.h"
#include "torg-pull.h"

G_BEGIN_DECLS

/**
 * TorgSyncError:
 * @TORG_SYNC_ERROR_OFFLINE: no answer, or one from somebody else (a captive portal)
 * @TORG_SYNC_ERROR_SIGN_IN: the service does not know the name or the password
 * @TORG_SYNC_ERROR_ACCESS: signed in, but not a member of the forum
 * @TORG_SYNC_ERROR_WAIT: the service asks to come back later
 * @TORG_SYNC_ERROR_PROTOCOL: an answer that a Kinto service does not give
 * @TORG_SYNC_ERROR_TLS: the service cannot prove who it is
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
 * TorgStoreCall:
 * @func: what to do with the store, on its thread
 * @data: for @func
 *
 * Runs @func on the store's thread and waits for it; a test calls it straight.
 */
typedef gboolean (*TorgStoreFunc) (TorgStore *store,
                                   gpointer data,
                                   TorgChanges *changes,
                                   GError **error);
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
gboolean torg_sync_poll (TorgSync *self, gboolean *news, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgSync, torg_sync_free)

G_END_DECLS
