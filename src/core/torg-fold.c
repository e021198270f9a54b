/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fold.h"

/* Letters that Unicode does not take apart, as they are typed where the keyboard has none of them. */
static const struct {
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" }, /* æ */
  { 0x00f8, "o"  }, /* ø */
  { 0x0111, "d"  }, /* đ */
  { 0x014b, "n"  }, /* ŋ */
  { 0x0167, "t"  }, /* ŧ */
  { 0x00f0, "d"  }, /* ð */
  { 0x00fe, "th" }, /* þ */
  { 0x00df, "ss" }, /* ß */
};

static const char *
plain_letter (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == letter)
      return plain_letters[i].plain;
  return NULL;
}

static void
append_letter (GString *folded, gunichar letter)
{
  const char *plain = plain_letter (letter);

  if (g_unichar_ismark (letter))
    return;
  if (plain != NULL)
    g_string_append (folded, plain);
  else if (g_unichar_isalnum (letter))
    g_string_append_unichar (folded, letter);
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

/**
 * torg_fold:
 * @text: UTF-8 text
 *
 * What two spellings of one name have in common: words of small letters without accents, one space
 * between them and no signs, so that «Kåfjord» and «KAFJORD», or «St.Olavs» and «St. Olavs», are
 * equal. For finding, not for sorting (there å is not a). Any thread.
 *
 * Returns: (transfer full): the folded text; empty where @text has neither letters nor digits
 */
char *
torg_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    append_letter (folded, g_unichar_tolower (g_utf8_get_char (at)));
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}
