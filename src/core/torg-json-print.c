/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"

#include <string.h>

/* Letter for letter as json-glib prints, which takes ten times as long. */

/* What most texts come to, so that few are moved while they grow. */
#define USUAL_SIZE 1024

/* Those that are written otherwise in a text; the NUL ends it. */
static const gboolean is_special[256] = {
  [0 ... 0x1f] = TRUE,
  ['"'] = TRUE,
  ['\\'] = TRUE,
  [0x7f] = TRUE,
};

static void
append_escape (GString *text, char byte)
{
  static const char meant[] = "\"\\\b\f\n\r\t";
  static const char plain[] = "\"\\bfnrt";
  const char *found = strchr (meant, byte);

  if (found == NULL) {
    g_string_append_printf (text, "\\u%04x", (guint) byte);
    return;
  }
  g_string_append_c (text, '\\');
  g_string_append_c (text, plain[found - meant]);
}

/**
 * torg_json_append_text:
 * @text: where to print
 * @value: UTF-8
 *
 * Appends a JSON text, with its quotation marks. Any thread.
 */
void
torg_json_append_text (GString *text, const char *value)
{
  const char *from = value;

  g_string_append_c (text, '"');
  for (const char *at = value;; at++) {
    if (!is_special[(guchar) *at])
      continue;
    g_string_append_len (text, from, at - from);
    if (*at == '\0')
      break;
    append_escape (text, *at);
    from = at + 1;
  }
  g_string_append_c (text, '"');
}

static void
append_object (GString *text, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;
  gboolean first = TRUE;

  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value)) {
    if (!first)
      g_string_append_c (text, ',');
    first = FALSE;
    torg_json_append_text (text, name);
    g_string_append_c (text, ':');
    torg_json_append (text, value);
  }
  g_string_append_c (text, '}');
}

static void
append_array (GString *text, JsonArray *array)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (i > 0)
      g_string_append_c (text, ',');
    torg_json_append (text, json_array_get_element (array, i));
  }
  g_string_append_c (text, ']');
}

static void
append_value (GString *text, JsonNode *node)
{
  GType type = json_node_get_value_type (node);
  g_autofree char *theirs = NULL;

  if (type == G_TYPE_STRING) {
    torg_json_append_text (text, json_node_get_string (node));
  } else if (type == G_TYPE_INT64) {
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  } else if (type == G_TYPE_BOOLEAN) {
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  } else {
    theirs = json_to_string (node, FALSE);
    g_string_append (text, theirs);
  }
}

/**
 * torg_json_append:
 * @text: where to print
 * @node: any node
 *
 * Appends compact JSON text, members in the order they were set. Any thread.
 */
void
torg_json_append (GString *text, JsonNode *node)
{
  switch (JSON_NODE_TYPE (node)) {
  case JSON_NODE_OBJECT:
    append_object (text, json_node_get_object (node));
    break;
  case JSON_NODE_ARRAY:
    append_array (text, json_node_get_array (node));
    break;
  case JSON_NODE_VALUE:
    append_value (text, node);
    break;
  case JSON_NODE_NULL:
  default:
    g_string_append (text, "null");
  }
}

/**
 * torg_json_print:
 * @node: any node
 *
 * Compact JSON text, members in the order they were set. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *
torg_json_print (JsonNode *node)
{
  GString *text = g_string_sized_new (USUAL_SIZE);

  torg_json_append (text, node);
  return g_string_free_and_steal (text);
}

/**
 * torg_json_print_object:
 * @object: an object
 *
 * Same as torg_json_print() for an object that has no node. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *
torg_json_print_object (JsonObject *object)
{
  GString *text = g_string_sized_new (USUAL_SIZE);

  append_object (text, object);
  return g_string_free_and_steal (text);
}
