/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json-schema.h"

#include <string.h>

#include "torg-json-rule.h"
#include "torg-json.h"

G_DEFINE_QUARK (torg-json-schema-error-quark, torg_json_schema_error)

/* Schemas that a value may be in at once: a schema that refers to itself would go on for ever. */
#define MAX_DEPTH 128

/* Schemas in one document. Those of the forum have some fifty. */
#define MAX_SCHEMAS 20000

/* What one value may cost. A record of the forum takes some hundred steps. */
#define MAX_STEPS 1000000

struct _TorgJsonSchema {
  JsonNode *document;
  TorgSubschema *root;
  GHashTable *schemas; /* JsonNode to TorgSubschema */
};

/* Schemas wait here until they are read, so that reading never goes deep. */
struct _TorgJsonReader {
  TorgJsonSchema *schema;
  GQueue waiting;
};

static void
rule_free (gpointer data)
{
  TorgJsonRule *self = data;

  g_clear_pointer (&self->schemas, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->patterns, g_ptr_array_unref);
  g_free (self);
}

static void
subschema_free (gpointer data)
{
  TorgSubschema *self = data;

  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_free (self);
}

/**
 * torg_json_schema_free:
 *
 * Frees it with all that was made ready.
 */
void
torg_json_schema_free (TorgJsonSchema *self)
{
  g_clear_pointer (&self->schemas, g_hash_table_unref);
  g_clear_pointer (&self->document, json_node_unref);
  g_free (self);
}

/* Reading */

/**
 * torg_json_reader_add:
 * @node: an object or a boolean, somewhere in the document
 *
 * Returns: (transfer none) (nullable): the schema that it is, read some time later; %NULL where it
 *   can be none
 */
TorgSubschema *
torg_json_reader_add (TorgJsonReader *self, JsonNode *node)
{
  TorgSubschema *schema = g_hash_table_lookup (self->schema->schemas, node);
  char type = torg_json_type (node);

  if (schema != NULL)
    return schema;
  if ((type != 'o' && type != 'b') || g_hash_table_size (self->schema->schemas) >= MAX_SCHEMAS)
    return NULL;
  schema = g_new0 (TorgSubschema, 1);
  schema->node = node;
  schema->verdict = type == 'b' ? json_node_get_boolean (node) : TRUE;
  schema->rules = g_ptr_array_new_with_free_func (rule_free);
  g_hash_table_insert (self->schema->schemas, node, schema);
  g_queue_push_tail (&self->waiting, schema);
  return schema;
}

/* What a JSON pointer in the fragment of an address points to, in this document alone. */
static JsonNode *
follow (JsonNode *document, const char *address)
{
  g_autofree char *pointer = *address == '#' ? g_uri_unescape_string (address + 1, NULL) : NULL;
  g_auto (GStrv) parts = NULL;
  JsonNode *node = document;

  if (pointer == NULL || (*pointer != '\0' && *pointer != '/'))
    return NULL;
  parts = g_strsplit (pointer, "/", -1);
  for (guint i = 1; *pointer != '\0' && parts[i] != NULL && node != NULL; i++) {
    g_autofree char *name = torg_json_pointer_unescape (parts[i], strlen (parts[i]));

    node = torg_json_pointer_step (node, name);
  }
  return node;
}

static void
read_reference (TorgJsonReader *self, TorgSubschema *schema, const char *address)
{
  JsonNode *node = follow (self->schema->document, address);

  schema->refers = TRUE;
  schema->target = node == NULL ? NULL : torg_json_reader_add (self, node);
}

static gboolean
read_keyword (TorgJsonReader *self,
              TorgSubschema *schema,
              const char *name,
              JsonNode *value,
              GError **error)
{
  const TorgJsonKeyword *keyword = torg_json_keyword_find (name);
  TorgJsonRule *rule = NULL;
  g_autofree char *quoted = NULL;

  if (keyword == NULL)
    return TRUE;
  rule = g_new0 (TorgJsonRule, 1);
  rule->keyword = keyword;
  rule->owner = schema;
  rule->value = value;
  g_ptr_array_add (schema->rules, rule);
  if (keyword->read (self, rule))
    return TRUE;
  quoted = torg_json_quote (value);
  g_set_error (error, TORG_JSON_SCHEMA_ERROR, TORG_JSON_SCHEMA_ERROR_KEYWORD,
               "%s: %s is not valid under any of the given schemas: it must be %s", name, quoted,
               keyword->expected);
  return FALSE;
}

