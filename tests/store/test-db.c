/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-db.h"

#include "torg-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534
#define TABLE  "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT UNIQUE, c BLOB)"

static void
assert_text (TorgDb *db, const char *sql, const char *expected)
{
  g_autofree char *text = test_db_text (db, sql);

  g_test_message ("%s", sql);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_pragmas (void)
{
  static const struct {
    const char *sql;
    const char *values[3]; /* durable, cache, reader */
  } rows[] = {
    { "PRAGMA journal_mode",       { "wal", "wal", "wal" }    },
    { "PRAGMA synchronous",        { "2", "1", NULL }         },
    { "PRAGMA foreign_keys",       { "1", "1", "1" }          },
    { "PRAGMA busy_timeout",       { "5000", "5000", "5000" } },
    { "PRAGMA mmap_size",          { "0", "0", "0" }          },
    { "PRAGMA wal_autocheckpoint", { "1000", "1000", "0" }    },
    { "PRAGMA query_only",         { "0", "0", "1" }          },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();

  for (int mode = TORG_DB_DURABLE; mode <= TORG_DB_READER; mode++) {
    g_autoptr (TorgDb) db = test_db_open (folder, (TorgDbMode) mode);
    int defensive = 0;

    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      if (rows[i].values[mode] != NULL)
        assert_text (db, rows[i].sql, rows[i].values[mode]);
    sqlite3_db_config (torg_db_get_handle (db), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
    g_assert_cmpint (defensive, ==, 1);
  }
}

/* A pragma that does not take is an error: in memory there is no write-ahead log. */
static void
test_pragma_not_taken (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgDb) db = torg_db_open (":memory:", TORG_DB_CACHE, &error);

  g_assert_null (db);
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "journal_mode is memory"));
}

static TorgDb *
open_with_table (TestFolder *folder)
{
  TorgDb *db = test_db_open (folder, TORG_DB_DURABLE);

  test_db_exec (db, TABLE);
  return db;
}

static guint
count_prepared (TorgDb *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  guint count = 0;

  while ((stmt = sqlite3_next_stmt (torg_db_get_handle (db), stmt)) != NULL)
    count += g_str_equal (sqlite3_sql (stmt), sql);
  return count;
}

/* A statement is prepared once; a second that is wanted at the same time is freed afterwards. */
static void
test_statements_kept (void)
{
  static const char sql[] = "SELECT ?1";
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);

  for (gint64 i = 0; i < 3; i++) {
    g_autoptr (TorgStmt) outer = torg_db_query (db, NULL, sql, "i", i);

    g_assert_true (torg_stmt_step (outer, NULL));
    for (gint64 j = 10; j < 13; j++) {
      gint64 value = 0;

      g_assert_true (torg_db_get_int (db, &value, NULL, sql, "i", j));
      g_assert_cmpint (value, ==, j);
      g_assert_cmpuint (count_prepared (db, sql), ==, 2);
    }
    g_assert_cmpint (torg_stmt_int (outer, 0), ==, i);
    g_assert_false (torg_stmt_step (outer, NULL));
  }
  g_assert_cmpuint (count_prepared (db, sql), ==, 1);
}

/* A statement that is taken up again starts from its beginning, without its old arguments. */
static void
test_statements_fresh (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);

  test_db_exec (db, "INSERT INTO t (b) VALUES ('x'), ('y')");
  for (guint i = 0; i < 3; i++) {
    g_autoptr (TorgStmt) stmt =
      torg_db_query (db, NULL, "SELECT b, ?1 FROM t ORDER BY b", i == 0 ? "s" : "", "argument");

    g_assert_true (torg_stmt_step (stmt, NULL));
    g_assert_cmpstr (torg_stmt_text (stmt, 0), ==, "x");
    g_assert_cmpstr (torg_stmt_text (stmt, 1), ==, i == 0 ? "argument" : NULL);
  }
}

static void
test_values (void)
{
  static const char data[] = "a\0b\xff";
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, sizeof data);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (TorgStmt) stmt =
    torg_db_query (db, NULL, "SELECT ?1, ?2, ?3, ?4", "sisb", "blåbær 😀", G_MININT64, "", bytes);

  g_assert_true (torg_stmt_step (stmt, NULL));
  g_assert_cmpstr (torg_stmt_text (stmt, 0), ==, "blåbær 😀");
  g_assert_cmpint (torg_stmt_int (stmt, 1), ==, G_MININT64);
  g_assert_cmpstr (torg_stmt_text (stmt, 2), ==, "");
  g_assert_false (torg_stmt_is_null (stmt, 2));
  read = torg_stmt_bytes (stmt, 3);
  g_assert_true (g_bytes_equal (read, bytes));
}

