/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-orgnr.h"

#include <string.h>

#define DIGITS 9

/* The register's rule: the weighted sum of all nine digits is a multiple of eleven. */
static gboolean
adds_up (const char *digits)
{
  static const int weights[DIGITS] = { 3, 2, 7, 6, 5, 4, 3, 2, 1 };
  int sum = 0;

  for (guint i = 0; i < DIGITS; i++)
    sum += weights[i] * (digits[i] - '0');
  return sum % 11 == 0;
}

/**
 * torg_orgnr_parse:
 * @text: a Norwegian organisation number as people write it, with or without spaces
 *
 * The last digit is checked by the rule of the Brønnøysund register: weights 3 2 7 6 5 4 3 2,
 * modulus 11; a number whose check digit would be 10 does not exist. Any thread.
 *
 * Returns: (transfer full) (nullable): its nine digits, or %NULL if it cannot be such a number
 */
char *
torg_orgnr_parse (const char *text)
{
  char digits[DIGITS + 1] = "";
  guint count = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (g_unichar_isspace (character) || character == '.')
      continue;
    if (character < '0' || character > '9' || count == DIGITS)
      return NULL;
    digits[count++] = (char) character;
  }
  return count == DIGITS && adds_up (digits) ? g_strdup (digits) : NULL;
}

/**
 * torg_orgnr_format:
 * @number: nine digits
 *
 * Any thread. Returns: (transfer full): as people read it, `974 760 673`, with spaces that do not
 *   break; anything that is not nine digits is given back as it is
 */
char *
torg_orgnr_format (const char *number)
{
  if (strlen (number) != DIGITS || strspn (number, G_CSET_DIGITS) != DIGITS)
    return g_strdup (number);
  return g_strdup_printf ("%.3s\u00a0%.3s\u00a0%.3s", number, number + 3, number + 6);
}
