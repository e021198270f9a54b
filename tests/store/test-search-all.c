/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-search-all.h"

#include "torg-json.h"
#include "torg-test-store.h"

static const char *const both[] = { "projects", "organisations", NULL };
static const char *const projects_only[] = { "projects", NULL };

static const char organisations[] =
  "[{\"id\":\"o1\",\"last_modified\":5,\"name\":\"Molde kommune\",\"type\":\"municipality\"},"
  "{\"id\":\"o2\",\"last_modified\":15,\"name\":\"Oslo kommune\",\"type\":\"municipality\"}]";

static const char projects[] =
  "[{\"id\":\"p1\",\"last_modified\":10,\"title\":\"Gatelys\",\"owner\":\"o1\","
  "\"description\":\"Lyset følger trafikken.\\n\\nMålt i Molde.\"},"
  "{\"id\":\"p2\",\"last_modified\":20,\"title\":\"Trafikk på sykkel\",\"owner\":\"o2\"},"
  "{\"id\":\"p3\",\"last_modified\":30,\"title\":\"<b>Snø</b> &amp; is\",\"owner\":\"o2\"}]";

static TestStore *
filled (void)
{
  TestStore *test = test_store_new ();

  test_store_pull (test, "organisations", organisations);
  test_store_pull (test, "projects", projects);
  return test;
}

static GPtrArray *
search (TestStore *test, const char *const *collections, const char *text, guint most)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = torg_store_search_all (test->store, collections, text, most, NULL, &error);

  g_assert_no_error (error);
  return hits;
}

/* The titles, each with its marks in brackets. */
static char *
titles_of (GPtrArray *hits)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++) {
    const TorgMarked *title = ((TorgHit *) hits->pdata[i])->title;
    g_autoptr (GString) text = g_string_new (title->text);

    for (guint k = title->marks->len; k > 0; k--) {
      const TorgMark *mark = &g_array_index (title->marks, TorgMark, k - 1);

      g_string_insert_c (text, (gssize) mark->to, ']');
      g_string_insert_c (text, (gssize) mark->from, '[');
    }
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", text->str);
  }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
test_finds (void)
{
  static const struct {
    const char *const *collections;
    const char *text;
    guint most;
    const char *expected;
  } cases[] = {
    { both,          "traf",           9, "[Trafikk] på sykkel, Gatelys"                         },
    { both,          "molde",          9, "[Molde] kommune, Gatelys"                             },
    { projects_only, "molde",          9, "Gatelys"                                              },
    { both,          "molde trafikk",  9, "Gatelys"                                              },
    { both,          "kommune",        1, "Molde [kommune], Trafikk på sykkel"                   },
    { both,          "b",              9, "<[b]>Snø</[b]> &amp; is"                              },
    { both,          "finnes ikke",    9, ""                                                     },
    { both,          "\" OR NEAR( -:", 9, ""                                                     },
    { both,          NULL,             3, "<b>Snø</b> &amp; is, Trafikk på sykkel, Oslo kommune" },
    { projects_only, " ",              9, "<b>Snø</b> &amp; is, Trafikk på sykkel, Gatelys"      },
  };
  g_autoptr (TestStore) test = filled ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) hits = search (test, cases[i].collections, cases[i].text, cases[i].most);
    g_autofree char *found = titles_of (hits);

    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
test_shows_where (void)
{
  g_autoptr (TestStore) test = filled ();
  g_autoptr (GPtrArray) hits = search (test, projects_only, "trafikken", 9);
  const TorgHit *hit = hits->pdata[0];
  const TorgMark *mark = &g_array_index (hit->text->marks, TorgMark, 0);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (hit->kind->collection, ==, "projects");
  g_assert_cmpuint (hit->title->marks->len, ==, 0);
  g_assert_true (g_str_has_prefix (hit->text->text + mark->from, "trafikken. Målt i Molde."));
  g_assert_cmpuint (mark->to - mark->from, ==, sizeof "trafikken" - 1);
}

static void
test_deleted_is_not_found (void)
{
  g_autoptr (TestStore) test = filled ();
  g_autoptr (GPtrArray) hits = NULL;

  test_store_edit (test, "p2", "{\"id\":\"p2\",\"last_modified\":20}", NULL);
  hits = search (test, projects_only, "sykkel", 9);
  g_assert_cmpuint (hits->len, ==, 0);
}

/* What was made here and is nowhere else yet is the newest of all. */
static void
test_own_is_newest (void)
{
  g_autoptr (TestStore) test = filled ();
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *found = NULL;

  test_store_edit (test, "p9", NULL, "{\"id\":\"p9\",\"title\":\"Ny\"}");
  hits = search (test, both, "", 1);
  found = titles_of (hits);
  g_assert_cmpstr (found, ==, "Ny");
}

static void
test_cancelled (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GString) page = g_string_new ("[");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (page, "%s{\"id\":\"p%u\",\"last_modified\":%u,\"title\":\"Alle like\"}",
                            i > 0 ? "," : "", i, i + 1);
  g_string_append_c (page, ']');
  test_store_pull (test, "projects", page->str);
  g_cancellable_cancel (cancellable);
  none = torg_store_search_all (test->store, both, "alle", 9, cancellable, &error);
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_SQL);
  g_assert_null (none);
  hits = search (test, both, "alle", 9);
  g_assert_cmpuint (hits->len, ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-all/finds", test_finds);
  g_test_add_func ("/search-all/shows-where", test_shows_where);
  g_test_add_func ("/search-all/deleted", test_deleted_is_not_found);
  g_test_add_func ("/search-all/newest", test_own_is_newest);
  g_test_add_func ("/search-all/cancelled", test_cancelled);
  return g_test_run ();
}
