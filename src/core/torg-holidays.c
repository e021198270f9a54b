/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-holidays.h"

#include <glib/gi18n-lib.h>

/* The weeks of July in which most of Norway is away (fellesferien), counted as ISO does. */
#define FIRST_LEAVE_WEEK 28
#define LAST_LEAVE_WEEK  30

/* Days without a month stand so many days after Easter Sunday. */
typedef struct {
  int month;
  int day;
  const char *name;
} Holiday;

/* Lov om helligdager og helligdagsfred § 2 and lov om 1 og 17 mai som høgtidsdager. */
static const Holiday holidays[] = {
  { 1,  1,  NC_ ("holiday", "New Year's Day")   },
  { 0,  -3, NC_ ("holiday", "Maundy Thursday")  },
  { 0,  -2, NC_ ("holiday", "Good Friday")      },
  { 0,  0,  NC_ ("holiday", "Easter Sunday")    },
  { 0,  1,  NC_ ("holiday", "Easter Monday")    },
  { 5,  1,  NC_ ("holiday", "Labour Day")       },
  { 5,  17, NC_ ("holiday", "Constitution Day") },
  { 0,  39, NC_ ("holiday", "Ascension Day")    },
  { 0,  49, NC_ ("holiday", "Whit Sunday")      },
  { 0,  50, NC_ ("holiday", "Whit Monday")      },
  { 12, 25, NC_ ("holiday", "Christmas Day")    },
  { 12, 26, NC_ ("holiday", "Boxing Day")       },
};

/* The anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, 8). */
static void
set_easter (GDate *day, int year)
{
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

  g_date_set_dmy (day, (GDateDay) (f % 31 + 1), (GDateMonth) (f / 31), (GDateYear) year);
}

/**
 * torg_holidays_on:
 * @day: a valid day of the Gregorian calendar
 * @names: (out): their names in English, to be translated in %TORG_HOLIDAY_CONTEXT
 *
 * The public holidays of Norway, computed, so for any year. Any thread.
 *
 * Returns: how many of them fall on the day: 0, 1 or 2
 */
guint
torg_holidays_on (const GDate *day, const char *names[TORG_HOLIDAYS_A_DAY])
{
  GDate easter;
  int after;
  guint count = 0;

  set_easter (&easter, g_date_get_year (day));
  after = g_date_days_between (&easter, day);
  for (guint i = 0; i < G_N_ELEMENTS (holidays) && count < TORG_HOLIDAYS_A_DAY; i++) {
    const Holiday *holiday = &holidays[i];
    gboolean on = holiday->month == 0 ? holiday->day == after
                                      : holiday->month == (int) g_date_get_month (day) &&
                                          holiday->day == g_date_get_day (day);

    if (on)
      names[count++] = holiday->name;
  }
  return count;
}

/**
 * torg_holidays_between:
 * @first: a valid day
 * @last: a valid day
 * @found: (out caller-allocates): the first public holiday from @first to @last
 *
 * Whether something that takes these days lands on a holiday. A year has all of them, so no more
 * than one is looked through. Any thread.
 *
 * Returns: %TRUE if there is one
 */
gboolean
torg_holidays_between (const GDate *first, const GDate *last, GDate *found)
{
  const char *names[TORG_HOLIDAYS_A_DAY];

  *found = *first;
  for (int i = 0; i <= 366 && g_date_compare (found, last) <= 0; i++) {
    if (torg_holidays_on (found, names) > 0)
      return TRUE;
    g_date_add_days (found, 1);
  }
  return FALSE;
}

/**
 * torg_holidays_in_common_leave:
 * @day: a valid day
 *
 * Any thread. Returns: whether it is in the common leave in July, weeks 28 to 30
 */
gboolean
torg_holidays_in_common_leave (const GDate *day)
{
  guint week = g_date_get_iso8601_week_of_year (day);

  return week >= FIRST_LEAVE_WEEK && week <= LAST_LEAVE_WEEK;
}
