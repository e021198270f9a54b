/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-soup.h"

#include <libsoup/soup.h>
#include <string.h>

#include "torg-access.h"
#include "torg-accounts.h"
#include "torg-address.h"
#include "torg-broadcast.h"
#include "torg-deadlines.h"
#include "torg-fault.h"
#include "torg-message.h"
#include "torg-refusal.h"
#include "torg-route.h"
#include "torg-sign-in.h"
#include "torg-writes.h"

/* A body may come in so many pieces, or in larger ones: each costs more than the bytes that are in it. */
#define FREE_PIECES 10000
#define PIECE_MIN   128

/* How long the body of a request may take to come. */
#define BODY_SECONDS 300

/* How long requests may take to finish once the program is asked to end. */
#define FINISH_SECONDS 5

struct _TorgSoup {
  SoupServer *server;
  TorgService *service;
  TorgSignIn *sign_in;
  TorgBroadcast *broadcast;
  TorgDeadlines *deadlines;
  TorgWrites *writes;
  GHashTable *exchanges; /* SoupServerMessage to TorgExchange */
  char *url;
  gboolean ending;
};

/**
 * TorgExchange:
 * @start: the monotonic time when its headers were there
 * @caller: who asks, once that is known
 * @limit: most bytes of the body
 * @body: what came of the body so far, which the library would keep in the pieces that it came in
 * @n_pieces: in so many
 * @refusal: (nullable): what will be answered whatever the body says, or begins the stream
 * @listening: (nullable): what was asked, where the answer is a stream
 * @signs_in: it says who asks
 * @waiting: a password is being verified
 *
 * What is known of a request between its headers and its answer.
 */
typedef struct {
  TorgSoup *http;
  SoupServerMessage *message;
  gint64 start;
  TorgCaller *caller;
  gsize limit;
  GByteArray *body;
  gsize n_pieces;
  TorgAnswer *refusal;
  TorgRequest *listening;
  gboolean signs_in;
  gboolean waiting;
} TorgExchange;

static void
exchange_clear (gpointer data)
{
  TorgExchange *self = data;

  g_clear_pointer (&self->body, g_byte_array_unref);
  g_clear_pointer (&self->caller, torg_caller_unref);
  g_clear_pointer (&self->refusal, torg_answer_free);
  g_clear_pointer (&self->listening, torg_request_free);
  g_clear_object (&self->message);
}

static void
exchange_unref (gpointer data)
{
  g_rc_box_release_full (data, exchange_clear);
}

static void
forget (TorgExchange *self)
{
  g_signal_handlers_disconnect_by_data (self->message, self);
  torg_deadlines_forget (self->http->deadlines, self->message);
  g_hash_table_remove (self->http->exchanges, self->message);
}

/*
 * Calls back as soon as the library is done with what it does now, and may lose the connection; in its turn,
 * since under load nothing is ever idle.
 */
static void
pause_until_idle (TorgExchange *self, GSourceFunc callback)
{
  g_autoptr (GSource) idle = g_idle_source_new ();

  soup_server_message_pause (self->message);
  g_source_set_priority (idle, G_PRIORITY_DEFAULT);
  g_source_set_callback (idle, callback, g_rc_box_acquire (self), exchange_unref);
  g_source_attach (idle, g_main_context_get_thread_default ());
}

static void
note (TorgExchange *self, const TorgAnswer *answer)
{
  torg_message_note (self->message, self->http->service, self->caller, self->start, answer);
}

static gboolean
refuse_cb (gpointer data)
{
  TorgExchange *self = data;

  if (g_hash_table_contains (self->http->exchanges, self->message)) {
    note (self, self->refusal);
    torg_refusal_send (self->message, self->refusal);
    forget (self);
  }
  return G_SOURCE_REMOVE;
}

/* Answers before the body is read. */
static void
refuse (TorgExchange *self, TorgAnswer *answer)
{
  self->refusal = answer;
  pause_until_idle (self, refuse_cb);
}

