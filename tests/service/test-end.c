/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>

#include "torg-test-program.h"
#include "torg-test-service.h"

#define BODY "{\"data\":{\"title\":\"T\"}}"

/* A request whose body is half sent when the program is asked to end. */
typedef struct {
  TestService *service;
  GSubprocess *program;
  GSocketConnection *connection;
} Half;

static void
half_clear (Half *self)
{
  g_clear_object (&self->connection);
  g_clear_object (&self->program);
  g_clear_pointer (&self->service, test_service_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Half, half_clear)

static void
send_text (GSocketConnection *connection, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text, length,
                             NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
half_start (Half *self)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autofree char *credentials = test_program_credentials ("eva", "evaeva");
  g_autofree char *url = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *head = NULL;
  g_autoptr (GError) error = NULL;

  self->service = test_service_new ();
  g_clear_pointer (&self->service->server, torg_server_stop);
  self->program = test_program_serve (self->service->folder, "", &url);
  uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  self->connection = g_socket_client_connect_to_host (client, "127.0.0.1",
                                                      (guint16) g_uri_get_port (uri), NULL, &error);
  g_assert_no_error (error);
  head = g_strdup_printf ("PUT /v1/buckets/torg/collections/projects/records/a HTTP/1.1\r\n"
                          "Host: x\r\nAuthorization: %s\r\nContent-Type: application/json\r\n"
                          "Content-Length: %d\r\nConnection: close\r\n\r\n",
                          credentials, (int) strlen (BODY));
  send_text (self->connection, head, strlen (head));
  send_text (self->connection, BODY, 5);
  /* Until the password is verified and the body is waited for. */
  g_usleep (G_USEC_PER_SEC);
}

static void
test_finishes (void)
{
  g_auto (Half) half = { 0 };
  char answer[4096] = { 0 };
  gsize n = 0;

  half_start (&half);
  g_subprocess_send_signal (half.program, SIGTERM);
  g_usleep (G_USEC_PER_SEC / 2);
  send_text (half.connection, BODY + 5, strlen (BODY) - 5);
  g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (half.connection)), answer,
                           sizeof answer - 1, &n, NULL, NULL);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 201 "));
  g_subprocess_wait (half.program, NULL, NULL);
  g_assert_true (g_subprocess_get_successful (half.program));
}

static void
test_ends_at_once (void)
{
  g_auto (Half) half = { 0 };
  gint64 start = 0;

  half_start (&half);
  g_subprocess_send_signal (half.program, SIGTERM);
  g_usleep (G_USEC_PER_SEC / 2);
  start = g_get_monotonic_time ();
  g_subprocess_send_signal (half.program, SIGTERM);
  g_subprocess_wait (half.program, NULL, NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_assert_true (g_subprocess_get_if_signaled (half.program));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/end/finishes", test_finishes);
  g_test_add_func ("/end/at-once", test_ends_at_once);
  return g_test_run ();
}
