/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-csv.h"

#include "torg-csv-text.h"

#include <csv.h>
#include <string.h>

G_DEFINE_QUARK (torg-csv-error, torg_csv_error)

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct {
  struct csv_parser parser;
  GPtrArray *rows;
  TorgCsvRow *row; /* the one being read; NULL between two rows */
  guint line;
} Reader;

static TorgCsvRow *
row_new (guint line)
{
  TorgCsvRow *row = g_new0 (TorgCsvRow, 1);

  row->line = line;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  return row;
}

static void
row_free (gpointer data)
{
  TorgCsvRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
cell_read (void *text, size_t length, void *data)
{
  Reader *reader = data;

  if (reader->row == NULL) /* after a carriage return without a line feed */
    reader->row = row_new (reader->line);
  g_ptr_array_add (reader->row->cells, g_strndup (text, length));
}

static void
row_read (int terminator, void *data)
{
  Reader *reader = data;

  if (reader->row != NULL)
    g_ptr_array_add (reader->rows, g_steal_pointer (&reader->row));
}

/* The library would strip blanks around cells; what to do with them is the importer's to say. */
static int
no_space (unsigned char byte)
{
  return 0;
}

/* The character between cells is the one that the first line has most of. */
static unsigned char
guess_delimiter (const char *text, gsize length)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint best = 0;
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };

  for (gsize i = 0; i < length && text[i] != '\n'; i++)
    for (guint j = 0; j < G_N_ELEMENTS (candidates); j++)
      counts[j] += text[i] == candidates[j];
  for (guint j = 1; j < G_N_ELEMENTS (candidates); j++)
    if (counts[j] > counts[best])
      best = j;
  return (unsigned char) candidates[best];
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
refuse_quotes (Reader *reader, const char *what, GError **error)
{
  g_set_error (error, TORG_CSV_ERROR, TORG_CSV_ERROR_QUOTES,
               "Line %u: %s, in the row that starts on line %u. Close the quote, or write a quote "
               "inside a cell twice.",
               reader->line, what, reader->row ? reader->row->line : reader->line);
  return FALSE;
}

/* Line by line, so that rows know where they start and empty lines, which the library skips, are seen. */
static gboolean
read_line (Reader *reader, const char *text, gsize length, GError **error)
{
  reader->line++;
  if (reader->row == NULL) {
    reader->row = row_new (reader->line);
    if (is_blank (text, length)) {
      row_read (0, reader);
      return TRUE;
    }
  }
  if (csv_parse (&reader->parser, text, length, cell_read, row_read, reader) != length)
    return refuse_quotes (reader, "there is a quote in the middle of a cell", error);
  return TRUE;
}

static gboolean
read_lines (Reader *reader, const char *text, gsize length, GError **error)
{
  const char *end = text + length;

  while (text < end) {
    const char *newline = memchr (text, '\n', (gsize) (end - text));
    const char *next = newline ? newline + 1 : end;

    if (!read_line (reader, text, (gsize) (next - text), error))
      return FALSE;
    text = next;
  }
  if (csv_fini (&reader->parser, cell_read, row_read, reader) != 0)
    return refuse_quotes (reader, "the file ends inside a quoted cell", error);
  return TRUE;
}

/**
 * torg_csv_read:
 * @bytes: the content of a file
 * @length: how many bytes
 *
 * Reads comma-separated values in UTF-8, with or without a byte order mark; semicolons and tabs do
 * as well. Strict about quotes: a guess there would move text from one cell to another. Any thread.
 *
 * Returns: (transfer full) (element-type TorgCsvRow): the rows, empty ones too; %NULL with a
 *   %TORG_CSV_ERROR that names the line
 */
GPtrArray *
torg_csv_read (const char *bytes, gsize length, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  Reader reader = { .rows = rows };
  gboolean read;

  if (length >= 3 && memcmp (bytes, BYTE_ORDER_MARK, 3) == 0) {
    bytes += 3;
    length -= 3;
  }
  if (!torg_csv_check_text (bytes, length, error))
    return NULL;
  csv_init (&reader.parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_space_func (&reader.parser, no_space);
  csv_set_delim (&reader.parser, guess_delimiter (bytes, length));
  read = read_lines (&reader, bytes, length, error);
  csv_free (&reader.parser);
  g_clear_pointer (&reader.row, row_free);
  return read ? g_steal_pointer (&rows) : NULL;
}

/**
 * torg_csv_row_get:
 * @self: a row
 * @column: from 0
 *
 * Any thread. Returns: (transfer none): the cell; empty where the row is shorter
 */
const char *
torg_csv_row_get (const TorgCsvRow *self, guint column)
{
  return column < self->cells->len ? g_ptr_array_index (self->cells, column) : "";
}
