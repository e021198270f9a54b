/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>

#include "torg-test-program.h"
#include "torg-test-service.h"
#include "torg-test-stream.h"

#define FORUM "/buckets/torg/collections/"

static char *
get_figures (TestService *service)
{
  g_autofree char *url = g_strconcat (torg_server_get_url (service->server), "/torg/metrics", NULL);
  g_autofree char *credentials = test_program_credentials ("ada", "adaada");
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GBytes) bytes = NULL;

  soup_message_headers_append (soup_message_get_request_headers (message), "Authorization",
                               credentials);
  bytes = soup_session_send_and_read (service->session, message, NULL, NULL);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  g_assert_true (g_str_has_prefix (
    soup_message_headers_get_one (soup_message_get_response_headers (message), "Content-Type"),
    "text/plain; version=0.0.4"));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Every line is a comment or a figure, and every figure is told about first. */
static void
check_format (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (
    "^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]+\"(,[a-z]+=\"[^\"]+\")*\\})? [0-9.]+)$",
    0, 0, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (*lines[i] != '\0' && !g_regex_match (regex, lines[i], 0, NULL))
      g_error ("not a figure: %s", lines[i]);
  }
}

static void
test_figures (void)
{
  static const TestStep steps[] = {
    { "ola", "GET /torg/metrics", NULL, NULL, 403 },
    { "", "GET /torg/metrics", NULL, NULL, 401 },
    { "ada", "POST /batch", NULL, "{'requests':[{'path':'/torg/metrics'}]}", 200, "'status':400" },
    { "ada", "POST /torg/metrics", NULL, "{}", 405 },
    { "ola", "GET /", "Authorization: Basic b2xhOndyb25n", NULL, 200 },
    { "eva", "PUT " FORUM "projects/records/a", NULL, "{'data':{}}", 201 },
    { "eva", "PUT " FORUM "projects/records/b", NULL, "{'data':{}}", 201 },
  };
  static const char *const told[] = {
    "torg_requests_total{method=\"PUT\",status=\"2xx\"} 2\n",
    "torg_requests_total{method=\"GET\",status=\"4xx\"} 2\n",
    "torg_request_seconds_bucket{le=\"+Inf\"} 7\n",
    "torg_request_seconds_count 7\n",
    "torg_listeners 0\n",
    "torg_wrong_guesses_total 1\n",
    "# TYPE torg_storage_bytes gauge\ntorg_storage_bytes ",
    "process_resident_memory_bytes ",
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestStream) stream = NULL;
  g_autofree char *text = NULL;
  g_autofree char *later = NULL;

  test_service_steps (service, steps);
  text = get_figures (service);
  g_test_message ("%s", text);
  check_format (text);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_nonnull (strstr (text, told[i]));
  stream = test_stream_new (torg_server_get_url (service->server), "ola", "");
  later = get_figures (service);
  g_assert_nonnull (strstr (later, "torg_listeners 1\n"));
  g_assert_nonnull (strstr (later, "torg_request_seconds_count 9\n"));
}

static void
ask (const char *url, const char *method, const char *path, const char *body, guint status)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *credentials = test_program_credentials ("eva", "evaeva");
  g_autoptr (SoupMessage) message =
    test_program_ask (session, credentials, method, url, path, body, NULL);

  g_assert_cmpuint (soup_message_get_status (message), ==, status);
}

/* What the program writes on its standard error while some things are asked. */
static char *
get_log (const char *folder, const char *level)
{
  g_autofree char *arguments = g_strconcat ("log=", level, NULL);
  g_autoptr (GSubprocess) program = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL,
    g_getenv ("TORG_SERVICE"), "--data", folder, "serve", "--port", "0", "--set", arguments, NULL);
  g_autoptr (GDataInputStream) out =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (program));
  g_autofree char *line = g_data_input_stream_read_line (out, NULL, NULL, NULL);
  const char *url = line + strlen ("listening on ");
  g_autofree char *log = NULL;

  ask (url, "PUT", FORUM "projects/records/a", "{\"data\":{\"title\":\"hidden title\"}}", 201);
  ask (url, "GET", FORUM "projects/records?title=hidden", NULL, 200);
  ask (url, "GET", "/buckets/nowhere", NULL, 403);
  ask (url, "DELETE", FORUM "projects/records/a", NULL, 200);
  g_subprocess_send_signal (program, SIGTERM);
  g_subprocess_communicate_utf8 (program, NULL, NULL, NULL, &log, NULL);
  g_assert_true (g_subprocess_get_successful (program));
  g_test_message ("%s:\n%s", level, log);
  g_assert_null (strstr (log, "hidden"));
  g_assert_null (strstr (log, "evaeva"));
  g_assert_null (strstr (log, "Basic"));
  return g_steal_pointer (&log);
}

static void
test_log (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autofree char *errors = NULL;
  g_autofree char *writes = NULL;
  g_autofree char *requests = NULL;

  g_clear_pointer (&service->server, torg_server_stop);
  errors = get_log (service->folder, "errors");
  writes = get_log (service->folder, "writes");
  requests = get_log (service->folder, "requests");
  g_assert_null (strstr (errors, "/v1/"));
  g_assert_nonnull (strstr (writes, "PUT /v1" FORUM "projects/records/a 201 "));
  g_assert_nonnull (strstr (writes, "GET /v1/buckets/nowhere 403 "));
  g_assert_nonnull (strstr (writes, " ms eva -\n"));
  g_assert_null (strstr (writes, "GET /v1" FORUM "projects/records 200"));
  g_assert_nonnull (strstr (requests, "GET /v1" FORUM "projects/records 200"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/figures", test_figures);
  g_test_add_func ("/figures/log", test_log);
  return g_test_run ();
}
