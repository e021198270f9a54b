/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-collate.h"

/* Letters with a place of their own in the Norwegian alphabet, and those that share it. */
static const struct {
  gunichar letter;
  const char *key;
} placed[] = {
  { 0x00e6, "{"  }, /* æ */
  { 0x00e4, "{"  }, /* ä */
  { 0x00f8, "|"  }, /* ø */
  { 0x00f6, "|"  }, /* ö */
  { 0x0153, "|"  }, /* œ */
  { 0x00e5, "}"  }, /* å */
  { 0x00fc, "y"  }, /* ü */
  { 0x00f0, "d"  }, /* ð */
  { 0x0111, "d"  }, /* đ */
  { 0x014b, "n"  }, /* ŋ */
  { 0x0167, "t"  }, /* ŧ */
  { 0x00fe, "th" }, /* þ */
  { 0x00df, "ss" }, /* ß */
};

static const char *
place_of (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (placed); i++)
    if (placed[i].letter == letter)
      return placed[i].key;
  return NULL;
}

static void
append_letter (GString *key, gunichar letter)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { letter };
  const char *place = place_of (letter);

  if (g_unichar_ismark (letter))
    return;
  if (place == NULL) {
    g_unichar_fully_decompose (letter, FALSE, base, G_N_ELEMENTS (base));
    place = place_of (base[0]);
  }
  if (place != NULL)
    g_string_append (key, place);
  else if (g_unichar_isalnum (base[0]))
    g_string_append_unichar (key, base[0]);
  else if (key->len > 0 && key->str[key->len - 1] != ' ')
    g_string_append_c (key, ' ');
}

/**
 * torg_collate_key:
 * @text: UTF-8 text
 *
 * A key that sorts by plain bytes as a Norwegian list does: without regard to case, signs and
 * accents, then æ, ø, å last, with ä and ö among them and aa as å. The same on every computer,
 * whatever its locale, so an index of it never goes stale; ICU is not in the libraries we use.
 * Any thread.
 *
 * Returns: (transfer full): the key
 */
char *
torg_collate_key (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_unichar_tolower (g_utf8_get_char (at));

    if (letter == 'a' && g_unichar_tolower (g_utf8_get_char (g_utf8_next_char (at))) == 'a') {
      letter = 0x00e5;
      at = g_utf8_next_char (at);
    }
    append_letter (key, letter);
  }
  g_string_append_c (key, '\x01');
  g_string_append (key, text);
  return g_string_free (g_steal_pointer (&key), FALSE);
}
