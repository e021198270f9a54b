/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-http.h"

#include "torg-json.h"
#include "torg-sync.h"

#include <libsoup/soup.h>
#include <string.h>

#define TIMEOUT_S         30
#define MAX_ANSWER        (64 * 1024 * 1024)
#define CHUNK             (64 * 1024)
#define MAX_WAIT_S        3600
#define TOO_MANY_REQUESTS 429 /* RFC 6585; libsoup has no name for it */

struct _TorgHttp {
  SoupSession *session;
  GThread *thread;
  char *service; /* ends with /v1 */
  char *authorization;
  gint64 wait_until; /* monotonic, microseconds */
};

static char *
basic (const char *account, const char *password)
{
  g_autofree char *pair = g_strdup_printf ("%s:%s", account, password);
  g_autofree char *code = g_base64_encode ((const guchar *) pair, strlen (pair));

  return g_strconcat ("Basic ", code, NULL);
}

/**
 * torg_http_new:
 * @service: the address of a Kinto service, with or without `/v1` or a slash at its end
 * @account: (nullable): the name of an account
 * @password: (nullable): its password
 *
 * Follows no redirects, keeps no cookies, and sends the password to this address only. Belongs to
 * the calling thread.
 *
 * Returns: (transfer full): the client
 */
TorgHttp *
torg_http_new (const char *service, const char *account, const char *password)
{
  TorgHttp *self = g_new0 (TorgHttp, 1);
  g_autoptr (GString) address = g_string_new (service);

  while (address->len > 0 && address->str[address->len - 1] == '/')
    g_string_truncate (address, address->len - 1);
  if (!g_str_has_suffix (address->str, "/v1"))
    g_string_append (address, "/v1");
  self->service = g_string_free (g_steal_pointer (&address), FALSE);
  self->authorization = account && password ? basic (account, password) : NULL;
  self->thread = g_thread_self ();
  self->session =
    soup_session_new_with_options ("timeout", TIMEOUT_S, "user-agent", "Torg/" TORG_VERSION, NULL);
  return self;
}

/**
 * torg_http_free:
 * @self: a client
 */
void
torg_http_free (TorgHttp *self)
{
  g_assert (self->thread == g_thread_self ());
  g_object_unref (self->session);
  g_free (self->service);
  g_free (self->authorization);
  g_free (self);
}

/**
 * torg_http_get_wait:
 * @self: a client
 *
 * Returns: for how many seconds the service asked to be left alone; 0 if it did not
 */
gint64
torg_http_get_wait (TorgHttp *self)
{
  gint64 left = self->wait_until - g_get_monotonic_time ();

  return left > 0 ? (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : 0;
}

/* Seconds, or a date; what makes no sense counts as nothing, and nobody waits for more than an hour. */
static gint64
seconds_of (const char *header)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = NULL;
  gint64 seconds;

  if (header == NULL)
    return 0;
  if (g_ascii_string_to_signed (header, 10, 0, G_MAXINT32, &seconds, NULL))
    return MIN (seconds, MAX_WAIT_S);
  then = soup_date_time_new_from_http_string (header);
  return then ? CLAMP (g_date_time_difference (then, now) / G_TIME_SPAN_SECOND, 0, MAX_WAIT_S) : 0;
}

static void
note_wait (TorgHttp *self, SoupMessageHeaders *headers)
{
  gint64 seconds = MAX (seconds_of (soup_message_headers_get_one (headers, "Backoff")),
                        seconds_of (soup_message_headers_get_one (headers, "Retry-After")));

  self->wait_until = seconds > 0 ? g_get_monotonic_time () + seconds * G_USEC_PER_SEC : 0;
}

static gboolean
is_loopback (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return g_str_equal (host, "localhost") || (address && g_inet_address_get_is_loopback (address));
}

static SoupMessage *
new_message (TorgHttp *self, const char *method, const char *path, const char *body, GError **error)
{
  g_autofree char *address = g_strconcat (self->service, path, NULL);
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (SoupMessage) message = NULL;
  SoupMessageHeaders *headers;

  if (uri == NULL || g_uri_get_host (uri) == NULL ||
      (message = soup_message_new_from_uri (method, uri)) == NULL) {
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_PROTOCOL,
                 "not the address of a service: %s", self->service);
    return NULL;
  }
  if (!g_str_equal (g_uri_get_scheme (uri), "https") && !is_loopback (uri)) {
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_TLS,
                 "%s is not secure; an address that begins with https is needed", self->service);
    return NULL;
  }
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_append (headers, "Accept", "application/json");
  if (self->authorization != NULL)
    soup_message_headers_append (headers, "Authorization", self->authorization);
  if (body != NULL) {
    g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

    soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  }
  return g_steal_pointer (&message);
}

