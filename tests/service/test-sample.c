/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-sample.h"

#include "torg-check.h"
#include "torg-choices.h"
#include "torg-comment.h"
#include "torg-decision.h"
#include "torg-json.h"
#include "torg-project.h"
#include "torg-sample.h"

static void
check_valid (TestSample *sample, const TorgKind *kind, JsonObject *document)
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
test_valid (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, NULL, check_valid);
}

/* Members that no field names would be spelling mistakes here. */
static void
check_members (TestSample *sample, const TorgKind *kind, JsonObject *document)
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
test_members (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, NULL, check_members);
}

static void
resolve (TestSample *sample, TorgRecord *record, const char *key)
{
  if (!g_hash_table_contains (sample->records, key))
    g_error ("%s: there is no %s", torg_record_get_id (record), key);
}

static void
resolve_any (TestSample *sample, TorgRecord *record, const TorgField *field)
{
  const char *const *keys = torg_record_get_set (record, field);

  for (guint i = 0; keys[i] != NULL; i++)
    resolve (sample, record, keys[i]);
}

static void
resolve_field (TestSample *sample, TorgRecord *record, const TorgField *field)
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
    resolve (sample, record, key);
}

static void
resolve_record (TestSample *sample, TorgRecord *record)
{
  const TorgKind *kind = torg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++) {
    const TorgField *field = &kind->fields[i];
    GListModel *list = field->type == TORG_FIELD_LIST ? torg_record_get_list (record, field) : NULL;

    resolve_field (sample, record, field);
    if (field->type == TORG_FIELD_SET && field->target != NULL)
      resolve_any (sample, record, field);
    for (guint j = 0; list != NULL && j < g_list_model_get_n_items (list); j++) {
      g_autoptr (TorgRecord) part = g_list_model_get_item (list, j);

      resolve_record (sample, part);
    }
  }
}

static void
check_references (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  g_autoptr (TorgRecord) record = torg_record_new_from_document (kind, document);

  resolve_record (sample, record);
}

static void
test_references (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, NULL, check_references);
}

/* An answer is about the same record as the question, and comes after it. */
static void
check_answer (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  const char *answers = torg_json_get_string (document, "answers");
  JsonObject *question = answers ? test_sample_find (sample, "comments", answers) : NULL;

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
test_answers (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "comments", check_answer);
}

static int
compare_decisions (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 (TORG_DECISION (*(gpointer *) one)->date,
                    TORG_DECISION (*(gpointer *) other)->date);
}

static GPtrArray *
decisions_of (TestSample *sample, const char *project)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  const char *key;
  JsonObject *document;

  g_hash_table_iter_init (&iter, sample->records);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &document))
    if (g_str_has_prefix (key, "decisions/") &&
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
check_decisions (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  const char *id = torg_json_get_string (document, "id");
  const char *status = torg_json_get_string (document, "status");
  gint64 phase = phase_number (torg_json_get_string (document, "phase"));
  g_autoptr (GPtrArray) decisions = decisions_of (sample, id);
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
test_decisions (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "projects", check_decisions);
}

/* A first look shows every state that a project can be in. */
static void
test_covers_the_choices (TestSample *sample, gconstpointer data)
{
  test_sample_covers (sample, "projects", "status", &torg_project_statuses);
  test_sample_covers (sample, "projects", "phase", &torg_phases);
  test_sample_covers (sample, "projects", "themes", &torg_themes);
  test_sample_covers (sample, "projects", "open_to_partners", &torg_openness);
  test_sample_covers (sample, "projects", "partners/role", &torg_partner_roles);
  test_sample_covers (sample, "decisions", "outcome", &torg_decision_outcomes);
  test_sample_covers (sample, "comments", "kind", &torg_comment_kinds);
}

static void
test_member_and_room (TestSample *sample, gconstpointer data)
{
  JsonObject *member = test_sample_find (sample, "people", TORG_SAMPLE_MEMBER);

  g_assert_nonnull (member);
  g_assert_cmpstr (torg_json_get_string (member, "organisation"), ==, TORG_SAMPLE_ORGANISATION);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_sample_add ("/sample/valid", test_valid);
  test_sample_add ("/sample/members", test_members);
  test_sample_add ("/sample/references", test_references);
  test_sample_add ("/sample/answers", test_answers);
  test_sample_add ("/sample/decisions", test_decisions);
  test_sample_add ("/sample/choices", test_covers_the_choices);
  test_sample_add ("/sample/member-and-room", test_member_and_room);
  return g_test_run ();
}
