/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-markdown-private.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

/* What lies deeper, and what comes after so many widgets, is shown as it was written. */
#define MAX_DEPTH  12
#define MAX_BLOCKS 1000

/* A block whose inside is being made: other blocks, or pieces of a text. */
typedef struct {
  GtkWidget *place;
  cmark_node *next;
  GPtrArray *pieces;
  TorgMarkdownLook look;
  guint count; /* of what is made already */
  guint row;   /* of a table */
} Level;

struct _TorgMarkdownBuilder {
  char *text;
  cmark_node *document;
  GArray *levels; /* the innermost last */
  GListStore *headings;
  guint n_blocks;
};

static const TorgMarkdownLook source_look = { .role = GTK_ACCESSIBLE_ROLE_PARAGRAPH,
                                              .style = "torg-text" };

static const char *const extensions[] = { "table", "tasklist", "strikethrough", "autolink" };

static void
level_clear (gpointer data)
{
  g_clear_pointer (&((Level *) data)->pieces, g_ptr_array_unref);
}

static cmark_node *
parse (const char *text)
{
  cmark_parser *parser = cmark_parser_new (CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
  cmark_node *document;

  cmark_gfm_core_extensions_ensure_registered ();
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension (extensions[i]));
  cmark_parser_feed (parser, text, strlen (text));
  document = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return document;
}

/**
 * torg_markdown_builder_new:
 * @box: an empty box, which must live as long as this
 * @text: Markdown that anybody may have written
 * @headings: gets a #TorgMarkdownHeading for each
 *
 * Returns: (transfer full): what fills the box, by torg_markdown_builder_step()
 */
TorgMarkdownBuilder *
torg_markdown_builder_new (GtkBox *box, const char *text, GListStore *headings)
{
  TorgMarkdownBuilder *self = g_new0 (TorgMarkdownBuilder, 1);

  self->text = g_utf8_make_valid (text, -1);
  self->document = parse (self->text);
  self->headings = g_object_ref (headings);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self->levels, level_clear);
  torg_markdown_builder_enter (self, GTK_WIDGET (box), self->document);
  return self;
}

void
torg_markdown_builder_free (TorgMarkdownBuilder *self)
{
  g_array_unref (self->levels);
  cmark_node_free (self->document);
  g_object_unref (self->headings);
  g_free (self->text);
  g_free (self);
}

/**
 * torg_markdown_builder_enter:
 * @self: a builder
 * @place: a box or a table that is shown
 * @node: a block
 *
 * What stands inside the block is made next, in that place.
 */
void
torg_markdown_builder_enter (TorgMarkdownBuilder *self, GtkWidget *place, cmark_node *node)
{
  const Level level = { .place = place, .next = cmark_node_first_child (node) };

  g_array_append_val (self->levels, level);
}

/**
 * torg_markdown_builder_enter_pieces:
 * @self: a builder
 * @place: a box that is shown
 * @pieces: (transfer full) (element-type utf8): markup
 * @look: how it is shown
 *
 * A label for each piece is made next, in that place.
 */
void
torg_markdown_builder_enter_pieces (TorgMarkdownBuilder *self,
                                    GtkWidget *place,
                                    GPtrArray *pieces,
                                    const TorgMarkdownLook *look)
{
  const Level level = { .place = place, .pieces = pieces, .look = *look };

  g_array_append_val (self->levels, level);
}

/**
 * torg_markdown_builder_make_text:
 * @self: a builder
 * @pieces: (transfer full) (element-type utf8): markup
 * @look: how it is shown
 *
 * Returns: (transfer floating): a label; or for a long text a box, which gets its labels next
 */
GtkWidget *
torg_markdown_builder_make_text (TorgMarkdownBuilder *self,
                                 GPtrArray *pieces,
                                 const TorgMarkdownLook *look)
{
  GtkWidget *widget;

  if (pieces->len > 1) {
    widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    torg_markdown_builder_enter_pieces (self, widget, pieces, look);
    return widget;
  }
  widget = torg_markdown_label (pieces->pdata[0], look);
  g_ptr_array_unref (pieces);
  return widget;
}

static const char *
start_of_line (const char *text, int line)
{
  for (int i = 1; text != NULL && i < line; i++) {
    text = strchr (text, '\n');
    text = text ? text + 1 : NULL;
  }
  return text;
}

/* The nearest line that is known: cmark does not know it of every node. */
static int
first_line_of (cmark_node *node)
{
  while (node != NULL && cmark_node_get_start_line (node) == 0)
    node = cmark_node_parent (node);
  return node ? cmark_node_get_start_line (node) : 1;
}