static void
test_null (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  g_autoptr (TorgStmt) stmt =
    torg_db_query (db, NULL, "SELECT ?1, ?2, ?3, ?4", "snbi", (const char *) NULL, (GBytes *) NULL,
                   G_GINT64_CONSTANT (7));

  g_assert_true (torg_stmt_step (stmt, NULL));
  for (int column = 0; column < 3; column++) {
    g_autoptr (GBytes) bytes = torg_stmt_bytes (stmt, column);

    g_assert_true (torg_stmt_is_null (stmt, column));
    g_assert_null (torg_stmt_text (stmt, column));
    g_assert_cmpint (torg_stmt_int (stmt, column), ==, 0);
    g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
  }
  g_assert_cmpint (torg_stmt_int (stmt, 3), ==, 7);
}

/* No bytes are a value, not NULL. */
static void
test_no_bytes (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (TorgStmt) stmt = torg_db_query (db, NULL, "SELECT ?1", "b", bytes);
  g_autoptr (GBytes) read = NULL;

  g_assert_true (torg_stmt_step (stmt, NULL));
  g_assert_false (torg_stmt_is_null (stmt, 0));
  read = torg_stmt_bytes (stmt, 0);
  g_assert_cmpuint (g_bytes_get_size (read), ==, 0);
}

/* Arguments are copied: they may go before the statement is stepped. */
static void
test_arguments_copied (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  g_autofree char *text = g_strdup ("text");
  g_autoptr (TorgStmt) stmt = torg_db_query (db, NULL, "SELECT ?1", "s", text);

  g_clear_pointer (&text, g_free);
  g_assert_true (torg_stmt_step (stmt, NULL));
  g_assert_cmpstr (torg_stmt_text (stmt, 0), ==, "text");
}

static void
test_get_int (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  gint64 value = -3;

  g_assert_true (torg_db_get_int (db, &value, NULL, "SELECT a FROM t", ""));
  g_assert_cmpint (value, ==, -3);
  test_db_exec (db, "INSERT INTO t (a) VALUES (7), (8)");
  g_assert_true (torg_db_get_int (db, &value, NULL, "SELECT a FROM t ORDER BY a", ""));
  g_assert_cmpint (value, ==, 7);
}

static void
test_errors (void)
{
  static const struct {
    const char *sql;
    int code;
    const char *words;
  } rows[] = {
    { "SELEC 1",                             TORG_DB_ERROR_SQL,        "syntax error"   },
    { "SELECT x FROM t",                     TORG_DB_ERROR_SQL,        "no such column" },
    { "SELECT 1 FROM nowhere",               TORG_DB_ERROR_SQL,        "no such table"  },
    { "SELECT json ('{')",                   TORG_DB_ERROR_SQL,        "malformed JSON" },
    { "INSERT INTO t (a) VALUES ('x')",      TORG_DB_ERROR_SQL,        "mismatch"       },
    { "INSERT INTO t (b) VALUES ('taken')",  TORG_DB_ERROR_CONSTRAINT, "UNIQUE"         },
    { "INSERT INTO t (a) VALUES (1)",        TORG_DB_ERROR_CONSTRAINT, "UNIQUE"         },
    { "INSERT INTO child (t) VALUES (99)",   TORG_DB_ERROR_CONSTRAINT, "FOREIGN KEY"    },
    { "INSERT INTO child (t) VALUES (NULL)", TORG_DB_ERROR_CONSTRAINT, "NOT NULL"       },
    { "DELETE FROM t",                       TORG_DB_ERROR_CONSTRAINT, "FOREIGN KEY"    },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);

  test_db_exec (db, "CREATE TABLE child (t INTEGER NOT NULL REFERENCES t (a));"
                    "INSERT INTO t (a, b) VALUES (1, 'taken'); INSERT INTO child VALUES (1)");
  /* Twice, since the second time the statement is the one that failed before. */
  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++) {
    const char *sql = rows[i / 2].sql;
    g_autoptr (GError) run_error = NULL;
    g_autoptr (GError) exec_error = NULL;
    g_autoptr (GError) int_error = NULL;
    gint64 value = -3;

    g_test_message ("%s", sql);
    g_assert_false (torg_db_run (db, &run_error, sql, ""));
    g_assert_error (run_error, TORG_DB_ERROR, rows[i / 2].code);
    g_assert_nonnull (strstr (run_error->message, rows[i / 2].words));
    g_assert_false (torg_db_exec (db, sql, &exec_error));
    g_assert_error (exec_error, TORG_DB_ERROR, rows[i / 2].code);
    g_assert_false (torg_db_get_int (db, &value, &int_error, sql, ""));
    g_assert_error (int_error, TORG_DB_ERROR, rows[i / 2].code);
    g_assert_cmpint (value, ==, -3);
    g_assert_false (torg_db_run (db, NULL, sql, ""));
  }
  assert_text (db, "SELECT count (*) FROM t UNION ALL SELECT count (*) FROM child", "1 1");
}

