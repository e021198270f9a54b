/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-markdown-private.h"

#include "torg-code-block.h"
#include "torg-sideways.h"

#include <cmark-gfm-core-extensions.h>

static const TorgMarkdownLook paragraph = { GTK_ACCESSIBLE_ROLE_PARAGRAPH, "torg-text" };

static const TorgMarkdownLook code_look = {
  .role = GTK_ACCESSIBLE_ROLE_LABEL,
  .style = "monospace",
  .one_line = TRUE,
};

/* Larger titles are those of the record itself and of its parts. */
static const char *const heading_styles[] = { "title-3", "title-4", "heading" };

static GtkWidget *
make_box (GtkOrientation orientation, int spacing, GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", orientation, "spacing", spacing,
                       "accessible-role", role, NULL);
}

static GtkWidget *
make_paragraph (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  return torg_markdown_builder_make_text (builder, torg_markdown_pieces (node), &paragraph);
}

static GtkWidget *
make_heading (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  guint level = (guint) cmark_node_get_heading_level (node);
  const TorgMarkdownLook look = {
    GTK_ACCESSIBLE_ROLE_HEADING,
    heading_styles[MIN (level, G_N_ELEMENTS (heading_styles)) - 1],
  };
  GtkWidget *widget = torg_markdown_builder_make_text (builder, torg_markdown_pieces (node), &look);

  torg_markdown_builder_add_heading (builder, node, widget);
  return widget;
}

static GtkWidget *
make_html (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  g_autofree char *html = g_strchomp (g_strdup (cmark_node_get_literal (node)));

  return torg_markdown_builder_make_text (builder, torg_markdown_pieces_of_plain (html),
                                          &paragraph);
}

static GtkWidget *
make_code (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  const char *code = cmark_node_get_literal (node);
  GtkWidget *block = torg_code_block_new (code);

  torg_markdown_builder_enter_pieces (builder, torg_code_block_get_place (TORG_CODE_BLOCK (block)),
                                      torg_markdown_pieces_of_code (code), &code_look);
  return block;
}

static GtkWidget *
make_separator (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
}

static GtkWidget *
make_quote (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  GtkWidget *box = make_box (GTK_ORIENTATION_VERTICAL, 12, GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE);

  gtk_widget_add_css_class (box, "torg-quote");
  torg_markdown_builder_enter (builder, box, node);
  return box;
}

static GtkWidget *
make_list (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  GtkWidget *box = make_box (GTK_ORIENTATION_VERTICAL, cmark_node_get_list_tight (node) ? 3 : 9,
                             GTK_ACCESSIBLE_ROLE_LIST);

  torg_markdown_builder_enter (builder, box, node);
  return box;
}

/* A number is read aloud, a dot is not: that it is a list is said anyway. */
static GtkWidget *
make_mark (cmark_node *item, guint number)
{
  gboolean ordered = cmark_node_get_list_type (cmark_node_parent (item)) == CMARK_ORDERED_LIST;
  int first = cmark_node_get_list_start (cmark_node_parent (item));
  g_autofree char *text = ordered ? g_strdup_printf ("%d.", first + (int) number) : g_strdup ("•");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                   ordered ? GTK_ACCESSIBLE_ROLE_LABEL : GTK_ACCESSIBLE_ROLE_NONE,
                                   "label", text, "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (label, "torg-text");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_check (cmark_node *item)
{
  g_autofree char *name = torg_markdown_dup_plain (item);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               cmark_gfm_extensions_get_tasklist_item_checked (item));
  gtk_widget_set_sensitive (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return check;
}

static GtkWidget *
make_row (TorgMarkdownBuilder *builder, cmark_node *item, GtkWidget *mark)
{
  GtkWidget *row = make_box (GTK_ORIENTATION_HORIZONTAL, 9, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  GtkWidget *text = make_box (GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GENERIC);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), text);
  torg_markdown_builder_enter (builder, text, item);
  return row;
}

static GtkWidget *
make_item (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  return make_row (builder, node, make_mark (node, number));
}

static GtkWidget *
make_task (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  return make_row (builder, node, make_check (node));
}

static GtkWidget *
make_table (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  GtkWidget *grid;

  if (!torg_markdown_table_fits (node))
    return torg_markdown_builder_make_source (builder, node, node);
  grid = torg_markdown_table_new (node);
  torg_markdown_builder_enter (builder, grid, node);
  return torg_sideways_new (grid);
}

/* What cmark calls each block, and what is made of it. */
static const struct {
  const char *type;
  GtkWidget *(*make) (TorgMarkdownBuilder *builder, cmark_node *node, guint number);
} blocks[] = {
  { "paragraph",      make_paragraph },
  { "heading",        make_heading   },
  { "list",           make_list      },
  { "item",           make_item      },
  { "tasklist",       make_task      },
  { "block_quote",    make_quote     },
  { "code_block",     make_code      },
  { "html_block",     make_html      },
  { "thematic_break", make_separator },
  { "table",          make_table     },
};

/**
 * torg_markdown_make:
 * @builder: goes on with what stands inside the block
 * @node: a block
 * @number: how many stand before it in the same list
 *
 * Returns: (transfer floating) (nullable): its widget, still without what stands inside it
 */
GtkWidget *
torg_markdown_make (TorgMarkdownBuilder *builder, cmark_node *node, guint number)
{
  const char *type = cmark_node_get_type_string (node);

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (g_str_equal (blocks[i].type, type))
      return blocks[i].make (builder, node, number);
  return NULL;
}