/**
 * torg_markdown_builder_make_source:
 * @self: a builder
 * @from: a block
 * @to: (nullable): the last block; %NULL for the end of the text
 *
 * Returns: (transfer floating): the lines they were written on, as they were written
 */
GtkWidget *
torg_markdown_builder_make_source (TorgMarkdownBuilder *self, cmark_node *from, cmark_node *to)
{
  const char *start = start_of_line (self->text, first_line_of (from));
  const char *end = to ? start_of_line (self->text, cmark_node_get_end_line (to) + 1) : NULL;
  g_autofree char *source = NULL;

  if (start != NULL)
    source = end > start ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
  return torg_markdown_builder_make_text (
    self, torg_markdown_pieces_of_plain (source ? g_strchomp (source) : ""), &source_look);
}

/**
 * torg_markdown_builder_add_heading:
 * @self: a builder
 * @node: a heading
 * @widget: what shows it
 *
 * Makes it known to those who list headings and to those who hear the text.
 */
void
torg_markdown_builder_add_heading (TorgMarkdownBuilder *self, cmark_node *node, GtkWidget *widget)
{
  g_autoptr (TorgMarkdownHeading) heading = g_object_new (TORG_TYPE_MARKDOWN_HEADING, NULL);

  heading->title = torg_markdown_dup_plain (node);
  heading->level = (guint) cmark_node_get_heading_level (node);
  heading->widget = g_object_ref_sink (widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) MIN (heading->level + 1, 6), -1);
  g_list_store_append (self->headings, heading);
}

/* Measured now, since the frame that shows it then finds that done. */
static void
append (GtkWidget *place, GtkWidget *widget)
{
  int width = gtk_widget_get_width (place);

  gtk_box_append (GTK_BOX (place), widget);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  if (width > 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
}

/* A row of a table is another level of the same widget. */
static void
make_in_table (TorgMarkdownBuilder *self, const Level *level)
{
  Level row = { .place = level->place, .row = level->count };

  if (g_str_equal (cmark_node_get_type_string (level->next), "table_cell")) {
    torg_markdown_table_add (TORG_MARKDOWN_TABLE (level->place), self, level->next, level->count,
                             level->row);
    return;
  }
  row.next = cmark_node_first_child (level->next);
  g_array_append_val (self->levels, row);
}

/* @level is a copy: its own may move while it is worked on. */
static void
make_inside (TorgMarkdownBuilder *self, Level level, guint depth)
{
  GtkWidget *widget = NULL;

  if (level.pieces != NULL)
    widget = torg_markdown_label (level.pieces->pdata[level.count], &level.look);
  else if (TORG_IS_MARKDOWN_TABLE (level.place))
    make_in_table (self, &level);
  else if (depth > MAX_DEPTH)
    widget = torg_markdown_builder_make_source (self, level.next, level.next);
  else
    widget = torg_markdown_make (self, level.next, level.count);
  if (widget != NULL)
    append (level.place, widget);
}

static gboolean
is_done (const Level *level)
{
  return level->pieces ? level->count == level->pieces->len : level->next == NULL;
}

/* All that has not been made yet is shown at the end, as it was written. */
static void
give_up (TorgMarkdownBuilder *self, cmark_node *from)
{
  GtkWidget *place = g_array_index (self->levels, Level, 0).place;

  g_array_set_size (self->levels, 0);
  append (place, torg_markdown_builder_make_source (self, from, NULL));
}

/**
 * torg_markdown_builder_step:
 * @self: a builder
 *
 * Makes the next widget, which takes no more than a few milliseconds.
 *
 * Returns: whether there is more to do
 */
gboolean
torg_markdown_builder_step (TorgMarkdownBuilder *self)
{
  guint depth = self->levels->len;
  Level *level = depth > 0 ? &g_array_index (self->levels, Level, depth - 1) : NULL;
  Level now;

  if (level == NULL)
    return FALSE;
  now = *level;
  if (is_done (level)) {
    g_array_set_size (self->levels, depth - 1);
  } else if (level->pieces == NULL && self->n_blocks == MAX_BLOCKS) {
    give_up (self, level->next);
  } else {
    self->n_blocks++;
    level->count++;
    level->next = level->next ? cmark_node_next (level->next) : NULL;
    make_inside (self, now, depth);
  }
  return self->levels->len > 0;
}