static gboolean
listen_cb (gpointer data)
{
  TorgExchange *self = data;
  g_autoptr (GSocket) socket = NULL;

  if (!g_hash_table_contains (self->http->exchanges, self->message))
    return G_SOURCE_REMOVE;
  if (self->http->broadcast != NULL) {
    note (self, self->refusal);
    socket = g_object_ref (soup_server_message_get_socket (self->message));
    torg_broadcast_add (self->http->broadcast, self->listening, self->refusal,
                        soup_server_message_steal_connection (self->message), socket);
  }
  forget (self);
  return G_SOURCE_REMOVE;
}

/* Takes the connection from the library, which would keep more for it than a stream needs. */
static void
start_listening (TorgExchange *self, TorgRequest *request, TorgAnswer *answer)
{
  self->listening = request;
  self->refusal = answer;
  pause_until_idle (self, listen_cb);
}

static TorgAnswer *
too_large (gsize limit)
{
  g_autofree char *message =
    g_strdup_printf ("The body is longer than %" G_GSIZE_FORMAT " bytes.", limit);

  return torg_fault_new (TORG_FAULT_TOO_LARGE, message, NULL);
}

/* A form brings a file; whether the path takes one is judged later. */
static gsize
find_limit (TorgExchange *self, SoupMessageHeaders *headers)
{
  const TorgSettings *settings = torg_service_get_settings (self->http->service);
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  if (self->caller->user == NULL)
    return settings->body_max_anonymous;
  return g_strcmp0 (type, "multipart/form-data") == 0 ? settings->attachment_max
                                                      : settings->body_max;
}

/* Judges by the headers alone whether the body is worth reading. */
static void
judge_headers (TorgExchange *self)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (self->message);
  const char *lengths = soup_message_headers_get_list (headers, "Content-Length");
  goffset length = soup_message_headers_get_content_length (headers);
  gboolean chunked = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED;
  g_autoptr (GError) error = NULL;
  gboolean open = TRUE;

  /* A proxy in front may have taken the other of two lengths, and see another request begin. */
  if (lengths != NULL && (chunked || lengths[strspn (lengths, "0123456789")] != '\0')) {
    refuse (self,
            torg_fault_invalid ("header", "Content-Length", "It must be one number, and alone"));
    return;
  }
  self->limit = find_limit (self, headers);
  if (!chunked && length == 0)
    return;
  if (self->caller->user == NULL && !torg_access_is_open (self->http->service, &open, &error))
    refuse (self, torg_fault_storage (error));
  else if (!open && !torg_route_takes_strangers (
                      g_uri_get_path (soup_server_message_get_uri (self->message))))
    refuse (self, torg_fault_new (TORG_FAULT_SIGN_IN, NULL, NULL));
  else if (length > (goffset) self->limit)
    refuse (self, too_large (self->limit));
}

/* Whether a password is sent from where too many were wrong; one that was right already is not guessed. */
static gboolean
guesses_too_often (TorgExchange *self, const char *authorization)
{
  TorgService *service = self->http->service;
  g_autoptr (TorgCredentials) credentials = NULL;

  if (torg_throttle_allows (torg_service_get_throttle (service),
                            torg_message_get_address (self->message)))
    return FALSE;
  credentials = torg_credentials_parse (authorization);
  return credentials != NULL &&
         !torg_accounts_remembers (torg_service_get_accounts (service), credentials);
}

static void
signed_in_cb (TorgCaller *caller, gpointer data)
{
  TorgExchange *self = data;
  gboolean gone = !g_hash_table_contains (self->http->exchanges, self->message);

  if (gone) {
    /* The client did not wait for its password to be verified. */
  } else if (caller == NULL) {
    refuse (self, torg_fault_busy ());
  } else {
    self->caller = torg_caller_ref (caller);
    if (self->signs_in && caller->user == NULL)
      torg_throttle_count (torg_service_get_throttle (self->http->service),
                           torg_message_get_address (self->message));
    judge_headers (self);
  }
  if (self->waiting && !gone && self->refusal == NULL)
    soup_server_message_unpause (self->message);
  self->waiting = FALSE;
  exchange_unref (self);
}