static gboolean
read_schema (TorgJsonReader *self, TorgSubschema *schema, GError **error)
{
  JsonObject *object =
    JSON_NODE_HOLDS_OBJECT (schema->node) ? json_node_get_object (schema->node) : NULL;
  const char *address = torg_json_get_string (object, "$ref");
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  /* Beside a reference nothing else counts, by draft 7. */
  if (address != NULL) {
    read_reference (self, schema, address);
    return TRUE;
  }
  if (object == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value)) {
    if (!read_keyword (self, schema, name, value, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_json_schema_new:
 * @document: a schema, an object or a boolean, that never changes
 *
 * Returns: (transfer full) (nullable): the schema made ready, or %NULL with a
 *   %TORG_JSON_SCHEMA_ERROR that names the keyword
 */
TorgJsonSchema *
torg_json_schema_new (JsonNode *document, GError **error)
{
  g_autoptr (TorgJsonSchema) self = g_new0 (TorgJsonSchema, 1);
  TorgJsonReader reader = { .schema = self, .waiting = G_QUEUE_INIT };
  TorgSubschema *next = NULL;
  gboolean sound = TRUE;

  self->document = json_node_ref (document);
  self->schemas = g_hash_table_new_full (NULL, NULL, NULL, subschema_free);
  self->root = torg_json_reader_add (&reader, document);
  if (self->root == NULL) {
    g_set_error_literal (error, TORG_JSON_SCHEMA_ERROR, TORG_JSON_SCHEMA_ERROR_KEYWORD,
                         "a schema is an object");
    return NULL;
  }
  while (sound && (next = g_queue_pop_head (&reader.waiting)) != NULL)
    sound = read_schema (&reader, next, error);
  g_queue_clear (&reader.waiting);
  return sound ? g_steal_pointer (&self) : NULL;
}

/* Judging */

/**
 * torg_json_flaw_clear:
 *
 * Frees the texts.
 */
void
torg_json_flaw_clear (TorgJsonFlaw *self)
{
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->message, g_free);
}

/**
 * torg_json_trial_fail:
 * @otherwise: what to name where the value is no member of anything
 * @message: (transfer full) (nullable): what is wrong
 *
 * Tells a flaw, where somebody wants to know and none was told yet.
 *
 * Returns: %FALSE
 */
gboolean
torg_json_trial_fail (TorgJsonTrial *self, const char *otherwise, char *message)
{
  g_autofree char *owned = message;

  if (self->flaw != NULL && self->flaw->message == NULL) {
    self->flaw->field = g_strdup (self->field != NULL ? self->field : otherwise);
    self->flaw->message = g_steal_pointer (&owned);
  }
  return FALSE;
}

/**
 * torg_json_trial_step:
 * @steps: how much work is about to be done
 *
 * Returns: whether there is so much left to do
 */
gboolean
torg_json_trial_step (TorgJsonTrial *self, guint steps)
{
  self->steps -= MIN (steps, self->steps);
  return self->steps > 0;
}

/* Nothing more is looked at, also not by what would turn a failure into success. */
static gboolean
give_up (TorgJsonTrial *self, char *reason)
{
  g_autofree char *owned = reason;

  if (self->reason == NULL)
    self->reason = g_steal_pointer (&owned);
  self->steps = 0;
  return FALSE;
}

static gboolean
keeps_rules (TorgJsonTrial *self, const TorgSubschema *schema, JsonNode *value)
{
  char type = torg_json_type (value);

  for (guint i = 0; i < schema->rules->len; i++) {
    const TorgJsonRule *rule = g_ptr_array_index (schema->rules, i);
    const TorgJsonKeyword *keyword = rule->keyword;

    if (keyword->check == NULL || (keyword->types != NULL && strchr (keyword->types, type) == NULL))
      continue;
    if (!keyword->check (self, rule, value))
      return FALSE;
  }
  return TRUE;
}

/* From one reference to the next, up to what is there. */
static const TorgSubschema *
resolve (TorgJsonTrial *self, const TorgSubschema *schema)
{
  while (schema != NULL && schema->refers && torg_json_trial_step (self, 1))
    schema = schema->target;
  return schema == NULL || schema->refers ? NULL : schema;
}

/**
 * torg_json_trial_try:
 *
 * Returns: whether @value is as @schema wants it
 */
gboolean
torg_json_trial_try (TorgJsonTrial *self, const TorgSubschema *schema, JsonNode *value)
{
  const TorgSubschema *resolved = resolve (self, schema);
  gboolean fits = FALSE;

  if (!torg_json_trial_step (self, 1) || self->depth >= MAX_DEPTH)
    return give_up (self, g_strdup ("It would take too long to judge by this schema"));
  if (resolved == NULL) {
    JsonObject *reference = json_node_get_object (schema->node);

    return give_up (self,
                    g_strconcat ("Unresolvable: ", torg_json_get_string (reference, "$ref"), NULL));
  }
  if (resolved->rules->len == 0 && !resolved->verdict) {
    g_autofree char *quoted = torg_json_quote (value);

    return torg_json_trial_fail (self, "schema",
                                 g_strdup_printf ("False schema does not allow %s", quoted));
  }
  self->depth++;
  fits = keeps_rules (self, resolved, value);
  self->depth--;
  return fits;
}

/**
 * torg_json_trial_quietly:
 *
 * As torg_json_trial_try(), without telling what is wrong: that does not matter.
 *
 * Returns: whether @value is as @schema wants it
 */
gboolean
torg_json_trial_quietly (TorgJsonTrial *self, const TorgSubschema *schema, JsonNode *value)
{
  TorgJsonFlaw *flaw = self->flaw;
  gboolean fits = FALSE;

  self->flaw = NULL;
  fits = torg_json_trial_try (self, schema, value);
  self->flaw = flaw;
  return fits;
}

/**
 * torg_json_schema_check:
 * @flaw: (out) (optional): what is wrong
 *
 * Returns: whether @value is as the schema wants it
 */
gboolean
torg_json_schema_check (TorgJsonSchema *self, JsonNode *value, TorgJsonFlaw *flaw)
{
  TorgJsonTrial trial = { .steps = MAX_STEPS, .flaw = flaw };
  gboolean fits = torg_json_trial_try (&trial, self->root, value);

  if (trial.steps > 0)
    return fits;
  if (trial.reason == NULL)
    give_up (&trial, g_strdup ("It would take too long to judge by this schema"));
  if (flaw != NULL) {
    torg_json_flaw_clear (flaw);
    flaw->field = g_strdup ("schema");
    flaw->message = g_steal_pointer (&trial.reason);
  }
  g_free (trial.reason);
  return FALSE;
}
