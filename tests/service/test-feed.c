/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>

#include "torg-json.h"
#include "torg-test-program.h"
#include "torg-test-service.h"
#include "torg-test-stream.h"

/*
 * Many write, some of them hang up in the middle, and some of what they send is refused. Three read: one
 * asks again and again what is new since the last that it has; one does so only when monitor/changes says
 * that there is something, and one when an event does. In the end each has the newest state of everything.
 */

#define N_WRITERS   16
#define BUCKET      "/buckets/feed"
#define PAGE        1000
#define PATIENCE_US (20 * G_USEC_PER_SEC)

static const char *const lists[] = { BUCKET "/collections/c/records",
                                     BUCKET "/collections/d/records" };

typedef struct {
  char *url;
  char *credentials;
  gint stop;    /* of the writers */
  gint written; /* all that will ever be */
  gint64 until[G_N_ELEMENTS (lists)];
} Feed;

static SoupMessage *
ask (Feed *feed,
     SoupSession *session,
     const char *method,
     const char *path,
     const char *etag,
     const char *body,
     GBytes **answer)
{
  g_autofree char *whole = g_strconcat (feed->url, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, whole);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  soup_message_headers_replace (headers, "Authorization", feed->credentials);
  if (etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", etag);
  if (body != NULL) {
    g_autoptr (GBytes) sent = g_bytes_new (body, strlen (body));

    soup_message_set_request_body_from_bytes (message, "application/json", sent);
  }
  bytes = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  if (answer != NULL)
    *answer = g_steal_pointer (&bytes);
  return g_steal_pointer (&message);
}

static guint
send_one (Feed *feed, SoupSession *session, const char *method, const char *path, const char *body)
{
  g_autoptr (SoupMessage) message = ask (feed, session, method, path, NULL, body, NULL);

  return soup_message_get_status (message);
}

/* Writers */

static const char *
any_list (GRand *rand)
{
  return lists[g_rand_int_range (rand, 0, G_N_ELEMENTS (lists))];
}

/* Some of the ids are everybody's. */
static char *
any_record (GRand *rand)
{
  return g_strdup_printf ("%s/r%d", any_list (rand), g_rand_int_range (rand, 0, 500));
}

/* One in three changes something that is probably not there, and is refused; the others go on. */
static char *
any_batch (GRand *rand)
{
  GString *body = g_string_new ("{\"requests\":[");
  gboolean refused = g_rand_int_range (rand, 0, 3) == 0;

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (
      body, "%s{\"method\":\"POST\",\"path\":\"%s\",\"body\":{\"data\":{\"n\":%u}}}",
      i > 0 ? "," : "", any_list (rand), i);
  if (refused)
    g_string_append_printf (
      body, ",{\"method\":\"PATCH\",\"path\":\"%s/none\",\"body\":{\"data\":{}}}", lists[0]);
  g_string_append (body, "]}");
  return g_string_free_and_steal (body);
}

/* Sends all or a part, and is gone before there is an answer. */
static void
hang_up (Feed *feed, GRand *rand)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GUri) uri = g_uri_parse (feed->url, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketConnection) connection = g_socket_client_connect_to_host (
    client, "127.0.0.1", (guint16) g_uri_get_port (uri), NULL, NULL);
  g_autofree char *body = any_batch (rand);
  g_autofree char *text = g_strdup_printf (
    "POST /v1/batch HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n"
    "Content-Type: application/json\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s",
    feed->credentials, strlen (body), body);
  gsize length = strlen (text);

  g_assert_nonnull (connection);
  if (g_rand_boolean (rand))
    length = (gsize) g_rand_int_range (rand, 1, (int) length);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text, length,
                             NULL, NULL, NULL);
  if (g_rand_boolean (rand))
    g_usleep ((gulong) g_rand_int_range (rand, 0, 20000));
}

static void
write_something (Feed *feed, SoupSession *session, GRand *rand)
{
  g_autofree char *path = any_record (rand);
  g_autofree char *batch = any_batch (rand);
  guint status = 0;

  switch (g_rand_int_range (rand, 0, 7)) {
  case 0:
    status = send_one (feed, session, "PUT", path, "{\"data\":{\"a\":1}}");
    break;
  case 1:
    status = send_one (feed, session, "PATCH", path, "{\"data\":{\"b\":2}}");
    break;
  case 2:
    status = send_one (feed, session, "DELETE", path, NULL);
    break;
  case 3:
    status = send_one (feed, session, "POST", "/batch", "{\"requests\":[{\"method\":\"PUT\"");
    break;
  case 4:
    hang_up (feed, rand);
    break;
  default:
    status = send_one (feed, session, "POST", "/batch", batch);
    break;
  }
  g_assert_cmpuint (status, <, 500);
}

