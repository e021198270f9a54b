/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-csv.h"

#include <string.h>

/* A row as `line: cell|cell`, rows by turns with a newline: easy to write down and to compare. */
static char *
flatten (GPtrArray *rows)
{
  g_autoptr (GString) flat = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++) {
    const TorgCsvRow *row = g_ptr_array_index (rows, i);

    g_string_append_printf (flat, "%s%u:", i > 0 ? "\n" : "", row->line);
    for (guint j = 0; j < row->cells->len; j++)
      g_string_append_printf (flat, "%s%s", j > 0 ? "|" : " ", torg_csv_row_get (row, j));
  }
  return g_string_free (g_steal_pointer (&flat), FALSE);
}

static void
test_read (void)
{
  static const struct {
    const char *bytes;
    const char *rows;
  } cases[] = {
    { "a,b\r\n1,2\r\n",                  "1: a|b\n2: 1|2"                },
    { "a,b\n1,2",                        "1: a|b\n2: 1|2"                },
    { "\xef\xbb\xbf"
      "a,b\n1,2\n",                 "1: a|b\n2: 1|2"                },
    { ",b\n1,\n",                        "1: |b\n2: 1|"                  },
    { "a;b\n1,5;2\n",                    "1: a|b\n2: 1,5|2"              },
    { "a\tb\n1\t2\n",                    "1: a|b\n2: 1|2"                },
    { "a,b\n\" x \",y \n",               "1: a|b\n2:  x |y "             },
    { "a,b\n\"he said \"\"no\"\"\",2\n", "1: a|b\n2: he said \"no\"|2"   },
    { "a,b\n\"one\ntwo\",2\n3,4\n",      "1: a|b\n2: one\ntwo|2\n4: 3|4" },
    { "a,b\n\"x\n\n\ny\",2\n3,4\n",      "1: a|b\n2: x\n\n\ny|2\n6: 3|4" },
    { "a,b\n\n1,2\n\r\n",                "1: a|b\n2:\n3: 1|2\n4:"        },
    { "a,b\n  \n1,2\n",                  "1: a|b\n2:\n3: 1|2"            },
    { "a,b\n1\n1,2,3\n",                 "1: a|b\n2: 1\n3: 1|2|3"        },
    { "a,b\r1,2\r",                      "1: a|b\n1: 1|2"                },
    { "æ,ø\nå,ŋ\n",                      "1: æ|ø\n2: å|ŋ"                },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rows = torg_csv_read (cases[i].bytes, strlen (cases[i].bytes), &error);
    g_autofree char *flat = NULL;

    g_assert_no_error (error);
    flat = flatten (rows);
    g_assert_cmpstr (flat, ==, cases[i].rows);
  }
}

#define BYTES(text) text, sizeof (text) - 1

static void
test_refuse (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    TorgCsvError code;
    const char *says;
  } cases[] = {
    { BYTES (""),                                         TORG_CSV_ERROR_EMPTY,    "empty"                            },
    { BYTES ("\xef\xbb\xbf"),                             TORG_CSV_ERROR_EMPTY,    "empty"                            },
    { BYTES ("\xff\xfe"
             "a\0,\0b\0"),
     TORG_CSV_ERROR_ENCODING,                                                      "UTF-16"                           },
    { BYTES ("\xfe\xff"
             "\0a\0,\0b"),
     TORG_CSV_ERROR_ENCODING,                                                      "UTF-16"                           },
    { BYTES ("a\0,\0b\0\n\0"),                            TORG_CSV_ERROR_ENCODING, "UTF-16"                           },
    { BYTES ("PK\x03\x04 a spreadsheet with a \0 in it"), TORG_CSV_ERROR_NOT_TEXT, "spreadsheet"                      },
    { BYTES ("a,b\n1,r\xf8"
             "d\n"),
     TORG_CSV_ERROR_ENCODING,                                                      "Line 2, byte 8 of the file: 0xF8" },
    { BYTES ("a,b\n1,r\xf8"
             "d\n"),
     TORG_CSV_ERROR_ENCODING,                                                      "Windows-1252, where it is “ø”"    },
    { BYTES ("a,b\n1,r\xf8"
             "d\n"),
     TORG_CSV_ERROR_ENCODING,                                                      "CSV UTF-8"                        },
    { BYTES ("a,b\n1,\x81\n"),                            TORG_CSV_ERROR_ENCODING, "Line 2, byte 7 of the file: 0x81" },
    { BYTES ("a,b\n1,2\n3,\"four\n5,6\n"),                TORG_CSV_ERROR_QUOTES,   "the row that starts on line 3"    },
    { BYTES ("a,b\n1,\"two\"2\n"),                        TORG_CSV_ERROR_QUOTES,   "Line 2"                           },
    { BYTES ("a,b\n1,tw\"o\n"),                           TORG_CSV_ERROR_QUOTES,   "Line 2"                           },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (torg_csv_read (cases[i].bytes, cases[i].length, &error));
    g_assert_error (error, TORG_CSV_ERROR, (int) cases[i].code);
    if (strstr (error->message, cases[i].says) == NULL)
      g_error ("“%s” does not say “%s”", error->message, cases[i].says);
  }
}

static void
test_short_row (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = torg_csv_read (BYTES ("a,b\n1\n"), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (torg_csv_row_get (g_ptr_array_index (rows, 1), 1), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/csv/read", test_read);
  g_test_add_func ("/import/csv/refuse", test_refuse);
  g_test_add_func ("/import/csv/short-row", test_short_row);
  return g_test_run ();
}
