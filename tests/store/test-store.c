/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-store.h"

#include "torg-json.h"
#include "torg-project.h"

#include <string.h>

static const char organisations[] =
  "[{\"id\":\"o1\",\"last_modified\":1,\"name\":\"Bodø kommune\",\"county\":\"18\",\"type\":\"municipality\"},"
  "{\"id\":\"o2\",\"last_modified\":2,\"name\":\"Oslo kommune\",\"county\":\"03\",\"type\":\"municipality\"}]";

static const char projects[] =
  "[{\"id\":\"p1\",\"last_modified\":10,\"title\":\"Åpne sensorer\",\"owner\":\"o1\",\"status\":\"pilot\","
  "\"themes\":{\"toolbox\":true},\"start\":\"2025\",\"description\":\"Måler snødybde i veinettet\"},"
  "{\"id\":\"p2\",\"last_modified\":20,\"title\":\"Zebrastriper\",\"owner\":\"o2\",\"status\":\"in-use\","
  "\"themes\":{\"benefits\":true,\"toolbox\":true},\"tags\":{\"trafikk\":true}},"
  "{\"id\":\"p3\",\"last_modified\":30,\"title\":\"Ærlig talt\",\"owner\":\"o1\",\"start\":\"2024-03\","
  "\"partners\":[{\"id\":\"x\",\"organisation\":\"o2\",\"role\":\"pilot\"}]}]";

static void
fill (TestStore *test)
{
  test_store_pull (test, "organisations", organisations);
  test_store_pull (test, "projects", projects);
}

static void
test_queries (void)
{
  static const struct {
    const char *text;
    const char *path;
    const char *values[3];
    const char *sort;
    gboolean descending;
    const char *expected;
  } cases[] = {
    { NULL,            NULL,           { NULL },              NULL,    TRUE,  "p3 p2 p1" },
    { NULL,            NULL,           { NULL },              "title", FALSE, "p2 p3 p1" },
    { NULL,            NULL,           { NULL },              "start", FALSE, "p3 p1 p2" },
    { NULL,            NULL,           { NULL },              "start", TRUE,  "p1 p3 p2" },
    { NULL,            "status",       { "pilot" },           NULL,    TRUE,  "p1"       },
    { NULL,            "status",       { "pilot", "in-use" }, NULL,    TRUE,  "p2 p1"    },
    { NULL,            "status",       { "" },                NULL,    TRUE,  "p3"       },
    { NULL,            "themes",       { "benefits" },        NULL,    TRUE,  "p2"       },
    { NULL,            "themes",       { "toolbox" },         NULL,    TRUE,  "p2 p1"    },
    { NULL,            "owner.county", { "18" },              NULL,    TRUE,  "p3 p1"    },
    { NULL,            "owner.type",   { "county" },          NULL,    TRUE,  ""         },
    { "snødybde",      NULL,           { NULL },              NULL,    TRUE,  "p1"       },
    { "SNØDYB",        NULL,           { NULL },              NULL,    TRUE,  "p1"       },
    { "apne",          NULL,           { NULL },              NULL,    TRUE,  "p1"       },
    { "bodø",          NULL,           { NULL },              "title", FALSE, "p1 p3"    },
    { "oslo",          NULL,           { NULL },              NULL,    TRUE,  "p2 p3"    },
    { "trafikk",       NULL,           { NULL },              NULL,    TRUE,  "p2"       },
    { "bodø",          "themes",       { "toolbox" },         NULL,    TRUE,  "p1"       },
    { "\" OR * NEAR(", NULL,           { NULL },              NULL,    TRUE,  ""         },
    { "-- ;",          NULL,           { NULL },              NULL,    TRUE,  "p3 p2 p1" },
    { "finnes ikke",   NULL,           { NULL },              NULL,    TRUE,  ""         },
  };
  g_autoptr (TestStore) test = test_store_new ();

  fill (test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);
    g_autofree char *found = NULL;

    torg_query_set_text (query, cases[i].text);
    if (cases[i].path != NULL)
      torg_query_filter (query, cases[i].path, cases[i].values);
    torg_query_sort (query, cases[i].sort, cases[i].descending);
    found = test_store_list (test, query);
    if (cases[i].text != NULL && strchr (cases[i].expected, ' ') != NULL)
      g_assert_cmpuint (strlen (found), ==, strlen (cases[i].expected));
    else
      g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
test_count (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);
  const TorgField *status = torg_kind_find (&torg_project_kind, "status");
  const TorgField *themes = torg_kind_find (&torg_project_kind, "themes");
  g_autoptr (GHashTable) all = NULL;
  g_autoptr (GHashTable) some = NULL;
  g_autoptr (GHashTable) keys = NULL;

  fill (test);
  all = torg_store_count (test->store, query, status, NULL);
  g_assert_cmpuint (g_hash_table_size (all), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (all, "pilot")), ==, 1);
  torg_query_filter (query, "themes", (const char *const[]) { "benefits", NULL });
  some = torg_store_count (test->store, query, status, NULL);
  g_assert_cmpuint (g_hash_table_size (some), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (some, "in-use")), ==, 1);
  keys = torg_store_count (test->store, query, themes, NULL);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (keys, "benefits")), ==, 1);
  g_assert_null (g_hash_table_lookup (keys, "competence"));
}

