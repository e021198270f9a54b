/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-body.h"

#include <string.h>

#include "torg-json.h"

/* The permission's principals must be a list of texts; null takes it away in a merge patch. */
static gboolean
check_permission (TorgCall *call,
                  const char *permission,
                  JsonNode *principals,
                  TorgAnswer **refusal)
{
  g_autofree char *name = g_strconcat ("permissions.", permission, NULL);
  JsonArray *list = NULL;

  if (!g_strv_contains (call->resource->permissions, permission)) {
    g_autofree char *known = g_strjoinv (", ", (char **) call->resource->permissions);

    *refusal =
      torg_fault_invalid ("body", "permissions", "\"%s\" is not one of %s", permission, known);
    return FALSE;
  }
  if (JSON_NODE_HOLDS_NULL (principals))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (principals)) {
    *refusal = torg_fault_invalid ("body", name, "It must be a list of principals");
    return FALSE;
  }
  list = json_node_get_array (principals);
  for (guint i = 0; i < json_array_get_length (list); i++) {
    if (json_node_get_value_type (json_array_get_element (list, i)) != G_TYPE_STRING) {
      *refusal = torg_fault_invalid ("body", name, "Each principal must be a text");
      return FALSE;
    }
  }
  return TRUE;
}

/**
 * torg_body_check_permissions:
 * @permissions: (nullable): permission names with their principals
 * @refusal: (out): a 400 that names the permission
 *
 * Returns: whether they may be granted on this kind of object
 */
gboolean
torg_body_check_permissions (TorgCall *call, JsonObject *permissions, TorgAnswer **refusal)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *principals = NULL;

  if (permissions == NULL)
    return TRUE;
  json_object_iter_init (&iter, permissions);
  while (json_object_iter_next (&iter, &name, &principals)) {
    if (!check_permission (call, name, principals, refusal))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_members (JsonObject *body, TorgAnswer **refusal)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  json_object_iter_init (&iter, body);
  while (json_object_iter_next (&iter, &name, &node)) {
    if (strcmp (name, "data") != 0 && strcmp (name, "permissions") != 0) {
      *refusal = torg_fault_invalid ("body", "", "Unrecognized keys in mapping: \"%s\"", name);
      return FALSE;
    }
    if (!JSON_NODE_HOLDS_OBJECT (node)) {
      *refusal = torg_fault_invalid ("body", name, "It must be an object");
      return FALSE;
    }
  }
  return TRUE;
}

/**
 * torg_body_read:
 * @data: (out) (nullable) (transfer none): what the object shall say
 * @permissions: (out) (nullable) (transfer none): who may do what with it
 * @refusal: (out): a 400 that names the member
 *
 * Takes apart the body of a POST, PUT or PATCH. No body counts as an empty object.
 *
 * Returns: whether it makes sense
 */
gboolean
torg_body_read (TorgCall *call, JsonObject **data, JsonObject **permissions, TorgAnswer **refusal)
{
  JsonObject *body = torg_call_get_body (call);

  *data = NULL;
  *permissions = NULL;
  if (call->body == NULL)
    return TRUE;
  if (body == NULL) {
    *refusal = torg_fault_invalid ("body", "", "The body must be an object");
    return FALSE;
  }
  if (!check_members (body, refusal))
    return FALSE;
  *data = torg_json_get_object (body, "data");
  *permissions = torg_json_get_object (body, "permissions");
  return torg_body_check_permissions (call, *permissions, refusal);
}
