/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-merge.h"

#include "torg-json.h"
#include "torg-partner.h"
#include "torg-project.h"
#include "torg-test-core.h"

#define N_RANDOM 80

static char *
conflicts_of (TorgMerge *merge)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < merge->conflicts->len; i++)
    g_ptr_array_add (names, merge->conflicts->pdata[i]);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (GStrv) names->pdata);
}

typedef struct {
  const char *base;
  const char *mine;
  const char *theirs;
  const char *merged;
  const char *conflicts;
} Row;

static void
check_rows (const TorgKind *kind, const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (JsonObject) base = rows[i].base ? torg_test_object (rows[i].base) : NULL;
    g_autoptr (JsonObject) mine = torg_test_object (rows[i].mine);
    g_autoptr (JsonObject) theirs = torg_test_object (rows[i].theirs);
    g_autoptr (JsonObject) expected = torg_test_object (rows[i].merged);
    g_autoptr (TorgMerge) merge = torg_merge (kind, base, mine, theirs);
    g_autofree char *conflicts = conflicts_of (merge);

    g_test_message ("%s, %s, %s", rows[i].base, rows[i].mine, rows[i].theirs);
    torg_test_assert_objects_equal (merge->document, expected);
    g_assert_cmpstr (conflicts, ==, rows[i].conflicts);
  }
}

static void
test_scalars (void)
{
  static const Row rows[] = {
    { "{}",                             "{}",                             "{}",             "{}",                             ""              },
    { "{'title': 'a'}",                 "{'title': 'b'}",                 "{'title': 'a'}", "{'title': 'b'}",                 ""              },
    { "{'title': 'a'}",                 "{'title': 'a'}",                 "{'title': 'b'}", "{'title': 'b'}",                 ""              },
    { "{'title': 'a'}",                 "{'title': 'b'}",                 "{'title': 'b'}", "{'title': 'b'}",                 ""              },
    { "{'title': 'a'}",                 "{'title': 'b'}",                 "{'title': 'c'}", "{'title': 'c'}",                 "title"         },
    { "{'title': 'a'}",                 "{}",                             "{'title': 'a'}", "{}",                             ""              },
    { "{'title': 'a'}",                 "{'title': 'a'}",                 "{}",             "{}",                             ""              },
    { "{'title': 'a'}",                 "{}",                             "{}",             "{}",                             ""              },
    { "{'title': 'a'}",                 "{}",                             "{'title': 'c'}", "{'title': 'c'}",                 "title"         },
    { "{'title': 'a'}",                 "{'title': 'b'}",                 "{}",             "{}",                             "title"         },
    { "{}",                             "{'title': 'b'}",                 "{}",             "{'title': 'b'}",                 ""              },
    { "{}",                             "{'title': 'b'}",                 "{'title': 'b'}", "{'title': 'b'}",                 ""              },
    { "{}",                             "{'title': 'b'}",                 "{'title': 'c'}", "{'title': 'c'}",                 "title"         },
    { "{'title': 'a', 'summary': 'a'}", "{'title': 'b', 'summary': 'a'}",
     "{'title': 'a', 'summary': 'c'}",                                                      "{'title': 'b', 'summary': 'c'}", ""              },
    { "{'budget': 1}",                  "{'budget': 2}",                  "{'budget': 3}",  "{'budget': 3}",                  "budget"        },
    { "{}",                             "{'sample': true}",               "{}",             "{'sample': true}",               ""              },
    { "{'title': 'a', 'summary': 'a'}", "{'title': 'b', 'summary': 'b'}",
     "{'title': 'c', 'summary': 'c'}",                                                      "{'title': 'c', 'summary': 'c'}", "title summary" },
  };

  check_rows (&torg_project_kind, rows, G_N_ELEMENTS (rows));
}

