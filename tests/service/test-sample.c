/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sample.h"

#include "torg-check.h"
#include "torg-choices.h"
#include "torg-comment.h"
#include "torg-decision.h"
#include "torg-json.h"
#include "torg-places.h"
#include "torg-project.h"

/* All records by `collection/id`, those of the room and the places among them. */
typedef struct {
  GHashTable *records;
} Fixture;

static void
add_record (Fixture *fixture, const char *collection, JsonObject *document)
{
  char *key = g_strdup_printf ("%s/%s", collection, torg_json_get_string (document, "id"));

  g_assert_true (g_hash_table_insert (fixture->records, key, json_object_ref (document)));
}

static void
add_places (Fixture *fixture)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();

  for (guint i = 0; i < torg_places_get_n_counties (places); i++) {
    g_autoptr (JsonObject) document =
      torg_place_to_organisation (torg_places_get_county (places, i));

    add_record (fixture, "organisations", document);
  }
  for (guint i = 0; i < torg_places_get_n_municipalities (places); i++) {
    g_autoptr (JsonObject) document =
      torg_place_to_organisation (torg_places_get_municipality (places, i));

    add_record (fixture, "organisations", document);
  }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint n_files;
  const TorgSampleFile *files = torg_sample_files (&n_files);

  fixture->records =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  add_places (fixture);
  for (guint i = 0; i < n_files; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonArray) records = torg_sample_read (&files[i], &error);

    g_assert_no_error (error);
    for (guint j = 0; j < json_array_get_length (records); j++)
      add_record (fixture, files[i].collection, json_array_get_object_element (records, j));
  }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_hash_table_unref (fixture->records);
}

/* Calls @visit with every sample record of a collection, all collections for %NULL. */
static void
for_each (Fixture *fixture,
          const char *collection,
          void (*visit) (Fixture *fixture, const TorgKind *kind, JsonObject *document))
{
  GHashTableIter iter;
  const char *key;
  JsonObject *document;

  g_hash_table_iter_init (&iter, fixture->records);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &document)) {
    g_auto (GStrv) parts = g_strsplit (key, "/", 2);

    if (collection != NULL && !g_str_equal (collection, parts[0]))
      continue;
    if (json_object_has_member (document, "sample"))
      visit (fixture, torg_kind_for (parts[0]), document);
  }
}

static void
check_valid (Fixture *fixture, const TorgKind *kind, JsonObject *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) written =
    g_date_time_new_from_iso8601 (torg_json_get_string (document, "written"), NULL);

  if (!torg_check_document (kind, document, NULL, &error))
    g_error ("%s: %s", torg_json_get_string (document, "id"), error->message);
  g_assert_true (torg_check_id (torg_json_get_string (document, "id")));
  g_assert_nonnull (written);
}

static void
test_valid (Fixture *fixture, gconstpointer data)
{
  for_each (fixture, NULL, check_valid);
}

/* Members that no field names would be spelling mistakes here. */
static void
check_members (Fixture *fixture, const TorgKind *kind, JsonObject *document)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, document);
  while (json_object_iter_next (&iter, &name, NULL))
    if (!g_str_equal (name, "id") && !g_str_equal (name, "written") &&
        torg_kind_find (kind, name) == NULL)
      g_error ("%s: no field is called %s", torg_json_get_string (document, "id"), name);
}

static void
test_members (Fixture *fixture, gconstpointer data)
{
  for_each (fixture, NULL, check_members);
}

static void
resolve (Fixture *fixture, TorgRecord *record, const char *key)
{
  if (!g_hash_table_contains (fixture->records, key))
    g_error ("%s: there is no %s", torg_record_get_id (record), key);
}

static void
resolve_field (Fixture *fixture, TorgRecord *record, const TorgField *field)
{
  const char *text = torg_field_is_text (field) ? torg_record_get_text (record, field) : NULL;
  g_autofree char *key = NULL;

  if (text == NULL)
    return;
  if (field->type == TORG_FIELD_REF)
    key = g_strdup_printf ("%s/%s", field->target, text);
  else if (field->type == TORG_FIELD_ABOUT)
    key = g_strdup (text);
  if (key != NULL)
    resolve (fixture, record, key);
}

static void
resolve_record (Fixture *fixture, TorgRecord *record)
{
  const TorgKind *kind = torg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++) {
    const TorgField *field = &kind->fields[i];
    GListModel *list = field->type == TORG_FIELD_LIST ? torg_record_get_list (record, field) : NULL;

    resolve_field (fixture, record, field);
    for (guint j = 0; list != NULL && j < g_list_model_get_n_items (list); j++) {
      g_autoptr (TorgRecord) part = g_list_model_get_item (list, j);

      resolve_record (fixture, part);
    }
  }
}

static void
check_references (Fixture *fixture, const TorgKind *kind, JsonObject *document)
{
  g_autoptr (TorgRecord) record = torg_record_new_from_document (kind, document);

  resolve_record (fixture, record);
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  for_each (fixture, NULL, check_references);
}

