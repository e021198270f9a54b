/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-sample.h"

#include <string.h>

#include "torg-attainment.h"
#include "torg-choices.h"
#include "torg-holidays.h"
#include "torg-json.h"
#include "torg-sample-days.h"
#include "torg-seats.h"
#include "torg-time.h"

/* The workshop that is full. */
#define FULL "sample-event-time-workshop"

static void
test_days (void)
{
  static const struct {
    const char *today;
    const char *text;
    const char *day;
  } rows[] = {
    { "2026-11-23", "@+0w mon",       "2026-11-23"        },
    { "2026-11-23", "@+0w fri",       "2026-11-27"        },
    { "2026-11-29", "@+0w fri",       "2026-11-27"        }, /* the Sunday belongs to the week before it */
    { "2026-11-23", "@-1w sun",       "2026-11-22"        },
    { "2026-11-23", "@+6w wed 09:00", "2027-01-06T08:00Z" },
    { "2027-03-22", "@+1w tue 09:00", "2027-03-30T07:00Z" }, /* after the clocks have changed */
    { "2028-02-28", "@+0w tue",       "2028-02-29"        },
    { "2026-11-23", "@-120w mon",     "2024-08-05"        },
    { "2026-11-23", "@+1w day",       NULL                },
    { "2026-11-23", "@+1w",           NULL                },
    { "2026-11-23", "@+1w mon 25:00", NULL                },
    { "2026-11-23", "2026-11-23",     NULL                },
    { "2026-11-23", "",               NULL                },
  };
  g_autoptr (GTimeZone) zone = torg_time_zone (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDate) today = g_date_new_julian (torg_attainment_day (rows[i].today));
    g_autofree char *day = torg_sample_day (rows[i].text, today, zone);

    g_assert_cmpstr (day, ==, rows[i].day);
  }
}

static void
test_covers_the_choices (TestSample *sample, gconstpointer data)
{
  test_sample_covers (sample, "events", "kind", &torg_event_kinds);
  test_sample_covers (sample, "events", "status", &torg_event_statuses);
  test_sample_covers (sample, "events", "themes", &torg_themes);
}

static void
check_working_day (const char *id, const char *time)
{
  g_autofree char *iso = g_strndup (time, strlen ("2026-11-23"));
  g_autoptr (GDate) day = g_date_new_julian (torg_attainment_day (iso));
  const char *names[TORG_HOLIDAYS_A_DAY];

  if (g_date_get_weekday (day) > G_DATE_FRIDAY || torg_holidays_on (day, names) > 0)
    g_error ("%s is on a day off: %s", id, iso);
}

/* One registers before it closes, and that is before it begins. What has been recorded is over. */
static void
check_event (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  const char *id = torg_json_get_string (document, "id");
  const char *start = torg_json_get_string (document, "start");
  const char *end = torg_json_get_string (document, "end");
  const char *closes = torg_json_get_string (document, "closes");

  check_working_day (id, start);
  check_working_day (id, end != NULL ? end : start);
  if (closes != NULL)
    g_assert_cmpstr (closes, <, start);
  g_assert_cmpstr (torg_json_get_string (document, "written"), <, TEST_SAMPLE_TODAY);
  if (json_object_has_member (document, "recording"))
    g_assert_cmpstr (end, <, TEST_SAMPLE_TODAY);
}

static void
test_events (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "events", check_event);
}

static void
check_registration (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  const char *written = torg_json_get_string (document, "written");
  JsonObject *event = test_sample_find (sample, "events", torg_json_get_string (document, "event"));
  JsonObject *person =
    test_sample_find (sample, "people", torg_json_get_string (document, "person"));
  const char *closes = torg_json_get_string (event, "closes");
  const char *last = closes != NULL ? closes : torg_json_get_string (event, "start");

  g_assert_cmpstr (written, >, torg_json_get_string (event, "written"));
  g_assert_cmpstr (written, <, last);
  g_assert_cmpstr (written, <, TEST_SAMPLE_TODAY);
  g_assert_cmpstr (torg_json_get_string (document, "organisation"), ==,
                   torg_json_get_string (person, "organisation"));
}

static void
test_registrations (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "registrations", check_registration);
}

static GArray *
seats_at (TestSample *sample, const char *event)
{
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (TorgSeat));
  GHashTableIter iter;
  const char *key;
  JsonObject *document;

  g_hash_table_iter_init (&iter, sample->records);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &document)) {
    const char *written = torg_json_get_string (document, "written");
    g_autoptr (GDateTime) when = written ? g_date_time_new_from_iso8601 (written, NULL) : NULL;
    TorgSeat seat = { .id = torg_json_get_string (document, "id"),
                      .people = torg_json_get_int (document, "people", 1) };

    if (!g_str_has_prefix (key, "registrations/") ||
        !g_str_equal (torg_json_get_string (document, "event"), event))
      continue;
    seat.made = g_date_time_to_unix (when) * 1000;
    g_array_append_val (seats, seat);
  }
  return seats;
}

/* One event shows what a waiting line looks like. */
static void
test_full (TestSample *sample, gconstpointer data)
{
  g_autoptr (GArray) seats = seats_at (sample, FULL);
  JsonObject *event = test_sample_find (sample, "events", FULL);
  TorgSeats filled = torg_seats_give ((TorgSeat *) (void *) seats->data, seats->len,
                                      torg_json_get_int (event, "capacity", 0));

  g_assert_cmpuint (seats->len, ==, 14);
  g_assert_cmpint (filled.taken, ==, 10);
  g_assert_cmpint (filled.free, ==, 0);
  g_assert_cmpuint (filled.line, ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/events/days", test_days);
  test_sample_add ("/sample/events/choices", test_covers_the_choices);
  test_sample_add ("/sample/events/plausible", test_events);
  test_sample_add ("/sample/events/registrations", test_registrations);
  test_sample_add ("/sample/events/full", test_full);
  return g_test_run ();
}
