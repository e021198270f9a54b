/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-markdown-private.h"

#include <cmark-gfm-core-extensions.h>

/* A wider table is shown as it was written. */
#define MAX_COLUMNS 30

/* Rows that say how wide the columns are to be. */
#define MAX_ROWS_ASKED 50

/* Letters that a line of the table has room for, and a column at least. */
#define LINE_CHARS  60
#define LEAST_CHARS 10

struct _TorgMarkdownTable {
  GtkGrid parent_instance;

  int chars[MAX_COLUMNS]; /* letters in a line of each column */
};

G_DEFINE_FINAL_TYPE (TorgMarkdownTable, torg_markdown_table, GTK_TYPE_GRID)

static void
torg_markdown_table_class_init (TorgMarkdownTableClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
torg_markdown_table_init (TorgMarkdownTable *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "torg-table");
}

static int
count_children (cmark_node *node)
{
  int count = 0;

  for (cmark_node *child = cmark_node_first_child (node); child != NULL;
       child = cmark_node_next (child))
    count++;
  return count;
}

static int
count_columns (cmark_node *table)
{
  return cmark_gfm_extensions_get_table_columns (table);
}

/* The letters that each column would fill. */
static void
ask_rows (cmark_node *table, int *wanted)
{
  cmark_node *row = cmark_node_first_child (table);

  for (guint i = 0; row != NULL && i < MAX_ROWS_ASKED; i++, row = cmark_node_next (row)) {
    cmark_node *cell = cmark_node_first_child (row);

    for (guint column = 0; cell != NULL && column < MAX_COLUMNS; column++) {
      g_autofree char *text = torg_markdown_dup_plain (cell);

      wanted[column] = MAX (wanted[column], (int) g_utf8_strlen (text, -1));
      cell = cmark_node_next (cell);
    }
  }
}

/* Columns of little text get what they want, and the others share what is left. */
static void
share_out (TorgMarkdownTable *self, const int *wanted, int columns)
{
  int room = LINE_CHARS;
  int left = columns;

  for (gboolean settled = FALSE; !settled;) {
    int share = left > 0 ? MAX (room / left, LEAST_CHARS) : LEAST_CHARS;

    settled = TRUE;
    for (int i = 0; i < columns; i++)
      if (self->chars[i] == 0 && wanted[i] <= share) {
        self->chars[i] = MAX (wanted[i], 1);
        room -= wanted[i];
        left--;
        settled = FALSE;
      }
  }
  for (int i = 0; i < columns; i++)
    if (self->chars[i] == 0)
      self->chars[i] = MAX (room / left, LEAST_CHARS);
}

/* To which side cmark's letter for a column goes. */
static float
xalign_of (cmark_node *table, guint column)
{
  const guint8 *letters = cmark_gfm_extensions_get_table_alignments (table);

  if (letters == NULL || (int) column >= count_columns (table))
    return 0;
  if (letters[column] == 'c')
    return 0.5f;
  return letters[column] == 'r' ? 1 : 0;
}

/**
 * torg_markdown_table_fits:
 * @table: a table
 *
 * Returns: whether it can be shown as one
 */
gboolean
torg_markdown_table_fits (cmark_node *table)
{
  return count_columns (table) <= MAX_COLUMNS;
}

/**
 * torg_markdown_table_new:
 * @table: a table that torg_markdown_table_fits()
 *
 * Returns: (transfer floating): a grid for its cells
 */
GtkWidget *
torg_markdown_table_new (cmark_node *table)
{
  TorgMarkdownTable *self = g_object_new (TORG_TYPE_MARKDOWN_TABLE, NULL);
  int wanted[MAX_COLUMNS] = { 0 };

  ask_rows (table, wanted);
  share_out (self, wanted, count_columns (table));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  count_children (table), GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  count_columns (table), -1);
  return GTK_WIDGET (self);
}

/**
 * torg_markdown_table_add:
 * @self: a table
 * @builder: goes on with a long text
 * @cell: a cell of it
 * @column: its column, from 0
 * @row: its row, from 0
 *
 * Adds a cell, or the heading of a column.
 */
void
torg_markdown_table_add (TorgMarkdownTable *self,
                         TorgMarkdownBuilder *builder,
                         cmark_node *cell,
                         guint column,
                         guint row)
{
  cmark_node *line = cmark_node_parent (cell);
  gboolean header = cmark_gfm_extensions_get_table_row_is_header (line) != 0;
  const TorgMarkdownLook look = {
    .role = header ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL,
    .style = header ? "heading" : "torg-text",
    .xalign = xalign_of (cmark_node_parent (line), column),
    .column_chars = self->chars[MIN (column, MAX_COLUMNS - 1)],
  };
  GtkWidget *widget = torg_markdown_builder_make_text (builder, torg_markdown_pieces (cell), &look);

  gtk_grid_attach (GTK_GRID (self), widget, (int) column, (int) row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) row + 1, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) column + 1, -1);
}
