/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TorgImportValue:
 * @value: a value of the source, compared by torg_fold()
 * @field: the project's field that takes it; %NULL if none does, and the source row alone keeps it
 * @code: the code, or the tag, that it becomes there
 *
 * A row of a table that ends with a @value of %NULL. A spelling mistake is a row of its own, so that the
 * report shows it.
 */
typedef struct {
  const char *value;
  const char *field;
  const char *code;
} TorgImportValue;

extern const TorgImportValue torg_import_statuses[];
extern const TorgImportValue torg_import_consultants[];
extern const TorgImportValue torg_import_model_development[];
extern const TorgImportValue torg_import_sectors[];
extern const TorgImportValue torg_import_classifications[];
extern const TorgImportValue torg_import_owner_types[];
extern const TorgImportValue torg_import_aliases[];

const TorgImportValue *torg_import_value_find (const TorgImportValue *table, const char *text);
const char *torg_import_type_by_name (const char *name);
gboolean torg_import_is_nothing (const char *text);

char *torg_import_clean_line (const char *text);
char *torg_import_clean_prose (const char *text);
GStrv torg_import_split (const char *text);
gboolean torg_import_is_prose (const char *text);

G_END_DECLS
