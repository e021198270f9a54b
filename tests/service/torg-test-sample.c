/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-sample.h"

#include "torg-attainment.h"
#include "torg-json.h"
#include "torg-places.h"
#include "torg-record.h"
#include "torg-sample.h"

static void
add_record (TestSample *sample, const char *collection, JsonObject *document)
{
  char *key = g_strdup_printf ("%s/%s", collection, torg_json_get_string (document, "id"));

  g_assert_true (g_hash_table_insert (sample->records, key, json_object_ref (document)));
}

static void
add_places (TestSample *sample)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();

  for (guint i = 0; i < torg_places_get_n_counties (places); i++) {
    g_autoptr (JsonObject) document =
      torg_place_to_organisation (torg_places_get_county (places, i));

    add_record (sample, "organisations", document);
  }
  for (guint i = 0; i < torg_places_get_n_municipalities (places); i++) {
    g_autoptr (JsonObject) document =
      torg_place_to_organisation (torg_places_get_municipality (places, i));

    add_record (sample, "organisations", document);
  }
}

void
test_sample_set_up (TestSample *sample, gconstpointer data)
{
  g_autoptr (GDate) today = g_date_new_julian (torg_attainment_day (TEST_SAMPLE_TODAY));
  guint n_files;
  const TorgSampleFile *files = torg_sample_files (&n_files);

  sample->records =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  add_places (sample);
  for (guint i = 0; i < n_files; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonArray) records = torg_sample_read (&files[i], today, &error);

    g_assert_no_error (error);
    for (guint j = 0; j < json_array_get_length (records); j++)
      add_record (sample, files[i].collection, json_array_get_object_element (records, j));
  }
}

void
test_sample_tear_down (TestSample *sample, gconstpointer data)
{
  g_hash_table_unref (sample->records);
}

/* Calls @visit with every sample record of a collection, all collections for %NULL. */
void
test_sample_for_each (TestSample *sample, const char *collection, TestSampleVisit visit)
{
  GHashTableIter iter;
  const char *key;
  JsonObject *document;

  g_hash_table_iter_init (&iter, sample->records);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &document)) {
    g_auto (GStrv) parts = g_strsplit (key, "/", 2);

    if (collection != NULL && !g_str_equal (collection, parts[0]))
      continue;
    if (json_object_has_member (document, "sample"))
      visit (sample, torg_kind_for (parts[0]), document);
  }
}

/* The record of a key `collection/id`, %NULL where there is none. */
JsonObject *
test_sample_find (TestSample *sample, const char *collection, const char *id)
{
  g_autofree char *key = g_strconcat (collection, "/", id, NULL);

  return g_hash_table_lookup (sample->records, key);
}

static gboolean
field_has (TorgRecord *record, const TorgField *field, const char *code)
{
  return field->type == TORG_FIELD_SET
           ? g_strv_contains (torg_record_get_set (record, field), code)
           : g_strcmp0 (torg_record_get_text (record, field), code) == 0;
}

/* @path is a field, or a list and a field of its parts: `partners/role`. */
static gboolean
record_has (TorgRecord *record, const char *path, const char *code)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", 2);
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), parts[0]);
  GListModel *list = NULL;

  if (parts[1] == NULL)
    return field_has (record, field, code);
  list = torg_record_get_list (record, field);
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++) {
    g_autoptr (TorgRecord) part = g_list_model_get_item (list, i);

    if (record_has (part, parts[1], code))
      return TRUE;
  }
  return FALSE;
}

/* Whether some sample record of the collection has each of the choices there. */
void
test_sample_covers (TestSample *sample,
                    const char *collection,
                    const char *path,
                    const TorgChoices *choices)
{
  g_autofree char *prefix = g_strconcat (collection, "/", NULL);
  g_autofree gboolean *found = NULL;
  guint n_choices = 0;
  GHashTableIter iter;
  const char *key;
  JsonObject *document;

  while (choices->rows[n_choices].code != NULL)
    n_choices++;
  found = g_new0 (gboolean, n_choices);
  g_hash_table_iter_init (&iter, sample->records);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &document)) {
    g_autoptr (TorgRecord) record = NULL;

    if (!g_str_has_prefix (key, prefix) || !json_object_has_member (document, "sample"))
      continue;
    record = torg_record_new_from_document (torg_kind_for (collection), document);
    for (guint i = 0; i < n_choices; i++)
      found[i] |= record_has (record, path, choices->rows[i].code);
  }
  for (guint i = 0; i < n_choices; i++)
    if (!found[i])
      g_error ("no sample of %s has %s: %s", collection, path, choices->rows[i].code);
}
