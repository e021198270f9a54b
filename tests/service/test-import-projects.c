/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import.h"

#include <string.h>

#include "torg-json.h"

#define HEADER                                                                                     \
  ",Prosjekteier,Prosjekttittel,Departement,Eiertype,Sektor (intern | ikke publisering),"          \
  "Beskrivelse av prosjekt,Formål med prosjekt,Prosjektstart,Prosjektslutt,"                       \
  "Tilknyttede organisasjoner,Bruk av innleide konsulenter,Lenke til prosjekt,Status,Type data,"   \
  "Datakilde,Modellutvikling,Klassifisering"

/* A forum in memory: records by `collection/id`, with %NULL for one that was deleted. */
typedef struct {
  GHashTable *records;
  TorgPlaces *places;
} Fixture;

static void
free_record (gpointer record)
{
  if (record != NULL)
    json_object_unref (record);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_record);
  fixture->places = torg_places_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_hash_table_unref (fixture->records);
  torg_places_free (fixture->places);
}

static gboolean
lookup (const char *collection,
        const char *id,
        TorgStored *stored,
        JsonObject **document,
        gpointer data,
        GError **error)
{
  Fixture *fixture = data;
  g_autofree char *key = g_strdup_printf ("%s/%s", collection, id);
  gpointer record = NULL;
  gboolean known = g_hash_table_lookup_extended (fixture->records, key, NULL, &record);

  *stored = !known ? TORG_STORED_NONE : record ? TORG_STORED_ALIVE : TORG_STORED_DELETED;
  *document = record ? torg_json_object_copy (record) : NULL;
  return TRUE;
}

static void
put (Fixture *fixture, const char *collection, JsonObject *document)
{
  char *key = g_strdup_printf ("%s/%s", collection, torg_json_get_string (document, "id"));

  /* The service's own member, which must not count as a change. */
  json_object_set_int_member (document, "last_modified", 1795442550186);
  g_hash_table_insert (fixture->records, key, json_object_ref (document));
}

static TorgImport *
plan (Fixture *fixture, const char *rows)
{
  g_autofree char *csv = g_strconcat (HEADER "\n", rows, NULL);
  g_autoptr (GError) error = NULL;
  TorgImport *import =
    torg_import_new (csv, strlen (csv), fixture->places, lookup, fixture, &error);

  g_assert_no_error (error);
  return import;
}

static void
carry_out (Fixture *fixture, const TorgImport *import)
{
  for (guint i = 0; i < import->organisations->len; i++) {
    TorgImportOwner *owner = g_ptr_array_index (import->organisations, i);

    if (owner->action == TORG_IMPORT_CREATE)
      put (fixture, "organisations", owner->document);
  }
  for (guint i = 0; i < import->rows->len; i++) {
    TorgImportRow *row = g_ptr_array_index (import->rows, i);

    if (row->action == TORG_IMPORT_CREATE || row->action == TORG_IMPORT_CHANGE)
      put (fixture, "projects", row->document);
  }
}

static void
import (Fixture *fixture, const char *rows)
{
  g_autoptr (TorgImport) plan_of_rows = plan (fixture, rows);

  carry_out (fixture, plan_of_rows);
}

static TorgImportRow *
only_row (const TorgImport *import)
{
  g_assert_cmpuint (import->rows->len, ==, 1);
  return g_ptr_array_index (import->rows, 0);
}

/* The project in the forum; there is one. */
static JsonObject *
only_project (Fixture *fixture)
{
  GHashTableIter iter;
  const char *key;
  JsonObject *document;
  JsonObject *found = NULL;

  g_hash_table_iter_init (&iter, fixture->records);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &document)) {
    if (!g_str_has_prefix (key, "projects/"))
      continue;
    g_assert_null (found);
    found = document;
  }
  g_assert_nonnull (found);
  return found;
}

