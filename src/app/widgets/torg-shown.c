/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-shown.h"

#include <string.h>

/* Bytes of a word, more than a line has room for; and of a text, as long as the longest that may be saved. */
#define MOST_OF_WORD 200
#define MOST         200000

#define BLANKS " \t\r\n"

/* The end of what is shown of a word, which is whole characters. */
static const char *
cut_word (const char *word, gsize length)
{
  const char *end;

  if (length <= MOST_OF_WORD)
    return word + length;
  end = g_utf8_find_prev_char (word, word + MOST_OF_WORD);
  return end ? end : word;
}

/**
 * torg_shown:
 * @text: (nullable): a text that somebody wrote, perhaps to do harm
 *
 * A word of a megabyte takes a text layout minutes. Of such a one the beginning is shown.
 *
 * Returns: (transfer full): the text, or as much of it as is shown; "" for %NULL
 */
char *
torg_shown (const char *text)
{
  g_autoptr (GString) shown = NULL;

  if (text == NULL || strlen (text) <= MOST_OF_WORD)
    return g_strdup (text ? text : "");
  shown = g_string_new (NULL);
  while (*text != '\0' && shown->len < MOST) {
    gsize length = strcspn (text, BLANKS);
    gsize blanks = strspn (text + length, BLANKS);
    const char *end = cut_word (text, length);

    g_string_append_len (shown, text, end - text);
    if (end < text + length)
      g_string_append (shown, "…");
    g_string_append_len (shown, text + length, (gssize) blanks);
    text += length + blanks;
  }
  if (*text != '\0')
    g_string_append (shown, "…");
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

/**
 * torg_label_show:
 * @label: a label
 * @text: (nullable): a text that somebody wrote
 *
 * Shows it as text, never as markup, as far as it can be laid out.
 */
void
torg_label_show (GtkLabel *label, const char *text)
{
  g_autofree char *shown = torg_shown (text);

  gtk_label_set_text (label, shown);
}

/**
 * torg_label_show_if_any:
 * @label: a label
 * @text: (nullable): a text that somebody wrote
 *
 * As torg_label_show(); the label is not there where there is nothing to show.
 */
void
torg_label_show_if_any (GtkLabel *label, const char *text)
{
  torg_label_show (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}
