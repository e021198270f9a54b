/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json-rule.h"

/* What keywords say of objects and their members. */

/* Another schema's word about a member: if it fails, that member is what is wrong. */
static gboolean
try_member (TorgJsonTrial *trial, gpointer schema, const char *name, JsonNode *member)
{
  const char *outer = trial->field;
  gboolean fits = FALSE;

  trial->field = name;
  fits = torg_json_trial_try (trial, schema, member);
  trial->field = outer;
  return fits;
}

gboolean
torg_json_check_properties (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (value));
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    gpointer schema = g_hash_table_lookup (rule->names, name);

    if (schema != NULL && !try_member (trial, schema, name, member))
      return FALSE;
  }
  return TRUE;
}

gboolean
torg_json_check_patterns (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (value));
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    for (guint i = 0; rule->patterns != NULL && i < rule->patterns->len; i++) {
      if (torg_json_rule_matches (trial, rule, i, name) &&
          !try_member (trial, g_ptr_array_index (rule->schemas, i), name, member))
        return FALSE;
    }
  }
  return TRUE;
}

/* Whether the rules beside this one have a word about a member of that name. */
static gboolean
is_named (TorgJsonTrial *trial, const TorgJsonRule *rule, const char *name)
{
  const TorgJsonRule *properties = torg_json_rule_sibling (rule, "properties");
  const TorgJsonRule *patterns = torg_json_rule_sibling (rule, "patternProperties");

  if (properties != NULL && g_hash_table_contains (properties->names, name))
    return TRUE;
  for (guint i = 0; patterns != NULL && patterns->patterns != NULL && i < patterns->patterns->len;
       i++) {
    if (torg_json_rule_matches (trial, patterns, i, name))
      return TRUE;
  }
  return FALSE;
}

gboolean
torg_json_check_additional (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  const TorgSubschema *schema = g_ptr_array_index (rule->schemas, 0);
  gboolean refused = torg_json_type (rule->value) == 'b' && !schema->verdict;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  if (torg_json_type (rule->value) == 'b' && schema->verdict)
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (value));
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    if (is_named (trial, rule, name))
      continue;
    if (refused)
      return torg_json_trial_fail (
        trial, rule->keyword->name,
        g_strdup_printf ("Additional properties are not allowed ('%s' was unexpected)", name));
    if (!try_member (trial, (gpointer) schema, name, member))
      return FALSE;
  }
  return TRUE;
}

gboolean
torg_json_check_names (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (value));
  while (json_object_iter_next_ordered (&iter, &name, &member)) {
    g_autoptr (JsonNode) text = json_node_init_string (json_node_alloc (), name);

    if (!torg_json_trial_try (trial, g_ptr_array_index (rule->schemas, 0), text))
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_all (TorgJsonTrial *trial, JsonObject *object, JsonArray *names)
{
  for (guint i = 0; i < json_array_get_length (names); i++) {
    const char *name = json_array_get_string_element (names, i);

    if (!json_object_has_member (object, name))
      return torg_json_trial_fail (trial, name,
                                   g_strdup_printf ("'%s' is a required property", name));
  }
  return TRUE;
}

gboolean
torg_json_check_required (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  return has_all (trial, json_node_get_object (value), json_node_get_array (rule->value));
}

gboolean
torg_json_check_dependencies (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  JsonObject *object = json_node_get_object (value);
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *wanted = NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (rule->value));
  while (json_object_iter_next_ordered (&iter, &name, &wanted)) {
    gpointer schema = g_hash_table_lookup (rule->names, name);

    if (!json_object_has_member (object, name))
      continue;
    if (schema != NULL ? !torg_json_trial_try (trial, schema, value)
                       : !has_all (trial, object, json_node_get_array (wanted)))
      return FALSE;
  }
  return TRUE;
}
