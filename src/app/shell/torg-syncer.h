/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-sync.h"

G_BEGIN_DECLS

#define TORG_TYPE_SYNCER (torg_syncer_get_type ())
G_DECLARE_FINAL_TYPE (TorgSyncer, torg_syncer, TORG, SYNCER, GObject)

/*
 * Decides when to talk to the service, and does it on a thread of its own. Main thread. Signal:
 * changed, when it begins, and when it ends with or without an answer.
 */
TorgSyncer *torg_syncer_new (const char *service,
                             const char *account,
                             const char *password,
                             TorgStoreCall call,
                             gpointer call_data);
void torg_syncer_stop (TorgSyncer *self);
void torg_syncer_ask (TorgSyncer *self);

gboolean torg_syncer_is_busy (TorgSyncer *self);
gboolean torg_syncer_has_synced (TorgSyncer *self);
const GError *torg_syncer_get_problem (TorgSyncer *self);

guint torg_syncer_delay (guint failures, gint64 asked_ms, guint32 random);

G_END_DECLS
