/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"

G_BEGIN_DECLS

/* The whole service in a thread of its own: what tests talk to. */
typedef struct _TorgServer TorgServer;

/* Called in the server's thread, inside a transaction, before it listens. */
typedef gboolean (*TorgServerSetup) (TorgService *service, gpointer data, GError **error);

TorgServer *torg_server_start (const char *data_dir,
                               guint port,
                               TorgServerSetup setup,
                               gpointer data,
                               GError **error);
void torg_server_stop (TorgServer *self);
const char *torg_server_get_url (TorgServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgServer, torg_server_stop)

G_END_DECLS