/* Reading that fails half-way is told apart from the end of the rows. */
static void
test_step_fails (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  g_autoptr (TorgStmt) stmt = NULL;
  g_autoptr (GError) error = NULL;

  test_db_exec (db, "INSERT INTO t (b) VALUES ('{}'), ('{')");
  stmt = torg_db_query (db, &error, "SELECT json (b) FROM t ORDER BY a", "");
  g_assert_true (torg_stmt_step (stmt, &error));
  g_assert_no_error (error);
  g_assert_false (torg_stmt_step (stmt, &error));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_SQL);
}

static void
test_too_many_arguments (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (torg_db_run (db, &error, "SELECT ?1", "ss", "a", "b"));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_SQL);
}

static void
test_transactions (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (torg_db_begin (db, NULL));
  test_db_exec (db, "INSERT INTO t (a) VALUES (1)");
  g_assert_false (torg_db_begin (db, &error));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_SQL);
  g_assert_true (torg_db_commit (db, NULL));
  g_assert_true (torg_db_begin (db, NULL));
  test_db_exec (db, "INSERT INTO t (a) VALUES (2)");
  torg_db_rollback (db);
  torg_db_rollback (db);
  g_assert_false (torg_db_commit (db, NULL));
  assert_text (db, "SELECT a FROM t", "1");
}

/* What cannot be committed is undone whole. */
static void
test_commit_fails (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  g_autoptr (GError) error = NULL;

  test_db_exec (db, "CREATE TABLE child (t REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED)");
  g_assert_true (torg_db_begin (db, NULL));
  test_db_exec (db, "INSERT INTO t (a) VALUES (1); INSERT INTO child VALUES (99)");
  g_assert_false (torg_db_commit (db, &error));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_CONSTRAINT);
  g_assert_cmpint (sqlite3_get_autocommit (torg_db_get_handle (db)), !=, 0);
  assert_text (db, "SELECT count (*) FROM t", "0");
}

static void
test_full (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);
  g_autofree char *much = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  test_db_exec (db, "INSERT INTO t (a) VALUES (1); PRAGMA max_page_count=10");
  g_assert_true (torg_db_begin (db, NULL));
  g_assert_true (torg_db_run (db, NULL, "INSERT INTO t (a, b) VALUES (2, ?1)", "s", "little"));
  g_assert_false (torg_db_run (db, &error, "INSERT INTO t (a, b) VALUES (3, ?1)", "s", much));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_FULL);
  torg_db_rollback (db);
  assert_text (db, "SELECT a FROM t", "1");
  test_db_exec (db, "PRAGMA max_page_count=1000");
  g_assert_true (torg_db_run (db, NULL, "INSERT INTO t (a, b) VALUES (3, ?1)", "s", much));
}

/* Opens @path and reads its table; gives the code of what fails, -1 if all is well. */
static int
code_of_file (const char *path, TorgDbMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgDb) db = torg_db_open (path, mode, &error);
  gint64 value = 0;

  if (db != NULL)
    torg_db_get_int (db, &value, &error, "SELECT sum (length (b)) FROM t", "");
  if (error == NULL)
    return -1;
  g_assert_true (error->domain == TORG_DB_ERROR);
  g_test_message ("%s", error->message);
  return error->code;
}