static void
test_sets (void)
{
  static const Row rows[] = {
    { "{'tags': {'a': true}}",            "{'tags': {'a': true, 'b': true}}",
     "{'tags': {'a': true, 'c': true}}",                                                                          "{'tags': {'a': true, 'b': true, 'c': true}}",        ""     },
    { "{'tags': {'a': true, 'b': true}}", "{'tags': {'b': true}}",            "{'tags': {'a': true}}",            "{}",
     ""                                                                                                                                                                        },
    { "{'tags': {'a': true}}",            "{}",                               "{'tags': {'a': true, 'b': true}}", "{'tags': {'b': true}}",
     ""                                                                                                                                                                        },
    { "{'tags': {'a': true}}",            "{'tags': {'a': true, 'b': true}}", "{}",                               "{'tags': {'b': true}}",
     ""                                                                                                                                                                        },
    { "{}",                               "{'tags': {'a': true}}",            "{'tags': {'b': true}}",            "{'tags': {'a': true, 'b': true}}",
     ""                                                                                                                                                                        },
    { "{}",                               "{'tags': {'a': true}}",            "{'tags': {'a': true, 'b': true}}",
     "{'tags': {'a': true, 'b': true}}",                                                                                                                                ""     },
    { "{'themes': {'toolbox': true}}",    "{'themes': {'benefits': true}}",
     "{'themes': {'toolbox': true, 'competence': true}}",                                                         "{'themes': {'benefits': true, 'competence': true}}", ""     },
    /* A set that is none of ours is a plain value. */
    { "{'tags': {'a': true}}",            "{'tags': ['a', 'b']}",             "{'tags': {'a': true, 'c': true}}",
     "{'tags': {'a': true, 'c': true}}",                                                                                                                                "tags" },
    { "{'tags': {'a': false}}",           "{'tags': {'b': true}}",            "{'tags': {'c': true}}",
     "{'tags': {'c': true}}",                                                                                                                                           "tags" },
  };

  check_rows (&torg_project_kind, rows, G_N_ELEMENTS (rows));
}

