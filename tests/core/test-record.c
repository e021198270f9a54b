/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-record.h"

#include "torg-json.h"
#include "torg-partner.h"
#include "torg-person.h"
#include "torg-project.h"
#include "torg-test-core.h"

#include <string.h>

static const TorgField *
field_of (TorgRecord *record, const char *name)
{
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), name);

  g_assert_nonnull (field);
  return field;
}

static TorgRecord *
project_of (const char *json)
{
  g_autoptr (JsonObject) document = torg_test_object (json);

  return torg_record_new_from_document (&torg_project_kind, document);
}

static void
assert_document (TorgRecord *record, const char *json)
{
  g_autoptr (JsonObject) document = torg_record_to_document (record);
  g_autoptr (JsonObject) expected = torg_test_object (json);

  torg_test_assert_objects_equal (document, expected);
}

/* Writes down each notification, so that a test can compare the whole. */
static void
on_notify (GObject *object, GParamSpec *pspec, GString *log)
{
  g_string_append_printf (log, "%s ", pspec->name);
}

static GString *
watch (TorgRecord *record)
{
  GString *log = g_string_new (NULL);

  g_signal_connect (record, "notify", G_CALLBACK (on_notify), log);
  return log;
}

static void
test_new (void)
{
  for (guint i = 0; torg_test_kinds ()[i] != NULL; i++) {
    const TorgKind *kind = torg_test_kinds ()[i];
    g_autoptr (TorgRecord) record = torg_record_new (kind);

    g_assert_true (torg_record_get_kind (record) == kind);
    g_assert_true (G_OBJECT_TYPE (record) == kind->get_type ());
    g_assert_null (torg_record_get_id (record));
    g_assert_null (torg_record_get_bucket (record));
    g_assert_cmpint (torg_record_get_revision (record), ==, 0);
    g_assert_cmpstr (torg_record_get_title (record), ==, "");
    assert_document (record, "{}");
  }
}

static void
assert_empty (TorgRecord *record, const TorgField *field)
{
  if (torg_field_is_text (field))
    g_assert_null (torg_record_get_text (record, field));
  else if (torg_field_is_number (field))
    g_assert_cmpint (torg_record_get_number (record, field), ==, TORG_UNSET);
  else if (field->type == TORG_FIELD_BOOL)
    g_assert_false (torg_record_get_bool (record, field));
  else if (field->type == TORG_FIELD_SET)
    g_assert_null (torg_record_get_set (record, field)[0]);
  else
    g_assert_null (torg_record_get_list (record, field));
}

static void
test_new_is_empty (void)
{
  for (guint i = 0; torg_test_kinds ()[i] != NULL; i++) {
    const TorgKind *kind = torg_test_kinds ()[i];
    g_autoptr (TorgRecord) record = torg_record_new (kind);

    for (guint j = 0; j < kind->n_fields; j++)
      assert_empty (record, &kind->fields[j]);
  }
}

/* Every field of every kind, filled: what is read is written. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();

  for (guint i = 0; i < 200; i++)
    for (guint j = 0; torg_test_kinds ()[j] != NULL; j++) {
      g_autoptr (JsonObject) document = torg_test_document (torg_test_kinds ()[j], rand);
      g_autoptr (TorgRecord) record =
        torg_record_new_from_document (torg_test_kinds ()[j], document);
      g_autoptr (JsonObject) written = torg_record_to_document (record);

      torg_test_assert_objects_equal (written, document);
    }
}

/* As before, but through properties, into a record that never saw the document. */
static void
test_round_trip_by_properties (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();

  for (guint j = 0; torg_test_kinds ()[j] != NULL; j++) {
    const TorgKind *kind = torg_test_kinds ()[j];
    g_autoptr (JsonObject) document = torg_test_document (kind, rand);
    g_autoptr (TorgRecord) record = torg_record_new_from_document (kind, document);
    g_autoptr (TorgRecord) other = torg_record_new (kind);
    g_autoptr (JsonObject) written = NULL;

    for (guint i = 0; i < kind->n_fields; i++) {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (record), kind->fields[i].name, &value);
      g_object_set_property (G_OBJECT (other), kind->fields[i].name, &value);
    }
    torg_record_set_id (other, torg_record_get_id (record));
    written = torg_record_to_document (other);
    json_object_remove_member (document, "last_modified");
    json_object_remove_member (document, "x_one");
    json_object_remove_member (document, "x_two");
    torg_test_assert_objects_equal (written, document);
  }
}