static void
test_bad_files (void)
{
  static const struct {
    gsize length;
    char filling;
  } rows[] = {
    { 4096,   '\0' },
    { 100000, '\0' },

    { 4096,   'x'  },
    { 511,    'x'  }
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "db");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int mode = TORG_DB_DURABLE; mode <= TORG_DB_READER; mode++) {
      g_autofree char *data = g_malloc (rows[i].length);
      g_autofree char *after = NULL;
      gsize length;

      memset (data, rows[i].filling, rows[i].length);
      g_assert_true (g_file_set_contents (path, data, (gssize) rows[i].length, NULL));
      g_assert_cmpint (code_of_file (path, (TorgDbMode) mode), ==, TORG_DB_ERROR_CORRUPT);
      /* Whose file this is, we do not know. */
      g_assert_true (g_file_get_contents (path, &after, &length, NULL));
      g_assert_cmpmem (after, length, data, rows[i].length);
    }
}

static void
fill_file (TestFolder *folder)
{
  g_autoptr (TorgDb) db = open_with_table (folder);

  test_db_exec (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500) "
                    "INSERT INTO t (b) SELECT printf ('%0200d', i) FROM n;"
                    "PRAGMA wal_checkpoint (TRUNCATE)");
}

static void
test_truncated_file (void)
{
  static const goffset lengths[] = { 50, 4096, 40000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autoptr (TestFolder) folder = test_folder_new ();
    g_autofree char *path = test_folder_path (folder, "db");

    fill_file (folder);
    g_assert_cmpint (code_of_file (path, TORG_DB_CACHE), ==, -1);
    g_assert_cmpint (truncate (path, lengths[i]), ==, 0);
    g_assert_cmpint (code_of_file (path, TORG_DB_CACHE), ==, TORG_DB_ERROR_CORRUPT);
  }
}

/* A page written over with nonsense, as a failing disk does it. */
static void
test_damaged_file (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "db");
  g_autofree char *data = NULL;
  gsize length;

  fill_file (folder);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  memset (data + 4096, 'x', length - 4096);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  g_assert_cmpint (code_of_file (path, TORG_DB_CACHE), ==, TORG_DB_ERROR_CORRUPT);
}

static void
test_no_file (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *nowhere = test_folder_path (folder, "none/db");
  g_autofree char *missing = test_folder_path (folder, "missing");

  for (int mode = TORG_DB_DURABLE; mode <= TORG_DB_READER; mode++) {
    g_assert_cmpint (code_of_file (folder, (TorgDbMode) mode), ==, TORG_DB_ERROR_OPEN);
    g_assert_cmpint (code_of_file (nowhere, (TorgDbMode) mode), ==, TORG_DB_ERROR_OPEN);
  }
  g_assert_cmpint (code_of_file (missing, TORG_DB_READER), ==, TORG_DB_ERROR_OPEN);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
test_error_names_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgDb) db = torg_db_open ("/nowhere/at/all", TORG_DB_CACHE, &error);

  g_assert_null (db);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/at/all: unable to open"));
}

/* As somebody who may not write: root may write everything, so it becomes another for a moment. */
static void
test_read_only_file (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "db");
  uid_t user = geteuid ();
  int durable, cache;

  fill_file (folder);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  if (user == 0 && seteuid (NOBODY) != 0) {
    g_test_skip ("root cannot be another here");
    return;
  }
  durable = code_of_file (path, TORG_DB_DURABLE);
  cache = code_of_file (path, TORG_DB_CACHE);
  g_assert_cmpint (seteuid (user), ==, 0);
  g_assert_cmpint (durable, ==, TORG_DB_ERROR_OPEN);
  g_assert_cmpint (cache, ==, TORG_DB_ERROR_OPEN);
}

static void
test_reader (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) writer = open_with_table (folder);
  g_autoptr (TorgDb) reader = test_db_open (folder, TORG_DB_READER);
  g_autoptr (GError) error = NULL;

  test_db_exec (writer, "INSERT INTO t (a) VALUES (1)");
  assert_text (reader, "SELECT a FROM t", "1");
  g_assert_true (torg_db_begin (writer, NULL));
  test_db_exec (writer, "INSERT INTO t (a) VALUES (2)");
  assert_text (reader, "SELECT a FROM t", "1");
  g_assert_true (torg_db_commit (writer, NULL));
  assert_text (reader, "SELECT a FROM t", "1 2");
  g_assert_false (torg_db_run (reader, &error, "INSERT INTO t (a) VALUES (3)", ""));
  g_assert_error (error, TORG_DB_ERROR, TORG_DB_ERROR_SQL);
}