static void
test_lists (void)
{
  static const Row rows[] = {
    /* Both add. */
    { "{}",                                                            "{'links': [{'id': 'a', 'url': '1'}]}",                  "{'links': [{'id': 'b', 'url': '2'}]}",
     "{'links': [{'id': 'b', 'url': '2'}, {'id': 'a', 'url': '1'}]}",                                                                                                                                                                                  ""      },
    { "{'links': [{'id': 'x'}]}",                                      "{'links': [{'id': 'x'}, {'id': 'a'}]}",
     "{'links': [{'id': 'b'}, {'id': 'x'}]}",                                                                                                                                                    "{'links': [{'id': 'b'}, {'id': 'x'}, {'id': 'a'}]}",
     ""                                                                                                                                                                                                                                                        },
    /* Both add the same part, alike, to fit, and against each other. */
    { "{'links': [{'id': 'x'}]}",                                      "{'links': [{'id': 'x'}, {'id': 'a', 'url': '1'}]}",
     "{'links': [{'id': 'a', 'url': '1'}]}",                                                                                                                                                     "{'links': [{'id': 'a', 'url': '1'}]}",               ""      },
    { "{}",                                                            "{'links': [{'id': 'a', 'url': '1'}]}",                  "{'links': [{'id': 'a', 'title': '2'}]}",
     "{'links': [{'id': 'a', 'url': '1', 'title': '2'}]}",                                                                                                                                                                                             ""      },
    { "{}",                                                            "{'links': [{'id': 'a', 'url': '1', 'title': 't'}]}",
     "{'links': [{'id': 'a', 'url': '2'}]}",                                                                                                                                                     "{'links': [{'id': 'a', 'url': '2', 'title': 't'}]}",
     "links"                                                                                                                                                                                                                                                   },
    /* Each changes another part, or another member of one. */
    { "{'links': [{'id': 'a', 'url': '1'}, {'id': 'b', 'url': '1'}]}",
     "{'links': [{'id': 'a', 'url': '2'}, {'id': 'b', 'url': '1'}]}",                                                           "{'links': [{'id': 'a', 'url': '1'}, {'id': 'b', 'url': '3'}]}",
     "{'links': [{'id': 'a', 'url': '2'}, {'id': 'b', 'url': '3'}]}",                                                                                                                                                                                  ""      },
    { "{'links': [{'id': 'a', 'url': '1', 'title': '1'}]}",
     "{'links': [{'id': 'a', 'url': '2', 'title': '1'}]}",                                                                      "{'links': [{'id': 'a', 'url': '1', 'title': '3'}]}",
     "{'links': [{'id': 'a', 'url': '2', 'title': '3'}]}",                                                                                                                                                                                             ""      },
    /* Both change one member. */
    { "{'links': [{'id': 'a', 'url': '1'}]}",                          "{'links': [{'id': 'a', 'url': '2'}]}",
     "{'links': [{'id': 'a', 'url': '3'}]}",                                                                                                                                                     "{'links': [{'id': 'a', 'url': '3'}]}",               "links" },
    /* Two parts disagree: the list is named once. */
    { "{'links': [{'id': 'a', 'url': '1'}, {'id': 'b', 'url': '1'}]}",
     "{'links': [{'id': 'a', 'url': '2'}, {'id': 'b', 'url': '2'}]}",                                                           "{'links': [{'id': 'a', 'url': '3'}, {'id': 'b', 'url': '3'}]}",
     "{'links': [{'id': 'a', 'url': '3'}, {'id': 'b', 'url': '3'}]}",                                                                                                                                                                                  "links" },
    /* One takes a part out that the other left alone, or changed: then it stays. */
    { "{'links': [{'id': 'a'}, {'id': 'b'}]}",                         "{'links': [{'id': 'b'}]}",
     "{'links': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}]}",                                                                                                                                       "{'links': [{'id': 'b'}, {'id': 'c'}]}",
     ""                                                                                                                                                                                                                                                        },
    { "{'links': [{'id': 'a', 'url': '1'}]}",                          "{}",                                                    "{'links': [{'id': 'a', 'url': '2'}]}",
     "{'links': [{'id': 'a', 'url': '2'}]}",                                                                                                                                                                                                           ""      },
    { "{'links': [{'id': 'a', 'url': '1'}]}",                          "{'links': [{'id': 'a', 'url': '2'}]}",
     "{'links': []}",                                                                                                                                                                            "{'links': [{'id': 'a', 'url': '2'}]}",               ""      },
    /* Both take one out. */
    { "{'links': [{'id': 'a'}, {'id': 'b'}]}",                         "{'links': [{'id': 'a'}]}",
     "{'links': [{'id': 'b'}]}",                                                                                                                                                                 "{}",                                                 ""      },
    /* Members of a part that no table names. */
    { "{'links': [{'id': 'a', 'x': 1}]}",                              "{'links': [{'id': 'a', 'x': 2}]}",
     "{'links': [{'id': 'a', 'x': 1, 'y': 1}]}",                                                                                                                                                 "{'links': [{'id': 'a', 'x': 2, 'y': 1}]}",           ""      },
    /* A list that is none of ours is a plain value, so that nothing of it is lost. */
    { "{}",                                                            "{'links': [{'id': 'a', 'x': 1}, {'id': 'a', 'x': 2}]}", "{'links': [{'id': 'b'}]}",
     "{'links': [{'id': 'b'}]}",                                                                                                                                                                                                                       "links" },
    { "{'links': [{}]}",                                               "{'links': [{'id': 'a'}]}",                              "{'links': [{'id': 'b'}]}",
     "{'links': [{'id': 'b'}]}",                                                                                                                                                                                                                       "links" },
  };

  check_rows (&torg_project_kind, rows, G_N_ELEMENTS (rows));
}

static void
test_decisions (void)
{
  static const Row rows[] = {
    { "{'status': 'idea'}", "{'status': 'pilot'}", "{'status': 'idea'}",   "{'status': 'pilot'}",
     ""                                                                                                    },
    { "{'status': 'idea'}", "{'status': 'pilot'}", "{'status': 'pilot'}",  "{'status': 'pilot'}",
     ""                                                                                                    },
    { "{'status': 'idea'}", "{'status': 'pilot'}", "{'status': 'in-use'}", "{'status': 'in-use'}",
     "status"                                                                                              },
    { "{}",                 "{'phase': 'idea'}",   "{'phase': 'concept'}", "{'phase': 'concept'}", "phase" },
  };

  check_rows (&torg_project_kind, rows, G_N_ELEMENTS (rows));
}