static void
test_struct (void)
{
  g_autoptr (TorgRecord) record =
    project_of ("{'id': 'p1', 'last_modified': 17, 'title': 'T', 'budget': 5, 'sample': true, "
                "'tags': {'b': true, 'a': true}, 'partners': [{'id': 'x', 'role': 'pilot'}]}");
  TorgProject *project = TORG_PROJECT (record);
  g_autoptr (TorgPartner) partner = g_list_model_get_item (project->partners, 0);

  g_assert_cmpstr (torg_record_get_id (record), ==, "p1");
  g_assert_cmpint (torg_record_get_revision (record), ==, 17);
  g_assert_cmpstr (torg_record_get_title (record), ==, "T");
  g_assert_cmpstr (project->title, ==, "T");
  g_assert_cmpint (project->budget, ==, 5);
  g_assert_true (project->sample);
  g_assert_cmpstrv (project->tags, ((const char *const[]) { "a", "b", NULL }));
  g_assert_null (project->summary);
  g_assert_cmpuint (g_list_model_get_n_items (project->partners), ==, 1);
  g_assert_cmpstr (partner->role, ==, "pilot");
  g_assert_cmpstr (torg_record_get_id (TORG_RECORD (partner)), ==, "x");
}

static void
test_getters (void)
{
  g_autoptr (TorgRecord) record = project_of ("{'title': 'T', 'budget': -5, 'sample': true, "
                                              "'tags': {'b': true}, 'links': [{'id': 'x'}]}");

  g_assert_cmpstr (torg_record_get_text (record, field_of (record, "title")), ==, "T");
  g_assert_cmpint (torg_record_get_number (record, field_of (record, "budget")), ==, -5);
  g_assert_true (torg_record_get_bool (record, field_of (record, "sample")));
  g_assert_cmpstr (torg_record_get_set (record, field_of (record, "tags"))[0], ==, "b");
  g_assert_nonnull (torg_record_get_list (record, field_of (record, "links")));
}

/* Properties have their names with - and are found with _ as well. */
static void
test_property_names (void)
{
  g_autoptr (TorgRecord) record = project_of ("{'open_to_partners': 'ask'}");
  GObjectClass *klass = G_OBJECT_GET_CLASS (record);
  g_autofree char *hyphens = NULL;
  g_autofree char *underscores = NULL;

  g_assert_cmpstr (g_object_class_find_property (klass, "open-to-partners")->name, ==,
                   "open-to-partners");
  g_object_get (record, "open-to-partners", &hyphens, "open_to_partners", &underscores, NULL);
  g_assert_cmpstr (hyphens, ==, "ask");
  g_assert_cmpstr (underscores, ==, "ask");
  for (guint i = 0; torg_test_kinds ()[i] != NULL; i++) {
    const TorgKind *kind = torg_test_kinds ()[i];
    g_autoptr (TorgRecord) each = torg_record_new (kind);

    for (guint j = 0; j < kind->n_fields; j++)
      g_assert_nonnull (
        g_object_class_find_property (G_OBJECT_GET_CLASS (each), kind->fields[j].name));
  }
}

static void
test_base_properties (void)
{
  g_autoptr (TorgRecord) record = project_of ("{'id': 'p1', 'last_modified': 17}");
  g_autofree char *id = NULL;
  g_autofree char *bucket = NULL;
  gint64 revision = 0;

  torg_record_set_bucket (record, "torg");
  g_object_get (record, "id", &id, "bucket", &bucket, "revision", &revision, NULL);
  g_assert_cmpstr (id, ==, "p1");
  g_assert_cmpstr (bucket, ==, "torg");
  g_assert_cmpint (revision, ==, 17);
}

