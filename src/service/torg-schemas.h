/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/* The schemas that buckets and collections have for what stands in them, made ready once. */

TorgSchemas *torg_schemas_new (void);
void torg_schemas_free (TorgSchemas *self);

gboolean torg_schemas_check_bucket (TorgCall *call, JsonObject *data, TorgAnswer **refusal);
gboolean torg_schemas_check_group (TorgCall *call, JsonObject *data, TorgAnswer **refusal);
gboolean torg_schemas_check_collection (TorgCall *call, JsonObject *data, TorgAnswer **refusal);
gboolean torg_schemas_check_record (TorgCall *call, JsonObject *data, TorgAnswer **refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgSchemas, torg_schemas_free)

G_END_DECLS
