/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-places.h"

#include "torg-check.h"
#include "torg-organisation.h"
#include "torg-orgnr.h"

#include <string.h>

#define N_COUNTIES       15
#define N_MUNICIPALITIES 357

static void
test_counts (void)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();

  g_assert_cmpuint (torg_places_get_n_counties (places), ==, N_COUNTIES);
  g_assert_cmpuint (torg_places_get_n_municipalities (places), ==, N_MUNICIPALITIES);
}

static void
test_shape (void)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();

  for (guint i = 0; i < N_COUNTIES; i++) {
    const TorgPlace *county = torg_places_get_county (places, i);

    g_assert_cmpuint (strlen (county->number), ==, 2);
    g_assert_null (county->county);
    g_assert_true (torg_places_find (places, county->number) == county);
  }
  for (guint i = 0; i < N_MUNICIPALITIES; i++) {
    const TorgPlace *place = torg_places_get_municipality (places, i);

    g_assert_cmpuint (strlen (place->number), ==, 4);
    g_assert_nonnull (place->county);
    g_assert_true (g_str_has_prefix (place->number, place->county->number));
    g_assert_true (torg_places_find (places, place->number) == place);
  }
}

/* Every number that is known passes the register's check, and no two places share one. */
static void
test_organisation_numbers (void)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) without = g_string_new (NULL);

  for (guint i = 0; i < N_MUNICIPALITIES; i++) {
    const TorgPlace *place = torg_places_get_municipality (places, i);
    g_autofree char *number = NULL;

    if (place->orgnr == NULL) {
      g_string_append (without, place->number);
      continue;
    }
    number = torg_orgnr_parse (place->orgnr);
    g_assert_cmpstr (number, ==, place->orgnr);
    g_assert_true (g_hash_table_add (seen, (gpointer) place->orgnr));
  }
  g_assert_cmpstr (without->str, ==, "1580");
}

static void
test_find (void)
{
  static const struct {
    const char *number;
    const char *name;
    const char *county;
  } rows[] = {
    { "0301", "Oslo",                            "Oslo"                             },
    { "1515", "Herøy",                           "Møre og Romsdal"                  },
    { "1818", "Herøy",                           "Nordland - Nordlánnda"            },
    { "3114", "Våler",                           "Østfold"                          },
    { "3419", "Våler",                           "Innlandet"                        },
    { "5540", "Gáivuotna - Kåfjord - Kaivuono",  "Troms - Romsa - Tromssa"          },
    { "5426", "Gáivuotna - Kåfjord - Kaivuono",  "Troms - Romsa - Tromssa"          }, /* 2020-2023 */
    { "1507", "Ålesund",                         "Møre og Romsdal"                  }, /* 2020-2023 */
    { "5622", "Porsanger - Porsáŋgu - Porsanki", "Finnmark - Finnmárku - Finmarkku" },
    { "50",   "Trøndelag - Trööndelage",         NULL                               },
    { "9999", NULL,                              NULL                               },
    { "",     NULL,                              NULL                               },
    { NULL,   NULL,                              NULL                               },
  };
  g_autoptr (TorgPlaces) places = torg_places_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TorgPlace *place = torg_places_find (places, rows[i].number);

    g_assert_cmpstr (place ? place->name : NULL, ==, rows[i].name);
    g_assert_cmpstr (place && place->county ? place->county->name : NULL, ==, rows[i].county);
  }
}

static void
test_find_municipality (void)
{
  static const struct {
    const char *name;
    const char *number;
  } rows[] = {
    { "Trondheim kommune", "5001" },
    { "Trondheim",         "5001" },
    { "Tråante",           "5001" },
    { "BÆRUM KOMMUNE",     "3201" },
    { "Karasjok kommune",  "5610" },
    { "Oslo",              "0301" },
    { "Herøy kommune",     NULL   },
    { "Våler",             NULL   },
    { "Trondheim havn",    NULL   },
    { "kommune",           NULL   },
    { "",                  NULL   },
  };
  g_autoptr (TorgPlaces) places = torg_places_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TorgPlace *place = torg_places_find_municipality (places, rows[i].name);

    g_assert_cmpstr (place ? place->number : NULL, ==, rows[i].number);
  }
}

