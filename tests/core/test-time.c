/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-time.h"

static void
test_check (void)
{
  static const struct {
    const char *text;
    gboolean minute, partial;
  } rows[] = {
    { "2026-05-04T07:30Z",    TRUE,  TRUE  },
    { "2024-02-29T00:00Z",    TRUE,  TRUE  },
    { "2026-12-31T23:59Z",    TRUE,  TRUE  },
    { "2026-05-04",           FALSE, TRUE  },
    { "2026-05",              FALSE, FALSE },
    { "2026",                 FALSE, FALSE },
    { "2026-02-29T00:00Z",    FALSE, FALSE },
    { "2026-05-04T24:00Z",    FALSE, FALSE },
    { "2026-05-04T07:60Z",    FALSE, FALSE },
    { "2026-05-04T07:30",     FALSE, FALSE },
    { "2026-05-04T07:30:00Z", FALSE, FALSE },
    { "2026-05-04T07:30+02",  FALSE, FALSE },
    { "2026-05-04 07:30Z",    FALSE, FALSE },
    { "2026-05-04T7:30Z ",    FALSE, FALSE },
    { "2026-05-04T+7:30Z",    FALSE, FALSE },
    { "2026-05-04T07.30Z",    FALSE, FALSE },
    { "2026-05-04t07:30z",    FALSE, FALSE },
    { "20260504T0730Z",       FALSE, FALSE },
    { "",                     FALSE, FALSE },
    { "T07:30Z",              FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("'%s'", rows[i].text);
    g_assert_true (torg_time_check (rows[i].text, FALSE) == rows[i].minute);
    g_assert_true (torg_time_check (rows[i].text, TRUE) == rows[i].partial);
  }
}

static void
test_zone (void)
{
  static const struct {
    const char *name, *found;
  } rows[] = {
    { "Europe/Oslo",              "Europe/Oslo"      },
    { "America/New_York",         "America/New_York" },
    { "UTC",                      "UTC"              },
    { NULL,                       "Europe/Oslo"      },
    { "",                         "Europe/Oslo"      },
    { "Europe/Atlantis",          "Europe/Oslo"      },
    { "../../../etc/passwd",      "Europe/Oslo"      },
    { "/usr/share/zoneinfo/Zulu", "Europe/Oslo"      },
    { "\xff",                     "Europe/Oslo"      },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GTimeZone) zone = torg_time_zone (rows[i].name);

    g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, rows[i].found);
  }
}

/* There and back, summer and winter. */
static void
test_parse (void)
{
  static const struct {
    const char *text, *there;
  } rows[] = {
    { "2026-05-04T07:30Z", "2026-05-04 09:30" },
    { "2026-01-04T07:30Z", "2026-01-04 08:30" },
    { "2026-12-31T23:30Z", "2027-01-01 00:30" },
    { "2026-05-04",        "2026-05-04 00:00" },
  };
  g_autoptr (GTimeZone) oslo = torg_time_zone (NULL);

  g_assert_null (torg_time_parse ("2026", oslo));
  g_assert_null (torg_time_parse ("soon", oslo));
  g_assert_null (torg_time_parse (NULL, oslo));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDateTime) moment = torg_time_parse (rows[i].text, oslo);
    g_autofree char *there = g_date_time_format (moment, "%Y-%m-%d %H:%M");
    g_autofree char *back = torg_time_format (moment);

    g_assert_cmpstr (there, ==, rows[i].there);
    if (!torg_time_is_day (rows[i].text))
      g_assert_cmpstr (back, ==, rows[i].text);
  }
}

static void
test_clock (void)
{
  static const struct {
    const char *written, *clock;
  } rows[] = {
    { "9",       "09:00" },
    { "09",      "09:00" },
    { "9:30",    "09:30" },
    { "9.30",    "09:30" },
    { " 09:30 ", "09:30" },
    { "0930",    "09:30" },
    { "kl. 9",   "09:00" },
    { "Kl 9.30", "09:30" },
    { "0",       "00:00" },
    { "23:59",   "23:59" },
    { "24:00",   NULL    },
    { "9:60",    NULL    },
    { "9:3",     NULL    },
    { "9:300",   NULL    },
    { "930",     NULL    },
    { "9-30",    NULL    },
    { "+9",      NULL    },
    { "-9:30",   NULL    },
    { "9:+3",    NULL    },
    { "",        NULL    },
    { "ni",      NULL    },
    { "kl",      NULL    },
    { "9:30:00", NULL    },
    { "\xff",    NULL    },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *clock = torg_time_clock (rows[i].written);

    g_assert_cmpstr (clock, ==, rows[i].clock);
  }
}

static void
test_from_people (void)
{
  static const struct {
    const char *day, *clock, *text;
  } rows[] = {
    { "4.5.2026",   "9.30",  "2026-05-04T07:30Z" },
    { "4.1.2026",   "9.30",  "2026-01-04T08:30Z" },
    { "2026-01-01", "0",     "2025-12-31T23:00Z" },
    { "4.5.2026",   NULL,    "2026-05-04"        },
    { "29.3.2026",  "02:30", "2026-03-29T01:00Z" }, /* skipped: the clocks go forward at two */
    { "5.2026",     NULL,    NULL                },
    { "2026",       "9",     NULL                },
    { "4.5.2026",   "",      NULL                },
    { "4.5.2026",   "25",    NULL                },
    { "",           "9",     NULL                },
    { "snart",      NULL,    NULL                },
  };
  g_autoptr (GTimeZone) oslo = torg_time_zone (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = torg_time_from_people (rows[i].day, rows[i].clock, oslo);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/check", test_check);
  g_test_add_func ("/time/zone", test_zone);
  g_test_add_func ("/time/parse", test_parse);
  g_test_add_func ("/time/clock", test_clock);
  g_test_add_func ("/time/from-people", test_from_people);
  return g_test_run ();
}
