/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-default-bucket.h"

#include <string.h>

#include "torg-secret.h"
#include "torg-uuid.h"

/**
 * torg_default_bucket_dup_id:
 *
 * Returns: (transfer full) (nullable): the id of the caller's own bucket, always the same; %NULL for
 *   who is not signed in, or where nobody has one
 */
char *
torg_default_bucket_dup_id (TorgService *service, const TorgCaller *caller)
{
  g_autofree char *digest = NULL;

  if (caller->user == NULL || !torg_service_get_settings (service)->default_bucket)
    return NULL;
  digest = torg_secret_digest (torg_service_get_secret (service), caller->user);
  return torg_uuid_from_digest (digest);
}

/**
 * torg_default_bucket_enter:
 * @call: a call whose path was read
 * @refusal: (out): a 401 to who is not signed in; a 405 where nothing may be changed
 *
 * Puts the caller's own bucket where the path says `default`.
 *
 * Returns: whether to go on
 */
gboolean
torg_default_bucket_enter (TorgCall *call, TorgAnswer **refusal)
{
  if (!call->settings->default_bucket ||
      g_strcmp0 (torg_call_get_bucket (call), TORG_DEFAULT_BUCKET) != 0)
    return TRUE;
  if (call->request->caller->user == NULL || call->settings->readonly) {
    *refusal = torg_fault_new (call->settings->readonly ? TORG_FAULT_METHOD : TORG_FAULT_SIGN_IN,
                               NULL, NULL);
    return FALSE;
  }
  g_free (call->segments[1]);
  call->segments[1] = torg_default_bucket_dup_id (call->service, call->request->caller);
  call->in_default_bucket = TRUE;
  return TRUE;
}

/* The object is created as if its owner had, with all that goes with it. */
static gboolean
create (TorgCall *call, const char *uri, TorgAnswer **refusal)
{
  g_autoptr (TorgCaller) caller = torg_caller_new_trusted (call->request->caller->user);
  g_autofree char *path = g_strconcat ("/v1", uri, NULL);
  g_autoptr (TorgRequest) request = torg_request_new (TORG_METHOD_PUT, path, caller);
  g_autoptr (TorgAnswer) answer = torg_service_dispatch (call->service, request);

  if (answer->status < 300)
    return TRUE;
  *refusal = g_steal_pointer (&answer);
  return FALSE;
}

/* Whether an object is there is told by the list that comes with it. */
static gboolean
is_missing (TorgCall *call, const char *uri, const char *list, gboolean *missing, GError **error)
{
  g_autofree char *path = g_strconcat (uri, list, NULL);
  g_autoptr (GError) failure = NULL;
  gint64 timestamp = 0;

  *missing = FALSE;
  if (torg_storage_get_list_timestamp (call->storage, path, &timestamp, &failure))
    return TRUE;
  *missing = g_error_matches (failure, TORG_STORAGE_ERROR, TORG_STORAGE_ERROR_NOT_FOUND);
  if (!*missing)
    g_propagate_error (error, g_steal_pointer (&failure));
  return *missing;
}

static gboolean
create_missing (TorgCall *call, TorgAnswer **refusal)
{
  static const struct {
    TorgResourceKind kind;
    const char *list;
  } implicit[] = {
    { TORG_RESOURCE_BUCKET,     "/collections" },
    { TORG_RESOURCE_COLLECTION, "/records"     },
  };
  gboolean puts = call->request->method == TORG_METHOD_PUT;

  for (guint i = 0; i < G_N_ELEMENTS (implicit); i++) {
    const char *uri = call->uris[implicit[i].kind];
    gboolean is_itself = call->id != NULL && call->route->resource == implicit[i].kind;
    g_autoptr (GError) error = NULL;
    gboolean missing = FALSE;

    if (uri == NULL || (puts && is_itself))
      continue;
    if (!is_missing (call, uri, implicit[i].list, &missing, &error)) {
      *refusal = torg_fault_storage (error);
      return FALSE;
    }
    if (missing && !create (call, uri, refusal))
      return FALSE;
  }
  return TRUE;
}

/* What only reads comes without a transaction. */
static gboolean
create_in_transaction (TorgCall *call, TorgAnswer **refusal)
{
  g_autoptr (GError) error = NULL;

  if (torg_service_begin (call->service, &error)) {
    if (!create_missing (call, refusal)) {
      torg_service_rollback (call->service);
      return FALSE;
    }
    if (torg_service_commit (call->service, &error))
      return TRUE;
  }
  *refusal = torg_fault_storage (error);
  return FALSE;
}

/**
 * torg_default_bucket_ensure:
 * @call: a call whose places are known
 * @refusal: (out): why it cannot go on
 *
 * Creates the caller's own bucket, and the collection asked for in it, where they are missing.
 *
 * Returns: whether they are there
 */
gboolean
torg_default_bucket_ensure (TorgCall *call, TorgAnswer **refusal)
{
  if (!call->in_default_bucket)
    return TRUE;
  if (torg_call_is_safe (call) && !call->request->nested)
    return create_in_transaction (call, refusal);
  return create_missing (call, refusal);
}
