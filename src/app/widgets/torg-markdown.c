/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-markdown.h"

#include "torg-link.h"

#include <cmark-gfm.h>

/* Deeper lists than this are shown at its depth: the text may come from anywhere. */
#define MAX_DEPTH 8

#define LONGEST_WORD     200
#define ZERO_WIDTH_SPACE "\u200b"

static void fill (GtkBox *box, cmark_node *parent, guint depth);

/* The Pango elements of those inlines that have one. */
static const char *
element_of (cmark_node_type type)
{
  if (type == CMARK_NODE_STRONG)
    return "b";
  if (type == CMARK_NODE_EMPH)
    return "i";
  return type == CMARK_NODE_CODE ? "tt" : NULL;
}

static void
append_escaped (GString *markup, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text ? text : "", -1);

  g_string_append (markup, escaped);
}

/* Pango takes seconds to wrap a word of thousands of letters, so such a word gets places to break. */
static void
append_text (GString *markup, const char *text)
{
  const char *start = text ? text : "";
  guint letters = 0;

  for (const char *at = start; *start != '\0'; at = g_utf8_next_char (at)) {
    letters = g_unichar_isspace (g_utf8_get_char (at)) ? 0 : letters + 1;
    if (*at == '\0' || letters == LONGEST_WORD) {
      g_autofree char *part = g_strndup (start, (gsize) (at - start));

      append_escaped (markup, part);
      if (*at == '\0')
        return;
      g_string_append (markup, ZERO_WIDTH_SPACE);
      start = at;
      letters = 0;
    }
  }
}

static void
append_tag (GString *markup, cmark_node *node, gboolean opens)
{
  const char *element = element_of (cmark_node_get_type (node));

  if (element != NULL) {
    g_string_append_printf (markup, opens ? "<%s>" : "</%s>", element);
  } else if (torg_link_is_safe (cmark_node_get_url (node))) {
    if (!opens) {
      g_string_append (markup, "</a>");
      return;
    }
    g_string_append (markup, "<a href=\"");
    append_escaped (markup, cmark_node_get_url (node));
    g_string_append (markup, "\">");
  }
}

static void
append_inline (GString *markup, cmark_node *node, cmark_event_type event)
{
  cmark_node_type type = cmark_node_get_type (node);
  gboolean enters = event == CMARK_EVENT_ENTER;

  if (type == CMARK_NODE_SOFTBREAK)
    g_string_append_c (markup, ' ');
  else if (type == CMARK_NODE_LINEBREAK)
    g_string_append_c (markup, '\n');
  else if (type == CMARK_NODE_LINK || type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH)
    append_tag (markup, node, enters);
  else if (type == CMARK_NODE_CODE) {
    append_tag (markup, node, TRUE);
    append_text (markup, cmark_node_get_literal (node));
    append_tag (markup, node, FALSE);
  } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE) {
    append_text (markup, cmark_node_get_literal (node));
  }
}

/* The markup is this file's own: what people wrote gets into it only through append_escaped(). */
static char *
markup_of (cmark_node *block)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (block);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (cmark_iter_get_node (iter) != block)
      append_inline (markup, cmark_iter_get_node (iter), event);
  cmark_iter_free (iter);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static GtkWidget *
text_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (torg_link_activate), NULL);
  return label;
}

static GtkWidget *
make_paragraph (cmark_node *node, guint depth)
{
  g_autofree char *markup = markup_of (node);
  GtkWidget *label = text_label ();

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, "torg-text");
  return label;
}

static GtkWidget *
make_heading (cmark_node *node, guint depth)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "wrap", TRUE, "xalign", 0.0f, "selectable", TRUE, NULL);
  g_autofree char *markup = markup_of (node);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  MIN (cmark_node_get_heading_level (node) + 2, 6), -1);
  return label;
}

/* Code and HTML as they were written. */
static GtkWidget *
make_literal (cmark_node *node, guint depth)
{
  g_autofree char *literal = g_strchomp (g_strdup (cmark_node_get_literal (node)));
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *label = text_label ();

  append_text (markup, literal);
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "torg-code");
  return label;
}

static GtkWidget *
make_item (cmark_node *item, guint number, guint depth)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *mark = number > 0 ? g_strdup_printf ("%u.", number) : g_strdup ("•");
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "torg-text");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_hexpand (text, TRUE);
  fill (GTK_BOX (text), item, depth + 1);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), text);
  return row;
}

static GtkWidget *
make_list (cmark_node *node, guint depth)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
  guint number = ordered ? (guint) MAX (cmark_node_get_list_start (node), 1) : 0;
  cmark_node *item = cmark_node_first_child (node);

  for (; item != NULL; item = cmark_node_next (item)) {
    gtk_box_append (GTK_BOX (box), make_item (item, number, depth));
    number += ordered ? 1 : 0;
  }
  return box;
}

static GtkWidget *
make_quote (cmark_node *node, guint depth)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "torg-quote");
  fill (GTK_BOX (box), node, depth + 1);
  return box;
}

static GtkWidget *
make_separator (cmark_node *node, guint depth)
{
  return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
}

static const struct {
  cmark_node_type type;
  GtkWidget *(*make) (cmark_node *node, guint depth);
} blocks[] = {
  { CMARK_NODE_PARAGRAPH,      make_paragraph },
  { CMARK_NODE_HEADING,        make_heading   },
  { CMARK_NODE_LIST,           make_list      },
  { CMARK_NODE_BLOCK_QUOTE,    make_quote     },
  { CMARK_NODE_CODE_BLOCK,     make_literal   },
  { CMARK_NODE_HTML_BLOCK,     make_literal   },
  { CMARK_NODE_THEMATIC_BREAK, make_separator },
};

static void
fill (GtkBox *box, cmark_node *parent, guint depth)
{
  cmark_node *node = cmark_node_first_child (parent);

  for (; node != NULL && depth <= MAX_DEPTH; node = cmark_node_next (node))
    for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
      if (blocks[i].type == cmark_node_get_type (node))
        gtk_box_append (box, blocks[i].make (node, depth));
}

/**
 * torg_markdown_fill:
 * @box: an empty vertical box
 * @text: Markdown that anybody may have written
 *
 * Adds a widget for each paragraph, heading, list, quotation and piece of code. HTML is shown as
 * it was written, pictures as the words that stand for them.
 */
void
torg_markdown_fill (GtkBox *box, const char *text)
{
  cmark_node *document =
    cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);

  fill (box, document, 0);
  cmark_node_free (document);
}
