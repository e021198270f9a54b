/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-message.h"

#include "torg-request-log.h"

/**
 * torg_message_read:
 * @caller: who asks
 * @body: (transfer full): what came after the headers
 *
 * Returns: (transfer full): what is asked
 */
TorgRequest *
torg_message_read (SoupServerMessage *message, TorgCaller *caller, GByteArray *body)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  GUri *uri = soup_server_message_get_uri (message);
  TorgRequest *request = torg_request_new (
    torg_method_from_name (soup_server_message_get_method (message)), g_uri_get_path (uri), caller);

  request->query = g_strdup (g_uri_get_query (uri));
  for (guint i = 0; i < TORG_N_HEADERS; i++)
    request->headers[i] =
      g_strdup (soup_message_headers_get_one (headers, torg_header_get_name ((TorgHeader) i)));
  request->body = g_byte_array_free_to_bytes (body);
  return request;
}

static void
append_header (const char *name, const char *value, gpointer data)
{
  soup_message_headers_append (data, name, value);
}

/**
 * torg_message_write:
 * @answer: its body is handed over: a page of a list is not copied once more
 *
 * Answers.
 */
void
torg_message_write (SoupServerMessage *message, TorgAnswer *answer)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  torg_answer_foreach_header (answer, append_header, headers);
  soup_message_headers_append (headers, "X-Content-Type-Options", "nosniff");
  soup_message_headers_append (headers, "Content-Security-Policy",
                               "default-src 'none'; frame-ancestors 'none'; base-uri 'none';");
  soup_server_message_set_status (message, answer->status, NULL);
  if (answer->body != NULL) {
    gsize length = answer->body->len;

    soup_message_body_append (body, SOUP_MEMORY_TAKE,
                              g_string_free_and_steal (g_steal_pointer (&answer->body)), length);
  } else if (answer->bytes != NULL) {
    soup_message_body_append_bytes (body, answer->bytes);
  }
  /* After this one the library closes the connection, of which the client must know. */
  if (answer->status == SOUP_STATUS_NO_CONTENT)
    soup_message_headers_replace (headers, "Connection", "close");
}

/**
 * torg_message_get_address:
 *
 * Returns: (nullable) (transfer none): where the client is, as the proxy in front says
 */
const char *
torg_message_get_address (SoupServerMessage *message)
{
  return soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                       torg_header_get_name (TORG_HEADER_REAL_IP));
}

static gsize
length_of (const TorgAnswer *answer)
{
  if (answer->body != NULL)
    return answer->body->len;
  return answer->bytes == NULL ? 0 : g_bytes_get_size (answer->bytes);
}

/**
 * torg_message_note:
 * @caller: (nullable): who asked, where that is known
 * @start: the monotonic time when the headers were there
 * @answer: what is about to be answered
 *
 * Counts and logs the request.
 */
void
torg_message_note (SoupServerMessage *message,
                   TorgService *service,
                   const TorgCaller *caller,
                   gint64 start,
                   const TorgAnswer *answer)
{
  const TorgRequestLine line = {
    .method = soup_server_message_get_method (message),
    .path = g_uri_get_path (soup_server_message_get_uri (message)),
    .account = caller == NULL ? NULL : caller->account,
    .address = torg_message_get_address (message),
    .status = answer->status,
    .bytes = length_of (answer),
    .microseconds = g_get_monotonic_time () - start,
  };

  torg_metrics_count (torg_service_get_metrics (service), torg_method_from_name (line.method),
                      line.status, line.microseconds);
  torg_request_log (&line, torg_service_get_settings (service)->log);
}