/* A body without a length is measured as it comes. */
static void
got_chunk_cb (SoupServerMessage *message, GBytes *chunk, gpointer data)
{
  TorgExchange *self = data;

  gsize size = 0;
  const guint8 *bytes = g_bytes_get_data (chunk, &size);

  if (self->refusal != NULL)
    return;
  g_byte_array_append (self->body, bytes, (guint) size);
  self->n_pieces++;
  if (self->body->len > self->limit)
    refuse (self, too_large (self->limit));
  else if (self->n_pieces > FREE_PIECES && self->body->len < self->n_pieces * PIECE_MIN)
    refuse (self, torg_fault_new (TORG_FAULT_TOO_LARGE, "The body is in too many pieces.", NULL));
}

static void
early_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer data)
{
  TorgSoup *http = data;
  TorgExchange *self = g_rc_box_new0 (TorgExchange);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *authorization = soup_message_headers_get_one (headers, "Authorization");

  self->http = http;
  self->message = g_object_ref (message);
  self->start = g_get_monotonic_time ();
  self->body = g_byte_array_new ();
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  g_hash_table_insert (http->exchanges, message, self);
  torg_deadlines_set (http->deadlines, message, BODY_SECONDS);
  g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk_cb), self);
  if (http->ending) {
    refuse (self, torg_fault_busy ());
    return;
  }
  if (guesses_too_often (self, authorization)) {
    refuse (self, torg_fault_too_many ());
    return;
  }
  self->signs_in = authorization != NULL;
  g_rc_box_acquire (self);
  if (torg_sign_in_start (http->sign_in, authorization, signed_in_cb, self))
    return;
  self->waiting = TRUE;
  soup_server_message_pause (message);
}

static TorgAnswer *
answer_request (TorgSoup *self, const TorgRequest *request)
{
  TorgAnswer *answer = NULL;

  if (self->broadcast != NULL)
    torg_metrics_set_listeners (torg_service_get_metrics (self->service),
                                torg_broadcast_count (self->broadcast));
  answer = torg_service_answer (self->service, request);
  if (!answer->stream || (self->broadcast != NULL && !torg_broadcast_is_full (self->broadcast)))
    return answer;
  torg_answer_free (answer);
  return torg_fault_busy ();
}

/* What was written is kept, whether the client has waited for it or not. */
static void
written_cb (TorgAnswer *answer, gpointer asked)
{
  TorgExchange *self = asked;

  if (!g_hash_table_contains (self->http->exchanges, self->message))
    return;
  note (self, answer);
  torg_message_write (self->message, answer);
  soup_server_message_unpause (self->message);
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  TorgSoup *http = data;
  TorgExchange *self = g_hash_table_lookup (http->exchanges, message);
  g_autoptr (TorgRequest) request =
    torg_message_read (message, self->caller, g_steal_pointer (&self->body));
  g_autoptr (TorgAnswer) answer = NULL;

  torg_deadlines_forget (http->deadlines, message);
  if (!torg_method_is_safe (request->method)) {
    soup_server_message_pause (message);
    torg_writes_add (http->writes, g_steal_pointer (&request), g_rc_box_acquire (self));
    return;
  }
  answer = answer_request (http, request);
  if (answer->stream) {
    start_listening (self, g_steal_pointer (&request), g_steal_pointer (&answer));
    return;
  }
  note (self, answer);
  torg_message_write (message, answer);
}

static void
started_cb (SoupServer *server, SoupServerMessage *message, gpointer data)
{
  TorgSoup *http = data;
  GSocket *socket = soup_server_message_get_socket (message);
  guint seconds = torg_service_get_settings (http->service)->idle_max;

  torg_deadlines_set (http->deadlines, message, seconds);
  if (socket != NULL)
    g_socket_set_timeout (socket, seconds);
}

