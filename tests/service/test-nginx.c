/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>

#include "torg-json.h"
#include "torg-test-program.h"
#include "torg-test-service.h"

#define PROJECTS "/buckets/torg/collections/projects/records"

static const char *const as_shipped[] = { NULL };

static char *
upstream_of (TestService *service)
{
  g_autoptr (GUri) uri =
    g_uri_parse (torg_server_get_url (service->server), G_URI_FLAGS_NONE, NULL);

  return g_strdup_printf ("127.0.0.1:%d", g_uri_get_port (uri));
}

static TestService *
new_behind_nginx (const char *const *changes)
{
  TestService *service = test_service_new ();
  g_autofree char *upstream = upstream_of (service);

  service->nginx = test_nginx_new (upstream, changes);
  return service;
}

static gboolean
accept_cb (GTlsConnection *connection, GTlsCertificate *certificate, GTlsCertificateFlags errors)
{
  return TRUE;
}

/* A stream of events over TLS, after its headers. */
static GIOStream *
hear (TestService *service, GString *text)
{
  g_autoptr (GIOStream) plain = test_nginx_connect (service->nginx);
  g_autoptr (GError) error = NULL;
  GIOStream *stream = g_tls_client_connection_new (plain, NULL, &error);
  g_autofree char *credentials = test_program_credentials ("ola", "olaola");
  g_autofree char *request = g_strdup_printf (
    "GET /v1/events HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nAuthorization: %s\r\n\r\n",
    credentials);

  g_assert_no_error (error);
  g_signal_connect (stream, "accept-certificate", G_CALLBACK (accept_cb), NULL);
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), request, strlen (request),
                             NULL, NULL, &error);
  g_assert_no_error (error);
  while (strstr (text->str, "retry: ") == NULL) {
    char buffer[1024];
    gssize n = g_input_stream_read (g_io_stream_get_input_stream (stream), buffer, sizeof buffer,
                                    NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpint (n, >, 0);
    g_string_append_len (text, buffer, n);
  }
  return stream;
}

static void
check_events (const char *const *changes)
{
  g_autoptr (TestService) service = new_behind_nginx (changes);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GIOStream) stream = hear (service, text);
  gint64 start = 0;

  for (guint i = 0; i < 3; i++) {
    g_autofree char *path = g_strdup_printf (PROJECTS "/r%u", i);
    g_autoptr (TestAnswer) written =
      test_service_ask (service, "eva", "PUT", path, NULL, "{\"data\":{}}");

    g_assert_cmpuint (written->status, ==, 201);
    start = g_get_monotonic_time ();
    g_string_truncate (text, 0);
    while (strstr (text->str, "\"projects\"") == NULL) {
      char buffer[1024];
      gssize n = g_input_stream_read (g_io_stream_get_input_stream (stream), buffer, sizeof buffer,
                                      NULL, NULL);

      g_assert_cmpint (n, >, 0);
      g_string_append_len (text, buffer, n);
    }
    g_test_message ("heard after %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
    g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  }
}

/* Each event comes while the stream goes on, also where somebody turns buffering and compression on. */
static void
test_events (void)
{
  static const char *const worse[] = { "gzip off;", "gzip on; gzip_min_length 1; gzip_proxied any;",
                                       "proxy_buffering off;", "proxy_buffering on;", NULL };

  check_events (as_shipped);
  check_events (worse);
}

static void
check_json (TestAnswer *answer, guint status, gint64 number)
{
  g_test_message ("%u %s", answer->status, answer->text);
  g_assert_cmpuint (answer->status, ==, status);
  g_assert_cmpstr (test_answer_header (answer, "Content-Type"), ==, "application/json");
  g_assert_cmpint (torg_json_get_int (json_node_get_object (answer->json), "errno", 0), ==, number);
}

/* What nginx refuses by itself looks as what the service refuses. */
static void
test_refusals (void)
{
  static const char *const strict[] = { "rate=100r/s", "rate=1r/s", "burst=500", "burst=2", NULL };
  g_autoptr (TestService) service = new_behind_nginx (as_shipped);
  g_autoptr (TestService) limited = new_behind_nginx (strict);
  g_autofree char *body = g_strnfill (9 * 1024 * 1024, 'x');
  g_autoptr (TestAnswer) large =
    test_service_ask (service, "eva", "PUT", PROJECTS "/a", NULL, body);
  g_autoptr (TestAnswer) down = NULL;
  g_autoptr (TestAnswer) last = NULL;

  check_json (large, 413, 113);
  for (guint i = 0; i < 5; i++) {
    g_clear_pointer (&last, test_answer_free);
    last = test_service_ask (limited, "", "GET", "/", NULL, NULL);
  }
  check_json (last, 429, 117);
  g_assert_nonnull (test_answer_header (last, "Retry-After"));
  g_clear_pointer (&service->server, torg_server_stop);
  down = test_service_ask (service, "", "GET", "/", NULL, NULL);
  check_json (down, 503, 201);
  g_assert_nonnull (test_answer_header (down, "Retry-After"));
}

