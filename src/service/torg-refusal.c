/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-refusal.h"

/*
 * An answer to a request whose body is not wanted. SoupServer would read all of the body first; this
 * takes the connection from it, answers at once, reads away a little, so that the client sees the
 * answer before its connection ends, and closes.
 */

#define LINGER_SECONDS 10
#define LINGER_BYTES   (32 * 1024 * 1024)
#define CHUNK          (64 * 1024)

typedef struct {
  GIOStream *stream;
  GSocket *socket;
  GString *text;
  gsize left;
  gint64 until;
} TorgRefusal;

static void
refusal_free (TorgRefusal *self)
{
  g_io_stream_close (self->stream, NULL, NULL);
  g_clear_object (&self->stream);
  g_clear_object (&self->socket);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
skipped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GInputStream *in = G_INPUT_STREAM (source);
  TorgRefusal *self = data;
  gssize n = g_input_stream_skip_finish (in, result, NULL);

  if (n <= 0 || (gsize) n >= self->left || g_get_monotonic_time () > self->until) {
    refusal_free (self);
    return;
  }
  self->left -= (gsize) n;
  g_input_stream_skip_async (in, CHUNK, G_PRIORITY_LOW, NULL, skipped_cb, self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TorgRefusal *self = data;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL)) {
    refusal_free (self);
    return;
  }
  g_socket_shutdown (self->socket, FALSE, TRUE, NULL);
  g_input_stream_skip_async (g_io_stream_get_input_stream (self->stream), CHUNK, G_PRIORITY_LOW,
                             NULL, skipped_cb, self);
}

static void
append_header (const char *name, const char *value, gpointer data)
{
  g_string_append_printf (data, "%s: %s\r\n", name, value);
}

static GString *
print (const TorgAnswer *answer)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "HTTP/1.1 %u %s\r\n", answer->status,
                          soup_status_get_phrase (answer->status));
  torg_answer_foreach_header (answer, append_header, text);
  g_string_append_printf (text,
                          "Content-Length: %" G_GSIZE_FORMAT "\r\nConnection: close\r\n\r\n%s",
                          answer->body->len, answer->body->str);
  return text;
}

/**
 * torg_refusal_send:
 * @message: a request that is not being answered yet; it is gone from its server afterwards
 * @answer: what to say, with a body
 *
 * Must not be called from a signal of @message.
 */
void
torg_refusal_send (SoupServerMessage *message, const TorgAnswer *answer)
{
  TorgRefusal *self = g_new0 (TorgRefusal, 1);

  self->socket = g_object_ref (soup_server_message_get_socket (message));
  self->stream = soup_server_message_steal_connection (message);
  self->text = print (answer);
  self->left = LINGER_BYTES;
  self->until = g_get_monotonic_time () + LINGER_SECONDS * G_USEC_PER_SEC;
  g_socket_set_timeout (self->socket, LINGER_SECONDS);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (self->stream), self->text->str,
                                   self->text->len, G_PRIORITY_DEFAULT, NULL, written_cb, self);
}
