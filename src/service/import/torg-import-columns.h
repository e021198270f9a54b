/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-import.h"

G_BEGIN_DECLS

#define TORG_IMPORT_ID_COLUMN  "id"
#define TORG_IMPORT_SOURCE_ROW "source_row"

const char *torg_import_column_name (const char *header);
const char *torg_import_column_field (const char *name);
GPtrArray *torg_import_columns_missing (GPtrArray *names);

JsonObject *torg_import_map (JsonObject *source_row,
                             TorgImportOrganisations *organisations,
                             GPtrArray *notes);

G_END_DECLS