/* libsoup's and GIO's many ways of getting no answer are one to a person: offline. */
static void
translate (GError *problem, GError **error)
{
  TorgSyncError code =
    problem->domain == G_TLS_ERROR ? TORG_SYNC_ERROR_TLS : TORG_SYNC_ERROR_OFFLINE;

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, problem);
    return;
  }
  g_set_error_literal (error, TORG_SYNC_ERROR, (int) code, problem->message);
  g_error_free (problem);
}

/* Reads the answer, but never more than can be one. */
static GString *
read_body (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *chunk = g_malloc (CHUNK);

  for (;;) {
    gssize length = g_input_stream_read (stream, chunk, CHUNK, cancellable, error);

    if (length < 0)
      return NULL;
    if (length == 0)
      return g_steal_pointer (&body);
    g_string_append_len (body, chunk, length);
    if (body->len > MAX_ANSWER) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                   "the answer is larger than %d bytes", MAX_ANSWER);
      return NULL;
    }
  }
}

static gboolean
is_json (SoupMessage *message)
{
  const char *type =
    soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);

  return type != NULL && g_str_has_suffix (type, "json");
}

/* A guest network's sign-in page or a proxy answers in place of the service. */
static gboolean
check_origin (SoupMessage *message, GString *body, GError **error)
{
  guint status = soup_message_get_status (message);

  if (status == SOUP_STATUS_NOT_MODIFIED || status == SOUP_STATUS_NO_CONTENT)
    return TRUE;
  if (status >= 300 && status < 400) {
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_OFFLINE,
                 "answered by a redirect (%u), which is not the service", status);
    return FALSE;
  }
  if (is_json (message) && torg_json_check (body->str, body->len, MAX_ANSWER, NULL))
    return TRUE;
  g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_OFFLINE,
               "the answer (%u) is not from the service", status);
  return FALSE;
}

static gboolean
check_status (SoupMessage *message, GError **error)
{
  guint status = soup_message_get_status (message);

  if (status == SOUP_STATUS_UNAUTHORIZED)
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_SIGN_IN, "the service asks for a sign-in");
  else if (status == TOO_MANY_REQUESTS || status >= 500)
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_WAIT, "the service is busy (%u)", status);
  else
    return TRUE;
  return FALSE;
}

/**
 * torg_http_send:
 * @self: a client
 * @method: GET, POST …
 * @path: from behind `/v1`, with its query
 * @body: (nullable): JSON text to send
 *
 * Sends and waits for the whole answer. What comes back is known to be JSON from a service, within
 * limits; no answer, a foreign one, a busy service and a refused sign-in are errors.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with a %TORG_SYNC_ERROR or a cancellation
 */
TorgHttpAnswer *
torg_http_send (TorgHttp *self,
                const char *method,
                const char *path,
                const char *body,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (SoupMessage) message = new_message (self, method, path, body, error);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GString) text = NULL;
  GError *problem = NULL;
  TorgHttpAnswer *answer;

  g_assert (self->thread == g_thread_self ());
  if (message == NULL)
    return NULL;
  stream = soup_session_send (self->session, message, cancellable, &problem);
  text = stream ? read_body (stream, cancellable, &problem) : NULL;
  if (text == NULL) {
    translate (problem, error);
    return NULL;
  }
  if (!check_origin (message, text, error))
    return NULL;
  note_wait (self, soup_message_get_response_headers (message));
  if (!check_status (message, error))
    return NULL;
  answer = g_new0 (TorgHttpAnswer, 1);
  answer->status = soup_message_get_status (message);
  answer->more =
    soup_message_headers_get_one (soup_message_get_response_headers (message), "Next-Page") != NULL;
  answer->body = g_string_free (g_steal_pointer (&text), FALSE);
  return answer;
}

/**
 * torg_http_answer_parse:
 * @answer: an answer
 *
 * Returns: (transfer full) (nullable): its body as an object, or %NULL with a %TORG_SYNC_ERROR
 */
JsonObject *
torg_http_answer_parse (TorgHttpAnswer *answer, GError **error)
{
  g_autoptr (JsonNode) node = torg_json_parse (answer->body, strlen (answer->body), 0, NULL);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_dup_object (node);
  g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_PROTOCOL, "the answer is not an object");
  return NULL;
}

/**
 * torg_http_answer_free:
 * @answer: an answer
 */
void
torg_http_answer_free (TorgHttpAnswer *answer)
{
  g_free (answer->body);
  g_free (answer);
}
