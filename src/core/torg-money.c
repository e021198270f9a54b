/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-money.h"

#include <string.h>

#define ORE_A_KRONE 100

static const char no_break_space[] = "\u00a0";

static void
strip_start (GString *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text->str, *words)) {
      g_string_erase (text, 0, (gssize) strlen (*words));
      return;
    }
}

static void
strip_end (GString *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_suffix (text->str, *words)) {
      g_string_truncate (text, text->len - strlen (*words));
      return;
    }
}

/* Takes away what people write around and inside an amount: spaces of any width, kr, NOK, ",-". */
static char *
bare_amount (const char *text)
{
  static const char *const units[] = { "kr.", "kr", "kroner", "nok", NULL };
  static const char *const dashes[] = { ",-", ".-", ",\u2013", NULL };
  g_autofree char *small = g_ascii_strdown (text, -1);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *at = small; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (bare, g_utf8_get_char (at));
  strip_start (bare, units);
  strip_end (bare, units);
  strip_end (bare, dashes);
  g_string_replace (bare, "\u2212", "-", 1);
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* Whether points part thousands, as in 1.234.567: then there are three digits after each. */
static gboolean
points_part_thousands (const char *whole)
{
  g_auto (GStrv) groups = g_strsplit (*whole == '-' ? whole + 1 : whole, ".", 0);
  guint n_groups = g_strv_length (groups);

  for (guint i = 1; i < n_groups; i++)
    if (strlen (groups[i]) != 3)
      return FALSE;
  return n_groups > 1 && strlen (groups[0]) >= 1 && strlen (groups[0]) <= 3;
}

/* Cuts the decimals off: what follows a comma, or a point that parts no thousands. */
static const char *
cut_decimals (char *number)
{
  char *mark = strchr (number, ',');

  if (mark == NULL && !points_part_thousands (number))
    mark = strrchr (number, '.');
  if (mark == NULL)
    return "";
  *mark = '\0';
  return mark + 1;
}

/**
 * torg_money_parse:
 * @text: an amount in kroner as people write it: `1 234 567,50`, `1.234,50`, `1.234.567 kr`,
 *   `500000`; one point is a decimal point unless exactly three digits follow it
 * @ore: (out): the amount in øre
 *
 * Exact: no floating point. Any thread.
 *
 * Returns: whether it is an amount that fits
 */
gboolean
torg_money_parse (const char *text, gint64 *ore)
{
  g_autofree char *number = g_utf8_validate (text, -1, NULL) ? bare_amount (text) : g_strdup ("");
  const char *decimals = cut_decimals (number);
  g_autoptr (GString) whole = g_string_new (number);
  gsize n_decimals = strlen (decimals);
  gint64 kroner, rest;

  if (strchr (number, '.') != NULL && !points_part_thousands (number))
    return FALSE;
  g_string_replace (whole, ".", "", 0);
  if (!g_ascii_string_to_signed (whole->str, 10, G_MININT64 / ORE_A_KRONE + 1,
                                 G_MAXINT64 / ORE_A_KRONE - 1, &kroner, NULL))
    return FALSE;
  if (n_decimals > 2 || strspn (decimals, G_CSET_DIGITS) != n_decimals)
    return FALSE;
  rest = g_ascii_strtoll (decimals, NULL, 10) * (n_decimals == 1 ? 10 : 1);
  *ore = kroner * ORE_A_KRONE + (*number == '-' ? -rest : rest);
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
