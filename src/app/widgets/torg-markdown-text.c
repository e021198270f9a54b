/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-markdown-private.h"

#include "torg-link.h"

#include <string.h>

/*
 * Pango's time grows with the square of the letters in a word and more than evenly with those in a
 * label, so longer words get places to break, and longer paragraphs more than one label.
 */
#define LONGEST_WORD     100
#define LONGEST_LABEL    1200
#define LETTERS_OF_LINK  100
#define LONGEST_MARKUP   (8 * LONGEST_LABEL)
#define LONGEST_LINE     500
#define LONGEST_LINK     2000
#define LONGEST_PLAIN    250
#define ZERO_WIDTH_SPACE "\u200b"

/* Emphasis inside emphasis beyond this is no longer to be seen anyway. */
#define MAX_OPEN 16

/*
 * A label without a least width measures its text as narrow as one letter, which takes ten times as
 * long. It must not be wider than the text itself.
 */
#define LEAST_CHARS  12
#define SURELY_WIDER (6 * LEAST_CHARS)

/* Markup that is being written. All that people wrote gets into it through write_text(). */
typedef struct {
  GPtrArray *pieces;
  GString *markup;
  guint letters; /* in this piece */
  guint word;    /* in the word that is being written */
  guint depth;
  cmark_node *open[MAX_OPEN];
} Writer;

/* The Pango elements of what stands inside a line, by the names that cmark has for it. */
static const struct {
  const char *type;
  const char *element;
} elements[] = {
  { "strong",        "b"  },
  { "emph",          "i"  },
  { "strikethrough", "s"  },
  { "code",          "tt" },
};

static const char *
element_of (cmark_node *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].type, cmark_node_get_type_string (node)))
      return elements[i].element;
  return NULL;
}

static gboolean
is_link (cmark_node *node)
{
  const char *address =
    cmark_node_get_type (node) == CMARK_NODE_LINK ? cmark_node_get_url (node) : NULL;

  return address != NULL && strlen (address) <= LONGEST_LINK &&
         (torg_link_is_safe (address) || torg_link_is_record (address));
}

static void
write_start (Writer *self, cmark_node *node)
{
  const char *element = element_of (node);
  g_autofree char *address = NULL;

  if (element != NULL) {
    g_string_append_printf (self->markup, "<%s>", element);
  } else if (is_link (node)) {
    address = g_markup_escape_text (cmark_node_get_url (node), -1);
    g_string_append_printf (self->markup, "<a href=\"%s\">", address);
    self->letters += LETTERS_OF_LINK; /* what a label needs for one is like a line of text */
  }
}

static void
write_end (Writer *self, cmark_node *node)
{
  const char *element = element_of (node);

  if (element != NULL || is_link (node))
    g_string_append_printf (self->markup, "</%s>", element ? element : "a");
}

/* What is open is closed in this piece and opened again in the next. */
static void
begin_piece (Writer *self)
{
  guint n_open = MIN (self->depth, MAX_OPEN);

  for (guint i = n_open; i > 0; i--)
    write_end (self, self->open[i - 1]);
  g_ptr_array_add (self->pieces, g_string_free (self->markup, FALSE));
  self->markup = g_string_new (NULL);
  self->letters = 0;
  for (guint i = 0; i < n_open; i++)
    write_start (self, self->open[i]);
}

static void
write_letter (Writer *self, const char *at)
{
  if (*at == '&')
    g_string_append (self->markup, "&amp;");
  else if (*at == '<')
    g_string_append (self->markup, "&lt;");
  else if (*at == '>')
    g_string_append (self->markup, "&gt;");
  else if (g_unichar_iscntrl (g_utf8_get_char (at)) && *at != '\n' && *at != '\t')
    g_string_append (self->markup, "\ufffd");
  else
    g_string_append_len (self->markup, at, g_utf8_skip[(guchar) *at]);
}

static void
write_text (Writer *self, const char *text)
{
  for (const char *at = text ? text : ""; *at != '\0'; at = g_utf8_next_char (at)) {
    gboolean space = g_unichar_isspace (g_utf8_get_char (at));

    write_letter (self, at);
    self->letters++;
    self->word = space ? 0 : self->word + 1;
    if (self->word == LONGEST_WORD) {
      g_string_append (self->markup, ZERO_WIDTH_SPACE);
      self->word = 0;
    }
    if (self->letters >= LONGEST_LABEL && self->word == 0)
      begin_piece (self);
  }
}

static void
enter (Writer *self, cmark_node *node)
{
  if (self->depth < MAX_OPEN) {
    self->open[self->depth] = node;
    write_start (self, node);
  }
  self->depth++;
}

static void
leave (Writer *self, cmark_node *node)
{
  self->depth--;
  if (self->depth < MAX_OPEN)
    write_end (self, node);
}