static void
test_renamed_owner_finds_project (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (test);
  torg_query_set_text (query, "buvvda");
  before = test_store_list (test, query);
  g_assert_cmpstr (before, ==, "");
  test_store_pull (test, "organisations",
                   "[{\"id\":\"o1\",\"last_modified\":40,\"name\":\"Buvvda\"}]");
  torg_query_sort (query, "title", FALSE);
  after = test_store_list (test, query);
  g_assert_cmpuint (strlen (after), ==, strlen ("p1 p3"));
}

static void
test_snippet (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);
  g_autoptr (GArray) rows = NULL;
  g_autofree char *snippet = NULL;

  fill (test);
  torg_query_set_text (query, "snødybde");
  rows = torg_store_list (test->store, query, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  snippet = torg_store_snippet (test->store, query, g_array_index (rows, gint64, 0), NULL);
  g_assert_nonnull (strstr (snippet, "\u2068snødybde\u2069"));
}

static void
test_page_is_whole (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgRow) row = NULL;
  gint64 cursor;

  /* The second record has no id: nothing of the page may stand. */
  g_assert_false (torg_store_apply_page (
    test->store, "torg", "projects",
    "{\"data\":[{\"id\":\"p1\",\"last_modified\":1},{\"title\":\"x\"}]}", test->changes, &error));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_CONSTRAINT);
  row = test_store_row (test, "projects", "p1");
  g_assert_null (row);
  g_assert_true (torg_store_get_cursor (test->store, "torg", "projects", &cursor, NULL));
  g_assert_cmpint (cursor, ==, 0);
}

static void
test_tombstone (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);
  g_autofree char *left = NULL;

  fill (test);
  test_store_pull (test, "projects", "[{\"id\":\"p2\",\"last_modified\":50,\"deleted\":true}]");
  left = test_store_list (test, query);
  g_assert_cmpstr (left, ==, "p3 p1");
}

static void
test_damaged_cache (void)
{
  static const char zeros[64 * 1024];
  static const struct {
    const char *bytes;
    gssize length;
  } damages[] = {
    { zeros,                                       sizeof zeros },
    { "this is not a database, and never was one", 41           },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_autoptr (TestStore) test = test_store_new ();
    g_autofree char *path = test_store_path (test, "cache.db");
    g_autofree char *wal = test_store_path (test, "cache.db-wal");
    g_autofree char *title = NULL;

    test_store_edit (test, "p9", NULL, "{\"id\":\"p9\",\"title\":\"Kun her\"}");
    g_clear_pointer (&test->store, torg_store_close);
    g_assert_true (g_file_set_contents (path, damages[i].bytes, damages[i].length, NULL));
    test_store_reopen (test);
    g_assert_true (torg_store_was_rebuilt (test->store));
    title = test_store_title (test, "p9");
    g_assert_cmpstr (title, ==, "Kun her");
  }
}

