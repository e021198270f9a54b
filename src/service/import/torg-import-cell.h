/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-import-values.h"
#include "torg-import.h"

G_BEGIN_DECLS

typedef struct _TorgImportCell TorgImportCell;

/**
 * TorgImportColumn:
 * @name: the header
 * @field: the field that takes it, for people
 * @map: how
 * @values: (nullable): what its values become
 */
typedef struct {
  const char *name;
  const char *field;
  void (*map) (TorgImportCell *cell);
  const TorgImportValue *values;
} TorgImportColumn;

/**
 * TorgImportCell:
 * @column: (nullable): its column; %NULL for one that is none of the register's
 * @name: its column's name
 * @text: the cell as it stands in the file; never blank
 * @owner_type: (nullable): the code of the organisation type that the row gives its owner
 * @document: the document being made
 * @organisations: where owners and partners are counted
 * @kept: text for the end of the description
 * @notes: (nullable): where to say what became of it
 *
 * One cell on its way into a document.
 */
struct _TorgImportCell {
  const TorgImportColumn *column;
  const char *name;
  const char *text;
  const char *owner_type;
  JsonObject *document;
  TorgImportOrganisations *organisations;
  GString *kept;
  GPtrArray *notes;
};

void torg_import_cell_note (TorgImportCell *cell,
                            const char *value,
                            TorgImportFate fate,
                            const char *detail);
void torg_import_cell_keep (TorgImportCell *cell, const char *value, const char *why);

void torg_import_cell_to_id (TorgImportCell *cell);
void torg_import_cell_to_title (TorgImportCell *cell);
void torg_import_cell_to_line (TorgImportCell *cell);
void torg_import_cell_to_prose (TorgImportCell *cell);
void torg_import_cell_to_date (TorgImportCell *cell);
void torg_import_cell_to_codes (TorgImportCell *cell);
void torg_import_cell_to_owner (TorgImportCell *cell);
void torg_import_cell_to_owner_type (TorgImportCell *cell);
void torg_import_cell_to_partners (TorgImportCell *cell);
void torg_import_cell_to_links (TorgImportCell *cell);

G_END_DECLS