static void
test_unknown_members (void)
{
  static const char json[] = "{'id': 'p', 'title': 'T', 'x': {'y': [1.5, 'z']}, 'Title': 'other', "
                             "'open-to-partners': 'yes', 'schema': 3}";
  g_autoptr (TorgRecord) record = project_of (json);

  assert_document (record, json);
  g_object_set (record, "title", "U", NULL);
  assert_document (record, "{'id': 'p', 'title': 'U', 'x': {'y': [1.5, 'z']}, 'Title': 'other', "
                           "'open-to-partners': 'yes', 'schema': 3}");
}

/* Members of another type are shown as empty, kept, and overwritten only by a value. */
static void
test_wrong_types (void)
{
  static const char *const wrong[] = { "7", "1.5", "'x'", "true", "{'a': 1}", "[1]", "null" };
  const TorgKind *kind = &torg_project_kind;

  for (guint i = 0; i < kind->n_fields; i++)
    for (guint j = 0; j < G_N_ELEMENTS (wrong); j++) {
      const TorgField *field = &kind->fields[i];
      g_autofree char *json = g_strdup_printf ("{'id': 'p', '%s': %s}", field->name, wrong[j]);
      g_autoptr (TorgRecord) record = project_of (json);

      assert_document (record, json);
      if (torg_field_is_text (field) ? j != 2 : torg_field_is_number (field) ? j != 0 : j != 3)
        assert_empty (record, field);
    }
}

static void
test_wrong_type_replaced (void)
{
  g_autoptr (TorgRecord) record = project_of ("{'id': 'p', 'title': 7, 'summary': 8}");

  g_object_set (record, "title", "T", "summary", NULL, NULL);
  assert_document (record, "{'id': 'p', 'title': 'T', 'summary': 8}");
}

/* What another program wrote in its own way is left so where nobody changed it. */
static void
test_spelling_kept (void)
{
  static const char *const members[] = {
    "'sample': false",
    "'title': ''",
    "'tags': {}",
    "'partners': []",
    "'budget': -9223372036854775808",
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    g_autofree char *json = g_strdup_printf ("{'id': 'p', %s, 'status': 'idea'}", members[i]);
    g_autofree char *changed = g_strdup_printf ("{'id': 'p', %s, 'status': 'pilot'}", members[i]);
    g_autoptr (TorgRecord) record = project_of (json);

    assert_document (record, json);
    g_object_set (record, "status", "pilot", NULL);
    assert_document (record, changed);
  }
}

static void
test_clear (void)
{
  g_autoptr (TorgRecord) record =
    project_of ("{'id': 'p', 'title': 'T', 'summary': 'S', 'budget': 5, 'sample': true, "
                "'tags': {'a': true}, 'partners': [{'id': 'x'}]}");

  g_object_set (record, "title", NULL, "summary", "", "budget", TORG_UNSET, "sample", FALSE, "tags",
                NULL, "partners", NULL, NULL);
  for (guint i = 0; i < torg_project_kind.n_fields; i++)
    assert_empty (record, &torg_project_kind.fields[i]);
  assert_document (record, "{'id': 'p'}");
}

static void
test_zero_is_a_number (void)
{
  g_autoptr (TorgRecord) record = project_of ("{'budget': 0}");

  g_assert_cmpint (TORG_PROJECT (record)->budget, ==, 0);
  assert_document (record, "{'budget': 0}");
}

static void
test_sets (void)
{
  static const char *const keys[] = { "b", "a", "c", "a", NULL };
  static const char *const same[] = { "c", "b", "a", NULL };
  g_autoptr (TorgRecord) record = project_of ("{}");
  g_autoptr (GString) log = NULL;

  g_object_set (record, "tags", keys, NULL);
  g_assert_cmpstrv (TORG_PROJECT (record)->tags, ((const char *const[]) { "a", "b", "c", NULL }));
  assert_document (record, "{'tags': {'a': true, 'b': true, 'c': true}}");
  log = watch (record);
  g_object_set (record, "tags", same, NULL);
  g_assert_cmpstr (log->str, ==, "");
}

