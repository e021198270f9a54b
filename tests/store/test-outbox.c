/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-store.h"

#include "torg-json.h"
#include "torg-store-private.h"

static const char base[] = "{\"id\":\"p1\",\"last_modified\":10,\"title\":\"A\",\"summary\":\"s\"}";
static const char titled[] =
  "{\"id\":\"p1\",\"last_modified\":10,\"title\":\"B\",\"summary\":\"s\"}";

static GPtrArray *
batch_of (TestStore *test)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *batch = torg_store_freeze_batch (test->store, 100, &error);

  g_assert_no_error (error);
  return batch;
}

static void
pull_base (TestStore *test)
{
  g_autofree char *page = g_strdup_printf ("[%s]", base);

  test_store_pull (test, "projects", page);
}

static void
assert_summary (TestStore *test, guint waiting, guint attention)
{
  TorgSummary summary;

  g_assert_true (torg_store_summarise (test->store, &summary, NULL));
  g_assert_cmpuint (summary.waiting, ==, waiting);
  g_assert_cmpuint (summary.attention, ==, attention);
}

static void
assert_title (TestStore *test, const char *expected)
{
  g_autofree char *title = test_store_title (test, "p1");

  g_assert_cmpstr (title, ==, expected);
}

static void
assert_pending (TestStore *test, TorgPending expected)
{
  g_autoptr (TorgRow) row = test_store_row (test, "projects", "p1");

  g_assert_cmpint (row->pending, ==, expected);
}

/* What two edits of one record leave in the outbox, if nothing was sent between them. */
static void
test_join (void)
{
  static const struct {
    gboolean known; /* the service has the record */
    const char *first_base, *first, *second_base, *second;
    const char *shown; /* NULL: the record is not shown */
    int verb;          /* -1: nothing is left to send */
  } cases[] = {
    { FALSE, NULL, base,   NULL,   NULL,   "A",  TORG_VERB_CREATE },
    { FALSE, NULL, base,   base,   titled, "B",  TORG_VERB_CREATE },
    { FALSE, NULL, base,   base,   NULL,   NULL, -1               },
    { TRUE,  base, titled, NULL,   NULL,   "B",  TORG_VERB_CHANGE },
    { TRUE,  base, titled, titled, base,   "A",  -1               },
    { TRUE,  base, titled, titled, NULL,   NULL, TORG_VERB_DELETE },
    { TRUE,  base, NULL,   NULL,   NULL,   NULL, TORG_VERB_DELETE },
    { TRUE,  base, NULL,   NULL,   base,   "A",  -1               },
    { TRUE,  base, NULL,   NULL,   titled, "B",  TORG_VERB_CHANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TestStore) test = test_store_new ();
    g_autoptr (GPtrArray) batch = NULL;

    if (cases[i].known)
      pull_base (test);
    test_store_edit (test, "p1", cases[i].first_base, cases[i].first);
    if (cases[i].second != NULL || cases[i].second_base != NULL)
      test_store_edit (test, "p1", cases[i].second_base, cases[i].second);
    assert_title (test, cases[i].shown);
    test_store_reopen (test);
    assert_title (test, cases[i].shown);
    batch = batch_of (test);
    g_assert_cmpuint (batch->len, ==, cases[i].verb < 0 ? 0 : 1);
    if (cases[i].verb >= 0)
      g_assert_cmpint (((TorgOperation *) batch->pdata[0])->verb, ==, cases[i].verb);
  }
}

static void
test_edit_is_shown_and_waits (void)
{
  g_autoptr (TestStore) test = test_store_new ();

  pull_base (test);
  assert_pending (test, TORG_PENDING_NONE);
  test_store_edit (test, "p1", base, titled);
  assert_title (test, "B");
  assert_pending (test, TORG_PENDING_WAITING);
  assert_summary (test, 1, 0);
  g_assert_true (torg_changes_has_collection (test->changes, "projects"));
}

