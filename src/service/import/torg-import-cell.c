/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-cell.h"

#include "torg-check.h"
#include "torg-date.h"
#include "torg-project.h"
#include "torg-reference.h"
#include "torg-uuid.h"

#define SOURCE_ROW_ONLY "in the source row only"

/**
 * torg_import_cell_note:
 * @cell: a cell
 * @value: (nullable): the value in it that is meant; %NULL for running text
 * @fate: what became of it
 * @detail: as what, where or why
 */
void
torg_import_cell_note (TorgImportCell *cell,
                       const char *value,
                       TorgImportFate fate,
                       const char *detail)
{
  TorgImportNote *note;

  if (cell->notes == NULL)
    return;
  note = g_new0 (TorgImportNote, 1);
  note->column = g_strdup (cell->name);
  note->value = g_strdup (value);
  note->fate = fate;
  note->detail = g_strdup (detail);
  g_ptr_array_add (cell->notes, note);
}

static void
note_field (TorgImportCell *cell, const char *value, const char *field, const char *code)
{
  g_autofree char *detail = g_strconcat (field, ": ", code, NULL);

  torg_import_cell_note (cell, value, TORG_IMPORT_FATE_MAPPED, detail);
}

/**
 * torg_import_cell_keep:
 * @cell: a cell
 * @value: a value in it that no field takes
 * @why: why not
 *
 * Puts it at the end of the description, under the name of its column.
 */
void
torg_import_cell_keep (TorgImportCell *cell, const char *value, const char *why)
{
  g_autofree char *detail = g_strdup_printf ("at the end of the description: %s", why);

  g_string_append_printf (cell->kept, "%s**%s:** %s", cell->kept->len > 0 ? "\n\n" : "", cell->name,
                          value);
  torg_import_cell_note (cell, value, TORG_IMPORT_FATE_KEPT, detail);
}

static const TorgField *
project_field (const char *name)
{
  return torg_kind_find (&torg_project_kind, name);
}

static gint64
max_length (const char *name)
{
  return torg_field_max_length (project_field (name));
}

static void
put_text (TorgImportCell *cell, const char *text)
{
  gboolean tidied = !g_str_equal (text, cell->text);
  g_autofree char *detail = g_strconcat (cell->column->field, tidied ? ", tidied" : "", NULL);

  if (g_utf8_strlen (text, -1) > max_length (cell->column->field)) {
    torg_import_cell_keep (cell, text, "too long for its field");
    return;
  }
  json_object_set_string_member (cell->document, cell->column->field, text);
  torg_import_cell_note (cell, NULL, TORG_IMPORT_FATE_MAPPED, detail);
}

/* Adds a key to a field that is a set, or sets one that is a choice. */
static void
put_code (TorgImportCell *cell, const char *name, const char *code)
{
  const TorgField *field = project_field (name);
  JsonObject *set;

  if (field->type != TORG_FIELD_SET) {
    json_object_set_string_member (cell->document, name, code);
    return;
  }
  if (!json_object_has_member (cell->document, name))
    json_object_set_object_member (cell->document, name, json_object_new ());
  set = json_object_get_object_member (cell->document, name);
  json_object_set_boolean_member (set, code, TRUE);
}

/**
 * torg_import_cell_to_id:
 * @cell: the register's own number
 */
void
torg_import_cell_to_id (TorgImportCell *cell)
{
  g_autofree char *text = torg_import_clean_line (cell->text);
  g_autofree char *name = g_strconcat (TORG_IMPORT_SOURCE "/", text, NULL);
  g_autofree char *id = torg_uuid_from_name (name);

  json_object_set_string_member (cell->document, "id", id);
  json_object_set_string_member (cell->document, "source_id", text);
  torg_import_cell_note (cell, NULL, TORG_IMPORT_FATE_MAPPED, "source_id");
}

