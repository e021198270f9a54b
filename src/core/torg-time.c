/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-time.h"

#include "torg-date.h"

#include <stdio.h>
#include <string.h>

/*
 * A time in a record is a minute in UTC, `2026-05-04T07:30Z`, or where the field says so a whole
 * day, `2026-05-04`, which is that day wherever one is. Texts of one sort compare as they follow
 * each other.
 */
#define DAY_LENGTH  10
#define TIME_LENGTH 17

static gboolean
read_clock (const char *text, int *hour, int *minute)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) || text[2] != ':' ||
      !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  *hour = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
  *minute = g_ascii_digit_value (text[3]) * 10 + g_ascii_digit_value (text[4]);
  return *hour < 24 && *minute < 60;
}

/* Takes a time apart; a whole day is its first minute. */
static gboolean
read_time (const char *text, GDate **day, int *hour, int *minute)
{
  gsize length = strlen (text);
  g_autofree char *date = g_strndup (text, DAY_LENGTH);

  *hour = *minute = 0;
  if (length != DAY_LENGTH &&
      (length != TIME_LENGTH || text[DAY_LENGTH] != 'T' || text[TIME_LENGTH - 1] != 'Z' ||
       !read_clock (text + DAY_LENGTH + 1, hour, minute)))
    return FALSE;
  *day = torg_date_check (date, FALSE) ? torg_date_first_day (date) : NULL;
  return *day != NULL;
}

/**
 * torg_time_check:
 * @text: a text
 * @partial: whether a whole day will do
 *
 * Any thread. Returns: whether it is a minute in UTC as records have it
 */
gboolean
torg_time_check (const char *text, gboolean partial)
{
  g_autoptr (GDate) day = NULL;
  int hour, minute;

  return read_time (text, &day, &hour, &minute) && (partial || !torg_time_is_day (text));
}

/**
 * torg_time_is_day:
 * @text: a time as records have it
 *
 * Any thread. Returns: whether it is a whole day
 */
gboolean
torg_time_is_day (const char *text)
{
  return strlen (text) == DAY_LENGTH;
}

/**
 * torg_time_zone:
 * @name: (nullable): a name of the IANA database
 *
 * Any thread. Returns: (transfer full): the zone; that of Norway where there is none of the name
 */
GTimeZone *
torg_time_zone (const char *name)
{
  GTimeZone *zone = NULL;

  /* GLib looks for a file of the name. */
  if (name != NULL && g_ascii_isalpha (*name) && strstr (name, "..") == NULL &&
      name[strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/_+-")] == '\0')
    zone = g_time_zone_new_identifier (name);
  if (zone == NULL)
    zone = g_time_zone_new_identifier (TORG_TIME_ZONE);
  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * torg_time_parse:
 * @text: (nullable): a time as records have it
 * @zone: where one reads it
 *
 * Any thread. Returns: (transfer full) (nullable): the moment in the zone; of a whole day its
 *   beginning there; %NULL if it is no time
 */
GDateTime *
torg_time_parse (const char *text, GTimeZone *zone)
{
  g_autoptr (GDate) day = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = NULL;
  int hour, minute;

  if (text == NULL || !read_time (text, &day, &hour, &minute))
    return NULL;
  moment = g_date_time_new (torg_time_is_day (text) ? zone : utc, g_date_get_year (day),
                            (int) g_date_get_month (day), g_date_get_day (day), hour, minute, 0);
  return g_date_time_to_timezone (moment, zone);
}

/**
 * torg_time_format:
 * @moment: a moment, in any zone
 *
 * Any thread. Returns: (transfer full): the minute as records have it
 */
char *
torg_time_format (GDateTime *moment)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (moment);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%MZ");
}

/**
 * torg_time_clock:
 * @written: a time of day as people write it: `9`, `9.30`, `09:30`, `0930`, `kl. 9`
 *
 * Any thread. Returns: (transfer full) (nullable): it as `09:30`; %NULL if it is none
 */
char *
torg_time_clock (const char *written)
{
  g_autofree char *small = g_ascii_strdown (written, -1);
  const char *bare = g_strstrip (small);
  g_autofree char *clock = NULL;
  guint hour = 0, minute = 0;
  gsize digits;
  int used = 0;

  if (g_str_has_prefix (bare, "kl"))
    bare += strspn (bare, "kl. ");
  digits = strspn (bare, G_CSET_DIGITS);
  if (digits == 4 && bare[digits] == '\0' && sscanf (bare, "%2u%2u%n", &hour, &minute, &used) == 2)
    clock = g_strdup_printf ("%02u:%02u", hour, minute);
  else if (digits > 0 && digits <= 2 && bare[digits] == '\0' && sscanf (bare, "%2u", &hour) == 1)
    clock = g_strdup_printf ("%02u:00", hour);
  else if (digits > 0 && digits <= 2 && strchr (":.", bare[digits]) != NULL &&
           strspn (bare + digits + 1, G_CSET_DIGITS) == 2 && bare[digits + 3] == '\0' &&
           sscanf (bare, "%2u%*c%2u", &hour, &minute) == 2)
    clock = g_strdup_printf ("%02u:%02u", hour, minute);
  return clock != NULL && hour < 24 && minute < 60 ? g_steal_pointer (&clock) : NULL;
}

/**
 * torg_time_from_people:
 * @day: a day as people write it
 * @clock: (nullable): a time of that day as people write it; %NULL for the whole day
 * @zone: where that is
 *
 * A time that the clocks skip in spring is the first one after it. Any thread.
 *
 * Returns: (transfer full) (nullable): the time as records have it; %NULL if one of the two is none
 */
char *
torg_time_from_people (const char *day, const char *clock, GTimeZone *zone)
{
  g_autofree char *date = torg_date_from_people (day);
  g_autofree char *sharp = clock ? torg_time_clock (clock) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (date == NULL || !torg_date_check (date, FALSE))
    return NULL;
  if (clock == NULL)
    return g_steal_pointer (&date);
  if (sharp == NULL)
    return NULL;
  text = g_strdup_printf ("%sT%s:00", date, sharp);
  moment = g_date_time_new_from_iso8601 (text, zone);
  return moment ? torg_time_format (moment) : NULL;
}
