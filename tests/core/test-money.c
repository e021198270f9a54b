/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-money.h"

#define GREATEST G_GINT64_CONSTANT (9223372036854775699)

static void
test_parse (void)
{
  static const struct {
    const char *text;
    gint64 ore;
  } rows[] = {
    { "0",                      0           },
    { "500000",                 50000000    },
    { "007",                    700         },
    { "1,5",                    150         },
    { "1,50",                   150         },
    { "1,05",                   105         },
    { "0,50",                   50          },
    { "1.5",                    150         },
    { "1.50",                   150         },
    { "50,",                    5000        },
    { "1.500",                  150000      },
    { "1.234,5",                123450      },
    { "1.234,50",               123450      },
    { "1.234.567",              123456700   },
    { "1.234.567,50",           123456750   },
    { "123.456.789",            12345678900 },
    { "1 234 567",              123456700   },
    { "1 234,5",                123450      },
    { "1\u00a0234\u00a0567,50", 123456750   }, /* no-break spaces */
    { "1\u202f234\u202f567,50", 123456750   }, /* narrow ones */
    { "1\u2009234",             123400      }, /* a thin space */
    { "  12 ",                  1200        },
    { "kr 5",                   500         },
    { "kr. 5",                  500         },
    { "Kr 5",                   500         },
    { "5 kr",                   500         },
    { "5 kr.",                  500         },
    { "5 kroner",               500         },
    { "5 NOK",                  500         },
    { "NOK 5",                  500         },
    { "500,-",                  50000       },
    { "500,- kr",               50000       },
    { "kr 500,-",               50000       },
    { "kr 1.234.567,-",         123456700   },
    { "500.-",                  50000       },
    { "500,\u2013",             50000       },
    { "-5",                     -500        },
    { "-0,50",                  -50         },
    { "-1,05",                  -105        },
    { "-1.234,50",              -123450     },
    { "\u22125",                -500        },
    { "- 5",                    -500        },
    { "kr -5",                  -500        },
    { "92233720368547756,99",   GREATEST    },
    { "-92233720368547756,99",  -GREATEST   },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 ore = -1;

    g_test_message ("'%s'", rows[i].text);
    g_assert_true (torg_money_parse (rows[i].text, &ore));
    g_assert_cmpint (ore, ==, rows[i].ore);
  }
}

static void
test_refuse (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "kr",
    "-",
    ",50",
    ".50",
    ",",
    ".",
    "1,234",
    "1,234,567",
    "1,234.50",
    "1,5,0",
    "1.23.456",
    "12345.678",
    "1234.567,50",
    "1..234",
    "1.2345",
    "0.1234",
    ".234",
    "--5",
    "-\u22125",
    "5-",
    "1,-5",
    "5,5-",
    "1 kr 50",
    "2 kr 50 øre",
    "5kr6",
    "k r 5x",
    "1,5 mill",
    "9e5",
    "0x10",
    "1'000",
    "abc",
    "5 $",
    "\u0665",
    "\xff",
    "5\xe5",
    "92233720368547758,07",
    "-92233720368547758,08",
    "99999999999999999999999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    gint64 ore = -1;

    if (torg_money_parse (texts[i], &ore))
      g_error ("'%s' is taken for %" G_GINT64_FORMAT, texts[i], ore);
    g_assert_cmpint (ore, ==, -1);
  }
}

static void
test_format (void)
{
  static const struct {
    gint64 ore;
    const char *text;
  } rows[] = {
    { 0,           "0"                                                        },
    { 1,           "0,01"                                                     },
    { 50,          "0,50"                                                     },
    { 100,         "1"                                                        },
    { 105,         "1,05"                                                     },
    { 99900,       "999"                                                      },
    { 100000,      "1\u00a0000"                                               },
    { 123456,      "1\u00a0234,56"                                            },
    { 12345678900, "123\u00a0456\u00a0789"                                    },
    { -50,         "\u22120,50"                                               },
    { -100000,     "\u22121\u00a0000"                                         },
    { G_MAXINT64,  "92\u00a0233\u00a0720\u00a0368\u00a0547\u00a0758,07"       },
    { G_MININT64,  "\u221292\u00a0233\u00a0720\u00a0368\u00a0547\u00a0758,08" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = torg_money_format (rows[i].ore);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* What is shown can be typed. */
static void
test_round_trip (void)
{
  for (gint64 ore = 1; ore < GREATEST / 7; ore = ore * 7 + 3)
    for (int sign = -1; sign <= 1; sign += 2) {
      g_autofree char *text = torg_money_format (sign * ore);
      gint64 read = 0;

      g_assert_true (torg_money_parse (text, &read));
      g_assert_cmpint (read, ==, sign * ore);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/refuse", test_refuse);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/round-trip", test_round_trip);
  return g_test_run ();
}
