/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json-rule.h"

#include <string.h>

#define OBJECT "o"
#define ARRAY  "a"
#define TEXT   "s"
#define NUMBER "in"

#define A_COUNT   "a whole number from 0"
#define A_NUMBER  "a number"
#define A_SCHEMA  "a schema"
#define SCHEMAS   "a list of schemas"
#define MEMBERS   "an object of schemas"
#define A_PATTERN "a regular expression"

/* clang-format off */
static const TorgJsonKeyword keywords[] = {
  { "additionalItems",      ARRAY,  torg_json_read_schema,       torg_json_check_additional_items, A_SCHEMA },
  { "additionalProperties", OBJECT, torg_json_read_schema,       torg_json_check_additional,       A_SCHEMA },
  { "allOf",                NULL,   torg_json_read_schemas,      torg_json_check_all,              SCHEMAS },
  { "anyOf",                NULL,   torg_json_read_schemas,      torg_json_check_any,              SCHEMAS },
  { "const",                NULL,   torg_json_read_any,          torg_json_check_const,            NULL },
  { "contains",             ARRAY,  torg_json_read_schema,       torg_json_check_contains,         A_SCHEMA },
  { "definitions",          NULL,   torg_json_read_properties,   NULL,                             MEMBERS },
  { "dependencies",         OBJECT, torg_json_read_dependencies, torg_json_check_dependencies,     "an object of schemas and lists of texts" },
  { "else",                 NULL,   torg_json_read_schema,       NULL,                             A_SCHEMA },
  { "enum",                 NULL,   torg_json_read_list,         torg_json_check_enum,             "a list" },
  { "exclusiveMaximum",     NUMBER, torg_json_read_number,       torg_json_check_below,            A_NUMBER },
  { "exclusiveMinimum",     NUMBER, torg_json_read_number,       torg_json_check_above,            A_NUMBER },
  { "if",                   NULL,   torg_json_read_schema,       torg_json_check_if,               A_SCHEMA },
  { "items",                ARRAY,  torg_json_read_items,        torg_json_check_items,            "a schema or a list of schemas" },
  { "maxItems",             ARRAY,  torg_json_read_count,        torg_json_check_most,             A_COUNT },
  { "maxLength",            TEXT,   torg_json_read_count,        torg_json_check_most,             A_COUNT },
  { "maxProperties",        OBJECT, torg_json_read_count,        torg_json_check_most,             A_COUNT },
  { "maximum",              NUMBER, torg_json_read_number,       torg_json_check_maximum,          A_NUMBER },
  { "minItems",             ARRAY,  torg_json_read_count,        torg_json_check_least,            A_COUNT },
  { "minLength",            TEXT,   torg_json_read_count,        torg_json_check_least,            A_COUNT },
  { "minProperties",        OBJECT, torg_json_read_count,        torg_json_check_least,            A_COUNT },
  { "minimum",              NUMBER, torg_json_read_number,       torg_json_check_minimum,          A_NUMBER },
  { "multipleOf",           NUMBER, torg_json_read_positive,     torg_json_check_multiple,         "a number above 0" },
  { "not",                  NULL,   torg_json_read_schema,       torg_json_check_not,              A_SCHEMA },
  { "oneOf",                NULL,   torg_json_read_schemas,      torg_json_check_one,              SCHEMAS },
  { "pattern",              TEXT,   torg_json_read_pattern,      torg_json_check_pattern,          A_PATTERN },
  { "patternProperties",    OBJECT, torg_json_read_patterns,     torg_json_check_patterns,         "an object of schemas by regular expressions" },
  { "properties",           OBJECT, torg_json_read_properties,   torg_json_check_properties,       MEMBERS },
  { "propertyNames",        OBJECT, torg_json_read_schema,       torg_json_check_names,            A_SCHEMA },
  { "required",             OBJECT, torg_json_read_texts,        torg_json_check_required,         "a list of texts" },
  { "then",                 NULL,   torg_json_read_schema,       NULL,                             A_SCHEMA },
  { "type",                 NULL,   torg_json_read_types,        torg_json_check_type,             "a type or a list of types" },
  { "uniqueItems",          ARRAY,  torg_json_read_flag,         torg_json_check_unique,           "true or false" },
};
/* clang-format on */

/**
 * torg_json_keyword_find:
 *
 * Returns: (nullable) (transfer none): what is known of a keyword; %NULL for what is only a remark
 */
const TorgJsonKeyword *
torg_json_keyword_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++) {
    if (strcmp (name, keywords[i].name) == 0)
      return &keywords[i];
  }
  return NULL;
}

/**
 * torg_json_rule_sibling:
 *
 * Returns: (nullable) (transfer none): the rule of another keyword of the same schema
 */
const TorgJsonRule *
torg_json_rule_sibling (const TorgJsonRule *rule, const char *name)
{
  for (guint i = 0; i < rule->owner->rules->len; i++) {
    const TorgJsonRule *other = g_ptr_array_index (rule->owner->rules, i);

    if (strcmp (other->keyword->name, name) == 0)
      return other;
  }
  return NULL;
}