static void
test_notify_once (void)
{
  g_autoptr (TorgRecord) record = project_of ("{}");
  g_autoptr (GString) log = watch (record);
  static const char *const keys[] = { "a", NULL };

  for (guint i = 0; i < 2; i++) {
    g_object_set (record, "title", "T", NULL);
    g_object_set (record, "budget", G_GINT64_CONSTANT (5), NULL);
    g_object_set (record, "sample", TRUE, NULL);
    g_object_set (record, "tags", keys, NULL);
    g_object_set (record, "open-to-partners", "yes", NULL);
    torg_record_set_id (record, "p");
    torg_record_set_bucket (record, "torg");
  }
  g_assert_cmpstr (log->str, ==, "title budget sample tags open-to-partners id bucket ");
}

static void
test_empty_is_no_change (void)
{
  g_autoptr (TorgRecord) record = project_of ("{}");
  g_autoptr (GString) log = watch (record);

  g_object_set (record, "title", "", "title", NULL, "budget", TORG_UNSET, "tags", NULL, "partners",
                NULL, "sample", FALSE, NULL);
  g_assert_cmpstr (log->str, ==, "");
}

/* A record that is loaded again notifies what is another now, and nothing else. */
static void
test_load (void)
{
  static const char before[] = "{'id': 'p', 'last_modified': 1, 'title': 'T', 'budget': 5, "
                               "'tags': {'a': true}, 'partners': [{'id': 'x', 'role': 'pilot'}], "
                               "'links': [{'id': 'y'}], 'sample': true}";
  static const char after[] = "{'id': 'p', 'last_modified': 2, 'title': 'T', 'tags': {'b': true}, "
                              "'partners': [{'id': 'x', 'role': 'pilot'}], 'links': [], "
                              "'sample': true, 'summary': 'S', 'x': 1}";
  g_autoptr (TorgRecord) record = project_of (before);
  g_autoptr (JsonObject) same = torg_test_object (before);
  g_autoptr (JsonObject) other = torg_test_object (after);
  g_autoptr (GString) log = watch (record);
  static const char *const changed[] = { "revision", "summary", "tags", "budget", "links" };

  torg_record_load (record, same);
  g_assert_cmpstr (log->str, ==, "");
  torg_record_load (record, other);
  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    g_assert_nonnull (strstr (log->str, changed[i]));
  g_assert_cmpuint (log->len, ==, strlen ("revision summary tags budget links "));
  assert_document (record, after);
}

/* What a document no longer has, the record no longer has. */
static void
test_load_replaces (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();
  g_autoptr (JsonObject) empty = json_object_new ();

  for (guint i = 0; torg_test_kinds ()[i] != NULL; i++) {
    const TorgKind *kind = torg_test_kinds ()[i];
    g_autoptr (JsonObject) document = torg_test_document (kind, rand);
    g_autoptr (TorgRecord) record = torg_record_new_from_document (kind, document);

    torg_record_load (record, empty);
    g_assert_null (torg_record_get_id (record));
    for (guint j = 0; j < kind->n_fields; j++)
      assert_empty (record, &kind->fields[j]);
    assert_document (record, "{}");
  }
}

/* The record's document is its own. */
static void
test_document_apart (void)
{
  g_autoptr (JsonObject) document = torg_test_object ("{'id': 'p', 'title': 'T', 'x': 1}");
  g_autoptr (TorgRecord) record = torg_record_new_from_document (&torg_project_kind, document);
  g_autoptr (JsonObject) written = torg_record_to_document (record);

  json_object_remove_member (document, "x");
  json_object_remove_member (written, "x");
  assert_document (record, "{'id': 'p', 'title': 'T', 'x': 1}");
}

static void
test_odd_head (void)
{
  g_autoptr (TorgRecord) record = project_of ("{'id': 7, 'last_modified': 'x'}");

  g_assert_null (torg_record_get_id (record));
  g_assert_cmpint (torg_record_get_revision (record), ==, 0);
  assert_document (record, "{'id': 7, 'last_modified': 'x'}");
}

