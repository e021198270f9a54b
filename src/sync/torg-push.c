/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sync-private.h"

#include "torg-json.h"
#include "torg-outbox.h"

#include <string.h>

/* What an answer to an operation means for it. */
typedef enum {
  ANSWER_DONE,
  ANSWER_OVERTAKEN,
  ANSWER_GONE,
  ANSWER_REFUSED,
  ANSWER_SIGN_IN,
  ANSWER_WAIT,
} Answer;

/* Status by operation: create, change, delete. What is not here is refused below 500, else waited for. */
static const struct {
  guint status;
  Answer answers[3];
} table[] = {
  { 200, { ANSWER_DONE, ANSWER_DONE, ANSWER_DONE }                },
  { 201, { ANSWER_DONE, ANSWER_DONE, ANSWER_DONE }                },
  { 401, { ANSWER_SIGN_IN, ANSWER_SIGN_IN, ANSWER_SIGN_IN }       },
  { 404, { ANSWER_REFUSED, ANSWER_GONE, ANSWER_GONE }             },
  { 412, { ANSWER_OVERTAKEN, ANSWER_OVERTAKEN, ANSWER_OVERTAKEN } },
  { 429, { ANSWER_WAIT, ANSWER_WAIT, ANSWER_WAIT }                },
};

/* One operation with what the service answered, for the store's thread. */
typedef struct {
  TorgOperation *operation;
  Answer answer;
  JsonObject *document; /* of the service; NULL if it has none */
  char *reason;
} Outcome;

static Answer
answer_of (guint status, TorgVerb verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].status == status)
      return table[i].answers[verb];
  return status < 500 ? ANSWER_REFUSED : ANSWER_WAIT;
}

/* Its organisation may change a record beside the one who made it. */
static JsonObject *
permissions_of (const TorgOperation *operation)
{
  g_autofree char *group = NULL;
  JsonObject *permissions;
  JsonArray *writers;

  if (!g_str_equal (operation->bucket, TORG_FORUM))
    group = g_strconcat (TORG_FORUM_GROUPS, operation->bucket, NULL);
  else if (operation->steward != NULL)
    group = g_strconcat (TORG_FORUM_GROUPS TORG_ROOM_PREFIX, operation->steward, NULL);
  if (group == NULL)
    return NULL;
  permissions = json_object_new ();
  writers = json_array_new ();
  json_array_add_string_element (writers, group);
  json_object_set_array_member (permissions, "write", writers);
  return permissions;
}

/* The changed members alone, so that others' go untouched, or the whole where patches are not understood. */
static JsonObject *
data_of (TorgSync *self, const TorgOperation *operation)
{
  JsonObject *data = operation->verb == TORG_VERB_CHANGE && self->patches
                       ? torg_json_diff (operation->base, operation->document)
                       : torg_json_object_copy (operation->document);

  json_object_remove_member (data, "last_modified");
  return data;
}

static JsonObject *
body_of (TorgSync *self, const TorgOperation *operation)
{
  JsonObject *body = json_object_new ();
  JsonObject *permissions = operation->verb == TORG_VERB_CREATE ? permissions_of (operation) : NULL;

  json_object_set_object_member (body, "data", data_of (self, operation));
  if (permissions != NULL)
    json_object_set_object_member (body, "permissions", permissions);
  return body;
}

static JsonObject *
headers_of (TorgSync *self, const TorgOperation *operation)
{
  JsonObject *headers = json_object_new ();
  g_autofree char *revision = g_strdup_printf (
    "\"%" G_GINT64_FORMAT "\"", torg_json_get_int (operation->base, "last_modified", 0));

  if (operation->verb == TORG_VERB_CREATE)
    json_object_set_string_member (headers, "If-None-Match", "*");
  else
    json_object_set_string_member (headers, "If-Match", revision);
  if (operation->verb == TORG_VERB_CHANGE && self->patches)
    json_object_set_string_member (headers, "Content-Type", "application/merge-patch+json");
  return headers;
}

static const char *
method_of (TorgSync *self, TorgVerb verb)
{
  if (verb == TORG_VERB_DELETE)
    return "DELETE";
  return verb == TORG_VERB_CHANGE && self->patches ? "PATCH" : "PUT";
}

static JsonObject *
request_of (TorgSync *self, const TorgOperation *operation)
{
  g_autofree char *path = g_strdup_printf ("/buckets/%s/collections/%s/records/%s",
                                           operation->bucket, operation->collection, operation->id);
  JsonObject *request = json_object_new ();

  json_object_set_string_member (request, "method", method_of (self, operation->verb));
  json_object_set_string_member (request, "path", path);
  json_object_set_object_member (request, "headers", headers_of (self, operation));
  if (operation->verb != TORG_VERB_DELETE)
    json_object_set_object_member (request, "body", body_of (self, operation));
  return request;
}

