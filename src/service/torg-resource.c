/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-resource.h"

#include <string.h>

#include "torg-account-rules.h"
#include "torg-attachment.h"
#include "torg-call.h"
#include "torg-changes.h"
#include "torg-groups.h"
#include "torg-history.h"
#include "torg-permissions.h"
#include "torg-schemas.h"
#include "torg-storage.h"

/* The lists that come with a new object, and go with it. */
static gboolean
open_lists (TorgCall *call, const TorgObject *object, const char *const *lists, GError **error)
{
  for (guint i = 0; lists[i] != NULL; i++) {
    g_autofree char *list = g_strconcat (call->list, "/", object->id, lists[i], NULL);

    if (!torg_storage_open_list (call->storage, list, object->last_modified, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
bucket_changed (TorgCall *call, const TorgObject *object, JsonObject *data, GError **error)
{
  static const char *const lists[] = { "/groups", "/collections", "/history", NULL };

  return object->deleted || open_lists (call, object, lists, error);
}

static gboolean
collection_changed (TorgCall *call, const TorgObject *object, JsonObject *data, GError **error)
{
  static const char *const lists[] = { "/records", NULL };

  return object->deleted || open_lists (call, object, lists, error);
}

static gboolean
record_check (TorgCall *call, JsonObject *data, TorgAnswer **refusal)
{
  return torg_attachment_check (call, data, refusal) &&
         torg_schemas_check_record (call, data, refusal);
}

static const TorgResource resources[TORG_N_RESOURCES] = {
  [TORG_RESOURCE_BUCKET] = {
    .name = "bucket",
    .list = "buckets",
    .parent = TORG_RESOURCE_ROOT,
    .id_marks = "-_",
    .permissions = { "read", "write", "collection:create", "group:create" },
    .check = torg_schemas_check_bucket,
    .changed = bucket_changed,
  },
  [TORG_RESOURCE_GROUP] = {
    .name = "group",
    .list = "groups",
    .parent = TORG_RESOURCE_BUCKET,
    .id_marks = "-_",
    .permissions = { "read", "write" },
    .check = torg_schemas_check_group,
    .changed = torg_group_changed,
  },
  [TORG_RESOURCE_COLLECTION] = {
    .name = "collection",
    .list = "collections",
    .parent = TORG_RESOURCE_BUCKET,
    .id_marks = "-_",
    .permissions = { "read", "write", "record:create" },
    .check = torg_schemas_check_collection,
    .changed = collection_changed,
  },
  [TORG_RESOURCE_RECORD] = {
    .name = "record",
    .list = "records",
    .parent = TORG_RESOURCE_COLLECTION,
    .id_marks = "-_",
    .permissions = { "read", "write" },
    .check = record_check,
    .changed = torg_attachment_changed,
  },
  [TORG_RESOURCE_ACCOUNT] = {
    .name = "account",
    .list = "accounts",
    .parent = TORG_RESOURCE_ROOT,
    .id_marks = "-_+.@",
    .permissions = { "read", "write" },
    .check = torg_account_check,
    .changed = torg_account_changed,
  },
  [TORG_RESOURCE_HISTORY] = {
    .name = "history",
    .list = "history",
    .parent = TORG_RESOURCE_BUCKET,
    .id_marks = "-",
    .fields = torg_history_fields,
  },
  [TORG_RESOURCE_PERMISSION] = {
    .name = "permission",
    .list = "permissions",
    .parent = TORG_RESOURCE_ROOT,
    .fields = torg_permission_fields,
    .order = "uri",
  },
  [TORG_RESOURCE_CHANGE] = {
    .name = "change",
    .list = "changes",
    .parent = TORG_RESOURCE_ROOT,
    .fields = torg_change_fields,
  },
};

/**
 * torg_resource_get:
 *
 * Returns: (transfer none): what is known of a kind of object
 */
const TorgResource *
torg_resource_get (TorgResourceKind kind)
{
  return &resources[kind];
}

/**
 * torg_resource_kind_of_list:
 * @list: a step of a path, `records`
 *
 * Returns: the kind of object that such a list has, or %TORG_RESOURCE_NONE
 */
TorgResourceKind
torg_resource_kind_of_list (const char *list)
{
  for (guint i = 0; i < TORG_N_RESOURCES; i++) {
    if (g_strcmp0 (resources[i].list, list) == 0)
      return (TorgResourceKind) i;
  }
  return TORG_RESOURCE_NONE;
}

/**
 * torg_resource_is_valid_id:
 * @max: most bytes
 *
 * Returns: whether @id begins with a letter or digit, and goes on with those and a few marks
 */
gboolean
torg_resource_is_valid_id (const TorgResource *self, const char *id, gsize max)
{
  gsize length = strlen (id);

  if (length == 0 || length > max || !g_ascii_isalnum (*id))
    return FALSE;
  for (const char *at = id; *at != '\0'; at++) {
    if (!g_ascii_isalnum (*at) && strchr (self->id_marks, *at) == NULL)
      return FALSE;
  }
  return TRUE;
}
