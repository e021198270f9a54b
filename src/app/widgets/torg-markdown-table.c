/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-markdown-private.h"

#include <cmark-gfm-core-extensions.h>

/* A wider table is shown as it was written. */
#define MAX_COLUMNS 30

#define MAX_CHARS 36

static guint
count_children (cmark_node *node)
{
  guint count = 0;

  for (cmark_node *child = cmark_node_first_child (node); child != NULL;
       child = cmark_node_next (child))
    count++;
  return count;
}

/* To which side cmark's letter for a column goes. */
static float
xalign_of (cmark_node *table, guint column)
{
  const guint8 *letters = cmark_gfm_extensions_get_table_alignments (table);

  if (letters == NULL || column >= cmark_gfm_extensions_get_table_columns (table))
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
  return cmark_gfm_extensions_get_table_columns (table) <= MAX_COLUMNS;
}

/**
 * torg_markdown_table_make:
 * @table: a table
 *
 * Returns: (transfer floating): a grid for its rows
 */
GtkWidget *
torg_markdown_table_make (cmark_node *table)
{
  GtkWidget *grid =
    g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  gtk_widget_add_css_class (grid, "torg-table");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) count_children (table), GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) cmark_gfm_extensions_get_table_columns (table), -1);
  return grid;
}

/**
 * torg_markdown_table_add:
 * @builder: goes on with a long text
 * @grid: a grid that torg_markdown_table_make() made
 * @cell: a cell of its table
 * @column: its column, from 0
 * @row: its row, from 0
 *
 * Adds a cell, or the heading of a column.
 */
void
torg_markdown_table_add (TorgMarkdownBuilder *builder,
                         GtkGrid *grid,
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
    .max_chars = MAX_CHARS,
  };
  GtkWidget *widget = torg_markdown_builder_make_text (builder, torg_markdown_pieces (cell), &look);

  gtk_grid_attach (grid, widget, (int) column, (int) row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) row + 1, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) column + 1, -1);
}