/**
 * torg_import_cell_to_title:
 * @cell: a title; one that is too long is cut, and stands whole in the description
 */
void
torg_import_cell_to_title (TorgImportCell *cell)
{
  g_autofree char *text = torg_import_clean_line (cell->text);
  gint64 max = max_length ("title");
  g_autofree char *start = NULL;
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) <= max) {
    put_text (cell, text);
    return;
  }
  start = g_utf8_substring (text, 0, max - 1);
  cut = g_strconcat (start, "…", NULL);
  json_object_set_string_member (cell->document, "title", cut);
  torg_import_cell_keep (cell, text, "cut in the title");
}

/**
 * torg_import_cell_to_line:
 * @cell: a text of one line
 */
void
torg_import_cell_to_line (TorgImportCell *cell)
{
  g_autofree char *text = torg_import_clean_line (cell->text);

  put_text (cell, text);
}

/**
 * torg_import_cell_to_prose:
 * @cell: a text of many lines
 */
void
torg_import_cell_to_prose (TorgImportCell *cell)
{
  g_autofree char *text = torg_import_clean_prose (cell->text);

  put_text (cell, text);
}

/**
 * torg_import_cell_to_date:
 * @cell: a day, a month or, as nearly always, a year
 */
void
torg_import_cell_to_date (TorgImportCell *cell)
{
  g_autofree char *text = torg_import_clean_line (cell->text);
  g_autofree char *date = torg_date_from_people (text);

  if (date == NULL) {
    torg_import_cell_keep (cell, text, "not a date");
    return;
  }
  json_object_set_string_member (cell->document, cell->column->field, date);
  note_field (cell, text, cell->column->field, date);
}

/* A value that the table lacks is a tag where the column holds many; where it holds one, it is text. */
static void
put_unknown (TorgImportCell *cell, const char *value)
{
  const TorgField *field = project_field (cell->column->field);

  if (field->type != TORG_FIELD_SET || g_utf8_strlen (value, -1) > max_length ("tags")) {
    torg_import_cell_keep (cell, value, "a value that is not in the table");
    return;
  }
  put_code (cell, "tags", value);
  torg_import_cell_note (cell, value, TORG_IMPORT_FATE_KEPT, "as a tag: not in the table");
}

static void
put_value (TorgImportCell *cell, const char *text)
{
  const TorgImportValue *value = torg_import_value_find (cell->column->values, text);

  if (value == NULL) {
    put_unknown (cell, text);
    return;
  }
  if (value->field == NULL) {
    torg_import_cell_note (cell, text, TORG_IMPORT_FATE_KEPT, SOURCE_ROW_ONLY);
    return;
  }
  put_code (cell, value->field, value->code);
  note_field (cell, text, value->field, value->code);
}

/**
 * torg_import_cell_to_codes:
 * @cell: a value of the column's table; many where the field is a set
 */
void
torg_import_cell_to_codes (TorgImportCell *cell)
{
  g_autofree char *text = torg_import_clean_line (cell->text);
  g_auto (GStrv) parts = torg_import_split (cell->text);

  if (project_field (cell->column->field)->type != TORG_FIELD_SET) {
    put_value (cell, text);
    return;
  }
  for (guint i = 0; parts[i] != NULL; i++)
    put_value (cell, parts[i]);
}

/**
 * torg_import_cell_to_owner:
 * @cell: the name of the owner
 */
void
torg_import_cell_to_owner (TorgImportCell *cell)
{
  g_autofree char *text = torg_import_clean_line (cell->text);
  const TorgImportOrganisation *owner =
    torg_import_organisations_add (cell->organisations, text, cell->owner_type);

  json_object_set_string_member (cell->document, "owner", owner->id);
  note_field (cell, text, "owner", owner->name);
}

/**
 * torg_import_cell_to_owner_type:
 * @cell: what the owner is; the organisation takes it
 */
