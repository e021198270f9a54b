/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-marked.h"

#include <string.h>

#define OPEN  0xFDD0
#define CLOSE 0xFDD1

/* Where to begin, so that the first mark is among what is seen: at a word, if one begins there. */
static const char *
find_start (const char *text, guint before)
{
  const char *first = strstr (text, TORG_MARK_OPEN);
  const char *start = first ? first : text;
  const char *space;

  for (guint i = 0; i < before && start > text; i++)
    start = g_utf8_prev_char (start);
  if (start == text || first == NULL)
    return text;
  space = memchr (start, ' ', (gsize) (first - start));
  return space ? space + 1 : start;
}

static void
open_mark (TorgMarked *self, guint at)
{
  const TorgMark mark = { at, at };

  g_array_append_val (self->marks, mark);
}

/* A mark that nothing opened, or that was closed before, came with a text of somebody else. */
static void
close_mark (TorgMarked *self, guint at)
{
  TorgMark *last =
    self->marks->len > 0 ? &g_array_index (self->marks, TorgMark, self->marks->len - 1) : NULL;

  if (last != NULL && last->to == last->from)
    last->to = at;
}

/* Line breaks and other signs that no line has room for become one space. */
static void
append (GString *line, gunichar character)
{
  if (!g_unichar_isspace (character) && !g_unichar_iscntrl (character))
    g_string_append_unichar (line, character);
  else if (line->len > 0 && line->str[line->len - 1] != ' ')
    g_string_append_c (line, ' ');
}

/**
 * torg_marked_new:
 * @text: a text in which %TORG_MARK_OPEN and %TORG_MARK_CLOSE stand around what was found
 * @before: how many characters at most to leave before the first mark
 * @most: how many characters at most to take
 *
 * Makes one line of any text, however long, that begins near what was found. Any thread.
 *
 * Returns: (transfer full): the line and its marks
 */
TorgMarked *
torg_marked_new (const char *text, guint before, guint most)
{
  TorgMarked *self = g_new0 (TorgMarked, 1);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *at = find_start (text, before);

  self->marks = g_array_new (FALSE, FALSE, sizeof (TorgMark));
  if (at > text)
    g_string_append (line, "…");
  for (; *at != '\0' && most > 0; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (character == OPEN) {
      open_mark (self, (guint) line->len);
    } else if (character == CLOSE) {
      close_mark (self, (guint) line->len);
    } else {
      append (line, character);
      most--;
    }
  }
  close_mark (self, (guint) line->len);
  if (*at != '\0')
    g_string_append (line, "…");
  self->text = g_string_free (g_steal_pointer (&line), FALSE);
  return self;
}

/**
 * torg_marked_free:
 * @self: a marked text
 */
void
torg_marked_free (TorgMarked *self)
{
  g_free (self->text);
  g_array_unref (self->marks);
  g_free (self);
}
