/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-holidays.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

static GDate
date (const char *iso)
{
  GDate day;
  guint year, month, of_month;

  g_assert_cmpint (sscanf (iso, "%4u-%2u-%2u", &year, &month, &of_month), ==, 3);
  g_date_set_dmy (&day, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
  return day;
}

/* Days that the algorithm gets wrong when a constant in it is; from the tables of the Church. */
static void
test_easter (void)
{
  static const char *const days[] = { "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19",
                                      "2000-04-23", "2008-03-23", "2024-03-31", "2038-04-25",
                                      "2049-04-18", "2076-04-19", "2285-03-22" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    const GDate day = date (days[i]);
    const char *names[TORG_HOLIDAYS_A_DAY];

    g_test_message ("%s", days[i]);
    g_assert_cmpuint (torg_holidays_on (&day, names), ==, 1);
    g_assert_cmpstr (names[0], ==, "Easter Sunday");
  }
}

/* Twelve a year, but where two fall on one day. */
static void
test_every_year (void)
{
  for (guint year = 1900; year <= 2200; year++) {
    GDate day;
    guint count = 0;

    g_date_set_dmy (&day, 1, G_DATE_JANUARY, (GDateYear) year);
    for (; g_date_get_year (&day) == year; g_date_add_days (&day, 1)) {
      const char *names[TORG_HOLIDAYS_A_DAY];

      count += torg_holidays_on (&day, names);
    }
    g_assert_cmpuint (count, ==, 12);
  }
}

static void
test_two_on_a_day (void)
{
  const GDate day = date ("2027-05-17");
  const char *names[TORG_HOLIDAYS_A_DAY];

  g_assert_cmpuint (torg_holidays_on (&day, names), ==, 2);
  g_assert_cmpstr (names[0], ==, "Constitution Day");
  g_assert_cmpstr (names[1], ==, "Whit Monday");
}

static void
test_between (void)
{
  static const struct {
    const char *first, *last, *found;
  } rows[] = {
    { "2026-05-13", "2026-05-15", "2026-05-14" },
    { "2026-05-14", "2026-05-14", "2026-05-14" },
    { "2026-05-15", "2026-05-16", NULL         },
    { "2026-05-15", "2026-05-14", NULL         },
    { "2026-12-27", "2026-12-31", NULL         },
    { "2026-12-27", "2030-12-31", "2027-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const GDate first = date (rows[i].first);
    const GDate last = date (rows[i].last);
    GDate found;

    g_assert_true (torg_holidays_between (&first, &last, &found) == (rows[i].found != NULL));
    if (rows[i].found != NULL) {
      const GDate expected = date (rows[i].found);

      g_assert_cmpint (g_date_compare (&found, &expected), ==, 0);
    }
  }
}

static void
test_common_leave (void)
{
  static const struct {
    const char *day;
    gboolean away;
  } rows[] = {
    { "2026-07-05", FALSE },
    { "2026-07-06", TRUE  },
    { "2026-07-26", TRUE  },
    { "2026-07-27", FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const GDate day = date (rows[i].day);

    g_assert_true (torg_holidays_in_common_leave (&day) == rows[i].away);
  }
}

/* The days, not the names, as somebody else published them. */
static void
compare_year (JsonArray *published, guint year)
{
  g_autoptr (GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);
  GDate day;

  for (guint i = 0; i < json_array_get_length (published); i++) {
    JsonObject *row = json_array_get_object_element (published, i);

    if (g_str_equal (json_object_get_string_member (row, "type"), "public"))
      g_hash_table_add (days, (gpointer) json_object_get_string_member (row, "date"));
  }
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, (GDateYear) year);
  for (; g_date_get_year (&day) == year; g_date_add_days (&day, 1)) {
    const char *names[TORG_HOLIDAYS_A_DAY];
    char iso[] = "YYYY-MM-DD 00:00:00";

    g_date_strftime (iso, sizeof iso, "%Y-%m-%d 00:00:00", &day);
    g_test_message ("%s", iso);
    g_assert_true ((torg_holidays_on (&day, names) > 0) == g_hash_table_contains (days, iso));
  }
}

static void
test_published (void)
{
  for (guint year = 2026; year <= 2027; year++) {
    g_autofree char *name = g_strdup_printf ("NO-%u.json", year);
    g_autofree char *path =
      g_build_filename (g_getenv ("TORG_SHARED_DATA"), "calendar", name, NULL);
    g_autoptr (JsonParser) parser = json_parser_new ();

    if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
      g_test_skip ("needs shared/data");
      return;
    }
    g_assert_true (json_parser_load_from_file (parser, path, NULL));
    compare_year (json_node_get_array (json_parser_get_root (parser)), year);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holidays/easter", test_easter);
  g_test_add_func ("/holidays/every-year", test_every_year);
  g_test_add_func ("/holidays/two-on-a-day", test_two_on_a_day);
  g_test_add_func ("/holidays/between", test_between);
  g_test_add_func ("/holidays/common-leave", test_common_leave);
  g_test_add_func ("/holidays/published", test_published);
  return g_test_run ();
}
