/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include "torg-json.h"
#include "torg-test-program.h"
#include "torg-test-service.h"
#include "torg-test-stream.h"

#define FORUM "/buckets/torg/collections/"
#define ROOM  "/buckets/org-no-1/collections/"

#define N_LISTENERS 1000

static TestStream *
hear (TestService *service, const char *user, const char *headers)
{
  TestStream *stream = test_stream_new (torg_server_get_url (service->server), user, headers);

  g_assert_true (g_str_has_prefix (stream->text->str, "HTTP/1.1 200 OK\r\n"));
  return stream;
}

static void
ask (TestService *service,
     const char *user,
     const char *method,
     const char *path,
     const char *body,
     guint status)
{
  g_autoptr (TestAnswer) answer = test_service_ask (service, user, method, path, NULL, body);

  g_test_message ("%s %s %s: %u %s", user, method, path, answer->status, answer->text);
  g_assert_cmpuint (answer->status, ==, status);
}

static void
write_record (TestService *service, const char *user, const char *path)
{
  ask (service, user, "PUT", path, "{\"data\":{\"title\":\"a secret title\"}}", 201);
}

static const char *
find_id (TestStream *stream, const char *collection)
{
  g_autofree char *data = g_strdup_printf ("\"collection\":\"%s\"", collection);
  const char *at = strstr (stream->text->str, data);

  g_assert_nonnull (at);
  at = g_strrstr_len (stream->text->str, at - stream->text->str, "id: ");
  return at + strlen ("id: ");
}

/* What is told is there, and nothing of it is told. */
static void
test_change (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) stream = hear (service, "ola", "");
  g_autoptr (TestAnswer) answer = NULL;
  g_autofree char *event = NULL;

  test_stream_wait (stream, "retry: ");
  g_assert_nonnull (strstr (stream->text->str, "Content-Type: text/event-stream\r\n"));
  g_assert_nonnull (strstr (stream->text->str, "Cache-Control: no-cache"));
  write_record (service, "eva", FORUM "projects/records/a");
  answer = test_service_ask (service, "ola", "GET", FORUM "projects/records/a", NULL, NULL);
  event =
    g_strdup_printf ("id: %" G_GINT64_FORMAT "\nevent: change\ndata: {\"bucket\":\"torg\","
                     "\"collection\":\"projects\",\"last_modified\":%" G_GINT64_FORMAT "}\n\n",
                     torg_json_get_int (test_answer_data (answer), "last_modified", 0),
                     torg_json_get_int (test_answer_data (answer), "last_modified", 0));
  test_stream_wait (stream, event);
  g_assert_cmpuint (test_stream_count (stream, "event:"), ==, 1);
  g_assert_null (strstr (stream->text->str, "secret"));
  /* A change that is refused, and one that is none, are not told. */
  ask (service, "ola", "PUT", FORUM "projects/records/b", "{\"data\":{}}", 403);
  ask (service, "eva", "POST", FORUM "projects/records", "{\"data\":{\"id\":\"a\"}}", 200);
  ask (service, "ola", "PUT", FORUM "people/records/ola", "{\"data\":{}}", 201);
  test_stream_wait (stream, "people");
  g_assert_cmpuint (test_stream_count (stream, "event:"), ==, 2);
}

static void
test_access (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) kari = hear (service, "kari", "");
  g_autoptr (TestStream) ola = hear (service, "ola", "");
  g_autoptr (TestStream) per = hear (service, "per", "");

  write_record (service, "kari", ROOM "projects/records/a");
  test_stream_wait (kari, "\"bucket\":\"org-no-1\",\"collection\":\"projects\"");
  write_record (service, "kari", FORUM "projects/records/b");
  test_stream_wait (kari, "\"bucket\":\"torg\"");
  test_stream_wait (ola, "\"bucket\":\"torg\"");
  g_assert_null (strstr (ola->text->str, "org-no-1"));
  /* Who is let in hears from then on, and who is put out hears no more. */
  ask (service, "ada", "PUT", "/buckets/torg/groups/org-no-1",
       "{\"data\":{\"members\":[\"account:per\"]}}", 200);
  ask (service, "ada", "PUT", "/buckets/torg/groups/members",
       "{\"data\":{\"members\":[\"account:kari\"]}}", 200);
  write_record (service, "per", ROOM "projects/records/c");
  test_stream_wait (per, "\"bucket\":\"org-no-1\"");
  write_record (service, "eva", FORUM "articles/records/d");
  test_stream_wait (kari, "articles");
  g_assert_cmpuint (test_stream_count (kari, "org-no-1"), ==, 1);
  g_assert_cmpuint (test_stream_count (per, "\"torg\""), ==, 0);
  g_assert_cmpuint (test_stream_count (ola, "event:"), ==, 1);
}

