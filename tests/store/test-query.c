/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-query.h"

#include "torg-article.h"
#include "torg-comment.h"
#include "torg-db.h"
#include "torg-event.h"
#include "torg-person.h"
#include "torg-project.h"
#include "torg-test-store.h"

#include <string.h>

#define MANY 10000

/* The article a1 has to do with p1 by its own field, with e1 by e1's, with p2 by both. */
static void
fill (TestStore *test)
{
  test_store_pull (test, "projects",
                   "[{\"id\":\"p1\",\"last_modified\":1},"
                   "{\"id\":\"p2\",\"last_modified\":2,\"related\":{\"articles/a1\":true}},"
                   "{\"id\":\"p3\",\"last_modified\":3,\"related\":{\"articles/a2\":true}}]");
  test_store_pull (test, "events",
                   "[{\"id\":\"e1\",\"last_modified\":4,\"start\":\"2026-05-04T07:30Z\","
                   "\"related\":{\"articles/a1\":true,\"articles/a2\":true}},"
                   "{\"id\":\"e2\",\"last_modified\":5,\"start\":\"2026-05-05\"},"
                   "{\"id\":\"e3\",\"last_modified\":6,\"start\":\"2026-06-01T00:00Z\"}]");
  test_store_pull (test, "articles",
                   "[{\"id\":\"a1\",\"last_modified\":7,\"project\":\"p1\",\"author\":\"ola\","
                   "\"related\":{\"projects/p2\":true,\"articles/a1\":true}},"
                   "{\"id\":\"a2\",\"last_modified\":8,\"supersedes\":\"a1\",\"project\":7},"
                   "{\"id\":\"a3\",\"last_modified\":9,\"related\":[\"projects/p1\"]}]");
  test_store_pull (test, "comments",
                   "[{\"id\":\"c1\",\"last_modified\":10,\"person\":\"ola\","
                   "\"about\":{\"collection\":\"articles\",\"id\":\"a1\"}},"
                   "{\"id\":\"c2\",\"last_modified\":11,"
                   "\"about\":{\"collection\":\"articles\",\"id\":\"a10\"}}]");
  test_store_pull (test, "people", "[{\"id\":\"ola\",\"last_modified\":12}]");
}

static void
assert_linked (TestStore *test,
               const TorgKind *kind,
               const char *collection,
               const char *id,
               const char *expected)
{
  g_autoptr (TorgQuery) query = torg_query_new (kind);
  g_autoptr (TorgQuery) copy = NULL;
  g_autofree char *found = NULL;

  torg_query_sort (query, NULL, FALSE);
  torg_query_linked (query, collection, id);
  copy = torg_query_copy (query);
  found = test_store_list (test, copy);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_linked (void)
{
  static const struct {
    const TorgKind *kind;
    const char *collection, *id, *expected;
  } rows[] = {
    { &torg_project_kind, "articles", "a1",   "p1 p2"    },
    { &torg_project_kind, "articles", "a2",   "p3"       },
    { &torg_project_kind, "articles", "a3",   ""         },
    { &torg_article_kind, "projects", "p1",   "a1"       },
    { &torg_article_kind, "projects", "p2",   "a1"       },
    { &torg_article_kind, "articles", "a1",   "a2"       },
    { &torg_article_kind, "articles", "a2",   "a1"       },
    { &torg_event_kind,   "articles", "a1",   "e1"       },
    { &torg_article_kind, "events",   "e1",   "a1 a2"    },
    { &torg_comment_kind, "articles", "a1",   "c1"       },
    { &torg_article_kind, "comments", "c1",   "a1"       },
    { &torg_person_kind,  "articles", "a1",   "ola"      },
    { &torg_comment_kind, "people",   "ola",  "c1"       },
    { &torg_article_kind, "people",   "ola",  "a1"       },
    { &torg_project_kind, "articles", "gone", ""         },
    { &torg_project_kind, NULL,       NULL,   "p1 p2 p3" },
  };
  g_autoptr (TestStore) test = test_store_new ();

  fill (test);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_linked (test, rows[i].kind, rows[i].collection, rows[i].id, rows[i].expected);
}

/* Links come and go with what is shown: by pulls, by edits, by tombstones. */
static void
test_linked_follows (void)
{
  g_autoptr (TestStore) test = test_store_new ();

  fill (test);
  test_store_pull (test, "articles", "[{\"id\":\"a1\",\"last_modified\":20,\"project\":\"p3\"}]");
  assert_linked (test, &torg_project_kind, "articles", "a1", "p2 p3");
  test_store_edit (test, "p2",
                   "{\"id\":\"p2\",\"last_modified\":2,\"related\":{\"articles/a1\":true}}",
                   "{\"id\":\"p2\",\"last_modified\":2}");
  assert_linked (test, &torg_project_kind, "articles", "a1", "p3");
  test_store_edit (test, "p3", "{\"id\":\"p3\",\"last_modified\":3}", NULL);
  assert_linked (test, &torg_project_kind, "articles", "a1", "");
  test_store_pull (test, "events", "[{\"id\":\"e1\",\"last_modified\":21,\"deleted\":true}]");
  assert_linked (test, &torg_event_kind, "articles", "a1", "");
  assert_linked (test, &torg_article_kind, "events", "e1", "");
}

static TorgDb *
open_cache (TestStore *test, TorgDbMode mode)
{
  g_autofree char *path = test_store_path (test, "cache.db");
  g_autoptr (GError) error = NULL;
  TorgDb *db = torg_db_open (path, mode, &error);

  g_assert_no_error (error);
  return db;
}

/* A file that was made before there were links gets them when it is opened. */
static void
test_older_file (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgDb) db = NULL;

  fill (test);
  g_clear_pointer (&test->store, torg_store_close);
  db = open_cache (test, TORG_DB_CACHE);
  g_assert_true (torg_db_exec (db,
                               "DELETE FROM link; "
                               "INSERT INTO setting (name, value) VALUES ('unlinked', '1')",
                               NULL));
  g_clear_pointer (&db, torg_db_close);
  test_store_reopen (test);
  assert_linked (test, &torg_project_kind, "articles", "a1", "p1 p2");
  assert_linked (test, &torg_comment_kind, "articles", "a1", "c1");
}