static void
write_inline (Writer *self, cmark_node *node, cmark_event_type event)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (self->markup->len > LONGEST_MARKUP)
    begin_piece (self);
  if (event == CMARK_EVENT_EXIT) {
    leave (self, node);
  } else if (type == CMARK_NODE_SOFTBREAK) {
    write_text (self, " ");
  } else if (type == CMARK_NODE_LINEBREAK) {
    write_text (self, "\n");
  } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE) {
    write_text (self, cmark_node_get_literal (node));
  } else {
    enter (self, node);
    if (type == CMARK_NODE_CODE) {
      write_text (self, cmark_node_get_literal (node));
      leave (self, node);
    }
  }
}

static Writer
begin (void)
{
  return (Writer) { .pieces = g_ptr_array_new_with_free_func (g_free),
                    .markup = g_string_new (NULL) };
}

static GPtrArray *
end (Writer *self)
{
  g_ptr_array_add (self->pieces, g_string_free (self->markup, FALSE));
  return self->pieces;
}

/**
 * torg_markdown_pieces:
 * @block: a paragraph, a heading or a cell
 *
 * Returns: (transfer full) (element-type utf8): its text as markup, at least one piece
 */
GPtrArray *
torg_markdown_pieces (cmark_node *block)
{
  Writer writer = begin ();
  cmark_iter *iter = cmark_iter_new (block);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (cmark_iter_get_node (iter) != block)
      write_inline (&writer, cmark_iter_get_node (iter), event);
  cmark_iter_free (iter);
  return end (&writer);
}

/**
 * torg_markdown_pieces_of_plain:
 * @text: text that is to be seen as it is
 *
 * Returns: (transfer full) (element-type utf8): the same as markup, at least one piece
 */
GPtrArray *
torg_markdown_pieces_of_plain (const char *text)
{
  Writer writer = begin ();

  write_text (&writer, text);
  return end (&writer);
}

/**
 * torg_markdown_pieces_of_code:
 * @code: lines that are to be seen as they are
 *
 * Returns: (transfer full) (element-type utf8): the same as markup, at least one piece, each of
 *   whole lines; a very long line is shown on more than one
 */
GPtrArray *
torg_markdown_pieces_of_code (const char *code)
{
  Writer writer = begin ();
  guint column = 0;

  for (const char *at = code ? code : ""; *at != '\0'; at = g_utf8_next_char (at)) {
    gboolean ends = *at == '\n' || ++column == LONGEST_LINE;

    if (*at != '\n')
      write_letter (&writer, at);
    writer.letters++;
    if (!ends)
      continue;
    column = 0;
    if (writer.letters >= LONGEST_LABEL)
      begin_piece (&writer);
    else if (at[1] != '\0')
      g_string_append_c (writer.markup, '\n');
  }
  return end (&writer);
}

static gboolean
has_longer_line (const char *text, int than)
{
  int letters = 0;

  for (; *text != '\0' && letters <= than; text = g_utf8_next_char (text))
    letters = *text == '\n' ? 0 : letters + 1;
  return letters > than;
}

/* A cell of a table is as wide as its text, or wraps to what its column has. */
static void
set_width (GtkLabel *label, const TorgMarkdownLook *look)
{
  const char *text = gtk_label_get_text (label);
  int chars = look->column_chars;
  int least = chars > 0 ? MIN (chars, LEAST_CHARS) : 0;

  gtk_label_set_wrap (label, !look->one_line && (chars == 0 || has_longer_line (text, least)));
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  if (!gtk_label_get_wrap (label))
    return;
  if (chars > 0) {
    gtk_label_set_width_chars (label, least);
    gtk_label_set_max_width_chars (label, chars);
  } else if (has_longer_line (text, SURELY_WIDER)) {
    gtk_label_set_width_chars (label, LEAST_CHARS);
  }
}

/**
 * torg_markdown_label:
 * @markup: a piece of text
 * @look: how it is shown
 *
 * Returns: (transfer floating): a label whose text can be marked and copied
 */
GtkWidget *
torg_markdown_label (const char *markup, const TorgMarkdownLook *look)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", look->role, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), look->xalign);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  set_width (GTK_LABEL (label), look);
  gtk_widget_add_css_class (label, look->style);
  g_signal_connect (label, "activate-link", G_CALLBACK (torg_link_activate), NULL);
  return label;
}

/**
 * torg_markdown_dup_plain:
 * @block: a block
 *
 * Returns: (transfer full): the beginning of its text, without emphasis or links, as one line
 */
char *
torg_markdown_dup_plain (cmark_node *block)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (block);

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE && plain->len < LONGEST_PLAIN) {
    cmark_node *node = cmark_iter_get_node (iter);
    cmark_node_type type = cmark_node_get_type (node);

    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
      g_string_append_c (plain, ' ');
    else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE)
      g_string_append (plain, cmark_node_get_literal (node));
  }
  cmark_iter_free (iter);
  return g_utf8_substring (plain->str, 0, MIN (LONGEST_PLAIN, g_utf8_strlen (plain->str, -1)));
}