/* A file may be longer than what is not one. */
static void
test_file (void)
{
  g_autoptr (TestService) service = new_behind_nginx (as_shipped);
  g_autofree char *bytes = g_strnfill (9 * 1024 * 1024, 'x');
  g_autofree char *form = g_strconcat (
    "--b\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a.txt\"\r\n"
    "Content-Type: text/plain\r\n\r\n",
    bytes, "\r\n--b--\r\n", NULL);
  g_autoptr (TestAnswer) written =
    test_service_ask (service, "eva", "PUT", PROJECTS "/a", NULL, "{\"data\":{}}");
  g_autoptr (TestAnswer) sent =
    test_service_ask (service, "eva", "POST", PROJECTS "/a/attachment",
                      "Content-Type: multipart/form-data; boundary=b", form);

  g_assert_cmpuint (written->status, ==, 201);
  g_test_message ("%s", sent->text);
  g_assert_cmpuint (sent->status, ==, 200);
}

/* A client does not choose the address that its guesses count for. */
static void
test_address (void)
{
  g_autoptr (TestService) service = new_behind_nginx (as_shipped);
  guint status = 0;

  for (guint i = 0; i <= 30; i++) {
    g_autofree char *headers =
      g_strdup_printf ("X-Real-IP: 192.0.2.%u\nAuthorization: Basic b2xhOndyb25n", i);
    g_autoptr (TestAnswer) answer =
      test_service_ask (service, "ola", "GET", PROJECTS, headers, NULL);

    status = answer->status;
    g_assert_cmpuint (status, ==, i < 30 ? 401 : 429);
  }
}

/* The program on a unix socket, as the systemd unit starts it. */
static void
test_socket (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autofree char *place = g_strdup_printf ("listen=unix:%s/socket", service->folder);
  const char *upstream = place + strlen ("listen=");
  g_autoptr (GSubprocess) program = NULL;
  g_autoptr (GDataInputStream) out = NULL;
  g_autofree char *line = NULL;
  g_autofree char *url = NULL;
  g_autoptr (TestAnswer) answer = NULL;

  g_clear_pointer (&service->server, torg_server_stop);
  program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, g_getenv ("TORG_SERVICE"),
                              "--data", service->folder, "--set", place, "serve", NULL);
  out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (program));
  line = g_data_input_stream_read_line (out, NULL, NULL, NULL);
  g_assert_true (g_str_has_suffix (line, upstream));
  service->nginx = test_nginx_new (upstream, as_shipped);
  answer = test_service_ask (service, "ola", "GET", "/", NULL, NULL);
  g_assert_cmpuint (answer->status, ==, 200);
  url = g_strdup_printf ("\"url\":\"%s/\"", service->nginx->url);
  g_assert_nonnull (strstr (answer->text, url));
  g_assert_nonnull (strstr (answer->text, "account:ola"));
  g_assert_nonnull (test_answer_header (answer, "Strict-Transport-Security"));
  g_free (url);
  url = g_strconcat (service->nginx->plain_url, "/", NULL);
  {
    g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
    g_autoptr (GBytes) bytes = NULL;

    soup_message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT);
    bytes = soup_session_send_and_read (service->session, message, NULL, NULL);
    g_assert_cmpuint (soup_message_get_status (message), ==, 301);
    g_assert_cmpstr (
      soup_message_headers_get_one (soup_message_get_response_headers (message), "Location"), ==,
      "https://127.0.0.1/v1/");
  }
  g_subprocess_send_signal (program, SIGTERM);
  g_subprocess_wait (program, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nginx/events", test_events);
  g_test_add_func ("/nginx/refusals", test_refusals);
  g_test_add_func ("/nginx/file", test_file);
  g_test_add_func ("/nginx/address", test_address);
  g_test_add_func ("/nginx/socket", test_socket);
  return g_test_run ();
}
