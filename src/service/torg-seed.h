/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"

G_BEGIN_DECLS

/*
 * What the operator's commands write: the forum itself, accounts, and records that come from files.
 * Everything goes through the ordinary rules, as a request of a caller whom no permission stops.
 */

typedef enum {
  TORG_SEED_CREATED,
  TORG_SEED_CHANGED,
  TORG_SEED_SAME,
} TorgSeedOutcome;

gboolean torg_seed_epoch (TorgStorage *storage, GError **error);
gboolean torg_seed_root (TorgStorage *storage, GError **error);
gboolean torg_seed_forum (TorgService *service, GError **error);
gboolean torg_seed_schemas (TorgService *service, GError **error);
gboolean torg_seed_room (TorgService *service, const char *organisation, GError **error);
gboolean torg_seed_account (TorgService *service,
                            const char *name,
                            const char *password,
                            const char *const *groups,
                            GError **error);
gboolean torg_seed_email (TorgService *service,
                          const char *name,
                          const char *email,
                          GError **error);
gboolean torg_seed_change (TorgService *service,
                           const char *list,
                           const char *id,
                           JsonObject *data,
                           GError **error);
gboolean torg_seed_remove (TorgService *service, const char *list, const char *id, GError **error);
gboolean torg_seed_remove_account (TorgService *service, const char *name, GError **error);
gboolean torg_seed_put (TorgService *service,
                        const char *bucket,
                        const char *collection,
                        JsonObject *data,
                        const char *account,
                        const char *const *writers,
                        TorgSeedOutcome *outcome,
                        GError **error);

G_END_DECLS