static void
test_frozen_is_not_joined (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (JsonObject) served =
    test_object ("{\"id\":\"p1\",\"last_modified\":20,\"title\":\"B\",\"summary\":\"theirs\"}");
  TorgOperation *operation;

  pull_base (test);
  test_store_edit (test, "p1", base, titled);
  first = batch_of (test);
  test_store_edit (test, "p1", titled,
                   "{\"id\":\"p1\",\"last_modified\":10,\"title\":\"C\",\"summary\":\"s\"}");
  again = batch_of (test);
  g_assert_cmpuint (again->len, ==, 1);
  operation = again->pdata[0];
  g_assert_cmpstr (torg_json_get_string (operation->document, "title"), ==, "B");
  assert_title (test, "C");

  /* What waited behind it stands on the answer from now on. */
  g_assert_true (torg_store_operation_done (test->store, operation, served, test->changes, NULL));
  second = batch_of (test);
  g_assert_cmpuint (second->len, ==, 1);
  operation = second->pdata[0];
  g_assert_cmpint (torg_json_get_int (operation->base, "last_modified", 0), ==, 20);
  g_assert_cmpstr (torg_json_get_string (operation->document, "title"), ==, "C");
  g_assert_cmpstr (torg_json_get_string (operation->document, "summary"), ==, "theirs");
}

static void
test_pull_under_edit (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgRow) row = NULL;

  pull_base (test);
  test_store_edit (test, "p1", base, titled);
  test_store_pull (test, "projects",
                   "[{\"id\":\"p1\",\"last_modified\":20,\"title\":\"A\",\"summary\":\"new\"}]");
  row = test_store_row (test, "projects", "p1");
  g_assert_cmpstr (torg_json_get_string (row->document, "title"), ==, "B");
  g_assert_cmpstr (torg_json_get_string (row->document, "summary"), ==, "new");
  g_assert_cmpint (row->pending, ==, TORG_PENDING_WAITING);
}

static void
test_overtaken_merges (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (JsonObject) theirs =
    test_object ("{\"id\":\"p1\",\"last_modified\":20,\"title\":\"A\",\"summary\":\"new\"}");
  TorgOperation *operation;

  pull_base (test);
  test_store_edit (test, "p1", base, titled);
  batch = batch_of (test);
  g_assert_true (
    torg_store_operation_overtaken (test->store, batch->pdata[0], theirs, test->changes, NULL));
  merged = batch_of (test);
  operation = merged->pdata[0];
  g_assert_cmpint (torg_json_get_int (operation->base, "last_modified", 0), ==, 20);
  g_assert_cmpstr (torg_json_get_string (operation->document, "title"), ==, "B");
  g_assert_cmpstr (torg_json_get_string (operation->document, "summary"), ==, "new");
  assert_summary (test, 1, 0);
}

static void
test_overtaken_conflicts (gconstpointer mine)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (GPtrArray) blocked = NULL;
  g_autoptr (GPtrArray) resolved = NULL;
  g_autoptr (JsonObject) theirs =
    test_object ("{\"id\":\"p1\",\"last_modified\":20,\"title\":\"Z\",\"summary\":\"new\"}");

  pull_base (test);
  test_store_edit (test, "p1", base, titled);
  batch = batch_of (test);
  g_assert_true (
    torg_store_operation_overtaken (test->store, batch->pdata[0], theirs, test->changes, NULL));
  blocked = batch_of (test);
  g_assert_cmpuint (blocked->len, ==, 0);
  assert_summary (test, 0, 1);
  assert_title (test, "Z");
  assert_pending (test, TORG_PENDING_CONFLICT);
  test_store_reopen (test);
  assert_pending (test, TORG_PENDING_CONFLICT);

  g_assert_true (
    torg_store_choose (test->store, "torg", "projects", "p1", mine != NULL, test->changes, NULL));
  resolved = batch_of (test);
  g_assert_cmpuint (resolved->len, ==, mine ? 1 : 0);
  assert_title (test, mine ? "B" : "Z");
  if (mine != NULL) {
    TorgOperation *operation = resolved->pdata[0];

    g_assert_cmpint (torg_json_get_int (operation->base, "last_modified", 0), ==, 20);
    g_assert_cmpstr (torg_json_get_string (operation->document, "summary"), ==, "new");
  }
}

static void
test_same_edit_twice_is_done (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (JsonObject) theirs =
    test_object ("{\"id\":\"p1\",\"last_modified\":20,\"title\":\"B\",\"summary\":\"s\"}");

  pull_base (test);
  test_store_edit (test, "p1", base, titled);
  batch = batch_of (test);
  g_assert_true (
    torg_store_operation_overtaken (test->store, batch->pdata[0], theirs, test->changes, NULL));
  assert_summary (test, 0, 0);
  assert_pending (test, TORG_PENDING_NONE);
}

