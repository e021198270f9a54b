/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import.h"

#include "torg-check.h"
#include "torg-csv.h"
#include "torg-import-columns.h"
#include "torg-import-compare.h"
#include "torg-import-values.h"
#include "torg-json.h"
#include "torg-project.h"

G_DEFINE_QUARK (torg-import-error, torg_import_error)

/* What reading one file needs at hand. */
typedef struct {
  TorgImport *import;
  const TorgPlaces *places;
  GHashTable *seen; /* source id to line */
  TorgImportLookup lookup;
  gpointer data;
} Reader;

static void
note_free (gpointer data)
{
  TorgImportNote *self = data;

  g_free (self->column);
  g_free (self->value);
  g_free (self->detail);
  g_free (self);
}

static void
row_free (gpointer data)
{
  TorgImportRow *self = data;

  g_free (self->source_id);
  g_free (self->title);
  g_free (self->reason);
  g_clear_pointer (&self->document, json_object_unref);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->kept_edits);
  g_free (self);
}

static void
owner_free (gpointer data)
{
  TorgImportOwner *self = data;

  json_object_unref (self->document);
  g_free (self);
}

static TorgImportRow *
row_new (guint line)
{
  TorgImportRow *self = g_new0 (TorgImportRow, 1);

  self->line = line;
  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->kept_edits = g_ptr_array_new_with_free_func (g_free);
  return self;
}

G_GNUC_PRINTF (2, 3)
static void
leave_out (TorgImportRow *row, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  row->action = TORG_IMPORT_LEAVE_OUT;
  row->reason = g_strdup_vprintf (format, args);
  va_end (args);
}

/* The names of the columns; one that stands twice gets a number, so that no cell hides another. */
static GPtrArray *
read_header (const TorgCsvRow *row)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->cells->len; i++) {
    g_autofree char *header = torg_import_clean_line (torg_csv_row_get (row, i));
    const char *name = torg_import_column_name (header);
    gboolean taken = g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);

    g_ptr_array_add (names, taken ? g_strdup_printf ("%s %u", name, i + 1) : g_strdup (name));
  }
  return names;
}