static void
test_copy (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();
  g_autoptr (JsonObject) document = torg_test_document (&torg_project_kind, rand);
  g_autoptr (TorgRecord) record = torg_record_new_from_document (&torg_project_kind, document);
  g_autoptr (TorgRecord) copy = NULL;
  g_autoptr (JsonObject) written = NULL;
  g_autoptr (JsonObject) rewritten = NULL;
  g_autoptr (TorgPartner) part = NULL;

  torg_record_set_bucket (record, "org-no-1");
  copy = torg_record_copy (record);
  written = torg_record_to_document (copy);
  torg_test_assert_objects_equal (written, document);
  g_assert_cmpstr (torg_record_get_bucket (copy), ==, "org-no-1");
  g_assert_cmpint (torg_record_get_revision (copy), ==, torg_record_get_revision (record));

  part = g_list_model_get_item (TORG_PROJECT (copy)->partners, 0);
  g_object_set (part, "contribution", "another", NULL);
  g_object_set (copy, "title", "another", NULL);
  rewritten = torg_record_to_document (record);
  torg_test_assert_objects_equal (rewritten, document);
}

/* A copy of what is not saved yet has the edits, and the empty fields. */
static void
test_copy_edited (void)
{
  g_autoptr (TorgRecord) record = project_of ("{'id': 'p', 'title': 'T', 'summary': 'S'}");
  g_autoptr (TorgRecord) copy = NULL;

  g_object_set (record, "title", "U", "summary", NULL, NULL);
  copy = torg_record_copy (record);
  assert_document (copy, "{'id': 'p', 'title': 'U'}");
}

/* Parts are records: they keep what they do not know, and a change in one is written. */
static void
test_parts (void)
{
  g_autoptr (TorgRecord) record =
    project_of ("{'partners': [{'id': 'a', 'role': 'pilot', 'x': 1}, {'id': 'b', 'role': 7}]}");
  GListModel *partners = TORG_PROJECT (record)->partners;
  g_autoptr (TorgPartner) first = g_list_model_get_item (partners, 0);
  g_autoptr (TorgRecord) added = torg_record_new (&torg_partner_kind);

  torg_record_set_id (added, "c");
  g_object_set (added, "organisation", "no-1", NULL);
  g_object_set (first, "role", "supplier", NULL);
  g_list_store_append (G_LIST_STORE (partners), added);
  assert_document (record, "{'partners': [{'id': 'a', 'role': 'supplier', 'x': 1}, "
                           "{'id': 'b', 'role': 7}, {'id': 'c', 'organisation': 'no-1'}]}");
  g_list_store_remove_all (G_LIST_STORE (partners));
  assert_document (record, "{}");
}

static void
test_construct (void)
{
  g_autoptr (TorgProject) project =
    g_object_new (TORG_TYPE_PROJECT, "title", "T", "budget", G_GINT64_CONSTANT (7), NULL);

  g_assert_cmpstr (torg_record_get_title (TORG_RECORD (project)), ==, "T");
  g_assert_cmpint (project->budget, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/new-is-empty", test_new_is_empty);
  g_test_add_func ("/record/round-trip", test_round_trip);
  g_test_add_func ("/record/round-trip-by-properties", test_round_trip_by_properties);
  g_test_add_func ("/record/struct", test_struct);
  g_test_add_func ("/record/getters", test_getters);
  g_test_add_func ("/record/property-names", test_property_names);
  g_test_add_func ("/record/base-properties", test_base_properties);
  g_test_add_func ("/record/unknown-members", test_unknown_members);
  g_test_add_func ("/record/wrong-types", test_wrong_types);
  g_test_add_func ("/record/wrong-type-replaced", test_wrong_type_replaced);
  g_test_add_func ("/record/spelling-kept", test_spelling_kept);
  g_test_add_func ("/record/clear", test_clear);
  g_test_add_func ("/record/zero-is-a-number", test_zero_is_a_number);
  g_test_add_func ("/record/sets", test_sets);
  g_test_add_func ("/record/notify-once", test_notify_once);
  g_test_add_func ("/record/empty-is-no-change", test_empty_is_no_change);
  g_test_add_func ("/record/load", test_load);
  g_test_add_func ("/record/load-replaces", test_load_replaces);
  g_test_add_func ("/record/document-apart", test_document_apart);
  g_test_add_func ("/record/odd-head", test_odd_head);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/copy-edited", test_copy_edited);
  g_test_add_func ("/record/parts", test_parts);
  g_test_add_func ("/record/construct", test_construct);
  return g_test_run ();
}