/* An answer is about the same record as the question, and comes after it. */
static void
check_answer (Fixture *fixture, const TorgKind *kind, JsonObject *document)
{
  const char *answers = torg_json_get_string (document, "answers");
  g_autofree char *key = g_strconcat ("comments/", answers, NULL);
  JsonObject *question = answers ? g_hash_table_lookup (fixture->records, key) : NULL;

  g_assert_cmpint (answers != NULL, ==,
                   g_str_equal (torg_json_get_string (document, "kind"), "answer"));
  if (answers == NULL)
    return;
  g_assert_true (torg_json_equal (json_object_get_member (question, "about"),
                                  json_object_get_member (document, "about")));
  g_assert_cmpstr (torg_json_get_string (question, "written"), <,
                   torg_json_get_string (document, "written"));
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  for_each (fixture, "comments", check_answer);
}

static int
compare_decisions (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 (TORG_DECISION (*(gpointer *) one)->date,
                    TORG_DECISION (*(gpointer *) other)->date);
}

static GPtrArray *
decisions_of (Fixture *fixture, const char *project)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  JsonObject *document;

  g_hash_table_iter_init (&iter, fixture->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &document))
    if (json_object_has_member (document, "point") &&
        g_str_equal (torg_json_get_string (document, "project"), project))
      g_ptr_array_add (decisions, torg_record_new_from_document (&torg_decision_kind, document));
  g_ptr_array_sort (decisions, compare_decisions);
  return decisions;
}

/* 1 for idea to 6 for realisation; 0 for none. */
static gint64
phase_number (const char *phase)
{
  for (gint64 i = 0; phase != NULL && torg_phases.rows[i].code != NULL; i++)
    if (g_str_equal (torg_phases.rows[i].code, phase))
      return i + 1;
  return 0;
}

/*
 * By date, each decision is about the point that comes next; one that goes ahead moves to the next, and
 * the last of them leads to the phase that the project is in. Nothing follows a stop.
 */
static void
check_decisions (Fixture *fixture, const TorgKind *kind, JsonObject *document)
{
  const char *id = torg_json_get_string (document, "id");
  const char *status = torg_json_get_string (document, "status");
  gint64 phase = phase_number (torg_json_get_string (document, "phase"));
  g_autoptr (GPtrArray) decisions = decisions_of (fixture, id);
  gboolean stopped = FALSE;
  gint64 next = 1;

  for (guint i = 0; i < decisions->len; i++) {
    TorgDecision *decision = g_ptr_array_index (decisions, i);

    g_assert_false (stopped);
    g_assert_cmpint (decision->point, ==, next);
    g_assert_cmpstr (decision->date, >=, torg_json_get_string (document, "start"));
    stopped = g_str_equal (decision->outcome, "stopped");
    next +=
      g_str_equal (decision->outcome, "approved") || g_str_equal (decision->outcome, "conditional");
  }
  g_assert_cmpint (stopped, ==, g_str_equal (status, "stopped"));
  if (g_str_equal (status, "finished"))
    g_assert_cmpint (next, ==, phase + 1);
  else if (phase > 0)
    g_assert_cmpint (next, ==, phase);
}

static void
test_decisions (Fixture *fixture, gconstpointer data)
{
  for_each (fixture, "projects", check_decisions);
}

static gboolean
some_partner_has (JsonObject *document, const char *name, const char *code)
{
  JsonArray *partners = torg_json_get_array (document, "partners");

  for (guint i = 0; partners != NULL && i < json_array_get_length (partners); i++)
    if (g_strcmp0 (torg_json_get_string (json_array_get_object_element (partners, i), name),
                   code) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
some_record_has (Fixture *fixture, const char *name, const char *code)
{
  GHashTableIter iter;
  JsonObject *document;

  g_hash_table_iter_init (&iter, fixture->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &document)) {
    JsonObject *set = torg_json_get_object (document, name);

    if (g_strcmp0 (torg_json_get_string (document, name), code) == 0 ||
        (set != NULL && json_object_has_member (set, code)) ||
        some_partner_has (document, name, code))
      return TRUE;
  }
  return FALSE;
}

/* A first look shows every state that a project can be in. (People have a role too, in words.) */
static void
test_covers_the_choices (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *field;
    const TorgChoices *choices;
  } rows[] = {
    { "status",           &torg_project_statuses  },
    { "phase",            &torg_phases            },
    { "themes",           &torg_themes            },
    { "open_to_partners", &torg_openness          },
    { "outcome",          &torg_decision_outcomes },
    { "role",             &torg_partner_roles     },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (const TorgChoice *choice = rows[i].choices->rows; choice->code != NULL; choice++)
      if (!some_record_has (fixture, rows[i].field, choice->code))
        g_error ("no sample has %s: %s", rows[i].field, choice->code);
}

static void
test_member_and_room (Fixture *fixture, gconstpointer data)
{
  JsonObject *member = g_hash_table_lookup (fixture->records, "people/" TORG_SAMPLE_MEMBER);

  g_assert_nonnull (member);
  g_assert_cmpstr (torg_json_get_string (member, "organisation"), ==, TORG_SAMPLE_ORGANISATION);
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
  add ("/sample/valid", test_valid);
  add ("/sample/members", test_members);
  add ("/sample/references", test_references);
  add ("/sample/answers", test_answers);
  add ("/sample/decisions", test_decisions);
  add ("/sample/choices", test_covers_the_choices);
  add ("/sample/member-and-room", test_member_and_room);
  return g_test_run ();
}