/* One row whose cells are all said here, and the members that its document must have, as JSON. */
static void
test_fields (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *row;
    const char *members;
  } rows[] = {
    { "1,NAV IT, A  title,,,,,,,,,,,,,,,",                   "{\"title\": \"A title\", \"status\": \"unknown\"}" },
    { "1,NAV IT,T,,,,,,,,,,,Implementert,,,,",               "{\"status\": \"in-use\"}"                          },
    { "1,NAV IT,T,,,Helse,,,,,,,,,,,,",                      "{\"areas\": {\"health\": true}}"                   },
    { "1,NAV IT,T,,,,\"one\ntwo\",,,,,,,,,,,",               "{\"description\": \"one\\n\\ntwo\"}"               },
    { "1,NAV IT,T,,,,,,2021,31.12.2023,,,,,,,,",             "{\"start\": \"2021\", \"end\": \"2023-12-31\"}"    },
    { "1,NAV IT,T,,,,,,soon,,,,,,,,,",                       "{\"description\": \"**Prosjektstart:** soon\"}"    },
    { "1,NAV IT,T,,,,D,,2023,2021,,,,,,,,",
     "{\"start\": \"2023\", \"description\": \"D\\n\\n**Prosjektslutt:** 2021\"}"                                },
    { "1,NAV IT,T,,,,,,,,,Ja,,,,,,",                         "{\"consultants\": \"yes\"}"                        },
    { "1,NAV IT,T,,,,,,,,,kanskje,,,,,,",
     "{\"description\": \"**Bruk av innleide konsulenter:** kanskje\"}"                                          },
    { "1,NAV IT,T,,,,,,,,,,,På vent,,,,",
     "{\"status\": \"unknown\", \"description\": \"**Status:** På vent\"}"                                       },
    { "1,NAV IT,T,,,,,,,,,,,\"Pilot, Avsluttet\",,,,",
     "{\"status\": \"unknown\", \"description\": \"**Status:** Pilot, Avsluttet\"}"                              },
    { "1,NAV IT,T,,,,,,,,,,,,,,ja,",                         "{\"tags\": {\"modellutvikling\": true}}"           },
    { "1,NAV IT,T,,,,,,,,,,,,,,,\"Machine learning;Juss\"",
     "{\"techniques\": {\"machine-learning\": true}, \"tags\": {\"Juss\": true}}"                                },
    { "1,NAV IT,T,,,,,,,,,,http://a.no/å b,,,,,",
     "{\"description\": \"**Lenke til prosjekt:** http://a.no/å b\"}"                                            },
    { "1,Trondheim kommune,T,,Kommunal sektor,,,,,,,,,,,,,", "{\"owner\": \"no-942110464\"}"                     },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgImport) import_of_row = plan (fixture, rows[i].row);
    g_autoptr (JsonNode) expected =
      torg_json_parse (rows[i].members, strlen (rows[i].members), 0, NULL);
    TorgImportRow *row = only_row (import_of_row);
    JsonObjectIter iter;
    const char *name;
    JsonNode *value;

    g_assert_cmpstr (row->reason, ==, NULL);
    json_object_iter_init (&iter, json_node_get_object (expected));
    while (json_object_iter_next (&iter, &name, &value))
      if (!torg_json_equal (value, json_object_get_member (row->document, name)))
        g_error ("%s: %s is not as it should be", rows[i].row, name);
  }
}

/* A row that only has cells of one kind gives a field that is not there, not an empty one. */
static void
test_absent_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) import_of_row = plan (fixture, "1,NAV IT,T,,,,,,2023,2021,,,NA,,,,Nei,");
  JsonObject *document = only_row (import_of_row)->document;

  g_assert_false (json_object_has_member (document, "end"));
  g_assert_false (json_object_has_member (document, "links"));
  g_assert_false (json_object_has_member (document, "tags"));
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) import_of_row =
    plan (fixture, "1,NAV IT,T,,,,,,,,,,\"https://a.no/å\nwww.b.no/\",,,,,");
  JsonArray *links = torg_json_get_array (only_row (import_of_row)->document, "links");

  g_assert_cmpuint (json_array_get_length (links), ==, 2);
  g_assert_cmpstr (torg_json_get_string (json_array_get_object_element (links, 0), "url"), ==,
                   "https://a.no/å");
  g_assert_cmpstr (torg_json_get_string (json_array_get_object_element (links, 1), "url"), ==,
                   "https://www.b.no/");
}

static void
test_organisations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) two = plan (fixture, "1,Helse Vest ,T,,Statlig virksomhet,,,,,,"
                                              "\"UiB, St.Olavs Hospital\",,,,,,,\n"
                                              "2,helse vest,U,,Annet,,,,,,"
                                              "\"St. Olavs hospital, UIB, UiB\",,,,,,,\n");
  TorgImportRow *first = g_ptr_array_index (two->rows, 0);
  TorgImportRow *second = g_ptr_array_index (two->rows, 1);
  TorgImportOwner *owner = g_ptr_array_index (two->organisations, 0);
  JsonArray *partners = torg_json_get_array (second->document, "partners");

  g_assert_cmpuint (two->organisations->len, ==, 3);
  g_assert_cmpstr (torg_json_get_string (owner->document, "name"), ==, "Helse Vest");
  g_assert_cmpstr (torg_json_get_string (owner->document, "type"), ==, "health-trust");
  g_assert_true (torg_json_equal (json_object_get_member (first->document, "owner"),
                                  json_object_get_member (second->document, "owner")));
  g_assert_cmpuint (json_array_get_length (partners), ==, 2);
}

