/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-date.h"

#include <stdio.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR  2200

/* Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; gives how many of the three parts there are, 0 if none. */
static guint
split (const char *text, guint parts[3])
{
  static const gsize lengths[] = { 0, 4, 7, 10 };
  static const char *const pattern = "dddd-dd-dd";
  gsize length = strlen (text);
  guint count = 1;

  for (gsize i = 0; i < length && i < 10; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != '-')
      return 0;
  while (count < G_N_ELEMENTS (lengths) && lengths[count] != length)
    count++;
  if (count == G_N_ELEMENTS (lengths))
    return 0;
  parts[0] = (guint) g_ascii_strtoull (text, NULL, 10);
  parts[1] = count > 1 ? (guint) g_ascii_strtoull (text + 5, NULL, 10) : 1;
  parts[2] = count > 2 ? (guint) g_ascii_strtoull (text + 8, NULL, 10) : 1;
  return count;
}

/**
 * torg_date_first_day:
 * @text: an ISO day, month or year
 *
 * Any thread. Returns: (transfer full) (nullable): the day, or the first day of the month or year;
 *   %NULL if there is no such date between 1900 and 2200
 */
GDate *
torg_date_first_day (const char *text)
{
  guint parts[3];

  if (split (text, parts) == 0 || parts[0] < FIRST_YEAR || parts[0] > LAST_YEAR)
    return NULL;
  if (!g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]))
    return NULL;
  return g_date_new_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]);
}

/**
 * torg_date_check:
 * @text: a text
 * @partial: whether a month or a year will do
 *
 * Any thread. Returns: whether it is an ISO date
 */
gboolean
torg_date_check (const char *text, gboolean partial)
{
  g_autoptr (GDate) day = torg_date_first_day (text);

  return day != NULL && (partial || strlen (text) == 10);
}

/**
 * torg_date_compare:
 * @one: an ISO day, month or year
 * @other: another
 *
 * Compares as far as both are exact: a day in 2024 is not before the year 2024. Any thread.
 *
 * Returns: less than, equal to or greater than 0
 */
int
torg_date_compare (const char *one, const char *other)
{
  return strncmp (one, other, MIN (strlen (one), strlen (other)));
}

/**
 * torg_date_from_people:
 * @text: a date as people in Norway write it: 31.1.2025, 01.2025, 2025, or ISO
 *
 * Any thread. Returns: (transfer full) (nullable): the ISO text, or %NULL if it is no date
 */
char *
torg_date_from_people (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_autofree char *iso = NULL;
  guint day, month, year;
  int used = 0;

  if (torg_date_check (bare, TRUE))
    return g_steal_pointer (&bare);
  /* sscanf would take signs as well. */
  if (bare[strspn (bare, G_CSET_DIGITS ". ")] != '\0')
    return NULL;
  if (sscanf (bare, "%2u.%2u.%4u%n", &day, &month, &year, &used) == 3 && bare[used] == '\0')
    iso = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  else if (sscanf (bare, "%2u.%4u%n", &month, &year, &used) == 2 && bare[used] == '\0')
    iso = g_strdup_printf ("%04u-%02u", year, month);
  return iso != NULL && torg_date_check (iso, TRUE) ? g_steal_pointer (&iso) : NULL;
}

/**
 * torg_date_today:
 *
 * For those who ask the rules, which are told what day it is. Any thread.
 *
 * Returns: (transfer full): today where one is, as `YYYY-MM-DD`
 */
char *
torg_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
