/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sync-private.h"

#include "torg-json.h"
#include "torg-pull.h"

#include <string.h>

G_DEFINE_QUARK (torg-sync-error, torg_sync_error)

/* Kinto's own limit, for a service that does not say. */
#define BATCH_MAX 25
/* Groups change seldom. */
#define KNOWN_FOR_US (5 * 60 * G_USEC_PER_SEC)

/**
 * torg_sync_new:
 * @service: the address of the service
 * @account: the name of an account
 * @password: its password
 * @call: how to reach the store
 * @call_data: for @call
 *
 * Belongs to the calling thread.
 *
 * Returns: (transfer full): the client
 */
TorgSync *
torg_sync_new (const char *service,
               const char *account,
               const char *password,
               TorgStoreCall call,
               gpointer call_data)
{
  TorgSync *self = g_new0 (TorgSync, 1);

  self->http = torg_http_new (service, account, password);
  self->call = call;
  self->call_data = call_data;
  return self;
}

/**
 * torg_sync_free:
 * @self: a client
 */
void
torg_sync_free (TorgSync *self)
{
  torg_http_free (self->http);
  g_free (self->groups);
  g_strfreev (self->buckets);
  g_free (self);
}

/**
 * torg_sync_get_wait:
 * @self: a client
 *
 * Returns: for how many seconds the service asked to be left alone; 0 if it did not
 */
gint64
torg_sync_get_wait (TorgSync *self)
{
  return torg_http_get_wait (self->http);
}

gboolean
torg_sync_store (TorgSync *self, TorgStoreFunc func, gpointer data, GError **error)
{
  return self->call (self->call_data, func, data, error);
}

/* Sends requests in one; gives their answers, one for each, in order. */
JsonArray *
torg_sync_batch (TorgSync *self, JsonArray *requests, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonObject) body = json_object_new ();
  g_autofree char *text = NULL;
  g_autoptr (TorgHttpAnswer) answer = NULL;
  g_autoptr (JsonObject) result = NULL;
  JsonArray *responses;

  json_object_set_array_member (body, "requests", json_array_ref (requests));
  text = torg_json_print_object (body);
  answer = torg_http_send (self->http, "POST", "/batch", text, cancellable, error);
  result = answer ? torg_http_answer_parse (answer, error) : NULL;
  if (result == NULL)
    return NULL;
  responses = torg_json_get_array (result, "responses");
  if (answer->status == 200 && responses != NULL &&
      json_array_get_length (responses) == json_array_get_length (requests))
    return json_array_ref (responses);
  g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_PROTOCOL, "a batch was answered with %u",
               answer->status);
  return NULL;
}

/* "" for what is no text: the array is from outside. */
static const char *
text_at (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
}

/* The rooms that one is in, by the groups that one is in; the forum first. */
static GStrv
readable_buckets (JsonArray *principals)
{
  g_autoptr (GStrvBuilder) buckets = g_strv_builder_new ();

  g_strv_builder_add (buckets, TORG_FORUM);
  for (guint i = 0; i < json_array_get_length (principals); i++)
    if (g_str_has_prefix (text_at (principals, i), TORG_FORUM_GROUPS TORG_ROOM_PREFIX))
      g_strv_builder_add (buckets, text_at (principals, i) + strlen (TORG_FORUM_GROUPS));
  return g_strv_builder_end (buckets);
}

static char *
groups_of (JsonArray *principals)
{
  g_autoptr (GString) groups = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (principals); i++)
    if (g_str_has_prefix (text_at (principals, i), TORG_FORUM_GROUPS))
      g_string_append_printf (groups, "%s%s", groups->len > 0 ? " " : "",
                              text_at (principals, i) + strlen (TORG_FORUM_GROUPS));
  return g_string_free (g_steal_pointer (&groups), FALSE);
}

static gboolean
is_member (JsonArray *principals)
{
  for (guint i = 0; i < json_array_get_length (principals); i++)
    if (g_str_equal (text_at (principals, i), TORG_FORUM_GROUPS "members"))
      return TRUE;
  return FALSE;
}

static gboolean
read_hello (TorgSync *self, JsonObject *hello, GError **error)
{
  JsonObject *user = torg_json_get_object (hello, "user");
  JsonArray *principals = torg_json_get_array (user, "principals");
  g_autofree char *groups = principals ? groups_of (principals) : NULL;

  if (torg_json_get_string (hello, "http_api_version") == NULL) {
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_PROTOCOL,
                 "there is no forum at this address");
    return FALSE;
  }
  if (principals == NULL) {
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_SIGN_IN,
                 "the name or the password is not right");
    return FALSE;
  }
  if (!is_member (principals)) {
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_ACCESS, "not a member of the forum");
    return FALSE;
  }
  self->batch_max = (guint) CLAMP (
    torg_json_get_int (torg_json_get_object (hello, "settings"), "batch_max_requests", BATCH_MAX),
    1, 200);
  self->patches =
    torg_json_get_object (torg_json_get_object (hello, "capabilities"), "torg") != NULL;
  g_set_str (&self->groups, groups);
  g_strfreev (self->buckets);
  self->buckets = readable_buckets (principals);
  self->known_until = g_get_monotonic_time () + KNOWN_FOR_US;
  return TRUE;
}

static gboolean
say_hello (TorgSync *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (TorgHttpAnswer) answer = NULL;
  g_autoptr (JsonObject) hello = NULL;

  if (g_get_monotonic_time () < self->known_until)
    return TRUE;
  answer = torg_http_send (self->http, "GET", "/", NULL, cancellable, error);
  hello = answer ? torg_http_answer_parse (answer, error) : NULL;
  return hello != NULL && read_hello (self, hello, error);
}

/* Copies of a room that one may read no longer do not stay on this computer. */
static gboolean
settle_access (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  TorgSync *self = data;
  g_auto (GStrv) kept = torg_store_list_buckets (store, error);

  if (kept == NULL || !torg_store_set_groups (store, self->groups, error))
    return FALSE;
  for (guint i = 0; kept[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) self->buckets, kept[i]) &&
        !torg_store_forget_bucket (store, kept[i], changes, error))
      return FALSE;
  return TRUE;
}

/**
 * torg_sync_run:
 * @self: a client
 * @cancellable: (nullable): to end it early; what was done stays done
 *
 * Sends what waits in the outbox, then fetches what is new. Every step can be repeated: after an
 * error nothing is lost and the next run goes on where this one ended.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_SYNC_ERROR, a %TORG_DB_ERROR or a cancellation
 */
gboolean
torg_sync_run (TorgSync *self, GCancellable *cancellable, GError **error)
{
  if (say_hello (self, cancellable, error) && torg_sync_push (self, cancellable, error) &&
      torg_sync_store (self, settle_access, self, error) &&
      torg_sync_pull (self, cancellable, error))
    return TRUE;
  self->known_until = 0;
  return FALSE;
}
