/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json-rule.h"

#include <math.h>
#include <string.h>

/* What keywords say of single values. */

/* What a match may cost, in steps, for each so many bytes of text. */
#define BYTES_A_STEP 64

/**
 * torg_json_rule_fail:
 * @what: what is said between the value and the keyword's
 *
 * Tells a flaw.
 *
 * Returns: %FALSE
 */
gboolean
torg_json_rule_fail (TorgJsonTrial *trial,
                     const TorgJsonRule *rule,
                     JsonNode *value,
                     const char *what)
{
  g_autofree char *quoted = NULL;
  g_autofree char *limit = NULL;

  if (trial->flaw == NULL)
    return FALSE;
  quoted = torg_json_quote (value);
  limit = torg_json_quote (rule->value);
  return torg_json_trial_fail (trial, rule->keyword->name,
                               g_strdup_printf ("%s %s %s", quoted, what, limit));
}

gboolean
torg_json_check_type (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  JsonArray *array = NULL;

  if (torg_json_type (rule->value) == 's')
    return torg_json_is_type (value, json_node_get_string (rule->value)) ||
           torg_json_rule_fail (trial, rule, value, "is not of type");
  array = json_node_get_array (rule->value);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (torg_json_is_type (value, json_array_get_string_element (array, i)))
      return TRUE;
  }
  return torg_json_rule_fail (trial, rule, value, "is not of type");
}

gboolean
torg_json_check_enum (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  JsonArray *array = json_node_get_array (rule->value);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (torg_json_trial_step (trial, i % 16 == 0) &&
        torg_json_same (value, json_array_get_element (array, i)))
      return TRUE;
  }
  return torg_json_rule_fail (trial, rule, value, "is not one of");
}

gboolean
torg_json_check_const (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  return torg_json_same (value, rule->value) || torg_json_rule_fail (trial, rule, value, "is not");
}

gboolean
torg_json_check_multiple (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  double number = torg_json_number (value);
  double times = number / rule->number;
  gboolean fits = isfinite (times) ? floor (times) == times : fmod (number, rule->number) == 0;

  return fits || torg_json_rule_fail (trial, rule, value, "is not a multiple of");
}

gboolean
torg_json_check_minimum (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  return torg_json_number (value) >= rule->number ||
         torg_json_rule_fail (trial, rule, value, "is less than the minimum of");
}

gboolean
torg_json_check_maximum (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  return torg_json_number (value) <= rule->number ||
         torg_json_rule_fail (trial, rule, value, "is greater than the maximum of");
}

gboolean
torg_json_check_above (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  return torg_json_number (value) > rule->number ||
         torg_json_rule_fail (trial, rule, value, "is less than or equal to the minimum of");
}

gboolean
torg_json_check_below (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  return torg_json_number (value) < rule->number ||
         torg_json_rule_fail (trial, rule, value, "is greater than or equal to the maximum of");
}

/* A text has no more letters than bytes, and no less than a quarter of them; mostly that says enough. */
static double
bytes_of (JsonNode *value)
{
  return torg_json_type (value) == 's' ? (double) strlen (json_node_get_string (value)) : NAN;
}

static double
size_of (JsonNode *value)
{
  char type = torg_json_type (value);

  if (type == 'o')
    return json_object_get_size (json_node_get_object (value));
  if (type == 'a')
    return json_array_get_length (json_node_get_array (value));
  return (double) g_utf8_strlen (json_node_get_string (value), -1);
}

gboolean
torg_json_check_least (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  if (bytes_of (value) / 4 >= rule->number || size_of (value) >= rule->number)
    return TRUE;
  return torg_json_rule_fail (trial, rule, value,
                              torg_json_type (value) == 'o'
                                ? "does not have enough properties: at least"
                                : "is too short: the least length is");
}

gboolean
torg_json_check_most (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  if (bytes_of (value) <= rule->number || size_of (value) <= rule->number)
    return TRUE;
  return torg_json_rule_fail (trial, rule, value,
                              torg_json_type (value) == 'o'
                                ? "has too many properties: at most"
                                : "is too long: the greatest length is");
}

/**
 * torg_json_rule_matches:
 * @at: which of the rule's patterns
 *
 * Returns: whether @text has it somewhere; a pattern that takes too long to match does not match
 */
gboolean
torg_json_rule_matches (TorgJsonTrial *trial, const TorgJsonRule *rule, guint at, const char *text)
{
  gsize length = strlen (text);

  return torg_json_trial_step (trial, (guint) (length / BYTES_A_STEP) + 1) &&
         g_regex_match_full (g_ptr_array_index (rule->patterns, at), text, (gssize) length, 0,
                             G_REGEX_MATCH_DEFAULT, NULL, NULL);
}

gboolean
torg_json_check_pattern (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value)
{
  return torg_json_rule_matches (trial, rule, 0, json_node_get_string (value)) ||
         torg_json_rule_fail (trial, rule, value, "does not match");
}