/* A stream ends with the account or the password that it was begun with. */
static void
test_account (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) kari = hear (service, "kari", "");
  g_autoptr (TestStream) ola = hear (service, "ola", "");
  g_autoptr (TestStream) eva = hear (service, "eva", "");

  ask (service, "ada", "DELETE", "/accounts/kari", NULL, 200);
  ask (service, "ada", "PUT", "/accounts/ola", "{\"data\":{\"password\":\"another one\"}}", 200);
  write_record (service, "eva", FORUM "projects/records/a");
  test_stream_wait (eva, "projects");
  test_stream_wait_end (kari);
  test_stream_wait_end (ola);
  g_assert_null (strstr (kari->text->str, "event:"));
  g_assert_null (strstr (ola->text->str, "event:"));
}

static void
test_anyone (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) refused =
    test_stream_new (torg_server_get_url (service->server), "", "Connection: close\r\n");
  g_autoptr (TestStream) stream = NULL;
  static const TestStep steps[] = {
    { "ada", "PUT /buckets/open", NULL, "{'permissions':{'read':['system.Everyone']}}", 201 },
    { "ada", "PUT /buckets/open/collections/c", NULL, NULL, 201 },
    { "ada", "POST /batch", NULL, "{'requests':[{'path':'/events'}]}", 200, "'status':400" },
    { "ada", "POST /events", NULL, "{}", 405 },
  };

  g_assert_nonnull (strstr (refused->text->str, " 401 "));
  test_service_steps (service, steps);
  stream = hear (service, "", "");
  write_record (service, "eva", FORUM "projects/records/a");
  write_record (service, "ada", "/buckets/open/collections/c/records/r");
  test_stream_wait (stream, "\"open\"");
  g_assert_cmpuint (test_stream_count (stream, "event:"), ==, 1);
}

/* Many changes of a list are one event; a batch that fails whole is none. */
static void
test_batch (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) stream = hear (service, "eva", "");
  g_autoptr (TestAnswer) answer = NULL;
  g_autoptr (GString) body = g_string_new ("{\"defaults\":{\"method\":\"PUT\"},\"requests\":[");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (body, "%s{\"path\":\"" FORUM "%s/records/r%u\"}", i > 0 ? "," : "",
                            i % 2 == 0 ? "projects" : "articles", i);
  g_string_append (body, "]}");
  ask (service, "eva", "POST", "/batch", body->str, 200);
  test_stream_wait (stream, "projects");
  test_stream_wait (stream, "articles");
  g_assert_cmpuint (test_stream_count (stream, "event:"), ==, 2);
  ask (service, "eva", "DELETE", FORUM "projects/records/r0", NULL, 200);
  while (test_stream_count (stream, "event:") < 3)
    test_stream_read (stream);
  /* The list's own timestamp is what was told. */
  answer = test_service_ask (service, "eva", "HEAD", FORUM "projects/records", NULL, NULL);
  g_assert_nonnull (g_strrstr (stream->text->str, "projects"));
  {
    g_autofree char *told = g_strndup (test_answer_header (answer, "ETag") + 1, 13);

    g_assert_nonnull (strstr (g_strrstr (stream->text->str, "id: "), told));
  }
}

/* Whoever comes again is told what was missed, also from before a restart. */
static void
test_missed (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) first = hear (service, "ola", "");
  g_autoptr (TestStream) again = NULL;
  g_autoptr (TestStream) senseless = NULL;
  g_autoptr (TestStream) much = NULL;
  g_autofree char *header = NULL;

  write_record (service, "eva", FORUM "projects/records/a");
  test_stream_wait (first, "projects");
  header = g_strdup_printf ("Last-Event-ID: %.13s\r\n", find_id (first, "projects"));
  write_record (service, "eva", FORUM "articles/records/b");
  write_record (service, "kari", ROOM "projects/records/c");
  write_record (service, "eva", FORUM "events/records/d");
  test_service_restart (service);
  again = hear (service, "ola", header);
  test_stream_wait (again, "events");
  g_assert_cmpuint (test_stream_count (again, "event:"), ==, 2);
  g_assert_nonnull (strstr (again->text->str, "articles"));
  senseless = hear (service, "ola", "Last-Event-ID: -1 or so\r\n");
  for (guint i = 0; i < 65; i++) {
    g_autofree char *path = g_strdup_printf ("/buckets/torg/collections/more%u", i);

    ask (service, "ada", "PUT", path, "{\"permissions\":{\"read\":[\"account:ola\"]}}", 201);
  }
  much = hear (service, "ola", header);
  test_stream_wait (much, "event: reload\ndata: {}\n\n");
  g_assert_cmpuint (test_stream_count (much, "event:"), ==, 1);
  write_record (service, "eva", FORUM "projects/records/e");
  test_stream_wait (senseless, "projects");
  g_assert_cmpuint (test_stream_count (senseless, "event:"), ==, 1);
}

