/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-finder.h"

#include "torg-fold.h"
#include "torg-organisation.h"
#include "torg-person.h"

#include <string.h>

#define MOST 20

struct _TestFinder {
  GObject parent_instance;

  TorgPlaces *places;
  GListStore *records;
};

static TorgRecord *
find (TorgFinder *finder, const char *collection, const char *id)
{
  GListModel *records = G_LIST_MODEL (TEST_FINDER (finder)->records);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (TorgRecord) record = g_list_model_get_item (records, i);

    if (g_str_equal (torg_record_get_kind (record)->collection, collection) &&
        g_strcmp0 (torg_record_get_id (record), id) == 0)
      return g_steal_pointer (&record);
  }
  return NULL;
}

static void
search (TorgFinder *finder,
        const TorgKind *kind,
        const char *text,
        GCancellable *cancellable,
        TorgFound done,
        gpointer data)
{
  GListModel *records = G_LIST_MODEL (TEST_FINDER (finder)->records);
  g_autoptr (GListStore) found = g_list_store_new (TORG_TYPE_RECORD);
  g_autofree char *wanted = torg_fold (text);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (TorgRecord) record = g_list_model_get_item (records, i);
    g_autofree char *title = torg_fold (torg_record_get_title (record));

    if (torg_record_get_kind (record) == kind && strstr (title, wanted) != NULL &&
        g_list_model_get_n_items (G_LIST_MODEL (found)) < MOST)
      g_list_store_append (found, record);
  }
  done (G_LIST_MODEL (found), data);
}

static const TorgPlaces *
get_places (TorgFinder *finder)
{
  return TEST_FINDER (finder)->places;
}

static void
add (TorgFinder *finder, TorgRecord *record, TorgAdded done, gpointer data)
{
  g_list_store_append (TEST_FINDER (finder)->records, record);
  done (NULL, data);
}

static void
test_finder_iface_init (TorgFinderInterface *iface)
{
  iface->find = find;
  iface->search = search;
  iface->get_places = get_places;
  iface->add = add;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestFinder,
                               test_finder,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_FINDER, test_finder_iface_init))

static void
test_finder_finalize (GObject *object)
{
  TestFinder *self = TEST_FINDER (object);

  g_clear_pointer (&self->places, torg_places_free);
  g_clear_object (&self->records);
  G_OBJECT_CLASS (test_finder_parent_class)->finalize (object);
}

static void
test_finder_class_init (TestFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_finder_finalize;
}

static void
add_place (TestFinder *self, const TorgPlace *place)
{
  g_autoptr (JsonObject) document = torg_place_to_organisation (place);
  g_autoptr (TorgRecord) record = torg_record_new_from_document (&torg_organisation_kind, document);
  g_autofree char *id = torg_place_dup_id (place);

  torg_record_set_id (record, id);
  test_finder_add (self, record);
}

static void
test_finder_init (TestFinder *self)
{
  static const char *const people[][2] = {
    { "kari", "Kari Nordmann" },
    { "ola",  "Ola Hansen"    }
  };

  self->places = torg_places_new ();
  self->records = g_list_store_new (TORG_TYPE_RECORD);
  for (guint i = 0; i < torg_places_get_n_municipalities (self->places); i++)
    add_place (self, torg_places_get_municipality (self->places, i));
  for (guint i = 0; i < torg_places_get_n_counties (self->places); i++)
    add_place (self, torg_places_get_county (self->places, i));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++) {
    g_autoptr (TorgRecord) person = torg_record_new (&torg_person_kind);

    torg_record_set_id (person, people[i][0]);
    g_object_set (person, "name", people[i][1], "role", "Prosjektleder", "organisation",
                  "no-964338531", NULL);
    test_finder_add (self, person);
  }
}

TorgFinder *
test_finder_new (void)
{
  return g_object_new (TEST_TYPE_FINDER, NULL);
}

void
test_finder_add (TestFinder *self, TorgRecord *record)
{
  g_list_store_append (self->records, record);
}
