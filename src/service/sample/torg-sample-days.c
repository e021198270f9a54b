/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sample-days.h"

#include <stdio.h>

#include "torg-json.h"
#include "torg-time.h"

/* The member that tells when a record was written. */
#define WRITTEN "written"

/**
 * torg_sample_today:
 *
 * Any thread. Returns: (transfer full): the day that it is in Norway
 */
GDate *
torg_sample_today (void)
{
  g_autoptr (GTimeZone) zone = torg_time_zone (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);

  return g_date_new_dmy ((GDateDay) g_date_time_get_day_of_month (now),
                         (GDateMonth) g_date_time_get_month (now),
                         (GDateYear) g_date_time_get_year (now));
}

static int
find_weekday (const char *name)
{
  static const char *const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return i;
  return -1;
}

/**
 * torg_sample_day:
 * @text: a text of the sample
 * @today: the day it is
 * @zone: where clocks are read
 *
 * Events and measurements of the sample stay around the day that a forum is made. Their days are
 * written as a week and a weekday, so that none lands in a weekend: `@+2w thu` is Thursday in the
 * second week after this, `@-1w mon 09:30` the morning of last week's Monday. Any thread.
 *
 * Returns: (transfer full) (nullable): the day or time as records have it; %NULL if @text is none
 */
char *
torg_sample_day (const char *text, const GDate *today, GTimeZone *zone)
{
  char weekday[4] = "";
  char clock[6] = "";
  g_autofree char *iso = NULL;
  GDate day = *today;
  int weeks = 0;
  int days;

  if (sscanf (text, "@%4dw %3s %5s", &weeks, weekday, clock) < 2)
    return NULL;
  days = find_weekday (weekday);
  if (days < 0)
    return NULL;
  days += 7 * weeks + 1 - (int) g_date_get_weekday (today);
  g_date_set_julian (&day, (guint32) ((int) g_date_get_julian (today) + days));
  iso = g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&day),
                         (guint) g_date_get_month (&day), (guint) g_date_get_day (&day));
  return torg_time_from_people (iso, *clock != '\0' ? clock : NULL, zone);
}

/* When a record was written is told with seconds; the times that a record has, have none. */
static char *
settle (const char *name, const char *text, const GDate *today, GTimeZone *zone)
{
  g_autofree char *day = torg_sample_day (text, today, zone);
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) utc = NULL;

  if (day == NULL || !g_str_equal (name, WRITTEN))
    return g_steal_pointer (&day);
  moment = torg_time_parse (day, zone);
  utc = g_date_time_to_utc (moment);
  return g_date_time_format_iso8601 (utc);
}

static void
settle_member (JsonObject *document, const char *name, const GDate *today, GTimeZone *zone)
{
  const char *text = torg_json_get_string (document, name);
  g_autofree char *day = text != NULL ? settle (name, text, today, zone) : NULL;

  if (day != NULL)
    json_object_set_string_member (document, name, day);
}

/**
 * torg_sample_settle_days:
 * @document: a record as its file has it
 * @today: the day it is
 *
 * Puts the days and times that are meant in the place of those counted from today. Clocks are those of
 * the record's zone. Any thread.
 */
void
torg_sample_settle_days (JsonObject *document, const GDate *today)
{
  g_autoptr (GTimeZone) zone = torg_time_zone (torg_json_get_string (document, "zone"));
  g_autoptr (GList) names = json_object_get_members (document);

  for (GList *name = names; name != NULL; name = name->next)
    settle_member (document, name->data, today, zone);
}
