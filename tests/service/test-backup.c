/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <signal.h>
#include <string.h>

#include "torg-db.h"
#include "torg-json.h"
#include "torg-test-program.h"
#include "torg-test-service.h"

/* As the schema of comments wants them. */
#define A_COMMENT                                                                                  \
  "\"about\":{\"collection\":\"projects\",\"id\":\"p\"},\"person\":\"ola\",\"kind\":\"note\",\"text\":\"x\""

#define RECORDS    "/buckets/torg/collections/comments/records"
#define BATCH_SIZE 10

/* A forum with sample content, a folder to restore into and a file between them. */
typedef struct {
  char *above;
  char *folder;
  char *other;
  char *file;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TestRun) run = NULL;

  self->above = g_dir_make_tmp ("torg-backup-XXXXXX", NULL);
  self->folder = g_build_filename (self->above, "data", NULL);
  self->other = g_build_filename (self->above, "other", NULL);
  self->file = g_build_filename (self->above, "file", NULL);
  run = test_program_run (self->folder, NULL, "init --sample");
  g_assert_cmpint (run->status, ==, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_folder_remove (self->folder);
  test_folder_remove (self->other);
  test_folder_remove (self->above);
  g_free (self->above);
  g_free (self->folder);
  g_free (self->other);
  g_free (self->file);
}

/* Runs `COMMAND FILE`. */
static TestRun *
run_on (Fixture *self, const char *folder, const char *command)
{
  g_autofree char *arguments = g_strconcat (command, " ", self->file, NULL);

  return test_program_run (folder, NULL, arguments);
}

static void
assert_done (TestRun *run)
{
  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->err, ==, "");
  test_run_free (run);
}

static void
assert_refused (TestRun *run, const char *has)
{
  g_assert_cmpint (run->status, ==, 1);
  if (strstr (run->err, has) == NULL)
    g_error ("“%s” is not in: %s", has, run->err);
  test_run_free (run);
}

static char *
export_all (const char *folder)
{
  g_autoptr (TestRun) run = test_program_run (folder, NULL, "export");

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->err, ==, "");
  return g_steal_pointer (&run->out);
}

static void
assert_sound (const char *folder)
{
  g_autoptr (TestRun) run = test_program_run (folder, NULL, "check");

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_str_has_prefix (run->out, "no problems: "));
}

static void
change (const char *folder, const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "torg.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgDb) db = torg_db_open (path, TORG_DB_DURABLE, &error);

  g_assert_no_error (error);
  torg_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static gint64
ask (const char *folder, const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "torg.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgDb) db = torg_db_open (path, TORG_DB_READER, &error);
  gint64 number = 0;

  g_assert_no_error (error);
  torg_db_get_int (db, &number, &error, sql, "");
  g_assert_no_error (error);
  return number;
}

/* A service under load */

typedef struct {
  Fixture *fixture;
  char *url;
  char *credentials;
  gint stop;       /* atomic */
  gint n_answered; /* batches; atomic */
} Load;

static gboolean
send_batch (Load *load, SoupSession *session, guint number)
{
  g_autoptr (GString) body =
    g_string_new ("{\"defaults\":{\"method\":\"POST\",\"path\":\"" RECORDS "\"},\"requests\":[");
  g_autoptr (SoupMessage) message = NULL;

  for (guint i = 0; i < BATCH_SIZE; i++)
    g_string_append_printf (body, "%s{\"body\":{\"data\":{" A_COMMENT ",\"batch\":%u}}}",
                            i > 0 ? "," : "", number);
  g_string_append (body, "]}");
  message =
    test_program_ask (session, load->credentials, "POST", load->url, "/batch", body->str, NULL);
  return message != NULL && soup_message_get_status (message) == 200;
}

static gpointer
write_on (gpointer data)
{
  Load *load = data;
  g_autoptr (SoupSession) session = soup_session_new ();

  while (!g_atomic_int_get (&load->stop)) {
    g_assert_true (send_batch (load, session, (guint) g_atomic_int_get (&load->n_answered)));
    g_atomic_int_inc (&load->n_answered);
  }
  return NULL;
}

static void
wait_for_batches (Load *load, gint n)
{
  while (g_atomic_int_get (&load->n_answered) < n)
    g_usleep (1000);
}

static char *
read_epoch (const char *folder)
{
  g_autofree char *url = NULL;
  GSubprocess *program = test_program_serve (folder, "", &url);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SoupMessage) message = test_program_ask (session, "", "GET", url, "/", NULL, &bytes);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *capabilities = NULL;

  g_assert_nonnull (message);
  node = torg_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  capabilities = torg_json_get_object (json_node_get_object (node), "capabilities");
  test_program_end (program, SIGTERM);
  return g_strdup (torg_json_get_string (torg_json_get_object (capabilities, "torg"), "epoch"));
}

