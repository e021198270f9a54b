/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-batch.h"

#include <string.h>

#include "torg-accounts.h"
#include "torg-json.h"
#include "torg-throttle.h"

/* As long as one from outside may be, about. */
#define PATH_MAX_LENGTH 8192

static const char *const request_members[] = { "method", "path", "headers", "body", NULL };

/* A request with what it leaves out taken from the defaults, also inside its objects. */
static JsonObject *
with_defaults (JsonObject *spec, JsonObject *defaults)
{
  JsonObject *whole = NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  if (defaults == NULL)
    return json_object_ref (spec);
  whole = torg_json_object_copy (spec);
  json_object_iter_init (&iter, defaults);
  while (json_object_iter_next (&iter, &name, &value)) {
    JsonObject *inner = torg_json_get_object (spec, name);

    if (!json_object_has_member (spec, name))
      json_object_set_member (whole, name, json_node_copy (value));
    else if (inner != NULL && JSON_NODE_HOLDS_OBJECT (value))
      json_object_set_object_member (whole, name,
                                     with_defaults (inner, json_node_get_object (value)));
  }
  return whole;
}

static gboolean
check_headers (JsonObject *headers, const char *where, TorgAnswer **refusal)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  json_object_iter_init (&iter, headers);
  while (json_object_iter_next (&iter, &name, &value)) {
    if (json_node_get_value_type (value) == G_TYPE_STRING)
      continue;
    *refusal = torg_fault_invalid ("body", where, "The header %s must be a text", name);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_members (JsonObject *spec, const char *where, TorgAnswer **refusal)
{
  JsonObjectIter iter;
  const char *name = NULL;

  json_object_iter_init_ordered (&iter, spec);
  while (json_object_iter_next_ordered (&iter, &name, NULL)) {
    if (g_strv_contains (request_members, name))
      continue;
    *refusal = torg_fault_invalid ("body", where, "Unrecognized keys in mapping: \"%s\"", name);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_spec (JsonObject *spec, guint index, TorgAnswer **refusal)
{
  g_autofree char *where = g_strdup_printf ("requests.%u", index);
  const char *path = torg_json_get_string (spec, "path");
  const char *method = torg_json_get_string (spec, "method");

  if (!check_members (spec, where, refusal))
    return FALSE;
  if (path != NULL && strlen (path) > PATH_MAX_LENGTH)
    *refusal = torg_fault_invalid ("body", where, "The path is too long");
  else if (path == NULL || *path != '/')
    *refusal =
      torg_fault_invalid ("body", where, "The path must be a text that begins with a slash");
  else if (json_object_has_member (spec, "method") &&
           torg_method_from_name (method) >= TORG_METHOD_OPTIONS)
    *refusal = torg_fault_invalid ("body", where,
                                   "The method must be one of GET, HEAD, DELETE, "
                                   "POST, PUT, PATCH");
  else if (json_object_has_member (spec, "headers") &&
           torg_json_get_object (spec, "headers") == NULL)
    *refusal = torg_fault_invalid ("body", where, "The headers must be an object");
  else if (json_object_has_member (spec, "headers"))
    return check_headers (torg_json_get_object (spec, "headers"), where, refusal);
  return *refusal == NULL;
}

/* The requests with the defaults filled in. */
static GPtrArray *
read_specs (TorgCall *call, TorgAnswer **refusal)
{
  JsonObject *body = torg_call_get_body (call);
  JsonArray *requests = torg_json_get_array (body, "requests");
  JsonObject *defaults = torg_json_get_object (body, "defaults");
  g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  if (requests == NULL) {
    *refusal = torg_fault_invalid ("body", "requests", "Required");
    return NULL;
  }
  if (json_array_get_length (requests) > call->settings->batch_max_requests) {
    *refusal = torg_fault_invalid ("body", "requests", "Number of requests is limited to %u",
                                   call->settings->batch_max_requests);
    return NULL;
  }
  for (guint i = 0; i < json_array_get_length (requests); i++) {
    JsonNode *node = json_array_get_element (requests, i);
    JsonObject *spec = NULL;

    if (!JSON_NODE_HOLDS_OBJECT (node)) {
      *refusal = torg_fault_invalid ("body", "requests", "Each request must be an object");
      return NULL;
    }
    spec = with_defaults (json_node_get_object (node), defaults);
    g_ptr_array_add (specs, spec);
    if (!check_spec (spec, i, refusal))
      return NULL;
  }
  return g_steal_pointer (&specs);
}

/*
 * Whom the batch asks for beside its own caller. Verifying a password takes memory and time, so a batch has one
 * verified at most; others must be known already.
 */
typedef struct {
  char *authorization;
  TorgCaller *caller;
} TorgOther;

static void
other_clear (TorgOther *self)
{
  g_clear_pointer (&self->authorization, g_free);
  g_clear_pointer (&self->caller, torg_caller_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TorgOther, other_clear)

/* A wrong password counts as it does outside a batch. */
static gboolean
verify (TorgCall *call,
        TorgOther *other,
        const char *authorization,
        const TorgCredentials *credentials,
        GError **error)
{
  TorgThrottle *throttle = torg_service_get_throttle (call->service);
  const char *address = call->request->headers[TORG_HEADER_REAL_IP];

  if (other->authorization != NULL || !torg_throttle_allows (throttle, address))
    return TRUE;
  other->caller =
    torg_accounts_sign_in (torg_service_get_accounts (call->service), credentials, error);
  if (other->caller == NULL)
    return FALSE;
  other->authorization = g_strdup (authorization);
  if (other->caller->user == NULL)
    torg_throttle_count (throttle, address);
  return TRUE;
}

/* Who asks by these credentials; nobody where they cannot be verified now. */
static gboolean
sign_in (TorgCall *call,
         TorgOther *other,
         const char *authorization,
         TorgCaller **caller,
         GError **error)
{
  TorgAccounts *accounts = torg_service_get_accounts (call->service);
  g_autoptr (TorgCredentials) credentials = torg_credentials_parse (authorization);

  if (torg_accounts_is_stranger (accounts, credentials)) {
    *caller = torg_accounts_get_stranger (accounts, credentials, error);
    return *caller != NULL;
  }
  if (torg_accounts_remembers (accounts, credentials)) {
    *caller = torg_accounts_get_caller (accounts, credentials->account, error);
    return *caller != NULL;
  }
  if (g_strcmp0 (authorization, other->authorization) != 0 &&
      !verify (call, other, authorization, credentials, error))
    return FALSE;
  if (g_strcmp0 (authorization, other->authorization) == 0)
    *caller = torg_caller_ref (other->caller);
  return TRUE;
}

/* The caller is the batch's own, unless the request brings credentials of its own. */
static gboolean
find_caller (TorgCall *call,
             TorgOther *other,
             JsonObject *headers,
             TorgCaller **caller,
             GError **error)
{
  const TorgRequest *batch = call->request;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  if (headers != NULL) {
    json_object_iter_init (&iter, headers);
    while (json_object_iter_next (&iter, &name, &value)) {
      const char *text = json_node_get_string (value);

      if (g_ascii_strcasecmp (name, "Authorization") == 0 &&
          g_strcmp0 (text, batch->headers[TORG_HEADER_AUTHORIZATION]) != 0)
        return sign_in (call, other, text, caller, error);
    }
  }
  *caller = torg_caller_ref (batch->caller);
  return TRUE;
}

static TorgRequest *
make_request (TorgCall *call, JsonObject *spec, TorgCaller *caller)
{
  const char *method = torg_json_get_string (spec, "method");
  const char *path = torg_json_get_string (spec, "path");
  JsonObject *headers = torg_json_get_object (spec, "headers");
  g_autofree char *uri =
    g_str_has_prefix (path, "/v1/") ? g_strdup (path) : g_strconcat ("/v1", path, NULL);
  TorgRequest *request = NULL;

  request = torg_request_new (method == NULL ? TORG_METHOD_GET : torg_method_from_name (method),
                              uri, caller);
  request->nested = TRUE;
  torg_request_set_uri (request, uri);
  for (guint i = 0; i < TORG_N_HEADERS; i++)
    request->headers[i] = g_strdup (call->request->headers[i]);
  g_set_str (&request->headers[TORG_HEADER_CONTENT_TYPE], "application/json");
  if (headers != NULL) {
    JsonObjectIter iter;
    const char *name = NULL;
    JsonNode *value = NULL;

    json_object_iter_init (&iter, headers);
    while (json_object_iter_next (&iter, &name, &value))
      torg_request_set_header (request, name, json_node_get_string (value));
  }
  /* Where the client is, the proxy says and not the body. */
  g_set_str (&request->headers[TORG_HEADER_REAL_IP], call->request->headers[TORG_HEADER_REAL_IP]);
  if (json_object_has_member (spec, "body"))
    request->json = json_node_copy (json_object_get_member (spec, "body"));
  return request;
}

static void
append_header (const char *name, const char *value, gpointer data)
{
  GString *body = data;

  if (body->str[body->len - 1] != '{')
    g_string_append_c (body, ',');
  torg_json_append_text (body, name);
  g_string_append_c (body, ':');
  torg_json_append_text (body, value);
}

static void
append_answer (GString *body, const TorgRequest *request, const TorgAnswer *answer)
{
  g_autofree char *decoded = g_uri_unescape_string (request->path, NULL);
  gboolean has_body = answer->body != NULL && request->method != TORG_METHOD_HEAD;

  g_string_append_printf (body, "{\"status\":%u,\"path\":", answer->status);
  torg_json_append_text (body, decoded != NULL ? decoded : request->path);
  g_string_append (body, ",\"headers\":{");
  torg_answer_foreach_header (answer, append_header, body);
  g_string_append (body, "},\"body\":");
  g_string_append_len (body, has_body ? answer->body->str : "{}",
                       has_body ? (gssize) answer->body->len : 2);
  g_string_append_c (body, '}');
}

/* Appends the answer to one request; what is returned is the answer to all of them, as none can be carried out. */
static TorgAnswer *
carry_out (TorgCall *call, JsonObject *spec, TorgOther *other, GString *body)
{
  g_autoptr (TorgCaller) caller = NULL;
  g_autoptr (TorgRequest) request = NULL;
  g_autoptr (TorgAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  if (!find_caller (call, other, torg_json_get_object (spec, "headers"), &caller, &error))
    return torg_fault_storage (error);
  request = make_request (call, spec, caller != NULL ? caller : call->request->caller);
  answer = caller != NULL ? torg_service_dispatch (call->service, request) : torg_fault_too_many ();
  if (answer->status >= 500)
    return g_steal_pointer (&answer);
  append_answer (body, request, answer);
  return NULL;
}

/**
 * torg_batch_post:
 *
 * Carries out many requests in the one transaction that dispatch began. What is refused leaves the
 * others as they are; what fails with a 5xx takes everything back. Credentials that would be the second to
 * verify, or that come after too many wrong ones, are refused with a 429.
 *
 * Returns: (transfer full): one answer each
 */
TorgAnswer *
torg_batch_post (TorgCall *call)
{
  TorgAnswer *refusal = NULL;
  g_autoptr (GPtrArray) specs = NULL;
  g_autoptr (TorgAnswer) answer = torg_answer_new (200);
  g_auto (TorgOther) other = { 0 };

  if (call->request->nested)
    return torg_fault_invalid ("body", "requests",
                               "Recursive call on /batch endpoint is forbidden.");
  specs = read_specs (call, &refusal);
  if (specs == NULL)
    return refusal;
  answer->body = g_string_new ("{\"responses\":[");
  for (guint i = 0; i < specs->len; i++) {
    if (i > 0)
      g_string_append_c (answer->body, ',');
    refusal = carry_out (call, g_ptr_array_index (specs, i), &other, answer->body);
    if (refusal != NULL)
      return refusal;
  }
  g_string_append (answer->body, "]}");
  return g_steal_pointer (&answer);
}
