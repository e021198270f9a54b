/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-request.h"

#include <string.h>
#include <time.h>

#include "torg-json.h"

static const char *const method_names[TORG_N_METHODS] = {
  [TORG_METHOD_GET] = "GET",         [TORG_METHOD_HEAD] = "HEAD",   [TORG_METHOD_POST] = "POST",
  [TORG_METHOD_PUT] = "PUT",         [TORG_METHOD_PATCH] = "PATCH", [TORG_METHOD_DELETE] = "DELETE",
  [TORG_METHOD_OPTIONS] = "OPTIONS",
};

static const char *const header_names[TORG_N_HEADERS] = {
  [TORG_HEADER_ACCEPT_ENCODING] = "Accept-Encoding",
  [TORG_HEADER_AUTHORIZATION] = "Authorization",
  [TORG_HEADER_CONTENT_TYPE] = "Content-Type",
  [TORG_HEADER_HOST] = "Host",
  [TORG_HEADER_IF_MATCH] = "If-Match",
  [TORG_HEADER_IF_NONE_MATCH] = "If-None-Match",
  [TORG_HEADER_LAST_EVENT_ID] = "Last-Event-ID",
  [TORG_HEADER_ORIGIN] = "Origin",
  [TORG_HEADER_REAL_IP] = "X-Real-IP",
  [TORG_HEADER_REQUEST_HEADERS] = "Access-Control-Request-Headers",
  [TORG_HEADER_RESPONSE_BEHAVIOR] = "Response-Behavior",
  [TORG_HEADER_SCHEME] = "X-Forwarded-Proto",
};

/**
 * torg_method_from_name:
 * @name: (nullable): `GET`, in capitals
 *
 * Returns: the method, or %TORG_METHOD_UNKNOWN
 */
TorgMethod
torg_method_from_name (const char *name)
{
  for (guint i = 0; i < TORG_N_METHODS; i++) {
    if (g_strcmp0 (name, method_names[i]) == 0)
      return (TorgMethod) i;
  }
  return TORG_METHOD_UNKNOWN;
}

/**
 * torg_method_get_name:
 *
 * Returns: (nullable) (transfer none): its name as it is sent
 */
const char *
torg_method_get_name (TorgMethod method)
{
  return method < TORG_N_METHODS ? method_names[method] : NULL;
}

/**
 * torg_method_is_safe:
 *
 * Returns: whether a request with it cannot change anything
 */
gboolean
torg_method_is_safe (TorgMethod method)
{
  return method == TORG_METHOD_GET || method == TORG_METHOD_HEAD || method == TORG_METHOD_OPTIONS;
}

/**
 * torg_header_get_name:
 *
 * Returns: (nullable) (transfer none): its name as it is sent
 */
const char *
torg_header_get_name (TorgHeader header)
{
  return header < TORG_N_HEADERS ? header_names[header] : NULL;
}

/* Callers */

static void
caller_clear (gpointer data)
{
  TorgCaller *self = data;

  g_free (self->user);
  g_free (self->account);
  g_strfreev (self->principals);
}

/**
 * torg_caller_new:
 * @user: (nullable): who was verified, as a principal; %NULL for anyone
 * @groups: (nullable) (array zero-terminated=1): the groups it is in, as `/buckets/B/groups/G`
 *
 * Returns: (transfer full): who asks, with every principal in the order that Kinto tells them
 */
TorgCaller *
torg_caller_new (const char *user, const char *const *groups)
{
  TorgCaller *self = g_rc_box_new0 (TorgCaller);
  g_autoptr (GStrvBuilder) principals = g_strv_builder_new ();

  if (user != NULL) {
    g_strv_builder_add_many (principals, user, "system.Everyone", "system.Authenticated", NULL);
    if (groups != NULL)
      g_strv_builder_addv (principals, (const char **) groups);
  } else {
    g_strv_builder_add (principals, "system.Everyone");
  }
  self->user = g_strdup (user);
  if (user != NULL && g_str_has_prefix (user, TORG_ACCOUNT_PREFIX))
    self->account = g_strdup (user + strlen (TORG_ACCOUNT_PREFIX));
  self->principals = g_strv_builder_end (principals);
  return self;
}

/**
 * torg_caller_new_trusted:
 * @user: (nullable): the principal that shall own what is created, or %NULL
 *
 * Returns: (transfer full): the operator at the command line, whom no permission stops
 */
TorgCaller *
torg_caller_new_trusted (const char *user)
{
  TorgCaller *self = torg_caller_new (user, NULL);

  self->trusted = TRUE;
  return self;
}

/**
 * torg_caller_ref:
 *
 * Returns: (transfer full): the same caller
 */
TorgCaller *
torg_caller_ref (TorgCaller *self)
{
  return g_rc_box_acquire (self);
}

/**
 * torg_caller_unref:
 *
 * Frees it with the last reference.
 */
void
torg_caller_unref (TorgCaller *self)
{
  g_rc_box_release_full (self, caller_clear);
}

/**
 * torg_caller_is:
 * @principal: a principal that a permission is granted to
 *
 * Returns: whether the caller counts as @principal
 */