/* A text that is too long for its field stands in the description, whole. */
static void
test_too_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (1500, 'x');
  g_autofree char *rows = g_strdup_printf ("1,NAV IT,%s,,,,,,,,,,,,%s,,,", long_text, long_text);
  g_autoptr (TorgImport) import_of_row = plan (fixture, rows);
  JsonObject *document = only_row (import_of_row)->document;
  const char *description = torg_json_get_string (document, "description");

  g_assert_cmpint (only_row (import_of_row)->action, ==, TORG_IMPORT_CREATE);
  g_assert_true (g_str_has_suffix (torg_json_get_string (document, "title"), "x…"));
  g_assert_false (json_object_has_member (document, "data_types"));
  g_assert_cmpuint (strlen (description), >, 3000);
  g_assert_nonnull (strstr (description, "**Type data:** "));
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *row;
    const char *says;
  } rows[] = {
    { "\n",                                "empty"                                     },
    { ",,,,,,,,,,,,,,,,,\n",               "empty"                                     },
    { ",NAV IT,T,,,,,,,,,,,,,,,\n",        "no id"                                     },
    { "1,NAV IT,,,,,,,,,,,,,,,,\n",        "title: is required"                        },
    { "1,,T,,,,,,,,,,,,,,,\n",             "owner: is required"                        },
    { "1,NAV IT,T,,,,,,,,,,,,,,,,extra\n", "it has 19 cells, but there are 18 columns" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgImport) import_of_row = plan (fixture, rows[i].row);
    TorgImportRow *row = only_row (import_of_row);

    g_assert_cmpint (row->action, ==, TORG_IMPORT_LEAVE_OUT);
    g_assert_nonnull (strstr (row->reason, rows[i].says));
  }
}

static void
test_same_id_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) two =
    plan (fixture, "1,NAV IT,T,,,,,,,,,,,,,,,\n 1 ,NAV IT,U,,,,,,,,,,,,,,,\n");
  TorgImportRow *second = g_ptr_array_index (two->rows, 1);

  g_assert_cmpuint (torg_import_count (two, TORG_IMPORT_CREATE), ==, 1);
  g_assert_nonnull (strstr (second->reason, "line 2 already"));
}

/* The row as it stands in the file is in the record, with columns that are none of the register's. */
static void
test_source_row (Fixture *fixture, gconstpointer data)
{
  static const char *const csv = HEADER ",Notat,Status\n"
                                        "1,NAV IT , T ,,,,,,,,,,,Pilot,,,Nei,,see x,y\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgImport) import_of_row =
    torg_import_new (csv, strlen (csv), fixture->places, lookup, fixture, &error);
  JsonObject *row;

  g_assert_no_error (error);
  row = torg_json_get_object (only_row (import_of_row)->document, "source_row");
  g_assert_cmpstr (torg_json_get_string (row, "id"), ==, "1");
  g_assert_cmpstr (torg_json_get_string (row, "Prosjekteier"), ==, "NAV IT ");
  g_assert_cmpstr (torg_json_get_string (row, "Status"), ==, "Pilot");
  g_assert_cmpstr (torg_json_get_string (row, "Modellutvikling"), ==, "Nei");
  g_assert_cmpstr (torg_json_get_string (row, "Notat"), ==, "see x");
  g_assert_cmpstr (torg_json_get_string (row, "Status 20"), ==, "y");
  g_assert_false (json_object_has_member (row, "Departement"));
}

static void
test_missing_columns (Fixture *fixture, gconstpointer data)
{
  static const char *const csv = ",Prosjekteier,Prosjekttittel\n1,NAV IT,T\n";
  g_autoptr (GError) error = NULL;

  g_assert_null (torg_import_new (csv, strlen (csv), fixture->places, lookup, fixture, &error));
  g_assert_error (error, TORG_IMPORT_ERROR, TORG_IMPORT_ERROR_COLUMNS);
  g_assert_nonnull (strstr (error->message, "“Departement”, “Eiertype”"));
  g_assert_null (strstr (error->message, "Prosjekteier"));
}

#define ROW(title, status) "1,NAV IT," title ",,,,,,2021,,,,," status ",,,ja,\n"

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) again = NULL;

  import (fixture, ROW ("T", "Pilot"));
  again = plan (fixture, ROW ("T", "Pilot"));
  g_assert_cmpint (only_row (again)->action, ==, TORG_IMPORT_SAME);
  g_assert_cmpuint (only_row (again)->kept_edits->len, ==, 0);
  g_assert_cmpuint (torg_import_count_organisations (again, TORG_IMPORT_SAME), ==, 1);
}

static void
test_new_value_in_the_file (Fixture *fixture, gconstpointer data)
{
  import (fixture, ROW ("T", "Pilot"));
  import (fixture, ROW ("T", "Avsluttet"));
  g_assert_cmpstr (torg_json_get_string (only_project (fixture), "status"), ==, "finished");
}