static void
test_refused_is_kept (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (GPtrArray) attention = NULL;
  TorgOperation *operation;

  pull_base (test);
  test_store_edit (test, "p1", base, titled);
  batch = batch_of (test);
  g_assert_true (
    torg_store_operation_refused (test->store, batch->pdata[0], "access", test->changes, NULL));
  assert_summary (test, 0, 1);
  attention = torg_store_attention (test->store, NULL);
  operation = attention->pdata[0];
  g_assert_cmpstr (torg_json_get_string (operation->document, "title"), ==, "B");
  g_assert_cmpstr (operation->reason, ==, "access");
  assert_pending (test, TORG_PENDING_REFUSED);
}

static void
test_edit_wins_over_deletion (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (GPtrArray) again = NULL;
  TorgOperation *operation;

  pull_base (test);
  test_store_edit (test, "p1", base, titled);
  test_store_pull (test, "projects", "[{\"id\":\"p1\",\"last_modified\":30,\"deleted\":true}]");
  assert_title (test, "B");
  batch = batch_of (test);
  g_assert_true (torg_store_operation_gone (test->store, batch->pdata[0], test->changes, NULL));
  again = batch_of (test);
  operation = again->pdata[0];
  g_assert_cmpint (operation->verb, ==, TORG_VERB_CREATE);
  g_assert_cmpstr (torg_json_get_string (operation->document, "title"), ==, "B");
  g_assert_false (json_object_has_member (operation->document, "last_modified"));
}

static void
test_edit_follows_publication (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (JsonObject) before = test_object (base);
  g_autoptr (JsonObject) after = test_object (titled);
  const TorgEdit edit = { "org-x", "projects", "p1", before, after };
  g_autofree char *page = g_strdup_printf ("{\"data\": [%s]}", base);
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  TorgOperation *operation;

  g_assert_true (
    torg_store_apply_page (test->store, "org-x", "projects", page, test->changes, NULL));
  g_assert_true (torg_store_edit (test->store, &edit, test->changes, NULL));
  g_assert_true (torg_store_apply_page (
    test->store, "org-x", "projects",
    "{\"data\":[{\"id\":\"p1\",\"last_modified\":20,\"deleted\":true}]}", test->changes, NULL));
  test_store_pull (test, "projects",
                   "[{\"id\":\"p1\",\"last_modified\":19,\"title\":\"A\",\"summary\":\"s\"}]");
  batch = batch_of (test);
  g_assert_true (torg_store_operation_gone (test->store, batch->pdata[0], test->changes, NULL));
  moved = batch_of (test);
  operation = moved->pdata[0];
  g_assert_cmpstr (operation->bucket, ==, "torg");
  g_assert_cmpint (operation->verb, ==, TORG_VERB_CHANGE);
  assert_title (test, "B");
}

static void
test_publish (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (JsonObject) document = test_object (base);
  const TorgEdit edit = { "org-x", "projects", "p1", document, document };
  g_autofree char *page = g_strdup_printf ("{\"data\": [%s]}", base);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (TorgRow) row = NULL;
  TorgOperation *create, *remove;

  g_assert_true (
    torg_store_apply_page (test->store, "org-x", "projects", page, test->changes, NULL));
  g_assert_true (torg_store_move (test->store, &edit, "torg", test->changes, NULL));
  row = test_store_row (test, "projects", "p1");
  g_assert_cmpstr (row->bucket, ==, "torg");
  first = batch_of (test);
  g_assert_cmpuint (first->len, ==, 1);
  create = first->pdata[0];
  g_assert_cmpint (create->verb, ==, TORG_VERB_CREATE);
  g_assert_true (torg_store_operation_done (test->store, create, document, test->changes, NULL));
  second = batch_of (test);
  g_assert_cmpuint (second->len, ==, 1);
  remove = second->pdata[0];
  g_assert_cmpint (remove->verb, ==, TORG_VERB_DELETE);
  g_assert_cmpstr (remove->bucket, ==, "org-x");
}

