/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-columns.h"
#include "torg-import-tally.h"

static void
append_value (GString *text, const TorgImportTally *tally)
{
  const TorgImportNote *note = tally->note;

  g_string_append_printf (text, "  %5u  ", tally->count);
  if (note->value == NULL)
    g_string_append (text, "texts");
  else if (*note->value == '\0')
    g_string_append (text, "blank");
  else
    g_string_append_printf (text, "“%s”", note->value);
  g_string_append_printf (text, " → %s%s\n", note->fate == TORG_IMPORT_FATE_KEPT ? "kept " : "",
                          note->detail);
}

static void
append_column (GString *text, const TorgImport *import, guint index)
{
  const char *name = g_ptr_array_index (import->headers, index);
  const char *field = torg_import_column_field (name);
  g_autoptr (GArray) tallies = torg_import_tally (import, name);

  g_string_append_printf (text, "%s → %s: %u filled, %u blank\n", name, field ? field : "no field",
                          import->filled[index], import->rows->len - import->filled[index]);
  for (guint i = 0; i < tallies->len; i++)
    append_value (text, &g_array_index (tallies, TorgImportTally, i));
}

/* Told where the name knew better than the file. */
static void
append_other_types (GString *text, const TorgImportOrganisation *organisation)
{
  const char *type = torg_import_organisation_get_type (organisation);
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  for (guint i = 0; i < organisation->types->len; i++) {
    const char *other = g_ptr_array_index (organisation->types, i);

    if (g_str_equal (other, type) ||
        g_ptr_array_find_with_equal_func (told, other, g_str_equal, NULL))
      continue;
    g_string_append_printf (text, "; the file says %s", other);
    g_ptr_array_add (told, (gpointer) other);
  }
}

static void
append_organisation (GString *text, const TorgImportOwner *owner)
{
  const TorgImportOrganisation *organisation = owner->organisation;

  g_string_append_printf (text, "  %5u  %s: %s, %s (%s)", organisation->uses, organisation->name,
                          torg_import_organisation_get_type (organisation),
                          torg_import_action_name (owner->action), organisation->id);
  append_other_types (text, organisation);
  for (guint i = 0; i < organisation->spellings->len; i++) {
    const char *spelling = g_ptr_array_index (organisation->spellings, i);

    if (!g_str_equal (spelling, organisation->name))
      g_string_append_printf (text, "; written “%s”", spelling);
  }
  g_string_append_c (text, '\n');
}

static void
append_mapped (GString *text, const TorgImportRow *row)
{
  const char *before = "    mapped: ";

  for (guint i = 0; i < row->notes->len; i++) {
    const TorgImportNote *note = g_ptr_array_index (row->notes, i);

    if (note->fate != TORG_IMPORT_FATE_MAPPED)
      continue;
    g_string_append_printf (text, "%s%s", before, note->detail);
    before = "; ";
  }
  if (row->notes->len > 0)
    g_string_append_c (text, '\n');
}

static void
append_kept (GString *text, const TorgImportRow *row)
{
  for (guint i = 0; i < row->notes->len; i++) {
    const TorgImportNote *note = g_ptr_array_index (row->notes, i);

    if (note->fate == TORG_IMPORT_FATE_KEPT)
      g_string_append_printf (text, "    kept %s: %s, “%s”\n", note->detail, note->column,
                              note->value ? note->value : "text");
  }
  for (guint i = 0; i < row->kept_edits->len; i++)
    g_string_append_printf (text, "    kept as it was edited in Torg: %s\n",
                            (char *) g_ptr_array_index (row->kept_edits, i));
}

static void
append_row (GString *text, const TorgImportRow *row)
{
  g_string_append_printf (text, "line %u", row->line);
  if (row->source_id != NULL)
    g_string_append_printf (text, ", id %s", row->source_id);
  if (row->title != NULL)
    g_string_append_printf (text, ", “%s”", row->title);
  g_string_append_printf (text, ": %s", torg_import_action_name (row->action));
  if (row->reason != NULL)
    g_string_append_printf (text, ": %s", row->reason);
  g_string_append_c (text, '\n');
  append_mapped (text, row);
  append_kept (text, row);
}

static void
append_counts (GString *text,
               const TorgImport *import,
               const char *what,
               guint (*count) (const TorgImport *import, TorgImportAction action))
{
  const char *between = "";

  g_string_append_printf (text, "%s: ", what);
  for (TorgImportAction action = TORG_IMPORT_CREATE; action <= TORG_IMPORT_LEAVE_OUT; action++) {
    guint n = count (import, action);

    if (n == 0)
      continue;
    g_string_append_printf (text, "%s%u %s", between, n, torg_import_action_name (action));
    between = ", ";
  }
  g_string_append_c (text, '\n');
}

/**
 * torg_import_summary:
 * @self: a plan
 *
 * Any thread. Returns: (transfer full): how many of what, in two lines
 */
char *
torg_import_summary (const TorgImport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_counts (text, self, "rows", torg_import_count);
  append_counts (text, self, "organisations", torg_import_count_organisations);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * torg_import_report_text:
 * @self: a plan
 *
 * What becomes of each column and value, of each organisation, and of each row. Any thread.
 *
 * Returns: (transfer full): the report, for people
 */
char *
torg_import_report_text (const TorgImport *self)
{
  g_autoptr (GString) text =
    g_string_new ("COLUMNS: the field, then each value and what it becomes\n");
  g_autofree char *summary = torg_import_summary (self);

  for (guint i = 0; i < self->headers->len; i++)
    append_column (text, self, i);
  g_string_append (text, "\nORGANISATIONS: how often the file names each, and what it is\n");
  for (guint i = 0; i < self->organisations->len; i++)
    append_organisation (text, g_ptr_array_index (self->organisations, i));
  g_string_append (text, "\nROWS: every record also keeps its whole row, as the file has it\n");
  for (guint i = 0; i < self->rows->len; i++)
    append_row (text, g_ptr_array_index (self->rows, i));
  g_string_append_printf (text, "\nSUMMARY\n%s", summary);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
