/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-decimal.h"

#include <string.h>

#define MAX_WHOLE    12
#define MAX_DECIMALS 6

static const char no_break_space[] = "\u00a0";

/**
 * torg_decimal_parse:
 * @text: a decimal number with a point: `12`, `-0.5`; at most 12 digits before the point and 6
 *   after it
 * @micro: (out): its value in millionths
 *
 * Exact: no floating point. Zeros that say nothing are taken. Any thread.
 *
 * Returns: whether it is such a number
 */
gboolean
torg_decimal_parse (const char *text, gint64 *micro)
{
  const char *whole = *text == '-' ? text + 1 : text;
  gsize n_whole = strspn (whole, G_CSET_DIGITS);
  const char *rest = whole + n_whole;
  const char *decimals = *rest == '.' ? rest + 1 : rest;
  gsize n_decimals = strspn (decimals, G_CSET_DIGITS);
  gint64 value = 0;

  if (n_whole == 0 || n_whole > MAX_WHOLE || n_decimals > MAX_DECIMALS ||
      decimals[n_decimals] != '\0' || (*rest == '.' && n_decimals == 0))
    return FALSE;
  for (gsize i = 0; i < n_whole; i++)
    value = value * 10 + g_ascii_digit_value (whole[i]);
  for (gsize i = 0; i < MAX_DECIMALS; i++)
    value = value * 10 + (i < n_decimals ? g_ascii_digit_value (decimals[i]) : 0);
  *micro = *text == '-' ? -value : value;
  return TRUE;
}

/**
 * torg_decimal_check:
 * @text: a text
 *
 * Any thread. Returns: whether it is a decimal number as records have it: without zeros that say
 *   nothing, so that equal numbers are equal texts
 */
gboolean
torg_decimal_check (const char *text)
{
  gint64 micro = 0;
  g_autofree char *canonical =
    torg_decimal_parse (text, &micro) ? torg_decimal_from_micro (micro) : NULL;

  return g_strcmp0 (canonical, text) == 0;
}

/**
 * torg_decimal_from_micro:
 * @micro: a value in millionths
 *
 * Any thread. Returns: (transfer full): the number as records have it: `12`, `-0.5`
 */
char *
torg_decimal_from_micro (gint64 micro)
{
  guint64 size = micro < 0 ? 0 - (guint64) micro : (guint64) micro;
  g_autoptr (GString) text = g_string_new (micro < 0 ? "-" : "");

  g_string_append_printf (text, "%" G_GUINT64_FORMAT ".%06u", size / (guint64) TORG_DECIMAL_ONE,
                          (guint) (size % (guint64) TORG_DECIMAL_ONE));
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * torg_decimal_canonical:
 * @written: a number as people write it: `1 234,5`, `-0.50`
 *
 * Any thread. Returns: (transfer full) (nullable): the same number as records have it; %NULL if it
 *   is none, or too long
 */
char *
torg_decimal_canonical (const char *written)
{
  g_autoptr (GString) bare = g_string_new (NULL);
  gint64 micro = 0;

  if (!g_utf8_validate (written, -1, NULL))
    return NULL;
  for (const char *at = written; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (bare, g_utf8_get_char (at));
  g_string_replace (bare, ",", ".", 0);
  g_string_replace (bare, "\u2212", "-", 1);
  return torg_decimal_parse (bare->str, &micro) ? torg_decimal_from_micro (micro) : NULL;
}

/**
 * torg_decimal_format:
 * @text: a decimal number as records have it
 *
 * Norwegian form in every language, as that of amounts: `1 234,5`. The spaces do not break. Any
 * thread.
 *
 * Returns: (transfer full): the number for people; @text itself if it is none
 */
char *
torg_decimal_format (const char *text)
{
  g_autoptr (GString) shown = g_string_new (text);
  gsize first = *text == '-' ? 1 : 0;
  gint64 micro = 0;
  gsize whole;

  if (!torg_decimal_parse (text, &micro))
    return g_strdup (text);
  whole = strcspn (text + first, ".");
  g_string_replace (shown, ".", ",", 1);
  for (gsize at = 3; at < whole; at += 3)
    g_string_insert (shown, (gssize) (first + whole - at), no_break_space);
  g_string_replace (shown, "-", "\u2212", 1);
  return g_string_free (g_steal_pointer (&shown), FALSE);
}
