/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-date.h"

static void
test_check (void)
{
  static const struct {
    const char *text;
    gboolean day;     /* is a date where a day is asked for */
    gboolean partial; /* is one where a month or a year will do */
  } rows[] = {
    { "2024-05-17",           TRUE,  TRUE  },
    { "2024-02-29",           TRUE,  TRUE  },
    { "2000-02-29",           TRUE,  TRUE  },
    { "1900-01-01",           TRUE,  TRUE  },
    { "2200-12-31",           TRUE,  TRUE  },
    { "2024-05",              FALSE, TRUE  },
    { "2024-12",              FALSE, TRUE  },
    { "2024",                 FALSE, TRUE  },
    { "2023-02-29",           FALSE, FALSE },
    { "1900-02-29",           FALSE, FALSE },
    { "2024-04-31",           FALSE, FALSE },
    { "2024-00-10",           FALSE, FALSE },
    { "2024-13-01",           FALSE, FALSE },
    { "2024-01-00",           FALSE, FALSE },
    { "2024-01-32",           FALSE, FALSE },
    { "2024-00",              FALSE, FALSE },
    { "2024-13",              FALSE, FALSE },
    { "1899-12-31",           FALSE, FALSE },
    { "2201",                 FALSE, FALSE },
    { "0000",                 FALSE, FALSE },
    { "",                     FALSE, FALSE },
    { "2",                    FALSE, FALSE },
    { "20240",                FALSE, FALSE },
    { "2024-",                FALSE, FALSE },
    { "2024-5",               FALSE, FALSE },
    { "2024-05-",             FALSE, FALSE },
    { "2024-5-17",            FALSE, FALSE },
    { "2024-05-1",            FALSE, FALSE },
    { "2024-05-170",          FALSE, FALSE },
    { "2024-05-17T00:00:00Z", FALSE, FALSE },
    { "2024/05/17",           FALSE, FALSE },
    { "20240517",             FALSE, FALSE },
    { "17.05.2024",           FALSE, FALSE },
    { "-024-05-17",           FALSE, FALSE },
    { "+024",                 FALSE, FALSE },
    { " 2024",                FALSE, FALSE },
    { "2024 ",                FALSE, FALSE },
    { "abcd",                 FALSE, FALSE },
    { "\xd9\xa2\xd9\xa0",     FALSE, FALSE }, /* digits, but not ASCII: four bytes */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("'%s'", rows[i].text);
    g_assert_true (torg_date_check (rows[i].text, FALSE) == rows[i].day);
    g_assert_true (torg_date_check (rows[i].text, TRUE) == rows[i].partial);
  }
}

static void
test_first_day (void)
{
  static const struct {
    const char *text;
    guint day, month, year;
  } rows[] = {
    { "2024-05-17", 17, 5, 2024 },
    { "2024-05",    1,  5, 2024 },
    { "2024",       1,  1, 2024 }
  };
  g_autoptr (GDate) none = torg_date_first_day ("2024-02-30");

  g_assert_null (none);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDate) day = torg_date_first_day (rows[i].text);

    g_assert_cmpuint (g_date_get_day (day), ==, rows[i].day);
    g_assert_cmpuint ((guint) g_date_get_month (day), ==, rows[i].month);
    g_assert_cmpuint (g_date_get_year (day), ==, rows[i].year);
  }
}

static void
test_compare (void)
{
  static const struct {
    const char *one;
    const char *other;
    int sign;
  } rows[] = {
    { "2024-05-17", "2024-05-18", -1 },
    { "2024-05-17", "2024-05-17", 0  },
    { "2024-12-31", "2025-01-01", -1 },
    { "2023",       "2024",       -1 },
    { "2024",       "2024-05-17", 0  },
    { "2024-05",    "2024-05-17", 0  },
    { "2024-06",    "2024-05-17", 1  },
    { "2023",       "2024-01",    -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    int one = torg_date_compare (rows[i].one, rows[i].other);
    int other = torg_date_compare (rows[i].other, rows[i].one);

    g_test_message ("%s %s", rows[i].one, rows[i].other);
    g_assert_cmpint ((one > 0) - (one < 0), ==, rows[i].sign);
    g_assert_cmpint ((other > 0) - (other < 0), ==, -rows[i].sign);
  }
}

static void
test_from_people (void)
{
  static const struct {
    const char *text;
    const char *iso;
  } rows[] = {
    { "2024-05-17",      "2024-05-17" },
    { "2024-05",         "2024-05"    },
    { " 2024 ",          "2024"       },
    { "17.5.2024",       "2024-05-17" },
    { "17.05.2024",      "2024-05-17" },
    { "1.1.2024",        "2024-01-01" },
    { "17. 5. 2024",     "2024-05-17" },
    { "5.2024",          "2024-05"    },
    { "12.2024",         "2024-12"    },
    { "31.2.2024",       NULL         },
    { "17.13.2024",      NULL         },
    { "0.5.2024",        NULL         },
    { "13.2024",         NULL         },
    { "17.5.24",         NULL         },
    { "12.20",           NULL         },
    { "17.5.20244",      NULL         },
    { "17.5.2024.",      NULL         },
    { "17.5.2024 kl 12", NULL         },
    { "17.5",            NULL         },
    { "17.",             NULL         },
    { ".",               NULL         },
    { "",                NULL         },
    { "   ",             NULL         },
    { "+1.5.2024",       NULL         },
    { "-1.5.2024",       NULL         },
    { "1.-5.2024",       NULL         },
    { "17/5/2024",       NULL         },
    { "mai 2024",        NULL         },
    { "999999999999",    NULL         },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *iso = torg_date_from_people (rows[i].text);

    g_test_message ("'%s'", rows[i].text);
    g_assert_cmpstr (iso, ==, rows[i].iso);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/check", test_check);
  g_test_add_func ("/date/first-day", test_first_day);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/from-people", test_from_people);
  return g_test_run ();
}
