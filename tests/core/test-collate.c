/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-collate.h"

#include <string.h>

/* As a Norwegian list has them: each sorts before the next. */
static void
test_order (void)
{
  static const char *const rows[] = {
    "",       "1",       "10",         "2",      "A",       "Abel",        "Alta",
    "Alta X", "Altaby",  "Asker",      "Bodø",   "Bærum",   "Bø",          "Bå",
    "Čáhput", "Davvi",   "Đavvik",     "Eide",   "Halden",  "Hå",          "Haaland",
    "Hårr",   "Larvik",  "Løten",      "Müller", "Myllest", "Nesodden",    "Ŋesodden B",
    "Oslo",   "Šaltve",  "Sandefjord", "Tana",   "Ŧanab",   "Zulu",        "Æ",
    "Ärfugl", "Ærfugm",  "Ø",          "Øksnes", "Örebro",  "Østre Toten", "Å",
    "Ål",     "Aalborg", "Ålesund",
  };

  for (guint i = 1; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *one = torg_collate_key (rows[i - 1]);
    g_autofree char *other = torg_collate_key (rows[i]);

    if (strcmp (one, other) >= 0)
      g_error ("«%s» does not sort before «%s»", rows[i - 1], rows[i]);
  }
}

/* The part of the key that is compared first. */
static char *
letters_of (const char *text)
{
  g_autofree char *key = torg_collate_key (text);

  g_assert_true (g_str_has_suffix (key, text));
  return g_strndup (key, strcspn (key, "\x01"));
}

/* Spellings that stand together. */
static void
test_alike (void)
{
  static const struct {
    const char *one;
    const char *other;
  } rows[] = {
    { "oslo",        "OSLO"      },
    { "Á",           "a"         },
    { "Č",           "c"         },
    { "Đ",           "d"         },
    { "Ŋ",           "n"         },
    { "Š",           "s"         },
    { "Ŧ",           "t"         },
    { "Ž",           "z"         },
    { "É",           "e"         },
    { "Ð",           "d"         },
    { "Þ",           "th"        },
    { "ß",           "ss"        },
    { "Ä",           "æ"         },
    { "Ö",           "ø"         },
    { "Ǿ",           "ø"         },
    { "Œ",           "ø"         },
    { "Ü",           "y"         },
    { "Aa",          "å"         },
    { "AA",          "å"         },
    { "Aaa",         "åa"        },
    { "A\u030a",     "å"         },
    { "o\u0308",     "ø"         },
    { "x\u030c",     "x"         },
    { "St. Olav",    "St Olav"   },
    { "A/S – Norge", "a s norge" },
    { "«Alta»",      "alta "     },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *one = letters_of (rows[i].one);
    g_autofree char *other = letters_of (rows[i].other);
    g_autofree char *whole = torg_collate_key (rows[i].one);
    g_autofree char *other_whole = torg_collate_key (rows[i].other);

    g_assert_cmpstr (one, ==, other);
    g_assert_cmpstr (whole, !=, other_whole);
  }
}

static void
test_not_alike (void)
{
  static const char *const texts[] = { "a", "å", "æ", "o", "ø", "aa b", "a b", "ab", "ж", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < i; j++) {
      g_autofree char *one = letters_of (texts[i]);
      g_autofree char *other = letters_of (texts[j]);

      g_assert_cmpstr (one, !=, other);
    }
}

/* A damaged file may hold any bytes. */
static void
test_not_utf8 (void)
{
  static const char *const texts[] = { "\xff", "a\xc3", "\xe5s" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *letters = letters_of (texts[i]);

    g_assert_cmpstr (letters, ==, "");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collate/order", test_order);
  g_test_add_func ("/collate/alike", test_alike);
  g_test_add_func ("/collate/not-alike", test_not_alike);
  g_test_add_func ("/collate/not-utf8", test_not_utf8);
  return g_test_run ();
}