static void
test_range (void)
{
  static const struct {
    const char *from, *to, *expected;
  } rows[] = {
    { "2026-05-04",        NULL,                "e1 e2 e3" },
    { "2026-05-04T07:30Z", "2026-05-05",        "e1"       },
    { "2026-05-04T07:31Z", "2026-06",           "e2"       },
    { NULL,                "2026-05-05",        "e1"       },
    { "2026-05-05",        "2026-06-01T00:00Z", "e2"       },
    { "2026-06",           NULL,                "e3"       },
    { "2027",              NULL,                ""         },
    { NULL,                NULL,                "e1 e2 e3" },
  };
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgQuery) query = torg_query_new (&torg_event_kind);

  fill (test);
  torg_query_sort (query, "start", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgQuery) copy = NULL;
    g_autofree char *found = NULL;

    torg_query_range (query, "start", rows[i].from, rows[i].to);
    copy = torg_query_copy (query);
    found = test_store_list (test, copy);
    g_assert_cmpstr (found, ==, rows[i].expected);
  }
}

/* What has begun and lasts is in the range of those to come, and not in that of those that are over. */
static void
test_range_of_ends (void)
{
  static const struct {
    const char *from, *to, *expected;
  } rows[] = {
    { "2026-05-06", NULL,         "f1 f2 f3" },
    { "2026-05-08", NULL,         "f3"       },
    { NULL,         "2026-05-06", "f4"       },
    { NULL,         "2026-06",    "f1 f2 f4" },
  };
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgQuery) query = torg_query_new (&torg_event_kind);

  test_store_pull (
    test, "events",
    "[{\"id\":\"f1\",\"last_modified\":1,\"start\":\"2026-05-04\",\"end\":\"2026-05-07\"},"
    "{\"id\":\"f2\",\"last_modified\":2,\"start\":\"2026-05-06\"},"
    "{\"id\":\"f3\",\"last_modified\":3,\"start\":\"2026-06-01\"},"
    "{\"id\":\"f4\",\"last_modified\":4,\"start\":\"2026-05-04\",\"end\":\"2026-05-05\"}]");
  torg_query_sort (query, "title", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = NULL;

    torg_query_range_or (query, "end", "start", rows[i].from, rows[i].to);
    found = test_store_list (test, query);
    g_assert_cmpstr (found, ==, rows[i].expected);
  }
}

static void
test_reads (void)
{
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);

  g_assert_true (torg_query_reads (query, "projects"));
  g_assert_false (torg_query_reads (query, "articles"));
  torg_query_linked (query, "articles", "a1");
  g_assert_true (torg_query_reads (query, "projects"));
  g_assert_true (torg_query_reads (query, "articles"));
  g_assert_false (torg_query_reads (query, "article"));
  g_assert_false (torg_query_reads (query, "events"));
  torg_query_linked (query, NULL, NULL);
  g_assert_false (torg_query_reads (query, "articles"));
}

