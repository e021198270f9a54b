/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-db.h"

#include "torg-test-folder.h"

#include <string.h>

#define STEPS   "/test/steps/"
#define PROGRAM "/com/smartinnovationnorway/Torg/sql/"

static void
migrate (TorgDb *db, const char *prefix)
{
  g_autoptr (GError) error = NULL;

  torg_db_migrate (db, prefix, &error);
  g_assert_no_error (error);
}

/* All that the file holds: its step, its tables and their rows. */
static char *
describe (TorgDb *db)
{
  g_autofree char *version = test_db_text (db, "PRAGMA user_version");
  g_autofree char *schema = test_db_text (
    db, "SELECT concat (name, ' ', rootpage, ' ', sql) FROM sqlite_schema ORDER BY name");
  g_autofree char *notes = test_db_text (db, "SELECT concat (n, text) FROM note ORDER BY n");

  return g_strjoin ("\n", version, schema, notes, NULL);
}

static void
assert_version (TorgDb *db, const char *expected)
{
  g_autofree char *version = test_db_text (db, "PRAGMA user_version");

  g_assert_cmpstr (version, ==, expected);
}

/* The program's own steps, from an empty file; the second time there is nothing to do. */
static void
test_program (void)
{
  static const struct {
    const char *name;
    const char *table;
  } rows[] = {
    { "cache",  "record"    },
    { "outbox", "operation" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TestFolder) folder = test_folder_new ();
    g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_DURABLE);
    g_autofree char *prefix = g_strconcat (PROGRAM, rows[i].name, NULL);
    g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM %s", rows[i].table);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autofree char *sound = NULL;
    g_autofree char *empty = NULL;

    migrate (db, prefix);
    before = test_db_text (db, "PRAGMA schema_version");
    migrate (db, prefix);
    after = test_db_text (db, "PRAGMA schema_version");
    sound = test_db_text (db, "PRAGMA integrity_check");
    empty = test_db_text (db, count);
    g_assert_cmpstr (before, ==, after);
    g_assert_cmpstr (sound, ==, "ok");
    g_assert_cmpstr (empty, ==, "0");
  }
}

static void
test_two_steps (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_DURABLE);
  g_autofree char *moods = NULL;

  migrate (db, STEPS "two");
  assert_version (db, "2");
  moods = test_db_text (db, "SELECT text || mood FROM note");
  g_assert_cmpstr (moods, ==, "firstcalm");
}

/* A file of an older program takes the steps it lacks, and keeps what it holds. */
static void
test_older_file (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *moods = NULL;

  {
    g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_DURABLE);

    migrate (db, STEPS "one");
    assert_version (db, "1");
    test_db_exec (db, "INSERT INTO note (text) VALUES ('mine')");
  }
  g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_DURABLE);

  migrate (db, STEPS "two");
  assert_version (db, "2");
  moods = test_db_text (db, "SELECT text || mood FROM note ORDER BY n");
  g_assert_cmpstr (moods, ==, "firstcalm minecalm");
}

static void
test_again (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_DURABLE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int changes;

  migrate (db, STEPS "two");
  before = describe (db);
  changes = sqlite3_total_changes (torg_db_get_handle (db));
  migrate (db, STEPS "two");
  after = describe (db);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (sqlite3_total_changes (torg_db_get_handle (db)), ==, changes);
}

/* A step that breaks, wherever it does, leaves the file as it was, and open to be used. */
static void
test_broken (void)
{
  static const struct {
    const char *prefix;
    const char *prepare;
    int code;
  } rows[] = {
    { STEPS "wrong",   "INSERT INTO note (text) VALUES ('mine')",                           TORG_DB_ERROR_SQL        },
    { STEPS "refused", "INSERT INTO note (text) VALUES ('mine'), ('first')",
     TORG_DB_ERROR_CONSTRAINT                                                                                        },
    { STEPS "late",    "INSERT INTO note (text) VALUES ('mine')",                           TORG_DB_ERROR_CONSTRAINT },
    { STEPS "large",   "INSERT INTO note (text) VALUES ('mine'); PRAGMA max_page_count=20",
     TORG_DB_ERROR_FULL                                                                                              },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TestFolder) folder = test_folder_new ();
    g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_DURABLE);
    g_autofree char *before = NULL;

    migrate (db, STEPS "one");
    test_db_exec (db, rows[i].prepare);
    before = describe (db);
    /* The second time finds the same. */
    for (guint turn = 0; turn < 2; turn++) {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (torg_db_migrate (db, rows[i].prefix, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, TORG_DB_ERROR, rows[i].code);
      g_assert_true (g_str_has_prefix (error->message, "step 2: "));
      g_assert_cmpint (sqlite3_get_autocommit (torg_db_get_handle (db)), !=, 0);
      after = describe (db);
      g_assert_cmpstr (before, ==, after);
    }
    test_db_exec (db, "INSERT INTO note (text) VALUES ('later')");
  }
}

/* The steps before the broken one stand: a file is always at a whole step. */
static void
test_broken_from_empty (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_DURABLE);
  g_autofree char *tables = NULL;

  g_assert_false (torg_db_migrate (db, STEPS "wrong", NULL));
  assert_version (db, "1");
  tables = test_db_text (db, "SELECT name FROM sqlite_schema");
  g_assert_cmpstr (tables, ==, "note");
}

/* What a newer program made, or one that we do not know, is left alone. */
static void
test_newer_file (void)
{
  static const char *const versions[] = { "3", "2147483647", "-1" };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++) {
    g_autoptr (TestFolder) folder = test_folder_new ();
    g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_DURABLE);
    g_autofree char *set = g_strconcat ("PRAGMA user_version=", versions[i], NULL);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;

    migrate (db, STEPS "two");
    test_db_exec (db, set);
    before = describe (db);
    g_assert_false (torg_db_migrate (db, STEPS "two", &error));
    g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_NEWER);
    g_assert_nonnull (strstr (error->message, versions[i]));
    after = describe (db);
    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_no_steps (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_DURABLE);
  g_autoptr (GError) error = NULL;

  g_assert_false (torg_db_migrate (db, STEPS "none", &error));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_SQL);
}

/* A reader takes no step. */
static void
test_reader (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) writer = test_db_open (folder, TORG_DB_DURABLE);
  g_autoptr (TorgDb) reader = test_db_open (folder, TORG_DB_READER);
  g_autoptr (GError) error = NULL;

  g_assert_false (torg_db_migrate (reader, STEPS "two", &error));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_SQL);
  assert_version (writer, "0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrate/program", test_program);
  g_test_add_func ("/migrate/two-steps", test_two_steps);
  g_test_add_func ("/migrate/older-file", test_older_file);
  g_test_add_func ("/migrate/again", test_again);
  g_test_add_func ("/migrate/broken", test_broken);
  g_test_add_func ("/migrate/broken-from-empty", test_broken_from_empty);
  g_test_add_func ("/migrate/newer-file", test_newer_file);
  g_test_add_func ("/migrate/no-steps", test_no_steps);
  g_test_add_func ("/migrate/reader", test_reader);
  return g_test_run ();
}
