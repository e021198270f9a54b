/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-decimal.h"

#define MOST G_GINT64_CONSTANT (999999999999999999)

static void
test_parse (void)
{
  static const struct {
    const char *text;
    gboolean number, canonical;
    gint64 micro;
  } rows[] = {
    { "0",                    TRUE,  TRUE,  0         },
    { "12",                   TRUE,  TRUE,  12000000  },
    { "-12.5",                TRUE,  TRUE,  -12500000 },
    { "0.000001",             TRUE,  TRUE,  1         },
    { "-0.5",                 TRUE,  TRUE,  -500000   },
    { "999999999999.999999",  TRUE,  TRUE,  MOST      },
    { "-999999999999.999999", TRUE,  TRUE,  -MOST     },
    { "-0",                   TRUE,  FALSE, 0         },
    { "-0.0",                 TRUE,  FALSE, 0         },
    { "012",                  TRUE,  FALSE, 12000000  },
    { "1.50",                 TRUE,  FALSE, 1500000   },
    { "1.0",                  TRUE,  FALSE, 1000000   },
    { "1000000000000",        FALSE, FALSE, 0         },
    { "0.0000001",            FALSE, FALSE, 0         },
    { "",                     FALSE, FALSE, 0         },
    { "-",                    FALSE, FALSE, 0         },
    { ".5",                   FALSE, FALSE, 0         },
    { "5.",                   FALSE, FALSE, 0         },
    { "+5",                   FALSE, FALSE, 0         },
    { "--5",                  FALSE, FALSE, 0         },
    { "1,5",                  FALSE, FALSE, 0         },
    { "1.5.2",                FALSE, FALSE, 0         },
    { "1e3",                  FALSE, FALSE, 0         },
    { " 1",                   FALSE, FALSE, 0         },
    { "1 ",                   FALSE, FALSE, 0         },
    { "0x10",                 FALSE, FALSE, 0         },
    { "nan",                  FALSE, FALSE, 0         },
    { "\xd9\xa2",             FALSE, FALSE, 0         },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gint64 micro = 0;

    g_test_message ("'%s'", rows[i].text);
    g_assert_true (torg_decimal_parse (rows[i].text, &micro) == rows[i].number);
    g_assert_cmpint (micro, ==, rows[i].micro);
    g_assert_true (torg_decimal_check (rows[i].text) == rows[i].canonical);
  }
}

/* What is made of any value is the one text that stands for it. */
static void
test_round (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (guint i = 0; i < 2000; i++) {
    gint64 micro =
      (gint64) (g_rand_double_range (rand, -1, 1) * (i % 2 ? 1e18 : 1e8)) / (i % 3 ? 1 : 1000);
    g_autofree char *text = torg_decimal_from_micro (micro);
    gint64 again = 0;

    g_assert_true (torg_decimal_check (text));
    g_assert_true (torg_decimal_parse (text, &again));
    g_assert_cmpint (again, ==, micro);
  }
}

static void
test_canonical (void)
{
  static const struct {
    const char *written, *canonical;
  } rows[] = {
    { "12,5",                "12.5"    },
    { "12.50",               "12.5"    },
    { " 1 234,5 ",           "1234.5"  },
    { "1\u00a0234\u202f567", "1234567" },
    { "\u22120,5",           "-0.5"    },
    { "-0",                  "0"       },
    { "0012",                "12"      },
    { "1.234,5",             NULL      },
    { "1,2,3",               NULL      },
    { "12 kr",               NULL      },
    { "12 %",                NULL      },
    { "",                    NULL      },
    { ",5",                  NULL      },
    { "mange",               NULL      },
    { "\xff",                NULL      },
    { "0,1234567",           NULL      },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *canonical = torg_decimal_canonical (rows[i].written);

    g_assert_cmpstr (canonical, ==, rows[i].canonical);
  }
}

static void
test_format (void)
{
  static const struct {
    const char *text, *shown;
  } rows[] = {
    { "0",            "0"                              },
    { "12.5",         "12,5"                           },
    { "-999.25",      "\u2212999,25"                   },
    { "1234.5678",    "1\u00a0234,5678"                },
    { "-1234567",     "\u22121\u00a0234\u00a0567"      },
    { "999999999999", "999\u00a0999\u00a0999\u00a0999" },
    { "mange",        "mange"                          },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *shown = torg_decimal_format (rows[i].text);
    g_autofree char *back = torg_decimal_canonical (shown);

    g_assert_cmpstr (shown, ==, rows[i].shown);
    if (torg_decimal_check (rows[i].text))
      g_assert_cmpstr (back, ==, rows[i].text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/round", test_round);
  g_test_add_func ("/decimal/canonical", test_canonical);
  g_test_add_func ("/decimal/format", test_format);
  return g_test_run ();
}
