/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-write.h"

#include <string.h>

#include "torg-access.h"
#include "torg-attachment.h"
#include "torg-history.h"
#include "torg-json.h"
#include "torg-uuid.h"

/* The end of the year 9999, in milliseconds. */
#define LAST_TIMESTAMP G_GINT64_CONSTANT (253402300799999)

/* A timestamp in the data counts for administrators, and only where it is newer than the object. */
static gint64
wanted_timestamp (TorgCall *call, JsonObject *data)
{
  gint64 wanted = torg_json_get_int (data, "last_modified", 0);

  if (!torg_call_sets_timestamps (call) || wanted <= call->existing.last_modified ||
      wanted > LAST_TIMESTAMP)
    return 0;
  return wanted;
}

static gboolean
set_grants (TorgCall *call, const char *uri, JsonObject *permissions, GError **error)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (permissions == NULL)
    return TRUE;
  json_object_iter_init (&iter, permissions);
  while (json_object_iter_next (&iter, &name, &node)) {
    g_autoptr (GStrvBuilder) principals = g_strv_builder_new ();
    g_auto (GStrv) list = NULL;
    JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

    for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
      g_strv_builder_add (principals, json_array_get_string_element (array, i));
    list = g_strv_builder_end (principals);
    if (!torg_storage_set_grants (call->storage, uri, name, (const char *const *) list, error))
      return FALSE;
  }
  return TRUE;
}

/*
 * Whoever creates an object may write to it from then on. Kinto gives that to whoever changes it as well;
 * here only to those who name its permissions, so that they do not shut themselves out: what somebody
 * may do as a member of a group is not to outlast the membership.
 */
static gboolean
keeps_owner (TorgCall *call, JsonObject *permissions)
{
  return call->existing.id == NULL || permissions != NULL;
}

static char *
owner_of (TorgCall *call, const char *id)
{
  const TorgCaller *caller = call->request->caller;

  if (call->route->resource == TORG_RESOURCE_ACCOUNT)
    return g_strconcat (TORG_ACCOUNT_PREFIX, id, NULL);
  if (caller->trusted || caller->user != NULL)
    return g_strdup (caller->user);
  return g_strdup ("system.Everyone");
}

static gboolean
add_writer (TorgCall *call, const char *uri, const char *owner, gboolean alone, GError **error)
{
  g_autoptr (GPtrArray) grants = alone ? NULL : torg_storage_get_grants (call->storage, uri, error);
  g_autoptr (GStrvBuilder) writers = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (grants == NULL && !alone)
    return FALSE;
  for (guint i = 0; !alone && i < grants->len; i++) {
    const TorgGrant *grant = g_ptr_array_index (grants, i);

    if (strcmp (grant->permission, "write") != 0)
      continue;
    if (strcmp (grant->principal, owner) == 0)
      return TRUE;
    g_strv_builder_add (writers, grant->principal);
  }
  g_strv_builder_add (writers, owner);
  list = g_strv_builder_end (writers);
  return torg_storage_set_grants (call->storage, uri, "write", (const char *const *) list, error);
}

/* All the permissions of an object that is new and was given none. */
static GPtrArray *
only_writer (const char *owner)
{
  GPtrArray *grants = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_grant_free);

  g_ptr_array_add (grants, torg_grant_new ("write", owner));
  return grants;
}

/* The next timestamp of the call's list, which has changed by that. */
static gboolean
take_timestamp (TorgCall *call, gint64 wanted, gint64 *last_modified, GError **error)
{
  if (!torg_storage_take_timestamp (call->storage, call->list, wanted, last_modified, error))
    return FALSE;
  torg_list_changes_add (torg_service_get_changes (call->service), call->list, *last_modified);
  return TRUE;
}

/* A new object may get its id only now. */
static const char *
uri_of (TorgCall *call, const TorgObject *object)
{
  char **uri = &call->uris[call->route->resource];

  if (*uri == NULL)
    *uri = g_strconcat (call->list, "/", object->id, NULL);
  return *uri;
}

static gboolean
store (TorgCall *call,
       JsonObject *data,
       JsonObject *permissions,
       gint64 wanted,
       TorgObject *written,
       GError **error)
{
  gboolean alone = call->existing.id == NULL && permissions == NULL;
  const char *uri = NULL;
  g_autofree char *owner = NULL;

  if (!take_timestamp (call, wanted, &written->last_modified, error))
    return FALSE;
  written->id = call->id != NULL ? g_strdup (call->id) : torg_uuid_new ();
  json_object_set_string_member (data, "id", written->id);
  json_object_set_int_member (data, "last_modified", written->last_modified);
  written->doc = torg_json_print_object (data);
  uri = uri_of (call, written);
  owner = keeps_owner (call, permissions) ? owner_of (call, written->id) : NULL;
  g_clear_pointer (&call->grants, g_ptr_array_unref);
  if (!torg_storage_put (call->storage, call->list, written, error) ||
      !set_grants (call, uri, permissions, error) ||
      (owner != NULL && !add_writer (call, uri, owner, alone, error)))
    return FALSE;
  if (owner != NULL && alone)
    call->grants = only_writer (owner);
  return TRUE;
}