gboolean
torg_caller_is (const TorgCaller *self, const char *principal)
{
  return g_strv_contains ((const char *const *) self->principals, principal);
}

/* Requests */

/**
 * torg_request_new:
 * @path: percent-encoded, without a query
 * @caller: who asks
 *
 * Returns: (transfer full): a request without headers and body
 */
TorgRequest *
torg_request_new (TorgMethod method, const char *path, TorgCaller *caller)
{
  TorgRequest *self = g_new0 (TorgRequest, 1);

  self->method = method;
  self->path = g_strdup (path);
  self->caller = torg_caller_ref (caller);
  return self;
}

/**
 * torg_request_free:
 *
 * Frees the request with its body.
 */
void
torg_request_free (TorgRequest *self)
{
  g_free (self->path);
  g_free (self->query);
  for (guint i = 0; i < TORG_N_HEADERS; i++)
    g_free (self->headers[i]);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->json, json_node_unref);
  g_clear_pointer (&self->caller, torg_caller_unref);
  g_free (self);
}

/**
 * torg_request_set_header:
 * @name: in any case
 * @value: (nullable): the new value
 *
 * Sets a header if it is one that is read here, and forgets it otherwise.
 */
void
torg_request_set_header (TorgRequest *self, const char *name, const char *value)
{
  for (guint i = 0; i < TORG_N_HEADERS; i++) {
    if (g_ascii_strcasecmp (name, header_names[i]) == 0)
      g_set_str (&self->headers[i], value);
  }
}

/**
 * torg_request_set_uri:
 * @path_and_query: percent-encoded
 *
 * Sets path and query from one text.
 */
void
torg_request_set_uri (TorgRequest *self, const char *path_and_query)
{
  const char *mark = strchr (path_and_query, '?');

  g_free (self->path);
  self->path = mark == NULL ? g_strdup (path_and_query)
                            : g_strndup (path_and_query, (gsize) (mark - path_and_query));
  g_set_str (&self->query, mark == NULL ? NULL : mark + 1);
}

/* Answers */

/**
 * torg_answer_new:
 * @status: an HTTP status
 *
 * Returns: (transfer full): an answer without body and headers
 */
TorgAnswer *
torg_answer_new (guint status)
{
  TorgAnswer *self = g_new0 (TorgAnswer, 1);

  self->status = status;
  self->headers = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * torg_answer_new_json:
 * @body: what the body says
 *
 * Returns: (transfer full): an answer with @body as its text
 */
TorgAnswer *
torg_answer_new_json (guint status, JsonObject *body)
{
  TorgAnswer *self = torg_answer_new (status);
  g_autofree char *text = torg_json_print_object (body);

  self->body = g_string_new (text);
  return self;
}

/**
 * torg_answer_free:
 *
 * Frees the answer with its body.
 */
void
torg_answer_free (TorgAnswer *self)
{
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  if (self->body != NULL)
    g_string_free (self->body, TRUE);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * torg_answer_set_header:
 *
 * Adds a header.
 */
void
torg_answer_set_header (TorgAnswer *self, const char *name, const char *value)
{
  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}

/**
 * torg_answer_get_header:
 * @name: in any case
 *
 * Returns: (nullable) (transfer none): the value of a header that was added
 */
const char *
torg_answer_get_header (const TorgAnswer *self, const char *name)
{
  for (guint i = 0; i + 1 < self->headers->len; i += 2) {
    if (g_ascii_strcasecmp (g_ptr_array_index (self->headers, i), name) == 0)
      return g_ptr_array_index (self->headers, i + 1);
  }
  return NULL;
}

/* The form of RFC 9110, in English whatever the locale. */
static char *
http_date (gint64 milliseconds)
{
  static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  time_t seconds = (time_t) (milliseconds / 1000);
  struct tm when = { 0 };

  if (gmtime_r (&seconds, &when) == NULL)
    return g_strdup ("Thu, 01 Jan 1970 00:00:00 GMT");
  return g_strdup_printf ("%s, %02d %s %04d %02d:%02d:%02d GMT", days[when.tm_wday], when.tm_mday,
                          months[when.tm_mon], when.tm_year + 1900, when.tm_hour, when.tm_min,
                          when.tm_sec);
}

/**
 * torg_answer_foreach_header:
 * @visit: called for each header
 *
 * Tells every header but the length: those that follow from the other members first.
 */
void
torg_answer_foreach_header (const TorgAnswer *self,
                            void (*visit) (const char *name, const char *value, gpointer data),
                            gpointer data)
{
  if (self->body != NULL)
    visit ("Content-Type", self->type == NULL ? "application/json" : self->type, data);
  if (self->last_modified > 0) {
    g_autofree char *etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", self->last_modified);
    g_autofree char *date = http_date (self->last_modified);

    visit ("ETag", etag, data);
    visit ("Last-Modified", date, data);
  }
  for (guint i = 0; i + 1 < self->headers->len; i += 2)
    visit (g_ptr_array_index (self->headers, i), g_ptr_array_index (self->headers, i + 1), data);
}
