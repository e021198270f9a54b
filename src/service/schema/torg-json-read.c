/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json-rule.h"

/* What the value of a keyword must be, and making it ready. */

/* Before a pattern: how often it may be tried at one place, however it was written. */
#define PATTERN_LIMITS "(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=1000)"

gboolean
torg_json_read_any (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return TRUE;
}

gboolean
torg_json_read_number (TorgJsonReader *reader, TorgJsonRule *rule)
{
  char type = torg_json_type (rule->value);

  if (type != 'i' && type != 'n')
    return FALSE;
  rule->number = torg_json_number (rule->value);
  return TRUE;
}

gboolean
torg_json_read_positive (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return torg_json_read_number (reader, rule) && rule->number > 0;
}

gboolean
torg_json_read_count (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return torg_json_type (rule->value) == 'i' && torg_json_read_number (reader, rule) &&
         rule->number >= 0;
}

gboolean
torg_json_read_list (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return torg_json_type (rule->value) == 'a';
}

gboolean
torg_json_read_flag (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return torg_json_type (rule->value) == 'b';
}

static gboolean
are_texts (JsonNode *list)
{
  JsonArray *array = torg_json_type (list) == 'a' ? json_node_get_array (list) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    if (torg_json_type (json_array_get_element (array, i)) != 's')
      return FALSE;
  }
  return array != NULL;
}

gboolean
torg_json_read_texts (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return are_texts (rule->value);
}

gboolean
torg_json_read_types (TorgJsonReader *reader, TorgJsonRule *rule)
{
  JsonArray *array = NULL;

  if (torg_json_type (rule->value) == 's')
    return torg_json_is_type (NULL, json_node_get_string (rule->value));
  if (!are_texts (rule->value))
    return FALSE;
  array = json_node_get_array (rule->value);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (!torg_json_is_type (NULL, json_array_get_string_element (array, i)))
      return FALSE;
  }
  return json_array_get_length (array) > 0;
}

static gboolean
add_schema (TorgJsonReader *reader, TorgJsonRule *rule, JsonNode *node)
{
  TorgSubschema *schema = torg_json_reader_add (reader, node);

  if (rule->schemas == NULL)
    rule->schemas = g_ptr_array_new ();
  if (schema != NULL)
    g_ptr_array_add (rule->schemas, schema);
  return schema != NULL;
}

gboolean
torg_json_read_schema (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return add_schema (reader, rule, rule->value);
}

gboolean
torg_json_read_schemas (TorgJsonReader *reader, TorgJsonRule *rule)
{
  JsonArray *array = NULL;

  if (torg_json_type (rule->value) != 'a')
    return FALSE;
  array = json_node_get_array (rule->value);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (!add_schema (reader, rule, json_array_get_element (array, i)))
      return FALSE;
  }
  return json_array_get_length (array) > 0;
}

gboolean
torg_json_read_items (TorgJsonReader *reader, TorgJsonRule *rule)
{
  JsonNode *value = rule->value;

  if (torg_json_type (value) == 'a' && json_array_get_length (json_node_get_array (value)) == 0)
    return TRUE;
  return torg_json_type (value) == 'a' ? torg_json_read_schemas (reader, rule)
                                       : torg_json_read_schema (reader, rule);
}

static gboolean
add_pattern (TorgJsonRule *rule, const char *pattern)
{
  g_autofree char *limited = g_strconcat (PATTERN_LIMITS, pattern, NULL);
  GRegex *regex = g_regex_new (limited, G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT, NULL);

  if (rule->patterns == NULL)
    rule->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  if (regex != NULL)
    g_ptr_array_add (rule->patterns, regex);
  return regex != NULL;
}

gboolean
torg_json_read_pattern (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return torg_json_type (rule->value) == 's' &&
         add_pattern (rule, json_node_get_string (rule->value));
}

/* An object of schemas; where one of texts will do as well, as in `dependencies`, those stay as they are. */
static gboolean
read_members (TorgJsonReader *reader, TorgJsonRule *rule, gboolean patterns, gboolean texts)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  if (torg_json_type (rule->value) != 'o')
    return FALSE;
  rule->names = g_hash_table_new (g_str_hash, g_str_equal);
  json_object_iter_init_ordered (&iter, json_node_get_object (rule->value));
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    if (texts && are_texts (member))
      continue;
    if (!add_schema (reader, rule, member) || (patterns && !add_pattern (rule, name)))
      return FALSE;
    g_hash_table_insert (rule->names, (char *) name,
                         g_ptr_array_index (rule->schemas, rule->schemas->len - 1));
  }
  return TRUE;
}

gboolean
torg_json_read_properties (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return read_members (reader, rule, FALSE, FALSE);
}

gboolean
torg_json_read_patterns (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return read_members (reader, rule, TRUE, FALSE);
}

gboolean
torg_json_read_dependencies (TorgJsonReader *reader, TorgJsonRule *rule)
{
  return read_members (reader, rule, FALSE, TRUE);
}