/* What people wrote stays, whether the file says something new or not; all else follows the file. */
static void
test_edits_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) second = NULL;
  JsonObject *project;

  import (fixture, ROW ("T", "Pilot"));
  project = only_project (fixture);
  json_object_set_string_member (project, "title", "A better title");
  json_object_set_string_member (project, "status", "scaled");
  json_object_set_string_member (project, "summary", "Said in Torg only");
  json_object_set_boolean_member (torg_json_get_object (project, "tags"), "velferd", TRUE);
  second = plan (fixture, "1,NAV IT,T,,,Helse,,,2022,,,,,Avsluttet,,,ja,AI ethics\n");
  g_assert_cmpuint (only_row (second)->kept_edits->len, ==, 4);
  carry_out (fixture, second);
  project = only_project (fixture);
  g_assert_cmpstr (torg_json_get_string (project, "title"), ==, "A better title");
  g_assert_cmpstr (torg_json_get_string (project, "status"), ==, "scaled");
  g_assert_cmpstr (torg_json_get_string (project, "summary"), ==, "Said in Torg only");
  g_assert_cmpstr (torg_json_get_string (project, "start"), ==, "2022");
  g_assert_true (json_object_has_member (torg_json_get_object (project, "areas"), "health"));
  g_assert_true (json_object_has_member (torg_json_get_object (project, "tags"), "velferd"));
  g_assert_true (json_object_has_member (torg_json_get_object (project, "tags"), "AI ethics"));
}

/* The edit is against the import before last as well. */
static void
test_edits_are_kept_for_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) third = NULL;

  import (fixture, ROW ("T", "Pilot"));
  json_object_set_string_member (only_project (fixture), "status", "scaled");
  import (fixture, ROW ("T", "Avsluttet"));
  third = plan (fixture, ROW ("T", "Avsluttet"));
  g_assert_cmpint (only_row (third)->action, ==, TORG_IMPORT_SAME);
  g_assert_cmpstr (torg_json_get_string (only_project (fixture), "status"), ==, "scaled");
}

static void
test_edit_that_does_not_fit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) second = NULL;

  import (fixture, ROW ("T", "Pilot"));
  json_object_set_string_member (only_project (fixture), "end", "2022");
  second = plan (fixture, "1,NAV IT,T,,,,,,2023,,,,,Pilot,,,ja,\n");
  g_assert_cmpint (only_row (second)->action, ==, TORG_IMPORT_LEAVE_OUT);
  g_assert_nonnull (strstr (only_row (second)->reason, "end: is before the start"));
}

static void
test_deleted_is_not_brought_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) second = NULL;
  g_autofree char *key = NULL;

  import (fixture, ROW ("T", "Pilot"));
  key = g_strconcat ("projects/", torg_json_get_string (only_project (fixture), "id"), NULL);
  g_hash_table_insert (fixture->records, g_steal_pointer (&key), NULL);
  second = plan (fixture, ROW ("T", "Avsluttet"));
  g_assert_cmpint (only_row (second)->action, ==, TORG_IMPORT_DELETED);
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgImport) two = plan (fixture, ROW ("T", "Pilot") "\n");
  g_autofree char *text = torg_import_report_text (two);
  g_autoptr (JsonObject) json = torg_import_report_json (two);

  g_assert_nonnull (strstr (text, "Status → status: 1 filled, 1 blank\n"
                                  "      1  “Pilot” → status: pilot\n"));
  g_assert_nonnull (strstr (text, "line 2, id 1, “T”: new\n"));
  g_assert_nonnull (strstr (text, "line 3: left out: the row is empty\n"));
  g_assert_nonnull (strstr (text, "rows: 1 new, 1 left out\n"));
  g_assert_cmpuint (json_array_get_length (torg_json_get_array (json, "columns")), ==, 18);
  g_assert_cmpuint (json_array_get_length (torg_json_get_array (json, "rows")), ==, 2);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/import/projects/fields", test_fields);
  add ("/import/projects/absent-fields", test_absent_fields);
  add ("/import/projects/links", test_links);
  add ("/import/projects/organisations", test_organisations);
  add ("/import/projects/too-long", test_too_long);
  add ("/import/projects/left-out", test_left_out);
  add ("/import/projects/same-id-twice", test_same_id_twice);
  add ("/import/projects/source-row", test_source_row);
  add ("/import/projects/missing-columns", test_missing_columns);
  add ("/import/projects/twice", test_twice);
  add ("/import/projects/new-value", test_new_value_in_the_file);
  add ("/import/projects/edits", test_edits_are_kept);
  add ("/import/projects/edits-for-good", test_edits_are_kept_for_good);
  add ("/import/projects/edit-that-does-not-fit", test_edit_that_does_not_fit);
  add ("/import/projects/deleted", test_deleted_is_not_brought_back);
  add ("/import/projects/report", test_report);
  return g_test_run ();
}
