/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TORG_OPENAPI_JSON "application/json"

JsonObject *torg_openapi_typed (const char *type);
JsonObject *torg_openapi_reference (const char *part, const char *name);
void torg_openapi_add_content (JsonObject *contents, const char *type, JsonObject *schema);
JsonObject *torg_openapi_components (void);

G_END_DECLS
