/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "torg-service.h"

G_BEGIN_DECLS

/**
 * TorgStored:
 * @TORG_STORED_NONE: no record ever had this id
 * @TORG_STORED_DELETED: one had, and it was deleted
 * @TORG_STORED_ALIVE: one has
 */
typedef enum {
  TORG_STORED_NONE,
  TORG_STORED_DELETED,
  TORG_STORED_ALIVE,
} TorgStored;

gboolean torg_stored_find (TorgService *service,
                           const char *bucket,
                           const char *collection,
                           const char *id,
                           TorgStored *stored,
                           JsonObject **document,
                           GError **error);

G_END_DECLS