/* Finished or broken off: a password that is being verified for it still needs the exchange. */
static void
finished_cb (SoupServer *server, SoupServerMessage *message, gpointer data)
{
  TorgSoup *http = data;
  TorgExchange *self = g_hash_table_lookup (http->exchanges, message);

  torg_deadlines_forget (http->deadlines, message);
  if (self != NULL)
    forget (self);
}

static gboolean
listen (TorgSoup *self, GError **error)
{
  const TorgSettings *settings = torg_service_get_settings (self->service);
  g_autoptr (GSocket) socket = torg_address_listen (settings->listen, error);
  g_autoptr (GSocketAddress) address = NULL;

  if (socket == NULL || !soup_server_listen_socket (self->server, socket, 0, error))
    return FALSE;
  address = g_socket_get_local_address (socket, error);
  self->url = address == NULL ? NULL : torg_address_dup_url (address);
  return address != NULL;
}

/**
 * torg_soup_new:
 * @service: what answers, and where; it must outlive this
 *
 * Listens in the calling thread's main context.
 *
 * Returns: (transfer full) (nullable): the server, or %NULL where the address cannot be had
 */
TorgSoup *
torg_soup_new (TorgService *service, GError **error)
{
  g_autoptr (TorgSoup) self = g_new0 (TorgSoup, 1);

  self->service = service;
  self->server = soup_server_new ("server-header", "torg-service", "raw-paths", TRUE, NULL);
  self->exchanges = g_hash_table_new_full (NULL, NULL, NULL, exchange_unref);
  self->deadlines = torg_deadlines_new ();
  self->sign_in = torg_sign_in_new (torg_service_get_accounts (service));
  self->writes = torg_writes_new (service, written_cb, exchange_unref);
  soup_server_add_early_handler (self->server, NULL, early_cb, self, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  g_signal_connect (self->server, "request-started", G_CALLBACK (started_cb), self);
  g_signal_connect (self->server, "request-finished", G_CALLBACK (finished_cb), self);
  g_signal_connect (self->server, "request-aborted", G_CALLBACK (finished_cb), self);
  self->broadcast = torg_broadcast_new (service, error);
  return self->broadcast != NULL && listen (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * torg_soup_free:
 *
 * Stops listening; what is under way is broken off.
 */
void
torg_soup_free (TorgSoup *self)
{
  soup_server_disconnect (self->server);
  g_clear_pointer (&self->sign_in, torg_sign_in_free);
  g_clear_pointer (&self->writes, torg_writes_free);
  g_clear_pointer (&self->broadcast, torg_broadcast_free);
  g_signal_handlers_disconnect_by_data (self->server, self);
  g_clear_object (&self->server);
  g_clear_pointer (&self->exchanges, g_hash_table_unref);
  g_clear_pointer (&self->deadlines, torg_deadlines_free);
  g_free (self->url);
  g_free (self);
}

/**
 * torg_soup_get_url:
 *
 * Returns: (transfer none): where it listens, with the version of the API
 */
const char *
torg_soup_get_url (TorgSoup *self)
{
  return self->url;
}

/**
 * torg_soup_finish:
 *
 * Takes no more requests, ends the streams and waits some seconds for the requests that are being answered.
 */
void
torg_soup_finish (TorgSoup *self)
{
  GMainContext *context = g_main_context_get_thread_default ();
  gint64 until = g_get_monotonic_time () + FINISH_SECONDS * G_USEC_PER_SEC;

  self->ending = TRUE;
  g_clear_pointer (&self->broadcast, torg_broadcast_free);
  while (g_hash_table_size (self->exchanges) > 0 && g_get_monotonic_time () < until) {
    if (!g_main_context_iteration (context, FALSE))
      g_usleep (1000);
  }
  /* Only now, since this leaves requests unanswered whose body is still on its way. */
  soup_server_disconnect (self->server);
}
