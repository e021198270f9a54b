/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <signal.h>
#include <string.h>

#include "torg-test-program.h"
#include "torg-test-service.h"

/*
 * The program itself against clients that mean harm, over sockets, all at once: it answers each with a 4xx
 * or ends the connection, takes no more memory than it may, and answers somebody else meanwhile.
 */

#define SECONDS_MAX 60

/* What a few bodies of 8 MiB come to as trees, with what the sanitizer keeps beside them: KiB. */
#define GROWTH_MAX (400 * 1024)

/* Longer than anybody shall wait, with a sanitizer and other tests on the same two processors. */
#define ANSWER_MAX (10 * G_USEC_PER_SEC)

#define KARI     "Authorization: Basic a2FyaTprYXJpa2FyaQ==\r\n"
#define PROJECTS "/v1/buckets/torg/collections/projects/records"
#define HOST     " HTTP/1.1\r\nHost: x\r\n"
#define POST     "POST " PROJECTS HOST KARI
#define PUT      "PUT " PROJECTS
#define GET      "GET " PROJECTS
#define JSON     "Content-Type: application/json\r\n"
#define END      "Connection: close\r\n\r\n"
#define CHUNKED  "Transfer-Encoding: chunked\r\n"

/**
 * Attack:
 * @before: what is sent first; `$` stands for the length of all that comes behind an empty line
 * @repeated: (nullable): what is sent again and again after that
 * @n_times: how often, unless the other side ends it
 * @pause_ms: after each time
 * @after: (nullable): what is sent at the end
 * @statuses: what may be answered; "-" where the connection may end without an answer
 */
typedef struct {
  const char *name;
  const char *before;
  const char *repeated;
  guint64 n_times;
  guint pause_ms;
  const char *after;
  const char *statuses;
} Attack;

#define MANY (G_GUINT64_CONSTANT (1) << 40)

#define FORM_START                                                                                 \
  "POST " PROJECTS "/f/attachment" HOST KARI                                                       \
  "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: $\r\n" END