static gpointer
write_cb (gpointer data)
{
  Feed *feed = data;
  g_autoptr (GRand) rand = g_rand_new ();
  g_autoptr (SoupSession) session = soup_session_new ();

  while (!g_atomic_int_get (&feed->stop))
    write_something (feed, session, rand);
  return NULL;
}

/* Readers */

typedef struct {
  Feed *feed;
  const char *name;
  SoupSession *session;
  GHashTable *seen; /* URI to gint64 */
  gint64 cursor[G_N_ELEMENTS (lists)];
  guint n_pulls;
} Reader;

static void
reader_init (Reader *self, Feed *feed, const char *name)
{
  *self = (Reader) { .feed = feed, .name = name };
  self->session = soup_session_new ();
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

/* A page of what is newer than the last; FALSE where it was the last one. */
static gboolean
pull_page (Reader *self, guint list)
{
  g_autofree char *path =
    g_strdup_printf ("%s?_since=%" G_GINT64_FORMAT "&_sort=last_modified&_limit=%d", lists[list],
                     self->cursor[list], PAGE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SoupMessage) message =
    ask (self->feed, self->session, "GET", path, NULL, NULL, &bytes);
  g_autoptr (JsonNode) node = NULL;
  JsonArray *records = NULL;

  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  node = torg_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  records = torg_json_get_array (json_node_get_object (node), "data");
  for (guint i = 0; i < json_array_get_length (records); i++) {
    JsonObject *record = json_array_get_object_element (records, i);
    gint64 timestamp = torg_json_get_int (record, "last_modified", 0);

    g_assert_cmpint (timestamp, >, self->cursor[list]);
    self->cursor[list] = timestamp;
    g_hash_table_insert (self->seen,
                         g_strconcat (lists[list], "/", torg_json_get_string (record, "id"), NULL),
                         g_memdup2 (&timestamp, sizeof timestamp));
  }
  return json_array_get_length (records) == PAGE;
}

static void
pull (Reader *self, guint list)
{
  self->n_pulls++;
  while (pull_page (self, list))
    continue;
}

static void
pull_all (Reader *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    pull (self, i);
}

static gboolean
is_done (Reader *self)
{
  if (!g_atomic_int_get (&self->feed->written))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    if (self->cursor[i] < self->feed->until[i])
      return FALSE;
  }
  return TRUE;
}

static gpointer
read_since_cb (gpointer data)
{
  Reader *self = data;

  while (!is_done (self))
    pull_all (self);
  return NULL;
}

/* Only what has changed according to the list of changes. */
static void
pull_changed (Reader *self, GBytes *changes)
{
  g_autoptr (JsonNode) node =
    torg_json_parse (g_bytes_get_data (changes, NULL), g_bytes_get_size (changes), 0, NULL);
  JsonArray *entries = torg_json_get_array (json_node_get_object (node), "data");

  for (guint i = 0; i < json_array_get_length (entries); i++) {
    JsonObject *entry = json_array_get_object_element (entries, i);
    g_autofree char *list = g_strdup_printf (BUCKET "/collections/%s/records",
                                             torg_json_get_string (entry, "collection"));

    for (guint j = 0; j < G_N_ELEMENTS (lists); j++) {
      if (strcmp (list, lists[j]) == 0 &&
          torg_json_get_int (entry, "last_modified", 0) > self->cursor[j])
        pull (self, j);
    }
  }
}

static gpointer
read_changes_cb (gpointer data)
{
  Reader *self = data;
  g_autofree char *etag = g_strdup ("\"0\"");
  gint64 told = g_get_monotonic_time ();

  while (!is_done (self)) {
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (SoupMessage) message =
      ask (self->feed, self->session, "GET",
           "/buckets/monitor/collections/changes/records?bucket=feed", etag, NULL, &bytes);

    if (soup_message_get_status (message) == 200) {
      g_set_str (
        &etag, soup_message_headers_get_one (soup_message_get_response_headers (message), "ETag"));
      pull_changed (self, bytes);
      told = g_get_monotonic_time ();
    } else {
      g_assert_cmpuint (soup_message_get_status (message), ==, 304);
      g_assert_cmpint (g_get_monotonic_time () - told, <, PATIENCE_US);
      g_usleep (1000);
    }
  }
  return NULL;
}

/* Only what has changed according to the events that are here; the last of them may not be whole. */
static gboolean
pull_told (Reader *self, TestStream *stream)
{
  const char *end = g_strrstr (stream->text->str, "}\n\n");
  g_autofree char *events =
    end == NULL ? NULL : g_strndup (stream->text->str, (gsize) (end - stream->text->str));

  if (events == NULL)
    return FALSE;
  g_string_erase (stream->text, 0, (gssize) strlen (events) + 3);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_auto (GStrv) steps = g_strsplit (lists[i], "/", -1);
    g_autofree char *told = g_strdup_printf ("\"collection\":\"%s\"", steps[4]);

    if (strstr (events, told) != NULL)
      pull (self, i);
  }
  return TRUE;
}

