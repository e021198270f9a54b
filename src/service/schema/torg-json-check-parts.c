/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json-rule.h"

/* What keywords say of lists, and schemas that are made of schemas. */

/* Lists */

/* Elements are called what their list is called: nobody knows them by their number. */
static gboolean
try_elements (TorgJsonTrial *trial, gpointer schema, JsonArray *array, guint from)
{
  for (guint i = from; i < json_array_get_length (array); i++) {
    if (!torg_json_trial_try (trial, schema, json_array_get_element (array, i)))
      return FALSE;
  }
  return TRUE;
}

gboolean
torg_json_check_items (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  JsonArray *array = json_node_get_array (value);
  guint n_schemas = rule->schemas == NULL ? 0 : rule->schemas->len;

  if (torg_json_type (rule->value) != 'a')
    return try_elements (trial, g_ptr_array_index (rule->schemas, 0), array, 0);
  for (guint i = 0; i < MIN (n_schemas, json_array_get_length (array)); i++) {
    if (!torg_json_trial_try (trial, g_ptr_array_index (rule->schemas, i),
                              json_array_get_element (array, i)))
      return FALSE;
  }
  return TRUE;
}

/* They have a word only behind a list of schemas that are one each for the first elements. */
gboolean
torg_json_check_additional_items (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  const TorgJsonRule *items = torg_json_rule_sibling (rule, "items");

  if (items == NULL || torg_json_type (items->value) != 'a')
    return TRUE;
  return try_elements (trial, g_ptr_array_index (rule->schemas, 0), json_node_get_array (value),
                       json_array_get_length (json_node_get_array (items->value)));
}

gboolean
torg_json_check_contains (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  JsonArray *array = json_node_get_array (value);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (torg_json_trial_quietly (trial, g_ptr_array_index (rule->schemas, 0),
                                 json_array_get_element (array, i)))
      return TRUE;
  }
  return torg_json_rule_fail (trial, rule, value, "has nothing that is as");
}

/* An element in a table, with what looking at it may cost. */
typedef struct {
  TorgJsonTrial *trial;
  JsonNode *value;
} TorgElement;

static guint
element_hash (gconstpointer key)
{
  return torg_json_hash (((const TorgElement *) key)->value);
}

/* Where the work is used up all are alike, which ends it. */
static gboolean
element_equal (gconstpointer one, gconstpointer other)
{
  const TorgElement *element = one;

  return !torg_json_trial_step (element->trial, 1) ||
         torg_json_same (element->value, ((const TorgElement *) other)->value);
}

gboolean
torg_json_check_unique (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  JsonArray *array = json_node_get_array (value);
  guint length = json_array_get_length (array);
  g_autofree TorgElement *elements = g_new (TorgElement, length);
  g_autoptr (GHashTable) seen = g_hash_table_new (element_hash, element_equal);

  for (guint i = 0; i < length && json_node_get_boolean (rule->value); i++) {
    elements[i] = (TorgElement) { .trial = trial, .value = json_array_get_element (array, i) };
    if (!g_hash_table_add (seen, &elements[i]))
      return torg_json_rule_fail (trial, rule, value, "has non-unique elements: uniqueItems is");
  }
  return TRUE;
}

/* Schemas of schemas */

gboolean
torg_json_check_all (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  for (guint i = 0; i < rule->schemas->len; i++) {
    if (!torg_json_trial_try (trial, g_ptr_array_index (rule->schemas, i), value))
      return FALSE;
  }
  return TRUE;
}

static guint
count_fitting (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value, guint enough)
{
  guint n = 0;

  for (guint i = 0; i < rule->schemas->len && n < enough; i++) {
    if (torg_json_trial_quietly (trial, g_ptr_array_index (rule->schemas, i), value))
      n++;
  }
  return n;
}

gboolean
torg_json_check_any (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  return count_fitting (trial, rule, value, 1) > 0 ||
         torg_json_rule_fail (trial, rule, value, "is not valid under any of the given schemas:");
}

gboolean
torg_json_check_one (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  guint n = count_fitting (trial, rule, value, 2);

  if (n == 1)
    return TRUE;
  return torg_json_rule_fail (trial, rule, value,
                              n == 0 ? "is not valid under any of the given schemas:"
                                     : "is valid under more than one of");
}

gboolean
torg_json_check_not (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  return !torg_json_trial_quietly (trial, g_ptr_array_index (rule->schemas, 0), value) ||
         torg_json_rule_fail (trial, rule, value, "should not be valid under");
}

gboolean
torg_json_check_if (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  gboolean fits = torg_json_trial_quietly (trial, g_ptr_array_index (rule->schemas, 0), value);
  const TorgJsonRule *branch = torg_json_rule_sibling (rule, fits ? "then" : "else");

  return branch == NULL ||
         torg_json_trial_try (trial, g_ptr_array_index (branch->schemas, 0), value);
}
