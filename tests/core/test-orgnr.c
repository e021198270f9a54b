/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-orgnr.h"

static void
test_parse (void)
{
  static const struct {
    const char *text;
    const char *number;
  } rows[] = {
    { "974760673",                                              "974760673" }, /* the register itself */
    { "123456785",                                              "123456785" },
    { "974 760 673",                                            "974760673" },
    { "974\u00a0760\u00a0673",                                  "974760673" },
    { "974\u202f760\u202f673",                                  "974760673" },
    { "974.760.673",                                            "974760673" },
    { " 974760673\n",                                           "974760673" },
    { "974760674",                                              NULL        },
    { "974760637",                                              NULL        }, /* two digits swapped */
    { "12345678",                                               NULL        },
    { "9747606733",                                             NULL        },
    { "97476067",                                               NULL        },
    { "",                                                       NULL        },
    { "   ",                                                    NULL        },
    { "97476067a",                                              NULL        },
    { "-974760673",                                             NULL        },
    { "NO974760673MVA",                                         NULL        },
    { "\u0669\u0667\u0664\u0667\u0666\u0660\u0666\u0667\u0663", NULL        }, /* digits of Arabic */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *number = torg_orgnr_parse (rows[i].text);

    g_test_message ("'%s'", rows[i].text);
    g_assert_cmpstr (number, ==, rows[i].number);
  }
}

/* The check digit by the register's own words: 11 less the remainder, 0 for 11, none for 10. */
static int
check_digit (guint stem)
{
  static const guint weights[] = { 2, 3, 4, 5, 6, 7, 2, 3 };
  guint sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++, stem /= 10)
    sum += weights[i] * (stem % 10);
  return (int) (11 - sum % 11) % 11;
}

/* Of the ten numbers with one stem, one is sound, or none where the digit would be 10. */
static void
test_check_digit (void)
{
  guint without = 0;

  g_assert_cmpint (check_digit (12345678), ==, 5);
  for (guint stem = 80000000; stem < 80000500; stem++) {
    int digit = check_digit (stem);

    without += digit == 10;
    for (int last = 0; last < 10; last++) {
      g_autofree char *text = g_strdup_printf ("%u%d", stem, last);
      g_autofree char *number = torg_orgnr_parse (text);

      g_assert_cmpstr (number, ==, last == digit ? text : NULL);
    }
  }
  g_assert_cmpuint (without, >, 30);
}

static void
test_format (void)
{
  static const struct {
    const char *number;
    const char *text;
  } rows[] = {
    { "974760673",     "974\u00a0760\u00a0673" },
    { "97476067",      "97476067"              },
    { "974760673 MVA", "974760673 MVA"         },
    { "9747606733",    "9747606733"            },
    { "97476067a",     "97476067a"             },
    { "",              ""                      },
    { "æøåæøåæøå",     "æøåæøåæøå"             },
    { "ååå123",        "ååå123"                }, /* nine bytes */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = torg_orgnr_format (rows[i].number);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/orgnr/parse", test_parse);
  g_test_add_func ("/orgnr/check-digit", test_check_digit);
  g_test_add_func ("/orgnr/format", test_format);
  return g_test_run ();
}
