/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-columns.h"

#include "torg-date.h"
#include "torg-fold.h"
#include "torg-import-cell.h"
#include "torg-json.h"

#define OWNER_TYPE_COLUMN "Eiertype"
#define STATUS_COLUMN     "Status"
#define END_COLUMN        "Prosjektslutt"

/*
 * The columns of the register: what each is called, the field that takes it, and how. The order is
 * that of the file.
 */
/* clang-format off */
static const TorgImportColumn columns[] = {
  { TORG_IMPORT_ID_COLUMN, "source_id", torg_import_cell_to_id },
  { "Prosjekteier", "owner", torg_import_cell_to_owner },
  { "Prosjekttittel", "title", torg_import_cell_to_title },
  { "Departement", "ministry", torg_import_cell_to_line },
  { OWNER_TYPE_COLUMN, "the owner's type", torg_import_cell_to_owner_type, torg_import_owner_types },
  { "Sektor (intern | ikke publisering)", "areas", torg_import_cell_to_codes, torg_import_sectors },
  { "Beskrivelse av prosjekt", "description", torg_import_cell_to_prose },
  { "Formål med prosjekt", "purpose", torg_import_cell_to_prose },
  { "Prosjektstart", "start", torg_import_cell_to_date },
  { END_COLUMN, "end", torg_import_cell_to_date },
  { "Tilknyttede organisasjoner", "partners", torg_import_cell_to_partners },
  { "Bruk av innleide konsulenter", "consultants", torg_import_cell_to_codes, torg_import_consultants },
  { "Lenke til prosjekt", "links", torg_import_cell_to_links },
  { STATUS_COLUMN, "status", torg_import_cell_to_codes, torg_import_statuses },
  { "Type data", "data_types", torg_import_cell_to_line },
  { "Datakilde", "data_sources", torg_import_cell_to_line },
  { "Modellutvikling", "tags", torg_import_cell_to_codes, torg_import_model_development },
  { "Klassifisering", "techniques", torg_import_cell_to_codes, torg_import_classifications },
};
/* clang-format on */

static const TorgImportColumn *
find_column (const char *name)
{
  g_autofree char *folded = torg_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *known = torg_fold (columns[i].name);

    if (g_str_equal (known, folded))
      return &columns[i];
  }
  return NULL;
}

/**
 * torg_import_column_name:
 * @header: a header of the file, cleaned
 *
 * Any thread. Returns: (transfer none): the name that the column has here; @header itself where it is
 *   none of the register's
 */
const char *
torg_import_column_name (const char *header)
{
  const TorgImportColumn *column = find_column (*header != '\0' ? header : TORG_IMPORT_ID_COLUMN);

  return column ? column->name : header;
}

/**
 * torg_import_column_field:
 * @name: a column's name
 *
 * Any thread. Returns: (nullable): the field that takes it, for people
 */
const char *
torg_import_column_field (const char *name)
{
  const TorgImportColumn *column = find_column (name);

  return column ? column->field : NULL;
}

/**
 * torg_import_columns_missing:
 * @names: (element-type utf8): the names of a file's columns
 *
 * All of the register's columns must be there: one that is left out would look as if every project
 * had lost what it said. Any thread.
 *
 * Returns: (transfer full) (element-type utf8): the names of those that are not, ended by %NULL
 */
GPtrArray *
torg_import_columns_missing (GPtrArray *names)
{
  GPtrArray *missing = g_ptr_array_new_null_terminated (0, NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!g_ptr_array_find_with_equal_func (names, columns[i].name, g_str_equal, NULL))
      g_ptr_array_add (missing, (gpointer) columns[i].name);
  return missing;
}

static const char *
owner_type_of (JsonObject *source_row)
{
  const char *text = torg_json_get_string (source_row, OWNER_TYPE_COLUMN);
  const TorgImportValue *value =
    text ? torg_import_value_find (torg_import_owner_types, text) : NULL;

  return value ? value->code : NULL;
}

static void
map_cells (TorgImportCell *cell, JsonObject *source_row)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, source_row);
  while (json_object_iter_next_ordered (&iter, &name, &value)) {
    cell->column = find_column (name);
    cell->name = name;
    cell->text = json_node_get_string (value);
    if (cell->column != NULL)
      cell->column->map (cell);
    else
      torg_import_cell_note (cell, NULL, TORG_IMPORT_FATE_KEPT, "in the source row only");
  }
}

/* A project must have a status; that the register has none is one too. */
static void
default_status (TorgImportCell *cell, JsonObject *source_row)
{
  if (json_object_has_member (cell->document, "status"))
    return;
  json_object_set_string_member (cell->document, "status", "unknown");
  cell->name = STATUS_COLUMN;
  if (!json_object_has_member (source_row, STATUS_COLUMN))
    torg_import_cell_note (cell, "", TORG_IMPORT_FATE_MAPPED, "status: unknown");
}

static void
drop_end_before_start (TorgImportCell *cell)
{
  const char *start = torg_json_get_string (cell->document, "start");
  const char *end = torg_json_get_string (cell->document, "end");
  g_autofree char *text = g_strdup (end);

  if (start == NULL || end == NULL || torg_date_compare (end, start) >= 0)
    return;
  json_object_remove_member (cell->document, "end");
  cell->column = find_column (END_COLUMN);
  cell->name = END_COLUMN;
  torg_import_cell_keep (cell, text, "before the start");
}

/* What no field took is text at the end of the description, where people and the search see it. */
static void
append_kept (TorgImportCell *cell)
{
  const char *description = torg_json_get_string (cell->document, "description");
  g_autofree char *whole = NULL;

  if (cell->kept->len == 0)
    return;
  whole =
    g_strconcat (description ? description : "", description ? "\n\n" : "", cell->kept->str, NULL);
  json_object_set_string_member (cell->document, "description", whole);
}

/**
 * torg_import_map:
 * @source_row: the row: a member for each cell that is not blank, named by torg_import_column_name()
 * @organisations: where owners and partners are counted
 * @notes: (nullable) (element-type TorgImportNote): where to say what became of each value
 *
 * The document that a row makes. It depends on the row alone, so the row of an earlier import gives
 * what that import wrote. The row itself is in it, as a member that no field names. Any thread.
 *
 * Returns: (transfer full): the document, not yet checked
 */
JsonObject *
torg_import_map (JsonObject *source_row, TorgImportOrganisations *organisations, GPtrArray *notes)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  TorgImportCell cell = { .document = json_object_new (),
                          .organisations = organisations,
                          .owner_type = owner_type_of (source_row),
                          .kept = kept,
                          .notes = notes };

  map_cells (&cell, source_row);
  default_status (&cell, source_row);
  drop_end_before_start (&cell);
  append_kept (&cell);
  json_object_set_string_member (cell.document, "language", "nb");
  json_object_set_string_member (cell.document, "source", TORG_IMPORT_SOURCE);
  json_object_set_object_member (cell.document, TORG_IMPORT_SOURCE_ROW,
                                 json_object_ref (source_row));
  return cell.document;
}
