/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-json-schema.h"

G_BEGIN_DECLS

/* Between torg-json-schema.c, which walks, and the files that know the keywords. */

typedef struct _TorgSubschema TorgSubschema;
typedef struct _TorgJsonRule TorgJsonRule;
typedef struct _TorgJsonKeyword TorgJsonKeyword;

/**
 * TorgSubschema:
 * @node: the schema as it is written, which is also what it is known by
 * @verdict: what it says where it is just true or false
 * @refers: it says nothing but where to look
 * @target: (nullable): where it refers to; %NULL where nothing is there
 * @rules: (element-type TorgJsonRule): what it asks
 *
 * One schema of the document. The document owns them all, so that they may refer to each other.
 */
struct _TorgSubschema {
  JsonNode *node;
  gboolean verdict;
  gboolean refers;
  TorgSubschema *target;
  GPtrArray *rules;
};

/**
 * TorgJsonRule:
 * @owner: the schema that it is part of
 * @value: the keyword's value as it is written
 * @number: the same where it is a number
 * @schemas: (nullable) (element-type TorgSubschema): the schemas in it, in order
 * @names: (nullable): the same by name
 * @patterns: (nullable) (element-type GRegex): the patterns in it, one each for @schemas
 *
 * One keyword of one schema.
 */
struct _TorgJsonRule {
  const TorgJsonKeyword *keyword;
  TorgSubschema *owner;
  JsonNode *value;
  double number;
  GPtrArray *schemas;
  GHashTable *names;
  GPtrArray *patterns;
};

/**
 * TorgJsonTrial:
 * @steps: how much work is left before it is given up
 * @depth: how many schemas deep it is
 * @field: (nullable): the member that is looked at
 * @flaw: (nullable): where to tell what is wrong; %NULL while that does not count
 * @reason: (nullable): why it was given up
 *
 * One value on trial.
 */
typedef struct {
  guint steps;
  guint depth;
  const char *field;
  TorgJsonFlaw *flaw;
  char *reason;
} TorgJsonTrial;

/* What makes the schemas that a keyword's value has, while a document is read. */
typedef struct _TorgJsonReader TorgJsonReader;

/**
 * TorgJsonKeyword:
 * @types: letters of the types that it says something about, see torg_json_type(); %NULL for all
 * @read: makes a rule ready; %FALSE where the value cannot be this keyword's
 * @check: whether a value keeps the rule; tells the flaw
 * @expected: what the value of the keyword must be, for people
 */
struct _TorgJsonKeyword {
  const char *name;
  const char *types;
  gboolean (*read) (TorgJsonReader *reader, TorgJsonRule *rule);
  gboolean (*check) (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
  const char *expected;
};

const TorgJsonKeyword *torg_json_keyword_find (const char *name);
const TorgJsonRule *torg_json_rule_sibling (const TorgJsonRule *rule, const char *name);
gboolean torg_json_rule_matches (TorgJsonTrial *trial,
                                 const TorgJsonRule *rule,
                                 guint at,
                                 const char *text);
gboolean torg_json_rule_fail (TorgJsonTrial *trial,
                              const TorgJsonRule *rule,
                              JsonNode *value,
                              const char *what);

/* torg-json-read.c */
gboolean torg_json_read_any (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_number (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_positive (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_count (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_list (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_flag (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_texts (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_types (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_schema (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_schemas (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_items (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_pattern (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_properties (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_patterns (TorgJsonReader *reader, TorgJsonRule *rule);
gboolean torg_json_read_dependencies (TorgJsonReader *reader, TorgJsonRule *rule);

/* torg-json-check-value.c, torg-json-check-object.c, torg-json-check-parts.c */
gboolean torg_json_check_type (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_enum (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_const (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_multiple (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_minimum (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_maximum (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_above (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_below (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_least (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_most (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_pattern (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_properties (TorgJsonTrial *trial,
                                     const TorgJsonRule *rule,
                                     JsonNode *value);
gboolean torg_json_check_patterns (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_additional (TorgJsonTrial *trial,
                                     const TorgJsonRule *rule,
                                     JsonNode *value);
gboolean torg_json_check_names (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_required (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_dependencies (TorgJsonTrial *trial,
                                       const TorgJsonRule *rule,
                                       JsonNode *value);
gboolean torg_json_check_items (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_additional_items (TorgJsonTrial *trial,
                                           const TorgJsonRule *rule,
                                           JsonNode *value);
gboolean torg_json_check_contains (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_unique (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_all (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_any (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_one (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_not (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);
gboolean torg_json_check_if (TorgJsonTrial *trial, const TorgJsonRule *rule, JsonNode *value);

TorgSubschema *torg_json_reader_add (TorgJsonReader *self, JsonNode *node);
gboolean torg_json_trial_try (TorgJsonTrial *self, const TorgSubschema *schema, JsonNode *value);
gboolean torg_json_trial_quietly (TorgJsonTrial *self,
                                  const TorgSubschema *schema,
                                  JsonNode *value);
gboolean torg_json_trial_step (TorgJsonTrial *self, guint steps);
gboolean torg_json_trial_fail (TorgJsonTrial *self, const char *otherwise, char *message);

char torg_json_type (JsonNode *value);
gboolean torg_json_is_type (JsonNode *value, const char *type);
double torg_json_number (JsonNode *value);
gboolean torg_json_same (JsonNode *one, JsonNode *other);
guint torg_json_hash (JsonNode *value);
char *torg_json_quote (JsonNode *value);

G_END_DECLS