static void
test_damaged_outbox_is_kept (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autofree char *path = test_store_path (test, "outbox.db");
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&test->store, torg_store_close);
  g_assert_true (g_file_set_contents (path, "not a database at all, really not", -1, NULL));
  g_assert_null (torg_store_open (test->folder, test->folder, &error));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_CORRUPT);
  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "not a database at all, really not");
}

static void
test_forget_bucket (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_auto (GStrv) buckets = NULL;
  TorgSummary summary;

  fill (test);
  test_store_edit (test, "p1", "{\"id\":\"p1\",\"last_modified\":10,\"title\":\"A\"}",
                   "{\"id\":\"p1\",\"last_modified\":10,\"title\":\"Mitt\"}");
  g_assert_true (torg_store_forget_bucket (test->store, "torg", test->changes, NULL));
  buckets = torg_store_list_buckets (test->store, NULL);
  g_assert_cmpuint (g_strv_length (buckets), ==, 0);
  g_assert_true (torg_store_summarise (test->store, &summary, NULL));
  g_assert_cmpuint (summary.attention, ==, 1);
}

static void
test_drafts (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (JsonObject) document = test_object ("{\"id\":\"d1\",\"title\":\"Halv\"}");
  const TorgEdit draft = { "torg", "projects", "d1", NULL, document };
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_assert_true (torg_store_save_draft (test->store, &draft, NULL));
  json_object_set_string_member (document, "title", "Halvferdig");
  g_assert_true (torg_store_save_draft (test->store, &draft, NULL));
  test_store_reopen (test);
  drafts = torg_store_list_drafts (test->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (torg_json_get_string (((TorgDraft *) drafts->pdata[0])->document, "title"), ==,
                   "Halvferdig");
  g_assert_true (torg_store_drop_draft (test->store, "projects", "d1", NULL));
  none = torg_store_list_drafts (test->store, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_settings (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autofree char *absent = torg_store_get_setting (test->store, "epoch", NULL);
  g_autofree char *kept = NULL;

  g_assert_null (absent);
  g_assert_true (torg_store_set_setting (test->store, "epoch", "one", NULL));
  g_assert_true (torg_store_set_setting (test->store, "epoch", "two", NULL));
  kept = torg_store_get_setting (test->store, "epoch", NULL);
  g_assert_cmpstr (kept, ==, "two");
}

/* A list may hold what is no object: others wrote it, and the page comes in all the same. */
static void
test_strange_list (void)
{
  static const char strange[] =
    "[{\"id\":\"p9\",\"last_modified\":40,\"title\":\"Rart\",\"partners\":[\"x\",7,null,[],"
    "{\"id\":\"y\",\"organisation\":\"o2\"}]},"
    "{\"id\":\"p8\",\"last_modified\":41,\"title\":\"Rarere\",\"partners\":\"x\"}]";
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);
  g_autofree char *found = NULL;

  test_store_pull (test, "projects", strange);
  test_store_pull (test, "organisations", organisations);
  torg_query_set_text (query, "oslo");
  found = test_store_list (test, query);
  g_assert_cmpstr (found, ==, "p9");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/queries", test_queries);
  g_test_add_func ("/store/count", test_count);
  g_test_add_func ("/store/renamed-owner", test_renamed_owner_finds_project);
  g_test_add_func ("/store/strange-list", test_strange_list);
  g_test_add_func ("/store/snippet", test_snippet);
  g_test_add_func ("/store/page-is-whole", test_page_is_whole);
  g_test_add_func ("/store/tombstone", test_tombstone);
  g_test_add_func ("/store/damaged-cache", test_damaged_cache);
  g_test_add_func ("/store/damaged-outbox", test_damaged_outbox_is_kept);
  g_test_add_func ("/store/forget-bucket", test_forget_bucket);
  g_test_add_func ("/store/drafts", test_drafts);
  g_test_add_func ("/store/settings", test_settings);
  return g_test_run ();
}
