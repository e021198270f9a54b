/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"

G_BEGIN_DECLS

/*
 * Lists of the service's own, which no route of the Kinto API shows: they are in the same storage, and
 * so in its transactions and backups. Writing needs a transaction around it.
 */

#define TORG_SHELF_INVITATIONS "/torg/invitations"
#define TORG_SHELF_REQUESTS    "/torg/requests"

gboolean torg_shelf_get (TorgStorage *storage,
                         const char *list,
                         const char *id,
                         JsonObject **data,
                         GError **error);
JsonArray *torg_shelf_get_all (TorgStorage *storage, const char *list, GError **error);
gboolean torg_shelf_put (TorgStorage *storage,
                         const char *list,
                         const char *id,
                         JsonObject *data,
                         GError **error);
gboolean torg_shelf_remove (TorgStorage *storage, const char *list, const char *id, GError **error);

G_END_DECLS