/* What was typed, and the numbers that must come first, in this order. */
static void
test_search (void)
{
  static const struct {
    const char *text;
    const char *numbers;
  } rows[] = {
    { "kafjord",   "5540"         },
    { "Kåfjord",   "5540"         },
    { "gaivuotna", "5540"         },
    { "porsangu",  "5622"         },
    { "PORSÁŊGU",  "5622"         },
    { "karasj",    "5610"         },
    { "heroy",     "1515 1818"    },
    { "våler",     "3114 3419"    },
    { "oslo",      "03 0301"      },
    { "troms",     "55 5501"      },
    { "romsdal",   "15"           },
    { "trondheim", "5001"         },
    { "os",        "3430 03 0301" },
    { "4601",      "4601"         },
    { "odal",      "3414 3415"    },
    { "zzz",       ""             },
  };
  g_autoptr (TorgPlaces) places = torg_places_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) expected = g_strsplit (rows[i].numbers, " ", 0);
    g_autoptr (GPtrArray) found = torg_places_search (places, rows[i].text);

    g_assert_cmpuint (found->len, >=, g_strv_length (expected));
    for (guint j = 0; expected[j] != NULL; j++) {
      const TorgPlace *place = g_ptr_array_index (found, j);

      g_assert_cmpstr (place->number, ==, expected[j]);
    }
  }
}

static void
test_search_for_nothing_gives_all (void)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();
  g_autoptr (GPtrArray) all = torg_places_search (places, " ");

  g_assert_cmpuint (all->len, ==, N_COUNTIES + N_MUNICIPALITIES);
}

static void
test_ids (void)
{
  static const struct {
    const char *number;
    const char *id;
  } rows[] = {
    { "5001", "no-942110464" },
    { "1580", "no-k1580"     },
    { "0301", "no-958935420" },
    { "03",   "no-f03"       },
  };
  g_autoptr (TorgPlaces) places = torg_places_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *id = torg_place_dup_id (torg_places_find (places, rows[i].number));

    g_assert_cmpstr (id, ==, rows[i].id);
  }
}

static void
check_organisation (const TorgPlace *place, GHashTable *ids)
{
  g_autoptr (JsonObject) document = torg_place_to_organisation (place);
  g_autoptr (GError) error = NULL;
  const char *id = json_object_get_string_member (document, "id");

  torg_check_document (&torg_organisation_kind, document, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (torg_check_id (id));
  g_assert_true (g_hash_table_add (ids, g_strdup (id)));
}

static void
test_organisations (void)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < N_COUNTIES; i++)
    check_organisation (torg_places_get_county (places, i), ids);
  for (guint i = 0; i < N_MUNICIPALITIES; i++)
    check_organisation (torg_places_get_municipality (places, i), ids);
  g_assert_cmpuint (g_hash_table_size (ids), ==, N_COUNTIES + N_MUNICIPALITIES);
}

static void
test_organisation (void)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();
  g_autoptr (JsonObject) document = torg_place_to_organisation (torg_places_find (places, "5540"));

  g_assert_cmpstr (json_object_get_string_member (document, "name"), ==,
                   "Gáivuotna - Kåfjord - Kaivuono kommune");
  g_assert_cmpstr (json_object_get_string_member (document, "number"), ==, "940363586");
  g_assert_cmpstr (json_object_get_string_member (document, "type"), ==, "municipality");
  g_assert_cmpstr (json_object_get_string_member (document, "municipality"), ==, "5540");
  g_assert_cmpstr (json_object_get_string_member (document, "county"), ==, "55");
}

/* The files that the facts came from, where they are at hand. */
static void
test_agrees_with_the_source (void)
{
  const char *folder = g_getenv ("TORG_SHARED_DATA");
  g_autofree char *path =
    g_build_filename (folder ? folder : "", "reference/kommuner-orgnr.csv", NULL);
  g_autoptr (TorgPlaces) places = torg_places_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL)) {
    g_test_skip ("needs shared/data");
    return;
  }
  lines = g_strsplit_set (g_strstrip (text), "\r\n", 0);
  for (guint i = 1; lines[i] != NULL; i++) {
    g_auto (GStrv) columns = g_strsplit (lines[i], ",", 0);
    const TorgPlace *place = torg_places_find (places, columns[0]);

    if (*lines[i] == '\0')
      continue;
    g_assert_cmpstr (place->name, ==, columns[1]);
    g_assert_cmpstr (place->county->number, ==, columns[2]);
    g_assert_cmpstr (place->county->name, ==, columns[3]);
    g_assert_cmpstr (place->orgnr ? place->orgnr : "", ==, columns[4]);
    g_assert_true (*columns[5] == '\0' || torg_places_find (places, columns[5]) == place);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/counts", test_counts);
  g_test_add_func ("/places/shape", test_shape);
  g_test_add_func ("/places/organisation-numbers", test_organisation_numbers);
  g_test_add_func ("/places/find", test_find);
  g_test_add_func ("/places/find-municipality", test_find_municipality);
  g_test_add_func ("/places/search", test_search);
  g_test_add_func ("/places/search-for-nothing", test_search_for_nothing_gives_all);
  g_test_add_func ("/places/ids", test_ids);
  g_test_add_func ("/places/organisations", test_organisations);
  g_test_add_func ("/places/organisation", test_organisation);
  g_test_add_func ("/places/source", test_agrees_with_the_source);
  return g_test_run ();
}
