/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-import.h"

G_BEGIN_DECLS

gboolean torg_import_lookup (const char *collection,
                             const char *id,
                             TorgStored *stored,
                             JsonObject **document,
                             gpointer data,
                             GError **error);
gboolean torg_import_write (const TorgImport *self, TorgService *service, GError **error);

G_END_DECLS
