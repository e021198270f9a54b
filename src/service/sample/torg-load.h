/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "torg-service.h"

G_BEGIN_DECLS

char *torg_load_group_of (const char *organisation);
gboolean torg_load_missing (TorgService *service,
                            const char *bucket,
                            const char *collection,
                            JsonObject *document,
                            const char *account,
                            const char *organisation,
                            guint *n_written,
                            GError **error);

G_END_DECLS
