/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-load.h"

#include <signal.h>
#include <string.h>

#include "torg-json.h"
#include "torg-test-program.h"
#include "torg-test-service.h"

#define N_WRITERS 4
#define RECORDS   "/buckets/torg/collections/comments/records"
#define HISTORY   "/buckets/torg/history"

#define BATCH_SIZE 10

/* As the schema of comments wants them. */
#define A_COMMENT                                                                                  \
  "\"about\":{\"collection\":\"projects\",\"id\":\"p\"},\"person\":\"ola\",\"kind\":\"note\",\"text\":\"x\""

static char *
read_credentials (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "sample-password", NULL);
  g_autofree char *password = NULL;

  g_assert_true (g_file_get_contents (file, &password, NULL, NULL));
  return test_program_credentials ("kari", password);
}

void
test_load_init (TestLoad *self)
{
  g_autofree char *made = g_dir_make_tmp ("torg-load-XXXXXX", NULL);
  g_autoptr (TestRun) run = NULL;

  memset (self, 0, sizeof *self);
  self->folder = g_build_filename (made, "data", NULL);
  run = test_program_run (self->folder, NULL, "init --sample");
  g_assert_cmpint (run->status, ==, 0);
  self->credentials = read_credentials (self->folder);
  self->writes = g_array_new (FALSE, TRUE, sizeof (TestWrite));
  g_mutex_init (&self->mutex);
}

void
test_load_clear (TestLoad *self)
{
  g_autofree char *made = g_path_get_dirname (self->folder);

  test_folder_remove (made);
  g_free (self->folder);
  g_free (self->credentials);
  g_free (self->url);
  g_array_unref (self->writes);
  g_mutex_clear (&self->mutex);
}

/* Writing */

static guint
begin_write (TestLoad *self, gboolean file)
{
  const TestWrite write = { .file = file };
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_array_append_val (self->writes, write);
  return self->writes->len - 1;
}

static void
note_answered (TestLoad *self, guint number)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_array_index (self->writes, TestWrite, number).answered = TRUE;
}

static guint
send_batch (TestLoad *self, SoupSession *session, guint number)
{
  g_autoptr (GString) body =
    g_string_new ("{\"defaults\":{\"method\":\"POST\",\"path\":\"" RECORDS "\"},\"requests\":[");
  g_autoptr (SoupMessage) message = NULL;

  for (guint i = 0; i < BATCH_SIZE; i++)
    g_string_append_printf (body, "%s{\"body\":{\"data\":{" A_COMMENT ",\"load\":%u}}}",
                            i > 0 ? "," : "", number);
  g_string_append (body, "]}");
  message =
    test_program_ask (session, self->credentials, "POST", self->url, "/batch", body->str, NULL);
  return message == NULL ? 0 : soup_message_get_status (message);
}

static guint
send_file (TestLoad *self, SoupSession *session, guint number)
{
  g_autofree char *url = g_strdup_printf ("%s" RECORDS "/file%u/attachment", self->url, number);
  g_autofree char *form = g_strdup_printf (
    "--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n{" A_COMMENT ",\"load\":%u}\r\n"
    "--b\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"f\"\r\n\r\n"
    "the file of %u\r\n--b--\r\n",
    number, number);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
  g_autoptr (GBytes) body = g_bytes_new (form, strlen (form));
  g_autoptr (GBytes) answer = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                self->credentials);
  soup_message_set_request_body_from_bytes (message, "multipart/form-data; boundary=b", body);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  return answer == NULL ? 0 : soup_message_get_status (message);
}

/* FALSE where the program was gone. */
static gboolean
write_one (TestLoad *self, SoupSession *session)
{
  gboolean file = g_random_int_range (0, 3) == 0;
  guint number = begin_write (self, file);
  guint status = file ? send_file (self, session, number) : send_batch (self, session, number);

  if (status == 0)
    return FALSE;
  g_assert_cmpuint (status, ==, file ? 201 : 200);
  note_answered (self, number);
  return TRUE;
}

static gpointer
write_cb (gpointer data)
{
  TestLoad *self = data;
  g_autoptr (SoupSession) session = soup_session_new ();

  while (write_one (self, session))
    continue;
  return NULL;
}

/* Writes until the program is killed, which is some moment after it began to answer. */
void
test_load_work (TestLoad *self, GSubprocess *program)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  GThread *writers[N_WRITERS];

  g_assert_true (write_one (self, session));
  for (guint i = 0; i < N_WRITERS; i++)
    writers[i] = g_thread_new ("writer", write_cb, self);
  g_usleep ((gulong) g_random_int_range (1000, 300000));
  g_subprocess_force_exit (program);
  for (guint i = 0; i < N_WRITERS; i++)
    g_thread_join (writers[i]);
}