/* Each batch is there as a whole or not at all, and what was answered before the backup is there. */
static void
assert_consistent (const char *folder, guint n_answered)
{
  g_assert_cmpint (ask (folder, "SELECT count (*) FROM (SELECT count (*) AS n FROM object "
                                "WHERE doc ->> 'batch' IS NOT NULL GROUP BY doc ->> 'batch') "
                                "WHERE n != 10"),
                   ==, 0);
  g_assert_cmpint (ask (folder, "SELECT count (*) FROM object WHERE doc ->> 'batch' IS NOT NULL") /
                     BATCH_SIZE,
                   >=, n_answered);
}

static void
assert_all_in (const char *some, const char *all)
{
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  g_auto (GStrv) wanted = g_strsplit (some, "\n", -1);
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; lines[i] != NULL; i++)
    g_hash_table_add (set, lines[i]);
  for (guint i = 0; wanted[i] != NULL; i++)
    g_assert_true (g_hash_table_contains (set, wanted[i]));
}

static void
start_load (Load *load)
{
  g_autofree char *file = g_build_filename (load->fixture->folder, "sample-password", NULL);
  g_autofree char *password = NULL;

  g_assert_true (g_file_get_contents (file, &password, NULL, NULL));
  load->credentials = test_program_credentials ("kari", password);
}