static gpointer
read_events_cb (gpointer data)
{
  Reader *self = data;
  g_autoptr (TestStream) stream = NULL;

  while (!is_done (self)) {
    if (stream == NULL) {
      /* What changes after this is told. */
      stream = test_stream_new (self->feed->url, "ada", "");
      pull_all (self);
    } else if (!pull_told (self, stream) && !test_stream_read (stream)) {
      /* Who does not keep up is sent away, and comes again. */
      g_clear_pointer (&stream, test_stream_free);
    }
  }
  return NULL;
}

/* The whole */

/* All that will ever be; then one thing elsewhere, so that whoever waits to be told looks up. */
static void
find_end (Feed *feed, Reader *truth)
{
  /* Whoever hung up may have left something that is still being carried out. */
  g_usleep (G_USEC_PER_SEC / 2);
  pull_all (truth);
  g_assert_cmpuint (g_hash_table_size (truth->seen), >, 100);
  memcpy (feed->until, truth->cursor, sizeof feed->until);
  g_atomic_int_set (&feed->written, TRUE);
  g_assert_cmpuint (send_one (feed, truth->session, "POST", BUCKET "/collections/e/records", "{}"),
                    ==, 201);
}

static void
check_reader (Reader *self, Reader *truth)
{
  GHashTableIter iter;
  gpointer uri = NULL;
  gpointer timestamp = NULL;

  g_hash_table_iter_init (&iter, truth->seen);
  while (g_hash_table_iter_next (&iter, &uri, &timestamp)) {
    const gint64 *seen = g_hash_table_lookup (self->seen, uri);

    if (seen != NULL && *seen == *(const gint64 *) timestamp)
      continue;
    g_test_message ("%s missed %s", self->name, (const char *) uri);
    g_test_fail ();
  }
  g_test_message ("%s: %u records in %u pulls", self->name, g_hash_table_size (self->seen),
                  self->n_pulls);
}

static void
run (Feed *feed, guint seconds)
{
  static const struct {
    const char *name;
    GThreadFunc read;
  } kinds[] = {
    { "by _since",          read_since_cb   },
    { "by monitor/changes", read_changes_cb },
    { "by events",          read_events_cb  }
  };
  GThread *writers[N_WRITERS];
  GThread *threads[G_N_ELEMENTS (kinds)];
  Reader readers[G_N_ELEMENTS (kinds)];
  Reader truth;

  /* From then on the password is known, and nobody waits until it is verified. */
  reader_init (&truth, feed, "all at once");
  pull_all (&truth);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    reader_init (&readers[i], feed, kinds[i].name);
    threads[i] = g_thread_new ("reader", kinds[i].read, &readers[i]);
  }
  for (guint i = 0; i < N_WRITERS; i++)
    writers[i] = g_thread_new ("writer", write_cb, feed);
  g_usleep (seconds * G_USEC_PER_SEC);
  g_atomic_int_set (&feed->stop, TRUE);
  for (guint i = 0; i < N_WRITERS; i++)
    g_thread_join (writers[i]);
  find_end (feed, &truth);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_thread_join (threads[i]);
    check_reader (&readers[i], &truth);
    reader_clear (&readers[i]);
  }
  reader_clear (&truth);
}

static void
test_feed (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT " BUCKET,                  NULL, NULL, 201, NULL },
    { "ada", "PUT " BUCKET "/collections/c", NULL, NULL, 201, NULL },
    { "ada", "PUT " BUCKET "/collections/d", NULL, NULL, 201, NULL },
    { "ada", "PUT " BUCKET "/collections/e", NULL, NULL, 201, NULL },
  };
  const char *wanted = g_getenv ("TORG_FEED_SECONDS");
  g_autoptr (TestService) service = test_service_new ();
  Feed feed = { .credentials = test_program_credentials ("ada", "adaada") };
  GSubprocess *program = NULL;

  test_service_steps (service, steps);
  g_clear_pointer (&service->server, torg_server_stop);
  program = test_program_serve (service->folder, "--set log=errors", &feed.url);
  run (&feed, wanted == NULL ? 5 : (guint) g_ascii_strtoull (wanted, NULL, 10));
  test_program_end (program, SIGTERM);
  g_free (feed.url);
  g_free (feed.credentials);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  g_test_add_func ("/feed/nothing-missed", test_feed);
  return g_test_run ();
}
