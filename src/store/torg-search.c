/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-search.h"

/* A word this long also finds its inflected and compound forms: kommune, kommuner, kommunestyre. */
#define PREFIX_FROM 3

static gboolean
is_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static void
append_word (GString *match, const char *from, const char *to)
{
  gboolean last = *to == '\0';

  if (match->len > 0)
    g_string_append_c (match, ' ');
  g_string_append_printf (match, "\"%.*s\"", (int) (to - from), from);
  if (last || g_utf8_strlen (from, to - from) >= PREFIX_FROM)
    g_string_append_c (match, '*');
}

/**
 * torg_search_match:
 * @text: (nullable): words as a person types them
 *
 * Makes an FTS5 expression that all of the words must meet. Each word is quoted, so nothing that
 * is typed is taken for an operator; the last one, and any of some length, is a beginning. Any
 * thread.
 *
 * Returns: (transfer full) (nullable): the expression; %NULL where there is no word
 */
char *
torg_search_match (const char *text)
{
  g_autoptr (GString) match = g_string_new (NULL);
  const char *at = text ? text : "";

  while (*at != '\0') {
    const char *from = at;

    while (is_word (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    if (at > from)
      append_word (match, from, at);
    else
      at = g_utf8_next_char (at);
  }
  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}