/* One who does not read is sent away, and nobody waits for it. */
static void
test_slow (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) slow = hear (service, "ola", "");
  g_autoptr (TestStream) quick = hear (service, "eva", "");
  gsize length = 0;

  g_socket_set_option (g_socket_connection_get_socket (slow->connection), SOL_SOCKET, SO_RCVBUF,
                       4096, NULL);
  for (guint i = 0; i < 800; i++) {
    g_autofree char *path = g_strdup_printf (FORUM "projects/records/r%u", i);

    ask (service, "eva", "PUT", path, "{\"data\":{}}", 201);
  }
  write_record (service, "eva", FORUM "articles/records/last");
  test_stream_wait (quick, "articles");
  while (test_stream_read (slow))
    length = slow->text->len;
  g_assert_null (strstr (slow->text->str, "articles"));
  g_test_message ("a slow one was given %" G_GSIZE_FORMAT " bytes", length);
  g_assert_cmpuint (length, <, 256 * 1024);
}

static void
test_thousand (void)
{
  const struct rlimit limit = { .rlim_cur = 4096, .rlim_max = 4096 };
  g_autoptr (TestService) service = NULL;
  g_autoptr (GPtrArray) streams =
    g_ptr_array_new_with_free_func ((GDestroyNotify) test_stream_free);
  gint64 start = 0;

  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  service = test_service_new ();
  for (guint i = 0; i < N_LISTENERS; i++)
    g_ptr_array_add (streams, hear (service, i % 2 == 0 ? "ola" : "eva", ""));
  for (guint round = 0; round < 3; round++) {
    g_autofree char *path = g_strdup_printf (FORUM "projects/records/r%u", round);

    start = g_get_monotonic_time ();
    ask (service, "eva", "PUT", path, "{\"data\":{}}", 201);
    for (guint i = 0; i < N_LISTENERS; i++) {
      TestStream *stream = g_ptr_array_index (streams, i);

      while (test_stream_count (stream, "event:") <= round)
        g_assert_true (test_stream_read (stream));
    }
    g_test_message ("the last of %d heard after %.1f ms", N_LISTENERS,
                    (double) (g_get_monotonic_time () - start) / 1000);
    /* 50 ms is asked for where nothing else runs and no sanitizer watches. */
    g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  }
  /* The others are gone and are not missed. */
  g_ptr_array_set_size (streams, 1);
  write_record (service, "eva", FORUM "projects/records/more");
  while (test_stream_count (g_ptr_array_index (streams, 0), "event:") < 4)
    g_assert_true (test_stream_read (g_ptr_array_index (streams, 0)));
}

/* The program itself: no more than so many at once; asked to end, it ends the streams and itself. */
static void
test_program (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) one = NULL;
  g_autoptr (TestStream) refused = NULL;
  g_autofree char *url = NULL;
  GSubprocess *program = NULL;
  gint64 start = 0;

  g_clear_pointer (&service->server, torg_server_stop);
  program = test_program_serve (service->folder, "--set listeners-max=1", &url);
  one = test_stream_new (url, "ola", "");
  refused = test_stream_new (url, "eva", "Connection: close\r\n");
  g_assert_nonnull (strstr (refused->text->str, " 503 "));
  g_assert_nonnull (strstr (refused->text->str, "Retry-After: "));
  start = g_get_monotonic_time ();
  test_program_end (program, SIGTERM);
  test_stream_wait_end (one);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_USEC_PER_SEC);
}

/* What could not be kept is not told: the newest that was told is what the list has. */
static void
test_full (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) stream = NULL;
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *credentials = test_program_credentials ("eva", "evaeva");
  g_autofree char *url = NULL;
  g_autofree char *filler = g_strnfill (100 * 1024, 'x');
  g_autofree char *body = g_strdup_printf ("{\"data\":{\"title\":\"%s\"}}", filler);
  g_autofree char *newest = NULL;
  GSubprocess *program = NULL;
  guint status = 201;

  g_clear_pointer (&service->server, torg_server_stop);
  program = test_program_serve_limited (service->folder, 2 * 1024 * 1024, &url);
  stream = test_stream_new (url, "ola", "");
  for (guint i = 0; status == 201; i++) {
    g_autofree char *path = g_strdup_printf (FORUM "projects/records/r%u", i);
    g_autoptr (SoupMessage) message =
      test_program_ask (session, credentials, "PUT", url, path, body, NULL);

    status = soup_message_get_status (message);
    if (status == 201)
      g_set_str (&newest, soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                        "ETag"));
  }
  g_assert_cmpuint (status, ==, 503);
  newest[strlen (newest) - 1] = '\0';
  test_stream_wait (stream, newest + 1);
  /* An event of what failed would be here by now. */
  g_usleep (G_USEC_PER_SEC / 2);
  test_program_end (program, SIGTERM);
  test_stream_wait_end (stream);
  g_assert_true (g_str_has_prefix (g_strrstr (stream->text->str, "id: ") + 4, newest + 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/change", test_change);
  g_test_add_func ("/events/access", test_access);
  g_test_add_func ("/events/account", test_account);
  g_test_add_func ("/events/anyone", test_anyone);
  g_test_add_func ("/events/batch", test_batch);
  g_test_add_func ("/events/missed", test_missed);
  g_test_add_func ("/events/slow", test_slow);
  g_test_add_func ("/events/thousand", test_thousand);
  g_test_add_func ("/events/program", test_program);
  g_test_add_func ("/events/full", test_full);
  return g_test_run ();
}