static void
pull_many (TestStore *test, const char *collection, const char *members)
{
  for (guint first = 0; first < MANY; first += 1000) {
    g_autoptr (GString) page = g_string_new ("[");

    for (guint i = first; i < first + 1000; i++) {
      g_string_append_printf (page, "%s{\"id\":\"%.2s%u\",\"last_modified\":%u,",
                              i > first ? "," : "", collection, i, i + 1);
      g_string_append_printf (page, "%s%u\":true}}", members, i);
    }
    g_string_append_c (page, ']');
    test_store_pull (test, collection, page->str);
  }
}

/* How SQLite goes about a query: the tables that it reads from end to end. */
static char *
plan_of (TestStore *test, const TorgQuery *query)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = torg_query_to_sql (query, arguments);
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (TorgDb) db = open_cache (test, TORG_DB_READER);
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (db, &error, explain, "");
  g_autoptr (GString) plan = g_string_new (NULL);

  g_assert_no_error (error);
  while (torg_stmt_step (stmt, NULL))
    g_string_append_printf (plan, "%s\n", torg_stmt_text (stmt, 3));
  return g_string_free (g_steal_pointer (&plan), FALSE);
}

static void
assert_by_index (TestStore *test, const TorgQuery *query)
{
  g_autofree char *plan = plan_of (test, query);

  g_test_message ("%s", plan);
  g_assert_null (strstr (plan, "record.newest"));
  g_assert_null (strstr (plan, "SCAN r"));
  g_assert_null (strstr (plan, "SCAN l"));
  g_assert_null (strstr (plan, "SCAN t"));
  g_assert_null (strstr (plan, "SCAN o"));
}

static void
test_many (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgQuery) linked = torg_query_new (&torg_project_kind);
  g_autoptr (TorgQuery) soon = torg_query_new (&torg_event_kind);
  gint64 begun;

  pull_many (test, "projects", "\"related\":{\"articles/ar");
  pull_many (test, "articles", "\"related\":{\"projects/pr");
  torg_query_range (soon, "start", "2026-05-04", "2026-06-01");
  torg_query_sort (soon, "start", FALSE);
  assert_by_index (test, soon);
  torg_query_sort (linked, "title", FALSE);
  begun = g_get_monotonic_time ();
  for (guint i = 0; i < 100; i++) {
    g_autofree char *id = g_strdup_printf ("ar%u", i * 97);
    g_autofree char *expected = g_strdup_printf ("pr%u", i * 97);
    g_autofree char *found = NULL;

    torg_query_linked (linked, "articles", id);
    found = test_store_list (test, linked);
    g_assert_cmpstr (found, ==, expected);
  }
  g_test_message ("%" G_GINT64_FORMAT " µs each", (g_get_monotonic_time () - begun) / 100);
  assert_by_index (test, linked);
  torg_query_sort (linked, NULL, TRUE);
  assert_by_index (test, linked);
}

/* What others refer to a record by, such as who registered for an event. */
static void
test_belonging (void)
{
  static const struct {
    const char *people[3];
    const char *expected;
  } rows[] = {
    { { "kari" },        "e1 e2" },
    { { "ola" },         "e2"    },
    { { "kari", "ola" }, "e1 e2" },
    { { "per" },         ""      },
  };
  g_autoptr (TestStore) test = test_store_new ();

  fill (test);
  test_store_pull (test, "registrations",
                   "[{\"id\":\"r1\",\"last_modified\":20,\"event\":\"e1\",\"person\":\"kari\"},"
                   "{\"id\":\"r2\",\"last_modified\":21,\"event\":\"e2\",\"person\":\"kari\"},"
                   "{\"id\":\"r3\",\"last_modified\":22,\"event\":\"e2\",\"person\":\"ola\"},"
                   "{\"id\":\"r4\",\"last_modified\":23,\"event\":\"gone\",\"person\":\"ola\"}]");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgQuery) query = torg_query_new (&torg_event_kind);
    g_autofree char *found = NULL;

    torg_query_sort (query, "start", FALSE);
    torg_query_filter (query, "registrations/event/person", rows[i].people);
    found = test_store_list (test, query);
    g_assert_cmpstr (found, ==, rows[i].expected);
    g_assert_true (torg_query_reads (query, "registrations"));
    g_assert_false (torg_query_reads (query, "comments"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/linked", test_linked);
  g_test_add_func ("/query/linked-follows", test_linked_follows);
  g_test_add_func ("/query/older-file", test_older_file);
  g_test_add_func ("/query/range", test_range);
  g_test_add_func ("/query/range-of-ends", test_range_of_ends);
  g_test_add_func ("/query/reads", test_reads);
  g_test_add_func ("/query/belonging", test_belonging);
  g_test_add_func ("/query/many", test_many);
  return g_test_run ();
}