/* Sets and lists that two must agree on are not put together from both. */
static void
test_decided_sets (void)
{
  static const TorgField fields[] = {
    { .name = "tags", .type = TORG_FIELD_SET, .flags = TORG_FIELD_DECISION },
    { .name = "partners",
     .type = TORG_FIELD_LIST,
     .flags = TORG_FIELD_DECISION,
     .part = &torg_partner_kind },
  };
  static const TorgKind kind = { .fields = fields, .n_fields = G_N_ELEMENTS (fields) };
  static const Row rows[] = {
    { "{}", "{'tags': {'a': true}}",       "{'tags': {'b': true}}",       "{'tags': {'b': true}}", "tags"     },
    { "{}", "{'partners': [{'id': 'a'}]}", "{'partners': [{'id': 'b'}]}",
     "{'partners': [{'id': 'b'}]}",                                                                "partners" },
    { "{}", "{'tags': {'a': true}}",       "{}",                          "{'tags': {'a': true}}", ""         },
  };

  check_rows (&kind, rows, G_N_ELEMENTS (rows));
}

static void
test_unknown (void)
{
  static const Row rows[] = {
    { "{'x': 1}",             "{'x': 2}",                      "{'x': 1}",                          "{'x': 2}",                 ""  },
    { "{'x': 1}",             "{'x': 2}",                      "{'x': 3}",                          "{'x': 3}",                 "x" },
    { "{'x': 1}",             "{'x': 1, 'y': 1}",              "{'x': 1, 'z': 1}",                  "{'x': 1, 'y': 1, 'z': 1}", ""  },
    { "{'x': {'a': true}}",   "{'x': {'a': true, 'b': true}}", "{'x': {'a': true, 'c': true}}",
     "{'x': {'a': true, 'c': true}}",                                                                                           "x" },
    { "{'x': [{'id': 'a'}]}", "{'x': []}",                     "{'x': [{'id': 'a'}, {'id': 'b'}]}",
     "{'x': [{'id': 'a'}, {'id': 'b'}]}",                                                                                       "x" },
  };

  check_rows (&torg_project_kind, rows, G_N_ELEMENTS (rows));
}

/* The service's own members are never in dispute: theirs hold. */
static void
test_service_members (void)
{
  static const Row rows[] = {
    { "{'last_modified': 1}",              "{'last_modified': 1, 'title': 'b'}", "{'last_modified': 2}",
     "{'last_modified': 2, 'title': 'b'}",                                                                                                    "" },
    { "{'last_modified': 1, 'schema': 1}", "{'last_modified': 3, 'schema': 3}",
     "{'last_modified': 2, 'schema': 2}",                                                                "{'last_modified': 2, 'schema': 2}", "" },
    { "{'last_modified': 1}",              "{'last_modified': 3}",               "{'last_modified': 1}",
     "{'last_modified': 1}",                                                                                                                  "" },
  };

  check_rows (&torg_project_kind, rows, G_N_ELEMENTS (rows));
}

/* Two devices that made one record: what both wrote must be the same. */
static void
test_without_base (void)
{
  static const Row rows[] = {
    { NULL, "{'title': 'a'}",        "{'title': 'a', 'summary': 'b'}", "{'title': 'a', 'summary': 'b'}",
     ""                                                                                                            },
    { NULL, "{'title': 'a'}",        "{'title': 'b'}",                 "{'title': 'b'}",                   "title" },
    { NULL, "{'tags': {'a': true}}", "{'tags': {'b': true}}",          "{'tags': {'a': true, 'b': true}}",
     ""                                                                                                            },
  };

  check_rows (&torg_project_kind, rows, G_N_ELEMENTS (rows));
}

/* Three versions of one record, as chance has them. */
typedef struct {
  const TorgKind *kind;
  JsonObject *base;
  JsonObject *mine;
  JsonObject *theirs;
} Versions;