/* clang-format off */
static const Attack attacks[] = {
  { "a gigabyte announced", POST JSON "Content-Length: 1073741824\r\n" END "{\"data\":{\"a\":\"", "x", MANY, 0, NULL, "413" },
  { "a gigabyte in chunks", POST JSON CHUNKED END, "8\r\nxxxxxxxx\r\n", MANY, 0, NULL, "413" },
  { "a gigabyte of nobody", "POST /v1/batch" HOST JSON CHUNKED END, "8\r\nxxxxxxxx\r\n", MANY, 0, NULL, "401" },
  { "a gigabyte to nowhere", "POST /v1/x" HOST KARI JSON CHUNKED END, "8\r\nxxxxxxxx\r\n", MANY, 0, NULL, "413" },
  { "a body with a GET", GET HOST KARI CHUNKED END, "8\r\nxxxxxxxx\r\n", MANY, 0, NULL, "413" },
  { "a body in crumbs", POST JSON CHUNKED END, "1\r\nx\r\n", MANY, 0, NULL, "413" },
  { "levels", POST JSON "Content-Length: $\r\n" END, "[", 100000, 0, NULL, "400" },
  { "values", POST JSON "Content-Length: $\r\n" END "[", "1,", 4000000, 0, "1]", "400" },
  { "objects", POST JSON "Content-Length: $\r\n" END "[", "{},", 2500000, 0, "{}]", "400" },
  { "two lengths", POST JSON "Content-Length: 2\r\nContent-Length: 3\r\n" END "{}", NULL, 0, 0, NULL, "400" },
  { "two lengths in one", POST JSON "Content-Length: 2, 2\r\n" END "{}", NULL, 0, 0, NULL, "400" },
  { "a length and chunks", POST JSON "Content-Length: 2\r\n" CHUNKED END "2\r\n{}\r\n0\r\n\r\n", NULL, 0, 0, NULL, "400" },
  { "chunks and a length", POST JSON CHUNKED "Content-Length: 2\r\n" END "2\r\n{}\r\n0\r\n\r\n", NULL, 0, 0, NULL, "400" },
  { "another encoding", POST JSON "Transfer-Encoding: gzip, chunked\r\n" END "2\r\n{}\r\n0\r\n\r\n", NULL, 0, 0, NULL, "400 501" },
  { "a huge chunk", POST JSON CHUNKED END "fffffffffffffffff\r\n{}\r\n0\r\n\r\n", NULL, 0, 0, NULL, "201 400 413 -" },
  { "a length below zero", POST JSON "Content-Length: -1\r\n" END "{}", NULL, 0, 0, NULL, "400" },
  { "a length of words", POST JSON "Content-Length: two\r\n" END "{}", NULL, 0, 0, NULL, "400" },
  { "headers without end", GET HOST, "X-Long: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n", MANY, 0, NULL, "400 431 -" },
  { "one header without end", GET HOST "X-Long: ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", MANY, 0, NULL, "400 431 -" },
  { "a path without end", "GET /v1/", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", MANY, 0, NULL, "400 414 -" },
  { "ten thousand headers", "GET /v1/" HOST, "X: y\r\n", 10000, 0, END, "200 400 431 -" },
  { "headers one byte a second", GET HOST, "x", MANY, 1000, NULL, "400 408 -" },
  { "a line one byte a second", "G", "E", MANY, 1000, NULL, "400 408 -" },
  { "nul in a header", GET HOST "X: a\r\n" END, NULL, 0, 0, NULL, "401" },
  { "a slash in an id", GET "/a%2Fb" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "nul in an id", GET "/a%00b" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "half a percent", GET "/a%" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "dots in an id", GET "/%2e%2e" HOST KARI END, NULL, 0, 0, NULL, "307 400" },
  { "dots in a path", "GET /v1/buckets/../../../etc/passwd" HOST KARI END, NULL, 0, 0, NULL, "307 400 404" },
  { "a long id", PUT "/", "x", 10000, 0, HOST KARI JSON "Content-Length: 2\r\n" END "{}", "400" },
  { "a long encoded id", PUT "/", "%78", 10000, 0, HOST KARI JSON "Content-Length: 2\r\n" END "{}", "400" },
  { "a foreign address", "GET http://example.com/v1/" HOST END, NULL, 0, 0, NULL, "200 400" },
  { "no multipart", FORM_START "                                                                                                    ", NULL, 0, 0, NULL, "400" },
  { "no boundary", "POST " PROJECTS "/f/attachment" HOST KARI "Content-Type: multipart/form-data\r\nContent-Length: $\r\n" END "--", NULL, 0, 0, NULL, "400" },
  { "a part without end", FORM_START "--b\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a\"\r\n\r\nxxxxxxxxxxxxxxxxxxxxxx", NULL, 0, 0, NULL, "400" },
  { "many parts", "POST " PROJECTS "/f/attachment" HOST KARI "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: $\r\n" END, "--b\r\n\r\n\r\n", 888888, 0, "--b--\r\n\r\n", "400" },
  { "packed", POST JSON "Content-Encoding: gzip\r\nContent-Length: $\r\n" END "\x1f\x8b\x08\x01\x01\x01\x01\x01\x01\x03\x03\x01\x01\x01\x01\x01\x01\x01\x01\x01", NULL, 0, 0, NULL, "400 415" },
  { "no type", POST "Content-Length: $\r\n" END "{}", NULL, 0, 0, NULL, "415" },
  { "a foreign type", POST "Content-Type: text/xml\r\nContent-Length: $\r\n" END "{}", NULL, 0, 0, NULL, "415" },
  { "a broken type", POST "Content-Type: ;;/\r\nContent-Length: $\r\n" END "{}", NULL, 0, 0, NULL, "415" },
  { "no token", GET "?_token=x" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "a token of nothing", GET "?_token=eyJsYXN0X29iamVjdCI6MX0=" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "a foreign token", GET "?_token=eyJsYXN0X29iamVjdCI6eyJhIjpbW11dfX0=" HOST KARI END, NULL, 0, 0, NULL, "200 400" },
  { "a senseless since", GET "?_since=%22-1%22" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "since of words", GET "?_since=yesterday" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "since beyond", GET "?_since=99999999999999999999" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "a sort of sql", GET "?_sort=a'%3B--" HOST KARI END, NULL, 0, 0, NULL, "200 400" },
  { "a sort without end", GET "?_sort=", "a,", 20000, 0, HOST KARI END, "200 400" },
  { "filters without end", GET "?a=1", "&min_a=1", 8000, 0, HOST KARI END, "200 400" },
  { "different filters", GET "?a0=1", "&like_b=1&gt_c=1&x.y.z.u.v.w.x.y.z=1", 1500, 0, HOST KARI END, "200 400" },
  { "stars without end", GET "?like_title=", "*a", 10000, 0, HOST KARI END, "200 400" },
  { "a query of bytes", GET "?a=%ff%fe" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "a limit below zero", GET "?_limit=-1" HOST KARI END, NULL, 0, 0, NULL, "400" },
  { "a batch without end", "POST /v1/batch" HOST KARI JSON "Content-Length: $\r\n" END "{\"requests\":[{\"path\":\"/\"}", ",{\"path\":\"/\"}", 184613, 0, "]}                  ", "400" },
  { "a batch in a batch", "POST /v1/batch" HOST KARI JSON "Content-Length: $\r\n" END "{\"requests\":[{\"method\":\"POST\",\"path\":\"/batch\",\"body\":{\"requests\":[{\"path\":\"/\"}]}}]}                     ", NULL, 0, 0, NULL, "200" },
  { "half a password", "GET /v1/" HOST "Authorization: Basic !!!\r\n" END, NULL, 0, 0, NULL, "200" },
  { "a long password", "GET /v1/" HOST "Authorization: Basic ", "YTph", 10000, 0, "\r\n" END, "200 400 431" },
};
/* clang-format on */

typedef struct {
  const char *url;
  const Attack *attack;
  char *answer;
  gint64 took;
} Client;

static GSocketConnection *
connect_to (const char *url)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection = g_socket_client_connect_to_host (
    client, g_uri_get_host (uri), (guint16) g_uri_get_port (uri), NULL, &error);

  g_assert_no_error (error);
  g_socket_set_timeout (g_socket_connection_get_socket (connection), SECONDS_MAX);
  return connection;
}