static void
test_collate (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = open_with_table (folder);

  test_db_exec (db, "CREATE INDEX t_b ON t (torg_collate (b));"
                    "INSERT INTO t (b) VALUES ('Ålesund'), ('alta'), ('Ørsta'), ('Zulu'), (NULL)");
  assert_text (db, "SELECT b FROM t ORDER BY torg_collate (b)", "null alta Zulu Ørsta Ålesund");
  assert_text (db, "SELECT torg_collate (NULL)", "null");
  assert_text (db, "SELECT torg_collate (7) = torg_collate ('7')", "1");
}

/* What a connection answers to its own thread only. */
static void
ask_step (TorgDb *db, TorgStmt *stmt)
{
  torg_stmt_step (stmt, NULL);
}

static void
ask_query (TorgDb *db, TorgStmt *stmt)
{
  torg_db_run (db, NULL, "SELECT 1", "");
}

static void
ask_exec (TorgDb *db, TorgStmt *stmt)
{
  torg_db_exec (db, "SELECT 1", NULL);
}

static void
ask_rollback (TorgDb *db, TorgStmt *stmt)
{
  torg_db_rollback (db);
}

static void
ask_close (TorgDb *db, TorgStmt *stmt)
{
  torg_db_close (db);
}

typedef struct {
  const char *path;
  void (*ask) (TorgDb *db, TorgStmt *stmt);
} Question;

static const Question questions[] = {
  { "/db/thread/subprocess/step",     ask_step     },
  { "/db/thread/subprocess/query",    ask_query    },
  { "/db/thread/subprocess/exec",     ask_exec     },
  { "/db/thread/subprocess/rollback", ask_rollback },
  { "/db/thread/subprocess/close",    ask_close    },
};

/* A question, and whom it is put to. */
typedef struct {
  const Question *question;
  TorgDb *db;
  TorgStmt *stmt;
} Meeting;

static gpointer
meet (gpointer data)
{
  Meeting *meeting = data;

  meeting->question->ask (meeting->db, meeting->stmt);
  return NULL;
}

static void
test_thread_subprocess (gconstpointer question)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TorgDb) db = test_db_open (folder, TORG_DB_CACHE);
  g_autoptr (TorgStmt) stmt = torg_db_query (db, NULL, "SELECT 1", "");
  Meeting meeting = { question, db, stmt };

  g_thread_join (g_thread_new ("stranger", meet, &meeting));
}

static void
test_thread (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++) {
    g_test_trap_subprocess (questions[i].path, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_failed ();
    g_test_trap_assert_stderr ("*self->thread == g_thread_self ()*");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/pragmas", test_pragmas);
  g_test_add_func ("/db/pragma-not-taken", test_pragma_not_taken);
  g_test_add_func ("/db/statements-kept", test_statements_kept);
  g_test_add_func ("/db/statements-fresh", test_statements_fresh);
  g_test_add_func ("/db/values", test_values);
  g_test_add_func ("/db/null", test_null);
  g_test_add_func ("/db/no-bytes", test_no_bytes);
  g_test_add_func ("/db/arguments-copied", test_arguments_copied);
  g_test_add_func ("/db/get-int", test_get_int);
  g_test_add_func ("/db/errors", test_errors);
  g_test_add_func ("/db/step-fails", test_step_fails);
  g_test_add_func ("/db/too-many-arguments", test_too_many_arguments);
  g_test_add_func ("/db/transactions", test_transactions);
  g_test_add_func ("/db/commit-fails", test_commit_fails);
  g_test_add_func ("/db/full", test_full);
  g_test_add_func ("/db/bad-files", test_bad_files);
  g_test_add_func ("/db/truncated-file", test_truncated_file);
  g_test_add_func ("/db/damaged-file", test_damaged_file);
  g_test_add_func ("/db/no-file", test_no_file);
  g_test_add_func ("/db/error-names-file", test_error_names_file);
  g_test_add_func ("/db/read-only-file", test_read_only_file);
  g_test_add_func ("/db/reader", test_reader);
  g_test_add_func ("/db/collate", test_collate);
  g_test_add_func ("/db/thread", test_thread);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_test_add_data_func (questions[i].path, &questions[i], test_thread_subprocess);
  return g_test_run ();
}
