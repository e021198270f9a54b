/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"

#include <string.h>

G_DEFINE_QUARK (torg-json-error, torg_json_error)

static gboolean
arrays_equal (JsonArray *one, JsonArray *other)
{
  guint length = json_array_get_length (one);

  if (length != json_array_get_length (other))
    return FALSE;
  for (guint i = 0; i < length; i++)
    if (!torg_json_equal (json_array_get_element (one, i), json_array_get_element (other, i)))
      return FALSE;
  return TRUE;
}

static gboolean
objects_equal (JsonObject *one, JsonObject *other)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (json_object_get_size (one) != json_object_get_size (other))
    return FALSE;
  json_object_iter_init (&iter, one);
  while (json_object_iter_next (&iter, &name, &value))
    if (!torg_json_equal (value, json_object_get_member (other, name)))
      return FALSE;
  return TRUE;
}

static gboolean
values_equal (JsonNode *one, JsonNode *other)
{
  GType type = json_node_get_value_type (one);

  if (type != json_node_get_value_type (other))
    return FALSE;
  if (type == G_TYPE_STRING)
    return g_str_equal (json_node_get_string (one), json_node_get_string (other));
  if (type == G_TYPE_INT64)
    return json_node_get_int (one) == json_node_get_int (other);
  if (type == G_TYPE_BOOLEAN)
    return json_node_get_boolean (one) == json_node_get_boolean (other);
  return json_node_get_double (one) == json_node_get_double (other);
}

/**
 * torg_json_equal:
 * @one: (nullable): a node
 * @other: (nullable): another
 *
 * Whether two trees hold the same, whatever the order of members. Any thread.
 *
 * Returns: %TRUE if they do
 */
gboolean
torg_json_equal (JsonNode *one, JsonNode *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  if (JSON_NODE_TYPE (one) != JSON_NODE_TYPE (other))
    return FALSE;
  switch (JSON_NODE_TYPE (one)) {
  case JSON_NODE_OBJECT:
    return objects_equal (json_node_get_object (one), json_node_get_object (other));
  case JSON_NODE_ARRAY:
    return arrays_equal (json_node_get_array (one), json_node_get_array (other));
  case JSON_NODE_VALUE:
    return values_equal (one, other);
  case JSON_NODE_NULL:
  default:
    return TRUE;
  }
}

/**
 * torg_json_object_copy:
 * @object: an object
 *
 * A copy whose members may be set and removed. The objects and arrays in them are shared with
 * @object, so replace such a member rather than change what is in it. Any thread.
 *
 * Returns: (transfer full): the copy
 */
JsonObject *
torg_json_object_copy (JsonObject *object)
{
  g_autoptr (JsonObject) copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (copy, name, json_node_copy (value));
  return g_steal_pointer (&copy);
}

/**
 * torg_json_diff:
 * @from: a document
 * @to: a later one
 *
 * The merge patch (RFC 7396) that turns @from into @to: torg_json_merge_patch() is its inverse,
 * but for members of @to that are null, which no such patch can say. Any thread.
 *
 * Returns: (transfer full): the patch, with no member where the two are equal
 */
JsonObject *
torg_json_diff (JsonObject *from, JsonObject *to)
{
  g_autoptr (JsonObject) patch = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!json_object_has_member (to, name))
      json_object_set_null_member (patch, name);
  json_object_iter_init_ordered (&iter, to);
  while (json_object_iter_next_ordered (&iter, &name, &value)) {
    JsonNode *before = json_object_get_member (from, name);

    if (torg_json_equal (before, value))
      continue;
    if (before != NULL && JSON_NODE_HOLDS_OBJECT (before) && JSON_NODE_HOLDS_OBJECT (value))
      json_object_set_object_member (
        patch, name, torg_json_diff (json_node_get_object (before), json_node_get_object (value)));
    else
      json_object_set_member (patch, name, json_node_copy (value));
  }
  return g_steal_pointer (&patch);
}

/**
 * torg_json_merge_patch:
 * @target: (nullable): the document to change; %NULL counts as an empty one
 * @patch: what to change, by RFC 7396: null removes, an object goes deeper, all else replaces
 *
 * Any thread. @target is left as it is.
 *
 * Returns: (transfer full): the changed document
 */
JsonObject *
torg_json_merge_patch (JsonObject *target, JsonObject *patch)
{
  g_autoptr (JsonObject) result = target ? torg_json_object_copy (target) : json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, patch);
  while (json_object_iter_next_ordered (&iter, &name, &value)) {
    if (JSON_NODE_HOLDS_NULL (value))
      json_object_remove_member (result, name);
    else if (JSON_NODE_HOLDS_OBJECT (value))
      json_object_set_object_member (
        result, name,
        torg_json_merge_patch (torg_json_get_object (result, name), json_node_get_object (value)));
    else
      json_object_set_member (result, name, json_node_copy (value));
  }
  return g_steal_pointer (&result);
}

/**
 * torg_json_get_string:
 * @object: (nullable): an object from outside
 * @member: a member's name
 *
 * Any thread. Returns: (nullable) (transfer none): its text; %NULL if absent or of another type
 */
const char *
torg_json_get_string (JsonObject *object, const char *member)
{
  JsonNode *node = object ? json_object_get_member (object, member) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * torg_json_get_int:
 * @object: (nullable): an object from outside
 * @member: a member's name
 * @otherwise: the answer when it is absent or not an integer
 *
 * Any thread. Returns: the integer
 */
gint64
torg_json_get_int (JsonObject *object, const char *member, gint64 otherwise)
{
  JsonNode *node = object ? json_object_get_member (object, member) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return otherwise;
  return json_node_get_int (node);
}

/**
 * torg_json_get_object:
 * @object: (nullable): an object from outside
 * @member: a member's name
 *
 * Any thread. Returns: (nullable) (transfer none): the object; %NULL if absent or of another type
 */
JsonObject *
torg_json_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = object ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * torg_json_get_array:
 * @object: (nullable): an object from outside
 * @member: a member's name
 *
 * Any thread. Returns: (nullable) (transfer none): the array; %NULL if absent or of another type
 */
JsonArray *
torg_json_get_array (JsonObject *object, const char *member)
{
  JsonNode *node = object ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}
