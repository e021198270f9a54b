/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-groups.h"

#include <string.h>

#include "torg-forum.h"
#include "torg-json.h"
#include "torg-seed.h"

static gboolean
check_member (JsonNode *member, TorgAnswer **refusal)
{
  const char *principal = NULL;

  if (json_node_get_value_type (member) == G_TYPE_STRING)
    principal = json_node_get_string (member);
  if (principal == NULL) {
    *refusal = torg_fault_invalid ("body", "data.members", "Each member must be a text");
    return FALSE;
  }
  if (!g_str_has_prefix (principal, "/buckets/") && strcmp (principal, "system.Everyone") != 0)
    return TRUE;
  *refusal = torg_fault_invalid ("body", "data.members", "'%s' is not a valid user ID.", principal);
  return FALSE;
}

/**
 * torg_group_check:
 * @data: what a group shall say; members are added where there are none
 * @refusal: (out): a 400
 *
 * Returns: whether every member may be one: users only, not groups and not everyone
 */
gboolean
torg_group_check (TorgCall *call, JsonObject *data, TorgAnswer **refusal)
{
  JsonNode *node = json_object_get_member (data, "members");
  JsonArray *members = NULL;

  if (node == NULL) {
    json_object_set_array_member (data, "members", json_array_new ());
    return TRUE;
  }
  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    *refusal = torg_fault_invalid ("body", "data.members", "It must be a list of users");
    return FALSE;
  }
  members = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (members); i++) {
    if (!check_member (json_array_get_element (members, i), refusal))
      return FALSE;
  }
  return TRUE;
}

static GStrv
members_of (JsonObject *data)
{
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();
  JsonArray *array = data == NULL ? NULL : torg_json_get_array (data, "members");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (members, json_array_get_string_element (array, i));
  return g_strv_builder_end (members);
}

/**
 * torg_group_changed:
 * @object: the group as it is now
 * @data: (nullable): what it says; %NULL where it was deleted
 *
 * Keeps up who is in which group; the group of an organisation brings the organisation's room.
 *
 * Returns: whether all was written
 */
gboolean
torg_group_changed (TorgCall *call, const TorgObject *object, JsonObject *data, GError **error)
{
  g_autofree char *uri = g_strconcat (call->list, "/", object->id, NULL);
  g_auto (GStrv) members = members_of (data);

  if (!torg_storage_set_members (call->storage, uri, (const char *const *) members, error))
    return FALSE;
  if (data == NULL || strcmp (torg_call_get_bucket (call), TORG_FORUM) != 0 ||
      !g_str_has_prefix (object->id, TORG_ROOM_PREFIX))
    return TRUE;
  return torg_seed_room (call->service, object->id + strlen (TORG_ROOM_PREFIX), error);
}

static JsonArray *
without (JsonArray *members, const char *principal)
{
  JsonArray *others = json_array_new ();

  for (guint i = 0; members != NULL && i < json_array_get_length (members); i++) {
    if (g_strcmp0 (json_array_get_string_element (members, i), principal) != 0)
      json_array_add_element (others, json_array_dup_element (members, i));
  }
  return others;
}

/* By the road that every write takes, so that it is told of. */
static gboolean
remove_member (TorgService *service, const char *group, const char *principal, GError **error)
{
  g_autofree char *list = g_path_get_dirname (group);
  g_autoptr (JsonNode) node = NULL;
  g_auto (TorgObject) object = { 0 };
  g_autoptr (JsonObject) data = NULL;

  if (!torg_storage_get (torg_service_get_storage (service), list, strrchr (group, '/') + 1,
                         &object, error))
    return FALSE;
  node = object.doc == NULL ? NULL : torg_json_parse (object.doc, strlen (object.doc), 0, error);
  if (node == NULL)
    return object.doc == NULL;
  data = json_object_new ();
  json_object_set_array_member (
    data, "members",
    without (torg_json_get_array (json_node_get_object (node), "members"), principal));
  return torg_seed_change (service, list, object.id, data, error);
}

/**
 * torg_groups_forget_member:
 * @principal: `account:NAME` of an account that is gone
 *
 * Takes it out of every group, so that another account of the same name does not inherit its access.
 *
 * Returns: whether all was written
 */
gboolean
torg_groups_forget_member (TorgService *service, const char *principal, GError **error)
{
  const char *const principals[] = { principal, NULL };
  g_auto (GStrv) groups =
    torg_storage_get_groups (torg_service_get_storage (service), principals, error);

  for (guint i = 0; groups != NULL && groups[i] != NULL; i++) {
    if (!remove_member (service, groups[i], principal, error))
      return FALSE;
  }
  return groups != NULL;
}
