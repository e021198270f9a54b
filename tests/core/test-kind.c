/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-kind.h"

#include "torg-project.h"
#include "torg-test-core.h"

#include <string.h>

static void
test_collections (void)
{
  static const char *const collections[] = {
    "organisations", "people",       "projects",    "events",        "articles",
    "benefits",      "indicators",   "decisions",   "interests",     "reviews",
    "applications",  "measurements", "evaluations", "registrations", "comments",
  };
  const TorgKind *const *kinds = torg_kinds ();

  for (guint i = 0; i < G_N_ELEMENTS (collections); i++) {
    g_assert_cmpstr (kinds[i]->collection, ==, collections[i]);
    g_assert_true (torg_kind_for (collections[i]) == kinds[i]);
  }
  g_assert_null (kinds[G_N_ELEMENTS (collections)]);
  g_assert_null (torg_kind_for ("project"));
  g_assert_null (torg_kind_for (""));
  g_assert_null (torg_kind_for (NULL));
}

static void
test_find (void)
{
  const TorgField *field = torg_kind_find (&torg_project_kind, "open_to_partners");

  g_assert_cmpstr (field->name, ==, "open_to_partners");
  g_assert_true (torg_kind_find (&torg_project_kind, "open-to-partners") == field);
  g_assert_null (torg_kind_find (&torg_project_kind, "open"));
  g_assert_null (torg_kind_find (&torg_project_kind, "id"));
  g_assert_null (torg_kind_find (&torg_project_kind, ""));
}

static void
test_title (void)
{
  g_assert_cmpstr (torg_kind_title (torg_kind_for ("projects"))->name, ==, "title");
  g_assert_cmpstr (torg_kind_title (torg_kind_for ("people"))->name, ==, "name");
  g_assert_null (torg_kind_title (torg_kind_for ("comments")));
}

static void
test_append_only (void)
{
  static const char *const append_only[] = { "decisions",   "reviews",       "measurements",
                                             "evaluations", "registrations", NULL };

  for (guint i = 0; torg_kinds ()[i] != NULL; i++) {
    const TorgKind *kind = torg_kinds ()[i];

    g_assert_true (((kind->flags & TORG_KIND_APPEND_ONLY) != 0) ==
                   g_strv_contains (append_only, kind->collection));
  }
}

/* Who may add and change records, by groups and fields that there are. */
static void
test_roles (void)
{
  static const char *const groups[] = { "members", "contributors", "editors", "validators", NULL };

  for (guint i = 0; torg_kinds ()[i] != NULL; i++) {
    const TorgKind *kind = torg_kinds ()[i];
    g_auto (GStrv) creators = g_strsplit (kind->creators, " ", -1);
    g_auto (GStrv) steps = g_strsplit (kind->steward ? kind->steward : "", ".", -1);

    g_test_message ("%s", kind->collection);
    g_assert_nonnull (creators[0]);
    for (guint k = 0; creators[k] != NULL; k++)
      g_assert_true (g_strv_contains (groups, creators[k]));
    g_assert_true (kind->editors == NULL || g_strv_contains (groups, kind->editors));
    for (guint k = 0; steps[k] != NULL; k++) {
      const TorgField *field = torg_kind_find (kind, steps[k]);

      g_assert_true (field->type == TORG_FIELD_REF);
      g_assert_true ((steps[k + 1] == NULL) == g_str_equal (field->target, "organisations"));
      kind = torg_kind_for (field->target);
    }
  }
}

/* What a row must have besides its name and type, and must not have. */
static void
check_row (const TorgField *field)
{
  static const char *const taken[] = { "id", "revision", "bucket", "last_modified", "schema" };

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    g_assert_cmpstr (field->name, !=, taken[i]);
  g_assert_cmpuint (strspn (field->name, G_CSET_a_2_z "_"), ==, strlen (field->name));
  g_assert_true (field->type != TORG_FIELD_CHOICE || field->choices != NULL);
  g_assert_true ((field->type == TORG_FIELD_REF || torg_field_is_related (field)) ==
                 (field->target != NULL));
  g_assert_true (torg_field_is_related (field) == (g_strcmp0 (field->target, TORG_ANY) == 0));
  g_assert_true ((field->type == TORG_FIELD_LIST) == (field->part != NULL));
  g_assert_true (field->target == NULL || torg_field_is_related (field) ||
                 torg_kind_for (field->target) != NULL);
  g_assert_true (field->part == NULL || field->part->collection == NULL);
  g_assert_true (field->type == TORG_FIELD_DATE || field->type == TORG_FIELD_TIME ||
                 !(field->flags & TORG_FIELD_PARTIAL));
  g_assert_cmpint (field->min, <=, field->max);
}

static void
test_tables (void)
{
  for (guint i = 0; torg_test_kinds ()[i] != NULL; i++) {
    const TorgKind *kind = torg_test_kinds ()[i];
    g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
    guint titles = 0;

    for (guint j = 0; j < kind->n_fields; j++) {
      g_test_message ("%s %s", kind->collection, kind->fields[j].name);
      check_row (&kind->fields[j]);
      g_assert_true (g_hash_table_add (names, (gpointer) kind->fields[j].name));
      titles += (kind->fields[j].flags & TORG_FIELD_TITLE) != 0;
    }
    g_assert_cmpuint (titles, <=, 1);
  }
}

/* Every member of a struct has its row: no bytes lie between them that no row speaks of. */
static void
test_structs (void)
{
  for (guint i = 0; torg_test_kinds ()[i] != NULL; i++) {
    const TorgKind *kind = torg_test_kinds ()[i];
    GTypeQuery query;
    gsize at = sizeof (TorgRecord);

    g_type_query (kind->get_type (), &query);
    for (guint j = 0; j < kind->n_fields; j++) {
      const TorgField *field = &kind->fields[j];

      g_test_message ("%s", field->name);
      g_assert_cmpuint (field->offset - at, <, sizeof (gpointer));
      at = field->offset + (field->type == TORG_FIELD_BOOL ? sizeof (gboolean) : sizeof (gpointer));
    }
    g_assert_cmpuint (query.instance_size - at, <, sizeof (gpointer));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/collections", test_collections);
  g_test_add_func ("/kind/find", test_find);
  g_test_add_func ("/kind/title", test_title);
  g_test_add_func ("/kind/append-only", test_append_only);
  g_test_add_func ("/kind/roles", test_roles);
  g_test_add_func ("/kind/tables", test_tables);
  g_test_add_func ("/kind/structs", test_structs);
  return g_test_run ();
}
