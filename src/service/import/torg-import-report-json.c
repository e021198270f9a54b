/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-columns.h"
#include "torg-import-tally.h"
#include "torg-json.h"

/* No member's value is null. */
static void
set_string (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static JsonArray *
strings (GPtrArray *list)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < list->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (list, i));
  return array;
}

static JsonObject *
value_to_json (const TorgImportTally *tally)
{
  JsonObject *value = json_object_new ();

  set_string (value, "value", tally->note->value);
  json_object_set_int_member (value, "count", tally->count);
  set_string (value, "fate", torg_import_fate_name (tally->note->fate));
  set_string (value, "detail", tally->note->detail);
  return value;
}

static JsonObject *
column_to_json (const TorgImport *import, guint index)
{
  const char *name = g_ptr_array_index (import->headers, index);
  g_autoptr (GArray) tallies = torg_import_tally (import, name);
  JsonObject *column = json_object_new ();
  JsonArray *values = json_array_new ();

  for (guint i = 0; i < tallies->len; i++)
    json_array_add_object_element (values,
                                   value_to_json (&g_array_index (tallies, TorgImportTally, i)));
  set_string (column, "name", name);
  set_string (column, "field", torg_import_column_field (name));
  json_object_set_int_member (column, "filled", import->filled[index]);
  json_object_set_int_member (column, "blank", import->rows->len - import->filled[index]);
  json_object_set_array_member (column, "values", values);
  return column;
}

static JsonObject *
organisation_to_json (const TorgImportOwner *owner)
{
  const TorgImportOrganisation *organisation = owner->organisation;
  JsonObject *object = json_object_new ();

  set_string (object, "id", organisation->id);
  set_string (object, "name", organisation->name);
  set_string (object, "type", torg_import_organisation_get_type (organisation));
  set_string (object, "action", torg_import_action_name (owner->action));
  json_object_set_int_member (object, "uses", organisation->uses);
  json_object_set_array_member (object, "spellings", strings (organisation->spellings));
  return object;
}

static JsonObject *
note_to_json (const TorgImportNote *note)
{
  JsonObject *object = json_object_new ();

  set_string (object, "column", note->column);
  set_string (object, "value", note->value);
  set_string (object, "fate", torg_import_fate_name (note->fate));
  set_string (object, "detail", note->detail);
  return object;
}

static JsonObject *
row_to_json (const TorgImportRow *row)
{
  JsonObject *object = json_object_new ();
  JsonArray *values = json_array_new ();

  for (guint i = 0; i < row->notes->len; i++)
    json_array_add_object_element (values, note_to_json (g_ptr_array_index (row->notes, i)));
  json_object_set_int_member (object, "line", row->line);
  set_string (object, "source_id", row->source_id);
  set_string (object, "id", torg_json_get_string (row->document, "id"));
  set_string (object, "title", row->title);
  set_string (object, "action", torg_import_action_name (row->action));
  set_string (object, "reason", row->reason);
  json_object_set_array_member (object, "values", values);
  json_object_set_array_member (object, "kept_edits", strings (row->kept_edits));
  return object;
}

/**
 * torg_import_report_json:
 * @self: a plan
 *
 * The same as torg_import_report_text(), for programs. Any thread.
 *
 * Returns: (transfer full): an object of `columns`, `organisations` and `rows`
 */
JsonObject *
torg_import_report_json (const TorgImport *self)
{
  JsonObject *report = json_object_new ();
  JsonArray *columns = json_array_new ();
  JsonArray *organisations = json_array_new ();
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < self->headers->len; i++)
    json_array_add_object_element (columns, column_to_json (self, i));
  for (guint i = 0; i < self->organisations->len; i++)
    json_array_add_object_element (
      organisations, organisation_to_json (g_ptr_array_index (self->organisations, i)));
  for (guint i = 0; i < self->rows->len; i++)
    json_array_add_object_element (rows, row_to_json (g_ptr_array_index (self->rows, i)));
  json_object_set_array_member (report, "columns", columns);
  json_object_set_array_member (report, "organisations", organisations);
  json_object_set_array_member (report, "rows", rows);
  return report;
}