/* Looking at what is left */

typedef void (*Visitor) (TestLoad *self, SoupSession *session, JsonObject *object, gpointer data);

/* All of a list, oldest first. */
static void
walk (TestLoad *self, SoupSession *session, const char *list, Visitor visit, gpointer data)
{
  gint64 cursor = 0;
  guint n = 0;

  do {
    g_autofree char *path =
      g_strdup_printf ("%s&_sort=last_modified&gt_last_modified=%" G_GINT64_FORMAT, list, cursor);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (SoupMessage) message =
      test_program_ask (session, self->credentials, "GET", self->url, path, NULL, &bytes);
    g_autoptr (JsonNode) node = NULL;
    JsonArray *objects = NULL;

    g_assert_nonnull (message);
    g_assert_cmpuint (soup_message_get_status (message), ==, 200);
    node = torg_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
    objects = torg_json_get_array (json_node_get_object (node), "data");
    n = json_array_get_length (objects);
    for (guint i = 0; i < n; i++) {
      JsonObject *object = json_array_get_object_element (objects, i);

      cursor = torg_json_get_int (object, "last_modified", 0);
      visit (self, session, object, data);
    }
  } while (n > 0);
}

static void
check_file (TestLoad *self, SoupSession *session, guint number)
{
  g_autofree char *path = g_strdup_printf (RECORDS "/file%u/attachment", number);
  g_autofree char *expected = g_strdup_printf ("the file of %u", number);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SoupMessage) message =
    test_program_ask (session, self->credentials, "GET", self->url, path, NULL, &bytes);

  g_assert_nonnull (message);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

typedef struct {
  GArray *counts;   /* guint, of the records of each write */
  GHashTable *told; /* URI to gint64, of the history */
} Left;

static void
visit_entry (TestLoad *self, SoupSession *session, JsonObject *entry, gpointer data)
{
  Left *left = data;
  gint64 timestamp = torg_json_get_int (entry, "last_modified", 0);

  g_hash_table_insert (left->told, g_strdup (torg_json_get_string (entry, "uri")),
                       g_memdup2 (&timestamp, sizeof timestamp));
}

static void
visit_record (TestLoad *self, SoupSession *session, JsonObject *record, gpointer data)
{
  Left *left = data;
  guint number = (guint) torg_json_get_int (record, "load", 0);
  g_autofree char *uri = g_strconcat (RECORDS "/", torg_json_get_string (record, "id"), NULL);
  const gint64 *told = g_hash_table_lookup (left->told, uri);

  g_assert_cmpuint (number, <, left->counts->len);
  g_array_index (left->counts, guint, number)++;
  g_assert_nonnull (told);
  g_assert_cmpint (*told, ==, torg_json_get_int (record, "last_modified", 0));
  g_hash_table_remove (left->told, uri);
  if (g_array_index (self->writes, TestWrite, number).file)
    check_file (self, session, number);
}

/* All that was answered is there, nothing is there by half, and the history has what is there. */
static void
check_left (TestLoad *self)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Left left = { counts, told };
  guint n_answered = 0;

  g_array_set_size (counts, self->writes->len);
  walk (self, session, HISTORY "?has_target.data.load=true", visit_entry, &left);
  walk (self, session, RECORDS "?has_load=true", visit_record, &left);
  g_assert_cmpuint (g_hash_table_size (told), ==, 0);
  for (guint i = 0; i < counts->len; i++) {
    const TestWrite *write = &g_array_index (self->writes, TestWrite, i);
    guint n = g_array_index (counts, guint, i);

    n_answered += write->answered;
    if (n != (write->file ? 1 : BATCH_SIZE) && (n != 0 || write->answered))
      g_error ("%s %u, which was%s answered, left %u records", write->file ? "file" : "batch", i,
               write->answered ? "" : " not", n);
  }
  g_test_message ("%u writes, %u answered, none lost", counts->len, n_answered);
}

void
test_load_check (TestLoad *self)
{
  GSubprocess *program = NULL;
  g_autoptr (TestRun) run = NULL;

  g_clear_pointer (&self->url, g_free);
  program = test_program_serve (self->folder, "--set log=errors", &self->url);
  check_left (self);
  test_program_end (program, SIGTERM);
  run = test_program_run (self->folder, NULL, "check");
  g_assert_cmpint (run->status, ==, 0);
}