static gboolean
check_header (GPtrArray *names, GError **error)
{
  g_autoptr (GPtrArray) missing = torg_import_columns_missing (names);
  g_autofree char *list = NULL;

  if (missing->len == 0)
    return TRUE;
  list = g_strjoinv ("”, “", (GStrv) missing->pdata);
  g_set_error (error, TORG_IMPORT_ERROR, TORG_IMPORT_ERROR_COLUMNS,
               "The first line is not that of the Norwegian register of AI projects: it lacks the "
               "column%s “%s”.",
               missing->len > 1 ? "s" : "", list);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* The row as it stands in the file, a member for each cell that says something. */
static JsonObject *
source_row_of (const TorgImport *import, const TorgCsvRow *csv)
{
  JsonObject *source_row = json_object_new ();

  for (guint i = 0; i < import->headers->len; i++) {
    const char *cell = torg_csv_row_get (csv, i);

    if (is_blank (cell))
      continue;
    json_object_set_string_member (source_row, g_ptr_array_index (import->headers, i), cell);
    import->filled[i]++;
  }
  return source_row;
}

static char *
clean_cell (JsonObject *source_row, const char *column)
{
  const char *text = torg_json_get_string (source_row, column);

  return text ? torg_import_clean_line (text) : NULL;
}

/* Whether the row can make a record at all; says why not. */
static gboolean
is_usable (Reader *reader, TorgImportRow *row, const TorgCsvRow *csv, JsonObject *source_row)
{
  guint expected = reader->import->headers->len;
  guint line;

  row->title = clean_cell (source_row, "Prosjekttittel");
  row->source_id = clean_cell (source_row, TORG_IMPORT_ID_COLUMN);
  line =
    GPOINTER_TO_UINT (row->source_id ? g_hash_table_lookup (reader->seen, row->source_id) : NULL);
  if (json_object_get_size (source_row) == 0)
    leave_out (row, "the row is empty");
  else if (csv->cells->len > expected)
    leave_out (row,
               "it has %u cells, but there are %u columns: a quote may be missing around a "
               "cell with a comma",
               csv->cells->len, expected);
  else if (row->source_id == NULL)
    leave_out (row, "it has no id in the first column, so it could not be found again");
  else if (line > 0)
    leave_out (row, "its id stands on line %u already", line);
  return row->reason == NULL;
}

static gboolean
plan_row (Reader *reader, TorgImportRow *row, JsonObject *source_row, GError **error)
{
  g_autoptr (JsonObject) theirs = NULL;
  g_autoptr (GError) wrong = NULL;
  TorgStored stored;

  row->document = torg_import_map (source_row, reader->import->names, row->notes);
  if (!torg_check_document (&torg_project_kind, row->document, NULL, &wrong)) {
    leave_out (row, "%s", wrong->message);
    return TRUE;
  }
  if (!reader->lookup (torg_project_kind.collection,
                       json_object_get_string_member (row->document, "id"), &stored, &theirs,
                       reader->data, error))
    return FALSE;
  torg_import_compare (row, stored, theirs, reader->places);
  return TRUE;
}

static gboolean
read_row (Reader *reader, const TorgCsvRow *csv, GError **error)
{
  g_autoptr (JsonObject) source_row = source_row_of (reader->import, csv);
  TorgImportRow *row = row_new (csv->line);

  g_ptr_array_add (reader->import->rows, row);
  if (!is_usable (reader, row, csv, source_row))
    return TRUE;
  g_hash_table_insert (reader->seen, row->source_id, GUINT_TO_POINTER (row->line));
  return plan_row (reader, row, source_row, error);
}

static gboolean
plan_organisation (Reader *reader, const TorgImportOrganisation *organisation, GError **error)
{
  g_autoptr (JsonObject) theirs = NULL;
  TorgImportOwner *owner;
  TorgStored stored;

  if (!reader->lookup ("organisations", organisation->id, &stored, &theirs, reader->data, error))
    return FALSE;
  owner = g_new0 (TorgImportOwner, 1);
  owner->organisation = organisation;
  owner->document = torg_import_organisation_to_document (organisation);
  owner->action = stored == TORG_STORED_ALIVE     ? TORG_IMPORT_SAME
                  : stored == TORG_STORED_DELETED ? TORG_IMPORT_DELETED
                                                  : TORG_IMPORT_CREATE;
  g_ptr_array_add (reader->import->organisations, owner);
  return TRUE;
}

static gboolean
read_table (Reader *reader, GPtrArray *table, GError **error)
{
  TorgImport *import = reader->import;
  GPtrArray *named;

  import->headers = read_header (g_ptr_array_index (table, 0));
  import->filled = g_new0 (guint, import->headers->len);
  if (!check_header (import->headers, error))
    return FALSE;
  for (guint i = 1; i < table->len; i++)
    if (!read_row (reader, g_ptr_array_index (table, i), error))
      return FALSE;
  named = torg_import_organisations_get_all (import->names);
  for (guint i = 0; i < named->len; i++)
    if (!plan_organisation (reader, g_ptr_array_index (named, i), error))
      return FALSE;
  return TRUE;
}

/**
 * torg_import_new:
 * @bytes: the content of the file
 * @length: how many bytes
 * @places: the municipalities
 * @lookup: tells what the forum has
 * @data: for @lookup
 *
 * Reads the register and plans what to write: organisations where there are none yet, projects merged
 * with what people edited since the last import. The same file twice plans nothing the second time.
 * The thread that may look up.
 *
 * Returns: (transfer full): the plan; %NULL with a %TORG_CSV_ERROR, a %TORG_IMPORT_ERROR or the
 *   error of @lookup
 */
TorgImport *
torg_import_new (const char *bytes,
                 gsize length,
                 const TorgPlaces *places,
                 TorgImportLookup lookup,
                 gpointer data,
                 GError **error)
{
  g_autoptr (GPtrArray) table = torg_csv_read (bytes, length, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TorgImport) self = NULL;
  Reader reader = { .places = places, .seen = seen, .lookup = lookup, .data = data };

  if (table == NULL)
    return NULL;
  self = g_new0 (TorgImport, 1);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->organisations = g_ptr_array_new_with_free_func (owner_free);
  self->names = torg_import_organisations_new (places);
  reader.import = self;
  return read_table (&reader, table, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * torg_import_free:
 * @self: (transfer full): a plan
 */
void
torg_import_free (TorgImport *self)
{
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_free (self->filled);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->organisations);
  torg_import_organisations_free (self->names);
  g_free (self);
}

/**
 * torg_import_count:
 * @self: a plan
 * @action: an action
 *
 * Any thread. Returns: how many rows have it
 */
guint
torg_import_count (const TorgImport *self, TorgImportAction action)
{
  guint count = 0;

  for (guint i = 0; i < self->rows->len; i++)
    count += ((TorgImportRow *) g_ptr_array_index (self->rows, i))->action == action;
  return count;
}

/**
 * torg_import_count_organisations:
 * @self: a plan
 * @action: an action
 *
 * Any thread. Returns: how many organisations have it
 */
guint
torg_import_count_organisations (const TorgImport *self, TorgImportAction action)
{
  guint count = 0;

  for (guint i = 0; i < self->organisations->len; i++)
    count += ((TorgImportOwner *) g_ptr_array_index (self->organisations, i))->action == action;
  return count;
}