/**
 * torg_write_object:
 * @data: (transfer none): what the object shall say; id and timestamp are set in it
 * @permissions: (nullable): those to replace
 * @written: (out): the object as it is now
 * @refusal: (out): why not
 *
 * Creates the object that the call names, or writes over it.
 *
 * Returns: whether it was written
 */
gboolean
torg_write_object (TorgCall *call,
                   JsonObject *data,
                   JsonObject *permissions,
                   TorgObject *written,
                   TorgAnswer **refusal)
{
  const TorgResource *resource = call->resource;
  TorgAction action = call->existing.id == NULL ? TORG_ACTION_CREATE : TORG_ACTION_UPDATE;
  gint64 wanted = wanted_timestamp (call, data);
  g_autoptr (GError) error = NULL;

  if (resource->check != NULL && !resource->check (call, data, refusal))
    return FALSE;
  if (!store (call, data, permissions, wanted, written, &error) ||
      (resource->changed != NULL && !resource->changed (call, written, data, &error)) ||
      !torg_history_add (call, action, written, wanted > 0, &error)) {
    *refusal = torg_fault_storage (error);
    return FALSE;
  }
  return TRUE;
}

static gboolean
bury (TorgCall *call, gint64 wanted, TorgObject *tombstone, GError **error)
{
  g_autofree char *uri = g_strconcat (call->list, "/", tombstone->id, NULL);

  if (!take_timestamp (call, wanted, &tombstone->last_modified, error))
    return FALSE;
  tombstone->doc = torg_tombstone_print (tombstone);
  return torg_storage_put (call->storage, call->list, tombstone, error) &&
         torg_attachments_forget (call, uri, error) &&
         torg_storage_drop (call->storage, uri, error) &&
         (call->resource->changed == NULL ||
          call->resource->changed (call, tombstone, NULL, error)) &&
         torg_history_add (call, TORG_ACTION_DELETE, tombstone, wanted > 0, error);
}

/**
 * torg_write_tombstone:
 * @object: what to delete
 * @wanted: a timestamp that was asked for, or 0
 * @tombstone: (out): what stands in its place
 * @refusal: (out): why not
 *
 * Deletes an object with all that stands in it.
 *
 * Returns: whether it was deleted
 */
gboolean
torg_write_tombstone (TorgCall *call,
                      const TorgObject *object,
                      gint64 wanted,
                      TorgObject *tombstone,
                      TorgAnswer **refusal)
{
  g_autoptr (GError) error = NULL;

  tombstone->id = g_strdup (object->id);
  tombstone->deleted = TRUE;
  if (wanted <= object->last_modified || !torg_call_sets_timestamps (call))
    wanted = 0;
  if (bury (call, wanted, tombstone, &error))
    return TRUE;
  *refusal = torg_fault_storage (error);
  return FALSE;
}

static void
append_permissions (GString *body, GPtrArray *grants)
{
  g_autofree char *text = torg_grants_print (grants);

  g_string_append_printf (body, ",\"permissions\":%s", text);
}

/**
 * torg_write_answer_data:
 * @text: the JSON text of what to send
 *
 * Returns: (transfer full): an answer with @text as data, and the object's permissions for its owners
 */
TorgAnswer *
torg_write_answer_data (TorgCall *call, guint status, gint64 last_modified, const char *text)
{
  TorgAnswer *answer = torg_answer_new (status);
  g_autoptr (GError) error = NULL;
  GPtrArray *grants = NULL;

  answer->last_modified = last_modified;
  answer->body = g_string_sized_new (strlen (text) + 256);
  g_string_append (answer->body, "{\"data\":");
  g_string_append (answer->body, text);
  grants = torg_call_get_grants (call, &error);
  if (grants == NULL) {
    torg_answer_free (answer);
    return torg_fault_storage (error);
  }
  if (torg_access_is_owner (call, grants))
    append_permissions (answer->body, grants);
  else
    g_string_append (answer->body, ",\"permissions\":{}");
  g_string_append_c (answer->body, '}');
  return answer;
}

/**
 * torg_write_answer:
 *
 * Returns: (transfer full): an answer with the whole object, as it was stored
 */
TorgAnswer *
torg_write_answer (TorgCall *call, guint status, const TorgObject *object)
{
  uri_of (call, object);
  return torg_write_answer_data (call, status, object->last_modified, object->doc);
}
