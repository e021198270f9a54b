/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-stream.h"

#include <string.h>

#include "torg-test-program.h"

#define PATIENCE_SECONDS 20

/* @user signs in with the name twice as password; "" is anyone. The headers have come when it returns. */
TestStream *
test_stream_new (const char *url, const char *user, const char *headers)
{
  TestStream *self = g_new0 (TestStream, 1);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *password = g_strconcat (user, user, NULL);
  g_autofree char *credentials = test_program_credentials (user, password);
  g_autofree char *request = NULL;

  g_socket_client_set_timeout (client, PATIENCE_SECONDS);
  self->text = g_string_new (NULL);
  self->connection = g_socket_client_connect_to_host (client, g_uri_get_host (uri),
                                                      (guint16) g_uri_get_port (uri), NULL, &error);
  g_assert_no_error (error);
  request =
    g_strdup_printf ("GET /v1/events HTTP/1.1\r\nHost: x\r\n%s%s%s%s\r\n",
                     *user == '\0' ? "" : "Authorization: ", *user == '\0' ? "" : credentials,
                     *user == '\0' ? "" : "\r\n", headers);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (self->connection)),
                             request, strlen (request), NULL, NULL, &error);
  g_assert_no_error (error);
  test_stream_wait (self, "\r\n\r\n");
  return self;
}

void
test_stream_free (TestStream *self)
{
  g_clear_object (&self->connection);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* Waits for more; FALSE at the end. */
gboolean
test_stream_read (TestStream *self)
{
  char buffer[4096];
  g_autoptr (GError) error = NULL;
  gssize n = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (self->connection)),
                                  buffer, sizeof buffer, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_error ("nothing came after: %s", self->text->str);
  if (n > 0)
    g_string_append_len (self->text, buffer, n);
  return n > 0;
}

void
test_stream_wait (TestStream *self, const char *text)
{
  while (strstr (self->text->str, text) == NULL) {
    if (!test_stream_read (self))
      g_error ("the stream ended without %s: %s", text, self->text->str);
  }
}

void
test_stream_wait_end (TestStream *self)
{
  while (test_stream_read (self))
    continue;
}

guint
test_stream_count (TestStream *self, const char *text)
{
  guint n = 0;

  for (const char *at = strstr (self->text->str, text); at != NULL; at = strstr (at + 1, text))
    n++;
  return n;
}
