/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-money.h"

#include <string.h>

#define ORE_A_KRONE 100

static const char no_break_space[] = "\u00a0";

/* Takes away what people write around and inside an amount: spaces of any width, kr, NOK, ",-". */
static char *
bare_amount (const char *text)
{
  static const char *const units[] = { "kr.", "kr", "NOK", "nok", ",-", ".-" };
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)) && g_utf8_get_char (at) != 0x202f)
      g_string_append_unichar (bare, g_utf8_get_char (at));
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    g_string_replace (bare, units[i], "", 1);
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* With several points they part thousands, and so does one before exactly three digits. */
static gboolean
points_part_thousands (const char *number)
{
  const char *point = strrchr (number, '.');

  return point != NULL && (strlen (point + 1) == 3 || strchr (number, '.') != point);
}

/**
 * torg_money_parse:
 * @text: an amount in kroner as people write it: `1 234 567,50`, `1.234.567 kr`, `500000`
 * @ore: (out): the amount in øre
 *
 * Exact: no floating point. Any thread.
 *
 * Returns: whether it is an amount that fits
 */
gboolean
torg_money_parse (const char *text, gint64 *ore)
{
  g_autofree char *number = bare_amount (text);
  g_autoptr (GString) digits = g_string_new (number);
  g_auto (GStrv) parts = NULL;
  gint64 kroner, rest = 0;

  if (points_part_thousands (number))
    g_string_replace (digits, ".", "", 0);
  g_string_replace (digits, ".", ",", 0);
  g_string_replace (digits, "\u2212", "-", 1);
  parts = g_strsplit (digits->str, ",", 3);
  if (g_strv_length (parts) == 0 || g_strv_length (parts) > 2)
    return FALSE;
  if (!g_ascii_string_to_signed (parts[0], 10, G_MININT64 / ORE_A_KRONE + 1,
                                 G_MAXINT64 / ORE_A_KRONE - 1, &kroner, NULL))
    return FALSE;
  if (parts[1] != NULL) {
    if (strlen (parts[1]) > 2 || strspn (parts[1], "0123456789") != strlen (parts[1]))
      return FALSE;
    rest = g_ascii_strtoll (parts[1], NULL, 10) * (strlen (parts[1]) == 1 ? 10 : 1);
  }
  *ore = kroner * ORE_A_KRONE + (*parts[0] == '-' ? -rest : rest);
  return TRUE;
}

/**
 * torg_money_format:
 * @ore: an amount in øre
 *
 * Whole kroner with thousands apart, øre only where there are any: `1 234 567`, `0,50`. The spaces
 * do not break. Norwegian form in every language, as the amounts are Norwegian. Any thread.
 *
 * Returns: (transfer full): the text, without a unit
 */
char *
torg_money_format (gint64 ore)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 amount = ore < 0 ? 0 - (guint64) ore : (guint64) ore;
  gsize first;

  g_string_append_printf (text, "%" G_GUINT64_FORMAT, amount / ORE_A_KRONE);
  first = text->len;
  for (gsize at = 3; at < first; at += 3)
    g_string_insert (text, (gssize) (first - at), no_break_space);
  if (amount % ORE_A_KRONE != 0)
    g_string_append_printf (text, ",%02u", (guint) (amount % ORE_A_KRONE));
  if (ore < 0)
    g_string_prepend (text, "\u2212");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
