/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * What is asked and what is answered, free of any HTTP library: a request of a batch takes the same
 * road as one from the network.
 */

typedef enum {
  TORG_METHOD_GET,
  TORG_METHOD_HEAD,
  TORG_METHOD_POST,
  TORG_METHOD_PUT,
  TORG_METHOD_PATCH,
  TORG_METHOD_DELETE,
  TORG_METHOD_OPTIONS,
  TORG_METHOD_UNKNOWN,
} TorgMethod;

#define TORG_N_METHODS TORG_METHOD_UNKNOWN

/* The request headers that anything here reads. */
typedef enum {
  TORG_HEADER_ACCEPT_ENCODING,
  TORG_HEADER_AUTHORIZATION,
  TORG_HEADER_CONTENT_TYPE,
  TORG_HEADER_HOST,
  TORG_HEADER_IF_MATCH,
  TORG_HEADER_IF_NONE_MATCH,
  TORG_HEADER_LAST_EVENT_ID,
  TORG_HEADER_ORIGIN,
  TORG_HEADER_REAL_IP,
  TORG_HEADER_REQUEST_HEADERS,
  TORG_HEADER_RESPONSE_BEHAVIOR,
  TORG_HEADER_SCHEME,
  TORG_N_HEADERS,
} TorgHeader;

/* Accounts are principals with this before their name. */
#define TORG_ACCOUNT_PREFIX "account:"

/**
 * TorgCaller:
 * @user: the principal that owns what the caller creates, `account:NAME`; %NULL for anyone
 * @account: the name of the account, or %NULL where the user is none
 * @principals: (array zero-terminated=1): what the caller counts as: `account:NAME`, groups, `system.Everyone`
 * @trusted: a command of the operator, whom no permission stops and no ownership is given to
 *
 * Who asks. Shared by the requests of a batch.
 */
typedef struct {
  char *user;
  char *account;
  GStrv principals;
  gboolean trusted;
} TorgCaller;

TorgCaller *torg_caller_new (const char *user, const char *const *groups);
TorgCaller *torg_caller_new_trusted (const char *user);
TorgCaller *torg_caller_ref (TorgCaller *self);
void torg_caller_unref (TorgCaller *self);
gboolean torg_caller_is (const TorgCaller *self, const char *principal);

/**
 * TorgRequest:
 * @path: as sent, percent-encoded, without the query
 * @query: as sent, or %NULL
 * @body: the bytes of the body, or %NULL
 * @json: the body where it is parsed already (in a batch), else %NULL
 * @nested: it is part of a batch
 */
typedef struct {
  TorgMethod method;
  char *path;
  char *query;
  char *headers[TORG_N_HEADERS];
  GBytes *body;
  JsonNode *json;
  gboolean nested;
  TorgCaller *caller;
} TorgRequest;

TorgRequest *torg_request_new (TorgMethod method, const char *path, TorgCaller *caller);
void torg_request_free (TorgRequest *self);
void torg_request_set_header (TorgRequest *self, const char *name, const char *value);
void torg_request_set_uri (TorgRequest *self, const char *path_and_query);

TorgMethod torg_method_from_name (const char *name);
const char *torg_method_get_name (TorgMethod method);
gboolean torg_method_is_safe (TorgMethod method);
const char *torg_header_get_name (TorgHeader header);

/**
 * TorgAnswer:
 * @status: the HTTP status
 * @last_modified: milliseconds since 1970 for ETag and Last-Modified, or 0 for neither
 * @headers: (element-type utf8): further headers, name and value by turns
 * @body: JSON text, packed where a header says so, or %NULL
 * @type: (nullable): the media type of the body where it is something else
 * @stream: the connection goes on as a stream of events
 * @bytes: (nullable): what is sent where it is no JSON; its type is among @headers
 */
typedef struct {
  guint status;
  gint64 last_modified;
  GPtrArray *headers;
  GString *body;
  const char *type;
  gboolean stream;
  GBytes *bytes;
} TorgAnswer;

TorgAnswer *torg_answer_new (guint status);
TorgAnswer *torg_answer_new_json (guint status, JsonObject *body);
void torg_answer_free (TorgAnswer *self);
void torg_answer_set_header (TorgAnswer *self, const char *name, const char *value);
const char *torg_answer_get_header (const TorgAnswer *self, const char *name);
void torg_answer_foreach_header (const TorgAnswer *self,
                                 void (*visit) (const char *name, const char *value, gpointer data),
                                 gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgCaller, torg_caller_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgRequest, torg_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgAnswer, torg_answer_free)

G_END_DECLS