void
torg_import_cell_to_owner_type (TorgImportCell *cell)
{
  g_autofree char *text = torg_import_clean_line (cell->text);
  const TorgImportValue *value = torg_import_value_find (cell->column->values, text);

  if (value != NULL)
    note_field (cell, text, "the owner's type", value->code);
  else
    torg_import_cell_keep (cell, text, "a value that is not in the table");
}

static gboolean
has_partner (JsonArray *partners, const char *id)
{
  for (guint i = 0; i < json_array_get_length (partners); i++) {
    JsonObject *partner = json_array_get_object_element (partners, i);

    if (g_str_equal (json_object_get_string_member (partner, "id"), id))
      return TRUE;
  }
  return FALSE;
}

static void
add_partner (TorgImportCell *cell, JsonArray *partners, const char *name)
{
  const TorgImportOrganisation *organisation =
    torg_import_organisations_add (cell->organisations, name, NULL);
  JsonObject *partner;

  note_field (cell, name, "partner", organisation->name);
  if (has_partner (partners, organisation->id))
    return;
  partner = json_object_new ();
  json_object_set_string_member (partner, "id", organisation->id);
  json_object_set_string_member (partner, "organisation", organisation->id);
  json_object_set_string_member (partner, "role", "partner");
  json_array_add_object_element (partners, partner);
}

/**
 * torg_import_cell_to_partners:
 * @cell: names of organisations, or a sentence about them
 */
void
torg_import_cell_to_partners (TorgImportCell *cell)
{
  g_autoptr (JsonArray) partners = json_array_new ();
  g_auto (GStrv) names = NULL;

  if (torg_import_is_prose (cell->text)) {
    g_autofree char *text = torg_import_clean_line (cell->text);

    torg_import_cell_keep (cell, text, "a sentence, not a list of names");
    return;
  }
  names = torg_import_split (cell->text);
  for (guint i = 0; names[i] != NULL; i++)
    add_partner (cell, partners, names[i]);
  if (json_array_get_length (partners) > 0)
    json_object_set_array_member (cell->document, "partners", g_steal_pointer (&partners));
}

/* An address as it is, or with the scheme that people leave out. */
static char *
complete_link (const char *text)
{
  if (torg_check_link (text))
    return g_strdup (text);
  return g_str_has_prefix (text, "www.") ? g_strconcat ("https://", text, NULL) : NULL;
}

static JsonArray *
links_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 0);
  g_autoptr (JsonArray) links = json_array_new ();
  gint64 max = torg_field_max_length (torg_kind_find (&torg_reference_kind, "url"));

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *url = complete_link (words[i]);
    g_autofree char *id = url ? torg_uuid_from_name (url) : NULL;
    JsonObject *link;

    if (url == NULL || g_utf8_strlen (url, -1) > max)
      return NULL;
    link = json_object_new ();
    json_object_set_string_member (link, "id", id);
    json_object_set_string_member (link, "url", url);
    json_array_add_object_element (links, link);
  }
  return g_steal_pointer (&links);
}

/**
 * torg_import_cell_to_links:
 * @cell: one or more addresses, or words in place of one
 */
void
torg_import_cell_to_links (TorgImportCell *cell)
{
  g_autofree char *text = torg_import_clean_line (cell->text);
  JsonArray *links = NULL;

  if (torg_import_is_nothing (text)) {
    torg_import_cell_note (cell, text, TORG_IMPORT_FATE_KEPT, SOURCE_ROW_ONLY ": says nothing");
    return;
  }
  links = links_of (text);
  if (links == NULL) {
    torg_import_cell_keep (cell, text, "not an address");
    return;
  }
  json_object_set_array_member (cell->document, "links", links);
  if (torg_check_link (text))
    torg_import_cell_note (cell, NULL, TORG_IMPORT_FATE_MAPPED, "links");
  else
    torg_import_cell_note (cell, text, TORG_IMPORT_FATE_MAPPED, "links, completed");
}
