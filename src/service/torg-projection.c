/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-projection.h"

#include <string.h>

#include "torg-json.h"

/* Copies one member, following dots into members of members; beside an object a dot means nothing. */
static void
copy_field (JsonObject *from, JsonObject *to, const char *field)
{
  const char *dot = strchr (field, '.');
  g_autofree char *name = dot == NULL ? g_strdup (field) : g_strndup (field, (gsize) (dot - field));
  JsonNode *node = json_object_get_member (from, name);
  JsonObject *inner = NULL;

  if (node == NULL)
    return;
  if (dot == NULL || !JSON_NODE_HOLDS_OBJECT (node)) {
    json_object_set_member (to, name, json_node_copy (node));
    return;
  }
  inner = torg_json_get_object (to, name);
  if (inner == NULL) {
    inner = json_object_new ();
    json_object_set_object_member (to, name, inner);
  }
  copy_field (json_node_get_object (node), inner, dot + 1);
}

/**
 * torg_projection_apply:
 * @doc: the JSON text of an object
 * @fields: (array zero-terminated=1): the members to keep, with dots into members of members
 *
 * Any thread. Returns: (transfer full): the JSON text with only those
 */
char *
torg_projection_apply (const char *doc, const char *const *fields)
{
  g_autoptr (JsonNode) node = torg_json_parse (doc, strlen (doc), 0, NULL);
  g_autoptr (JsonObject) kept = json_object_new ();

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (doc);
  for (guint i = 0; fields[i] != NULL; i++)
    copy_field (json_node_get_object (node), kept, fields[i]);
  return torg_json_print_object (kept);
}