/* What the service says is wrong: the field, if it names one, and its words. */
static char *
reason_of (guint status, JsonObject *body)
{
  JsonNode *details = body ? json_object_get_member (body, "details") : NULL;
  const char *message = torg_json_get_string (body, "message");
  JsonNode *first = NULL;
  const char *field = NULL;

  if (details != NULL && JSON_NODE_HOLDS_ARRAY (details) &&
      json_array_get_length (json_node_get_array (details)) > 0)
    first = json_array_get_element (json_node_get_array (details), 0);
  if (first != NULL && JSON_NODE_HOLDS_OBJECT (first))
    field = torg_json_get_string (json_node_get_object (first), "name");
  return g_strdup_printf ("%u %s%s%s", status, field ? field : "", field ? ": " : "",
                          message ? message : "");
}

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->document, json_object_unref);
  g_free (outcome->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static gboolean
record_outcome (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Outcome *outcome = data;

  switch (outcome->answer) {
  case ANSWER_DONE:
    return torg_store_operation_done (store, outcome->operation, outcome->document, changes, error);
  case ANSWER_OVERTAKEN:
    return torg_store_operation_overtaken (store, outcome->operation, outcome->document, changes,
                                           error);
  case ANSWER_GONE:
    return torg_store_operation_gone (store, outcome->operation, changes, error);
  case ANSWER_REFUSED:
    return torg_store_operation_refused (store, outcome->operation, outcome->reason, changes,
                                         error);
  case ANSWER_SIGN_IN:
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_SIGN_IN, "the service asks for a sign-in");
    return FALSE;
  case ANSWER_WAIT:
  default:
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_WAIT, "the service could not do it now");
    return FALSE;
  }
}

/* The record as it is now, where the answer did not bring it. */
static JsonObject *
fetch_existing (TorgSync *self,
                const TorgOperation *operation,
                gboolean *gone,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *path = g_strdup_printf ("/buckets/%s/collections/%s/records/%s",
                                           operation->bucket, operation->collection, operation->id);
  g_autoptr (TorgHttpAnswer) answer =
    torg_http_send (self->http, "GET", path, NULL, cancellable, error);
  g_autoptr (JsonObject) body = answer ? torg_http_answer_parse (answer, error) : NULL;
  JsonObject *data = torg_json_get_object (body, "data");

  *gone = answer != NULL && answer->status == 404;
  return data ? json_object_ref (data) : NULL;
}

static gboolean
complete_overtaken (TorgSync *self,
                    Outcome *outcome,
                    JsonObject *body,
                    GCancellable *cancellable,
                    GError **error)
{
  JsonObject *existing = torg_json_get_object (torg_json_get_object (body, "details"), "existing");
  gboolean gone = FALSE;

  /* Kinto may cut what it shows of the record, so it counts only when it is whole. */
  if (existing != NULL && json_object_has_member (existing, "last_modified") &&
      json_object_get_size (existing) > 2)
    outcome->document = json_object_ref (existing);
  else
    outcome->document = fetch_existing (self, outcome->operation, &gone, cancellable, error);
  if (gone)
    outcome->answer = ANSWER_GONE;
  else if (outcome->document == NULL && error != NULL && *error == NULL)
    outcome->answer = ANSWER_REFUSED;
  return error == NULL || *error == NULL;
}

static gboolean
take_answer (TorgSync *self,
             TorgOperation *operation,
             JsonObject *response,
             GCancellable *cancellable,
             GError **error)
{
  g_auto (Outcome) outcome = { .operation = operation };
  guint status = (guint) torg_json_get_int (response, "status", 0);
  JsonObject *body = torg_json_get_object (response, "body");
  JsonObject *data = torg_json_get_object (body, "data");
  g_autoptr (GError) problem = NULL;

  outcome.answer = answer_of (status, operation->verb);
  outcome.reason = reason_of (status, body);
  if (outcome.answer == ANSWER_DONE && operation->verb != TORG_VERB_DELETE && data != NULL)
    outcome.document = json_object_ref (data);
  if (outcome.answer == ANSWER_OVERTAKEN &&
      !complete_overtaken (self, &outcome, body, cancellable, &problem)) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  return torg_sync_store (self, record_outcome, &outcome, error);
}

typedef struct {
  guint most;
  GPtrArray *operations;
} Batch;

static gboolean
take_batch (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Batch *batch = data;

  batch->operations = torg_store_freeze_batch (store, batch->most, error);
  return batch->operations != NULL;
}

static gboolean
send_batch (TorgSync *self, GPtrArray *operations, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonArray) requests = json_array_new ();
  g_autoptr (JsonArray) responses = NULL;

  for (guint i = 0; i < operations->len; i++)
    json_array_add_object_element (requests, request_of (self, operations->pdata[i]));
  responses = torg_sync_batch (self, requests, cancellable, error);
  for (guint i = 0; responses != NULL && i < operations->len; i++) {
    JsonNode *response = json_array_get_element (responses, i);

    if (!JSON_NODE_HOLDS_OBJECT (response)) {
      g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_PROTOCOL, "a batch holds an odd answer");
      return FALSE;
    }
    if (!take_answer (self, operations->pdata[i], json_node_get_object (response), cancellable,
                      error))
      return FALSE;
  }
  return responses != NULL;
}

/* Sends what waits until nothing does. Each round ends some operations or changes what they are. */
gboolean
torg_sync_push (TorgSync *self, GCancellable *cancellable, GError **error)
{
  for (;;) {
    Batch batch = { self->batch_max, NULL };
    g_autoptr (GPtrArray) operations = NULL;

    if (!torg_sync_store (self, take_batch, &batch, error))
      return FALSE;
    operations = batch.operations;
    if (operations->len == 0)
      return TRUE;
    if (!send_batch (self, operations, cancellable, error))
      return FALSE;
  }
}