/* The forum will not have it, and one lets go: then it is in the room as before. */
static void
test_publish_refused (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (JsonObject) document = test_object (base);
  const TorgEdit edit = { "org-x", "projects", "p1", document, document };
  g_autofree char *page = g_strdup_printf ("{\"data\": [%s]}", base);
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (TorgRow) row = NULL;

  g_assert_true (
    torg_store_apply_page (test->store, "org-x", "projects", page, test->changes, NULL));
  g_assert_true (torg_store_move (test->store, &edit, "torg", test->changes, NULL));
  batch = batch_of (test);
  g_assert_true (
    torg_store_operation_refused (test->store, batch->pdata[0], "403", test->changes, NULL));
  g_assert_true (
    torg_store_choose (test->store, "torg", "projects", "p1", FALSE, test->changes, NULL));
  none = batch_of (test);
  g_assert_cmpuint (none->len, ==, 0);
  row = test_store_row (test, "projects", "p1");
  g_assert_cmpstr (row->bucket, ==, "org-x");
  assert_summary (test, 0, 0);
}

/* The program ends after the outbox is written and before the cache is, or the other way round. */
static void
test_files_agree_after_a_crash (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autofree char *path = test_store_path (test, "outbox.db");
  g_autofree char *title = NULL;
  sqlite3 *outbox = NULL;

  pull_base (test);
  test_store_edit (test, "p1", base, titled);
  g_clear_pointer (&test->store, torg_store_close);
  g_assert_cmpint (sqlite3_open (path, &outbox), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (outbox, "DELETE FROM operation", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (outbox);
  test_store_reopen (test);
  assert_title (test, "A");
  assert_pending (test, TORG_PENDING_NONE);
}

/* The disk is full while one saves: the error says so, nothing is half done, and later it works. */
static void
test_full_disk (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autofree char *words = g_strnfill (200000, 'x');
  g_autofree char *document = g_strdup_printf ("{\"id\":\"p1\",\"title\":\"%s\"}", words);
  g_autoptr (JsonObject) object = test_object (document);
  const TorgEdit edit = { "torg", "projects", "p1", NULL, object };
  g_autoptr (GError) error = NULL;

  g_assert_true (torg_db_exec (test->store->outbox, "PRAGMA max_page_count = 1", NULL));
  g_assert_false (torg_store_edit (test->store, &edit, test->changes, &error));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_FULL);
  assert_summary (test, 0, 0);
  assert_title (test, NULL);
  g_assert_true (torg_db_exec (test->store->outbox, "PRAGMA max_page_count = 100000", NULL));
  g_assert_true (torg_store_edit (test->store, &edit, test->changes, NULL));
  assert_summary (test, 1, 0);
  assert_title (test, words);
}

/* The outbox has room and the cache has not: the edit is kept, and shown when there is room again. */
static void
test_full_cache_keeps_edit (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autofree char *words = g_strnfill (200000, 'x');
  g_autofree char *document = g_strdup_printf ("{\"id\":\"p1\",\"title\":\"%s\"}", words);
  g_autoptr (JsonObject) object = test_object (document);
  const TorgEdit edit = { "torg", "projects", "p1", NULL, object };

  g_assert_true (torg_db_exec (test->store->cache, "PRAGMA max_page_count = 1", NULL));
  g_assert_true (torg_store_edit (test->store, &edit, test->changes, NULL));
  assert_summary (test, 1, 0);
  test_store_reopen (test);
  assert_title (test, words);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outbox/join", test_join);
  g_test_add_func ("/outbox/edit-is-shown", test_edit_is_shown_and_waits);
  g_test_add_func ("/outbox/frozen", test_frozen_is_not_joined);
  g_test_add_func ("/outbox/pull-under-edit", test_pull_under_edit);
  g_test_add_func ("/outbox/overtaken/merges", test_overtaken_merges);
  g_test_add_data_func ("/outbox/overtaken/mine", "mine", test_overtaken_conflicts);
  g_test_add_data_func ("/outbox/overtaken/theirs", NULL, test_overtaken_conflicts);
  g_test_add_func ("/outbox/same-edit", test_same_edit_twice_is_done);
  g_test_add_func ("/outbox/refused", test_refused_is_kept);
  g_test_add_func ("/outbox/edit-wins-over-deletion", test_edit_wins_over_deletion);
  g_test_add_func ("/outbox/follows-publication", test_edit_follows_publication);
  g_test_add_func ("/outbox/publish", test_publish);
  g_test_add_func ("/outbox/publish-refused", test_publish_refused);
  g_test_add_func ("/outbox/full-disk", test_full_disk);
  g_test_add_func ("/outbox/full-cache", test_full_cache_keeps_edit);
  g_test_add_func ("/outbox/crash-between-files", test_files_agree_after_a_crash);
  return g_test_run ();
}