/* As much at once as fits into a block, unless there is a pause after each. */
static void
repeat (GOutputStream *out, const Attack *attack, gint64 until)
{
  gsize length = strlen (attack->repeated);
  guint64 at_once = attack->pause_ms > 0 ? 1 : MIN (attack->n_times, 64 * 1024 / length);
  g_autoptr (GString) block = g_string_new (NULL);

  for (guint64 i = 0; i < at_once; i++)
    g_string_append (block, attack->repeated);
  for (guint64 n = 0; n < attack->n_times && g_get_monotonic_time () < until; n += at_once) {
    gsize size = length * MIN (at_once, attack->n_times - n);

    if (!g_output_stream_write_all (out, block->str, size, NULL, NULL, NULL))
      return;
    if (attack->pause_ms > 0)
      g_usleep (attack->pause_ms * 1000);
  }
}

/* What comes first, with the length of the body filled in. */
static char *
print_start (const Attack *attack)
{
  const char *end = strstr (attack->before, "\r\n\r\n");
  const char *after_end = attack->after == NULL ? NULL : strstr (attack->after, "\r\n\r\n");
  gsize after = attack->after == NULL ? 0 : strlen (attack->after);
  guint64 length = 0;
  g_autofree char *number = NULL;
  GString *start = g_string_new (attack->before);

  if (end != NULL)
    length = strlen (end + 4) + after +
             (attack->repeated == NULL ? 0 : attack->n_times * strlen (attack->repeated));
  else if (after_end != NULL)
    length = strlen (after_end + 4);
  number = g_strdup_printf ("%" G_GUINT64_FORMAT, length);
  g_string_replace (start, "$", number, 1);
  return g_string_free_and_steal (start);
}

static gpointer
attack_cb (gpointer data)
{
  Client *self = data;
  g_autoptr (GSocketConnection) connection = connect_to (self->url);
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  gint64 start = g_get_monotonic_time ();
  g_autofree char *first = print_start (self->attack);
  char answer[4096] = { 0 };
  gsize n_read = 0;

  if (g_output_stream_write_all (out, first, strlen (first), NULL, NULL, NULL) &&
      self->attack->repeated != NULL)
    repeat (out, self->attack, start + SECONDS_MAX * G_USEC_PER_SEC);
  if (self->attack->after != NULL)
    g_output_stream_write_all (out, self->attack->after, strlen (self->attack->after), NULL, NULL,
                               NULL);
  g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (connection)), answer,
                           sizeof answer - 1, &n_read, NULL, NULL);
  self->answer = g_strdup (answer);
  self->took = g_get_monotonic_time () - start;
  return NULL;
}

