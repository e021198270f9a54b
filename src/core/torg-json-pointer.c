/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"

/**
 * torg_json_pointer_unescape:
 * @segment: a segment of a JSON pointer (RFC 6901)
 * @length: how many bytes it has
 *
 * Any thread. Returns: (transfer full): the name it stands for, with ~1 and ~0 undone
 */
char *
torg_json_pointer_unescape (const char *segment, gsize length)
{
  GString *name = g_string_new_len (segment, (gssize) length);

  g_string_replace (name, "~1", "/", 0);
  g_string_replace (name, "~0", "~", 0);
  return g_string_free_and_steal (name);
}

/**
 * torg_json_pointer_step:
 * @node: any node
 * @name: the name of a member, or the number of an element
 *
 * Any thread. Returns: (transfer none) (nullable): what has that name in @node
 */
JsonNode *
torg_json_pointer_step (JsonNode *node, const char *name)
{
  guint64 index = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), name);
  if (!JSON_NODE_HOLDS_ARRAY (node) ||
      !g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT, &index, NULL) ||
      index >= json_array_get_length (json_node_get_array (node)))
    return NULL;
  return json_array_get_element (json_node_get_array (node), (guint) index);
}