/* A backup under writes is of one moment, and others can go on writing after it. */
static void
test_under_writes (Fixture *self, gconstpointer data)
{
  Load load = { .fixture = self };
  GSubprocess *program = test_program_serve (self->folder, "", &load.url);
  g_autofree char *before = NULL;
  g_autofree char *restored = NULL;
  GThread *writer = NULL;
  GStatBuf info = { 0 };
  gint n_answered = 0;

  start_load (&load);
  writer = g_thread_new ("writer", write_on, &load);
  wait_for_batches (&load, 5);
  n_answered = g_atomic_int_get (&load.n_answered);
  assert_done (run_on (self, self->folder, "backup"));
  wait_for_batches (&load, g_atomic_int_get (&load.n_answered) + 5);
  assert_sound (self->folder);
  g_atomic_int_set (&load.stop, TRUE);
  g_thread_join (writer);
  before = export_all (self->folder);
  test_program_end (program, SIGTERM);

  g_assert_cmpint (g_stat (self->file, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  assert_done (run_on (self, self->other, "restore"));
  assert_sound (self->other);
  assert_consistent (self->other, (guint) n_answered);
  restored = export_all (self->other);
  g_assert_cmpuint (strlen (restored), <, strlen (before));
  assert_all_in (restored, before);
  assert_sound (self->folder);
  g_free (load.url);
  g_free (load.credentials);
}

/* Killed with its journal full of what is not in the file yet: that is in the backup too. */
static void
test_after_kill (Fixture *self, gconstpointer data)
{
  Load load = { .fixture = self };
  GSubprocess *program = test_program_serve (self->folder, "", &load.url);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *journal = g_build_filename (self->folder, "torg.db-wal", NULL);
  GStatBuf info = { 0 };
  GStatBuf after = { 0 };

  start_load (&load);
  g_assert_true (send_batch (&load, session, 0));
  test_program_end (program, SIGKILL);
  g_assert_cmpint (g_stat (journal, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 0);
  assert_done (run_on (self, self->folder, "backup"));
  g_assert_cmpint (g_stat (journal, &after), ==, 0);
  g_assert_cmpint (after.st_size, ==, info.st_size);
  assert_done (run_on (self, self->other, "restore"));
  assert_consistent (self->other, 1);
  g_free (load.url);
  g_free (load.credentials);
}

static void
test_restore (Fixture *self, gconstpointer data)
{
  g_autofree char *database = g_build_filename (self->other, "torg.db", NULL);
  g_autofree char *journal = g_strconcat (self->file, "-wal", NULL);
  g_autofree char *records = export_all (self->folder);
  g_autofree char *restored = NULL;
  g_autofree char *epoch = read_epoch (self->folder);
  g_autofree char *new_epoch = NULL;
  GStatBuf info = { 0 };

  assert_done (run_on (self, self->folder, "backup"));
  assert_done (run_on (self, self->other, "restore"));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  restored = export_all (self->other);
  g_assert_cmpstr (restored, ==, records);
  g_assert_cmpint (g_stat (database, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  new_epoch = read_epoch (self->other);
  g_assert_nonnull (epoch);
  g_assert_nonnull (new_epoch);
  g_assert_cmpstr (new_epoch, !=, epoch);
  g_assert_cmpint (ask (self->other, "SELECT count (*) FROM secret"), ==, 1);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *partial = g_strconcat (self->file, ".partial", NULL);
  g_autofree char *journal = g_build_filename (self->other, "torg.db-wal", NULL);
  g_autofree char *text = NULL;

  assert_refused (run_on (self, self->other, "backup"), "holds no forum yet");
  assert_refused (run_on (self, self->other, "restore"), "there is no file");
  g_assert_false (g_file_test (self->other, G_FILE_TEST_EXISTS));
  assert_refused (run_on (self, self->other, "export --output"), "holds no forum yet");
  assert_refused (test_program_run (self->other, NULL, "check"), "holds no forum yet");

  g_assert_true (g_file_set_contents (self->file, "mine", -1, NULL));
  assert_refused (run_on (self, self->folder, "backup"), "is there already");
  assert_refused (run_on (self, self->folder, "export --output"), "is there already");
  assert_refused (run_on (self, self->other, "restore"), "file");
  g_assert_true (g_file_get_contents (self->file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_false (g_file_test (partial, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (self->other, G_FILE_TEST_EXISTS));

  g_unlink (self->file);
  g_assert_true (g_file_set_contents (partial, "", -1, NULL));
  assert_refused (run_on (self, self->folder, "backup"), "remove it and try again");
  g_unlink (partial);
  assert_done (run_on (self, self->folder, "backup"));
  assert_refused (run_on (self, self->folder, "restore"), "is there already");
  g_mkdir (self->other, 0700);
  g_assert_true (g_file_set_contents (journal, "", -1, NULL));
  assert_refused (run_on (self, self->other, "restore"), "torg.db-wal is there already");
}

/* Each is done to a whole forum, and must be found. */
static void
test_broken_documents (Fixture *self, gconstpointer data)
{
/* A schema has titles too. */
#define ONE                                                                                        \
  "(SELECT id FROM object WHERE doc LIKE '%\"title\"%' AND doc NOT LIKE '%\"properties\"%' "       \
  "AND NOT deleted LIMIT 1)"
  static const struct {
    const char *sql;
    const char *has;
  } cases[] = {
    { "UPDATE object SET doc = '{\"id\":' WHERE id = " ONE,          "/records/"                               },
    { "UPDATE object SET doc = '[]' WHERE id = " ONE,                "its document is not a JSON object"       },
    { "UPDATE object SET doc = '{\"a\":1,\"a\":2}' WHERE id = " ONE, "/records/"                               },
    { "UPDATE object SET id = 'x' WHERE id = " ONE,                  "its document has another id"             },
    { "UPDATE object SET last_modified = 5 WHERE id = " ONE,         "has another timestamp"                   },
    { "DROP INDEX object_last_modified; UPDATE object SET last_modified = 5 WHERE list = "
      "(SELECT list FROM object WHERE id = " ONE ")",
     "/records: timestamp 5 stands "                                                                           },
    { "PRAGMA foreign_keys=0; DELETE FROM list WHERE n = (SELECT list FROM object WHERE id = " ONE
      ")",                                                      "what it belongs to in list is not there" },
  };
#undef ONE

  assert_sound (self->folder);
  assert_done (run_on (self, self->folder, "backup"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TestRun) run = NULL;

    assert_done (run_on (self, self->other, "restore"));
    assert_sound (self->other);
    change (self->other, cases[i].sql);
    run = test_program_run (self->other, NULL, "check");
    g_assert_cmpint (run->status, ==, 1);
    g_assert_nonnull (strstr (run->out, cases[i].has));
    g_assert_nonnull (strstr (run->err, "restore a backup"));
    test_folder_remove (self->other);
  }
}

/* Overwrites the middle of a file. */
static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + length / 2, 0x5a, 40000);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

/* A damaged file is found, is not backed up as if it were sound, and is not restored. */
static void
test_damaged_file (Fixture *self, gconstpointer data)
{
  g_autofree char *database = g_build_filename (self->folder, "torg.db", NULL);
  g_autoptr (TestRun) run = NULL;

  assert_done (run_on (self, self->folder, "backup"));
  damage (self->file);
  assert_refused (run_on (self, self->other, "restore"), "was not restored");
  g_assert_cmpint (g_access (self->other, F_OK), ==, 0);
  assert_refused (test_program_run (self->other, NULL, "serve"), "holds no forum yet");
  g_unlink (self->file);
  damage (database);
  run = test_program_run (self->folder, NULL, "check");
  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpuint (strlen (run->out), >, 0);
  assert_refused (run_on (self, self->folder, "backup"), "no backup was made");
  g_assert_false (g_file_test (self->file, G_FILE_TEST_EXISTS));
}

static void
check_line (const char *line, const char *hash)
{
  static const char *const members[] = {
    "bucket", "collection", "id", "last_modified", "data", "permissions",
  };
  g_autoptr (JsonNode) node = torg_json_parse (line, strlen (line), 0, NULL);
  JsonObject *object = NULL;

  g_assert_nonnull (node);
  object = json_node_get_object (node);
  g_assert_cmpuint (json_object_get_size (object), ==, G_N_ELEMENTS (members));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (object, members[i]));
  g_assert_cmpstr (torg_json_get_string (object, "id"), ==,
                   torg_json_get_string (torg_json_get_object (object, "data"), "id"));
  g_assert_null (strstr (line, hash));
}

/* What is no JSON does not get into an export, and half an export does not get the name. */
static void
test_export_broken (Fixture *self, gconstpointer data)
{
  change (self->folder, "UPDATE object SET doc = '{\"id\":' WHERE doc LIKE '%\"title\"%'");
  assert_refused (run_on (self, self->folder, "export --output"), "is damaged");
  g_assert_false (g_file_test (self->file, G_FILE_TEST_EXISTS));
  assert_refused (test_program_run (self->folder, NULL, "export"), "is damaged");
}

static void
test_export (Fixture *self, gconstpointer data)
{
  g_autofree char *text = export_all (self->folder);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *written = NULL;
  guint n = g_strv_length (lines) - 1;

  g_assert_cmpstr (lines[n], ==, "");
  g_assert_cmpint (ask (self->folder, "SELECT count (*) FROM object o JOIN list l ON l.n = o.list "
                                      "WHERE path GLOB '/buckets/*/records' AND NOT deleted"),
                   ==, n);
  g_assert_cmpuint (n, >, 100);
  for (guint i = 0; i < n; i++)
    check_line (lines[i], "$argon2");
  assert_done (run_on (self, self->folder, "export --output"));
  g_assert_true (g_file_get_contents (self->file, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, text);
}

/* Of "hello". */
#define HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

static char *
attachment_in (const char *folder)
{
  return g_build_filename (folder, "attachments", "2c", HELLO, NULL);
}

/* Gives a comment of the sample member's a file. */
static void
attach (Fixture *self)
{
  static const char form[] = "--xyz\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n"
                             "{" A_COMMENT "}\r\n--xyz\r\nContent-Disposition: form-data; "
                             "name=\"attachment\"; filename=\"a\"\r\n\r\nhello\r\n--xyz--\r\n";
  Load load = { .fixture = self };
  GSubprocess *program = test_program_serve (self->folder, "", &load.url);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *url = g_strconcat (load.url, RECORDS "/file/attachment", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
  g_autoptr (GBytes) body = g_bytes_new_static (form, strlen (form));
  g_autoptr (GBytes) answer = NULL;

  start_load (&load);
  soup_message_set_request_body_from_bytes (message, "multipart/form-data; boundary=xyz", body);
  soup_message_headers_append (soup_message_get_request_headers (message), "Authorization",
                               load.credentials);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (soup_message_get_status (message), ==, 201);
  test_program_end (program, SIGTERM);
  g_free (load.url);
  g_free (load.credentials);
}

/* The bytes of attachments are in the one file of the backup, and come back with it. */
static void
test_attachments (Fixture *self, gconstpointer data)
{
  g_autofree char *path = attachment_in (self->folder);
  g_autofree char *restored = attachment_in (self->other);
  g_autofree char *text = NULL;
  g_autoptr (TestRun) incomplete = NULL;

  attach (self);
  assert_sound (self->folder);
  assert_done (run_on (self, self->folder, "backup"));
  assert_done (run_on (self, self->other, "restore"));
  assert_sound (self->other);
  g_assert_true (g_file_get_contents (restored, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "hello");
  g_assert_cmpint (ask (self->other, "SELECT count (*) FROM bytes"), ==, 0);

  g_assert_true (g_file_set_contents (path, "hullo", -1, NULL));
  assert_refused (test_program_run (self->folder, NULL, "check"), "is damaged");
  g_unlink (path);
  assert_refused (test_program_run (self->folder, NULL, "check"), "is damaged");
  /* A backup without it is better than none. */
  g_unlink (self->file);
  assert_refused (run_on (self, self->folder, "backup"), "not in it: 1");
  test_folder_remove (self->other);
  incomplete = run_on (self, self->other, "restore");
  g_assert_cmpint (incomplete->status, ==, 0);
  g_assert_nonnull (strstr (incomplete->err, HELLO));
  assert_refused (test_program_run (self->other, NULL, "check"), "is damaged");
}

#define add(name, function) g_test_add ("/backup/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("under-writes", test_under_writes);
  add ("after-kill", test_after_kill);
  add ("restore", test_restore);
  add ("refused", test_refused);
  add ("broken-documents", test_broken_documents);
  add ("damaged-file", test_damaged_file);
  add ("attachments", test_attachments);
  add ("export", test_export);
  add ("export-broken", test_export_broken);
  return g_test_run ();
}