static void
check_answer (const Client *self)
{
  g_autofree char *status =
    g_str_has_prefix (self->answer, "HTTP/1.") ? g_strndup (self->answer + 9, 3) : g_strdup ("-");
  g_auto (GStrv) statuses = g_strsplit (self->attack->statuses, " ", -1);

  g_test_message ("%s: %s after %.1f s", self->attack->name, status,
                  (double) self->took / G_USEC_PER_SEC);
  if (!g_strv_contains ((const char *const *) statuses, status) ||
      self->took > SECONDS_MAX * G_USEC_PER_SEC) {
    g_test_message ("%s was expected, not %s", self->attack->statuses, self->answer);
    g_test_fail ();
  }
}

/* In KiB. */
static guint64
read_memory (const char *pid, const char *what)
{
  g_autofree char *file = g_strdup_printf ("/proc/%s/status", pid);
  g_autofree char *text = NULL;
  const char *at = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  at = strstr (text, what);
  g_assert_nonnull (at);
  return g_ascii_strtoull (at + strlen (what), NULL, 10);
}

typedef struct {
  const char *url;
  gint stop;
  guint n_asked;
  gint64 longest;
} Other;

/* Somebody who wants something ordinary. */
static gpointer
other_cb (gpointer data)
{
  Other *self = data;
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *credentials = test_program_credentials ("ola", "olaola");

  while (!g_atomic_int_get (&self->stop)) {
    gint64 start = g_get_monotonic_time ();
    g_autoptr (SoupMessage) message =
      test_program_ask (session, credentials, "GET", self->url,
                        "/buckets/torg/collections/projects/records?_limit=5", NULL, NULL);

    g_assert_nonnull (message);
    g_assert_cmpuint (soup_message_get_status (message), ==, 200);
    self->longest = MAX (self->longest, g_get_monotonic_time () - start);
    self->n_asked++;
    g_usleep (20000);
  }
  return NULL;
}

static void
run_all (const char *url)
{
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  Client clients[G_N_ELEMENTS (attacks)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++) {
    clients[i] = (Client) { .url = url, .attack = &attacks[i] };
    g_ptr_array_add (threads, g_thread_new ("attack", attack_cb, &clients[i]));
  }
  for (guint i = 0; i < threads->len; i++) {
    g_thread_join (g_ptr_array_index (threads, i));
    check_answer (&clients[i]);
    g_free (clients[i].answer);
  }
}

static void
test_all (void)
{
  g_autoptr (TestService) service = test_service_new ();
  Other other = { 0 };
  g_autofree char *url = NULL;
  GSubprocess *program = NULL;
  GThread *thread = NULL;
  const char *pid = NULL;
  guint64 before = 0;
  guint64 peak = 0;

  g_clear_pointer (&service->server, torg_server_stop);
  /* What the sanitizer keeps of what was freed is not the program's. */
  g_setenv ("ASAN_OPTIONS", "quarantine_size_mb=1", TRUE);
  program = test_program_serve (service->folder,
                                "--set log=errors --set guesses-max=0 --set idle-max=8", &url);
  pid = g_subprocess_get_identifier (program);
  before = read_memory (pid, "VmRSS:");
  other.url = url;
  thread = g_thread_new ("other", other_cb, &other);
  run_all (url);
  g_atomic_int_set (&other.stop, TRUE);
  g_thread_join (thread);
  peak = read_memory (pid, "VmHWM:");
  g_test_message (
    "another was answered %u times, the slowest after %.0f ms; memory went from %" G_GUINT64_FORMAT
    " to %" G_GUINT64_FORMAT " KiB",
    other.n_asked, (double) other.longest / 1000, before, peak);
  g_assert_cmpuint (other.n_asked, >, 10);
  g_assert_cmpint (other.longest, <, ANSWER_MAX);
  g_assert_cmpuint (peak - before, <, GROWTH_MAX);
  test_program_end (program, SIGTERM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  g_test_add_func ("/hostile/all", test_all);
  return g_test_run ();
}