static void
clear_versions (Versions *self)
{
  json_object_unref (self->base);
  json_object_unref (self->mine);
  json_object_unref (self->theirs);
}

static void
for_random_versions (void (*check) (const Versions *versions))
{
  g_autoptr (GRand) rand = torg_test_rand ();

  for (guint i = 0; i < N_RANDOM; i++)
    for (guint j = 0; torg_kinds ()[j] != NULL; j++) {
      Versions versions = { .kind = torg_kinds ()[j] };

      versions.base = torg_test_document (versions.kind, rand);
      versions.mine = torg_test_edited (versions.kind, versions.base, rand);
      versions.theirs = torg_test_edited (versions.kind, versions.base, rand);
      check (&versions);
      clear_versions (&versions);
    }
}

static void
check_one_side (const Versions *v)
{
  g_autoptr (TorgMerge) mine = torg_merge (v->kind, v->base, v->mine, v->base);
  g_autoptr (TorgMerge) theirs = torg_merge (v->kind, v->base, v->base, v->theirs);
  g_autoptr (TorgMerge) both = torg_merge (v->kind, v->base, v->mine, v->mine);

  torg_test_assert_objects_equal (mine->document, v->mine);
  torg_test_assert_objects_equal (theirs->document, v->theirs);
  torg_test_assert_objects_equal (both->document, v->mine);
  g_assert_cmpuint (mine->conflicts->len + theirs->conflicts->len + both->conflicts->len, ==, 0);
}

static void
test_one_side (void)
{
  for_random_versions (check_one_side);
}

/* The parts of a list by id: their order is all in which the two sides may differ. */
static JsonObject *
by_id (JsonArray *parts)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++) {
    JsonObject *part = json_array_get_object_element (parts, i);

    json_object_set_object_member (object, torg_json_get_string (part, "id"),
                                   json_object_ref (part));
  }
  return object;
}

static JsonObject *
without_order (const TorgKind *kind, JsonObject *document)
{
  JsonObject *copy = torg_json_object_copy (document);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == TORG_FIELD_LIST)
      json_object_set_object_member (copy, kind->fields[i].name,
                                     by_id (torg_json_get_array (copy, kind->fields[i].name)));
  return copy;
}

static void
check_symmetry (const Versions *v)
{
  g_autoptr (TorgMerge) merge = torg_merge (v->kind, v->base, v->mine, v->theirs);
  g_autoptr (TorgMerge) mirror = torg_merge (v->kind, v->base, v->theirs, v->mine);
  g_autoptr (JsonObject) one = without_order (v->kind, merge->document);
  g_autoptr (JsonObject) other = without_order (v->kind, mirror->document);

  g_assert_cmpuint (merge->conflicts->len, ==, mirror->conflicts->len);
  if (merge->conflicts->len == 0)
    torg_test_assert_objects_equal (one, other);
}

static void
test_symmetry (void)
{
  for_random_versions (check_symmetry);
}

static gboolean
is_named (TorgMerge *merge, const char *name)
{
  return g_ptr_array_find_with_equal_func (merge->conflicts, name, g_str_equal, NULL);
}

static JsonNode *
member_of (JsonObject *object, const char *name)
{
  return object ? json_object_get_member (object, name) : NULL;
}

/* What @side changed of @base stands in @merged. */
static void
assert_kept (JsonObject *base, JsonObject *side, JsonObject *merged)
{
  g_autoptr (JsonObject) changes = torg_json_diff (base, side);
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, changes);
  while (json_object_iter_next (&iter, &name, NULL))
    torg_test_assert_equal (member_of (merged, name), member_of (side, name));
}

static void
assert_set_kept (JsonObject *base, JsonObject *side, JsonObject *merged)
{
  g_autoptr (JsonObject) none = json_object_new ();

  assert_kept (base ? base : none, side ? side : none, merged ? merged : none);
}

