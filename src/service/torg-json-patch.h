/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean torg_json_patch_apply (JsonObject *data,
                                JsonObject *permissions,
                                JsonArray *operations,
                                JsonObject **new_data,
                                JsonObject **new_permissions,
                                GError **error);

G_END_DECLS