/* Each part that @side added or changed is there, with what it changed. */
static void
assert_list_kept (JsonArray *base, JsonArray *side, JsonArray *merged)
{
  g_autoptr (JsonObject) before = by_id (base);
  g_autoptr (JsonObject) after = by_id (side);
  g_autoptr (JsonObject) result = by_id (merged);
  g_autoptr (JsonObject) none = json_object_new ();
  JsonObjectIter iter;
  const char *id;
  JsonNode *part;

  json_object_iter_init (&iter, after);
  while (json_object_iter_next (&iter, &id, &part)) {
    JsonObject *was = torg_json_get_object (before, id);
    JsonObject *is = torg_json_get_object (result, id);

    if (torg_json_equal (member_of (before, id), part))
      continue;
    g_assert_nonnull (is);
    assert_kept (was ? was : none, json_node_get_object (part), is);
  }
}

static void
assert_member_kept (const TorgField *field, JsonObject *base, JsonObject *side, JsonObject *merged)
{
  const char *name = field->name;

  if (field->type == TORG_FIELD_SET)
    assert_set_kept (torg_json_get_object (base, name), torg_json_get_object (side, name),
                     torg_json_get_object (merged, name));
  else if (field->type == TORG_FIELD_LIST)
    assert_list_kept (torg_json_get_array (base, name), torg_json_get_array (side, name),
                      torg_json_get_array (merged, name));
  else if (!torg_json_equal (member_of (base, name), member_of (side, name)))
    torg_test_assert_equal (member_of (merged, name), member_of (side, name));
}

/* Whatever one of the two changed holds, unless the member is named as a conflict. */
static void
check_nothing_lost (const Versions *v)
{
  static const TorgField unknown[] = { { .name = "x_one" },
                                       { .name = "x_two" },
                                       { .name = "x_three" } };
  g_autoptr (TorgMerge) merge = torg_merge (v->kind, v->base, v->mine, v->theirs);

  for (guint i = 0; i < v->kind->n_fields + G_N_ELEMENTS (unknown); i++) {
    const TorgField *field =
      i < v->kind->n_fields ? &v->kind->fields[i] : &unknown[i - v->kind->n_fields];

    if (is_named (merge, field->name)) {
      g_assert_false (
        torg_json_equal (member_of (v->mine, field->name), member_of (v->theirs, field->name)));
      continue;
    }
    assert_member_kept (field, v->base, v->mine, merge->document);
    assert_member_kept (field, v->base, v->theirs, merge->document);
  }
}

static void
test_nothing_lost (void)
{
  for_random_versions (check_nothing_lost);
}

/* The three versions are left as they are, and the result holds none of their objects open. */
static void
check_untouched (const Versions *v)
{
  g_autofree char *base = torg_json_print_object (v->base);
  g_autofree char *mine = torg_json_print_object (v->mine);
  g_autofree char *theirs = torg_json_print_object (v->theirs);
  g_autoptr (TorgMerge) merge = torg_merge (v->kind, v->base, v->mine, v->theirs);
  g_autofree char *base_after = torg_json_print_object (v->base);
  g_autofree char *mine_after = torg_json_print_object (v->mine);
  g_autofree char *theirs_after = torg_json_print_object (v->theirs);

  g_assert_cmpstr (base, ==, base_after);
  g_assert_cmpstr (mine, ==, mine_after);
  g_assert_cmpstr (theirs, ==, theirs_after);
}

static void
test_untouched (void)
{
  for_random_versions (check_untouched);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/scalars", test_scalars);
  g_test_add_func ("/merge/sets", test_sets);
  g_test_add_func ("/merge/lists", test_lists);
  g_test_add_func ("/merge/decisions", test_decisions);
  g_test_add_func ("/merge/decided-sets", test_decided_sets);
  g_test_add_func ("/merge/unknown", test_unknown);
  g_test_add_func ("/merge/service-members", test_service_members);
  g_test_add_func ("/merge/without-base", test_without_base);
  g_test_add_func ("/merge/one-side", test_one_side);
  g_test_add_func ("/merge/symmetry", test_symmetry);
  g_test_add_func ("/merge/nothing-lost", test_nothing_lost);
  g_test_add_func ("/merge/untouched", test_untouched);
  return g_test_run ();
}
