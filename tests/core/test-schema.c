/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-schema.h"

#include "torg-check.h"
#include "torg-comment.h"
#include "torg-json.h"
#include "torg-project.h"
#include "torg-test-core.h"

#include <string.h>

/*
 * As much of a validator (JSON Schema, draft 7) as our schemas need. A word that it does not know
 * fails the test, so that none is passed over.
 */
static gboolean conforms (JsonNode *value, JsonObject *schema);

static gboolean
is_of_type (JsonNode *value, const char *type)
{
  GType held = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_INVALID;

  if (g_str_equal (type, "object"))
    return JSON_NODE_HOLDS_OBJECT (value);
  if (g_str_equal (type, "array"))
    return JSON_NODE_HOLDS_ARRAY (value);
  if (g_str_equal (type, "string"))
    return held == G_TYPE_STRING;
  if (g_str_equal (type, "integer"))
    return held == G_TYPE_INT64;
  g_assert_cmpstr (type, ==, "boolean");
  return held == G_TYPE_BOOLEAN;
}

static gboolean
is_among (JsonNode *value, JsonArray *values)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    if (torg_json_equal (value, json_array_get_element (values, i)))
      return TRUE;
  return FALSE;
}

static gint64
size_of (JsonNode *value)
{
  if (JSON_NODE_HOLDS_OBJECT (value))
    return json_object_get_size (json_node_get_object (value));
  if (JSON_NODE_HOLDS_ARRAY (value))
    return json_array_get_length (json_node_get_array (value));
  return g_utf8_strlen (json_node_get_string (value), -1);
}

static gboolean
has_all (JsonObject *object, JsonArray *names)
{
  for (guint i = 0; i < json_array_get_length (names); i++)
    if (!json_object_has_member (object, json_array_get_string_element (names, i)))
      return FALSE;
  return TRUE;
}

static gboolean
members_conform (JsonObject *object, JsonObject *schemas)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *schema;

  json_object_iter_init (&iter, schemas);
  while (json_object_iter_next (&iter, &name, &schema))
    if (json_object_has_member (object, name) &&
        !conforms (json_object_get_member (object, name), json_node_get_object (schema)))
      return FALSE;
  return TRUE;
}

/* For all values of an object without properties of its own, or for all names. */
static gboolean
all_conform (JsonObject *object, JsonObject *schema, gboolean names)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &value)) {
    g_autoptr (JsonNode) text = json_node_init_string (json_node_alloc (), name);

    if (!conforms (names ? text : value, schema))
      return FALSE;
  }
  return TRUE;
}

static gboolean
items_conform (JsonArray *array, JsonObject *schema)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!conforms (json_array_get_element (array, i), schema))
      return FALSE;
  return TRUE;
}

static gboolean
keeps (JsonNode *value, const char *word, JsonNode *rule)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;

  if (g_str_equal (word, "type"))
    return is_of_type (value, json_node_get_string (rule));
  if (g_str_equal (word, "enum"))
    return is_among (value, json_node_get_array (rule));
  if (g_str_equal (word, "pattern"))
    return g_regex_match_simple (json_node_get_string (rule), json_node_get_string (value),
                                 G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
  if (g_str_equal (word, "minLength"))
    return size_of (value) >= json_node_get_int (rule);
  if (g_str_equal (word, "maxLength") || g_str_equal (word, "maxItems") ||
      g_str_equal (word, "maxProperties"))
    return size_of (value) <= json_node_get_int (rule);
  if (g_str_equal (word, "minimum"))
    return json_node_get_int (value) >= json_node_get_int (rule);
  if (g_str_equal (word, "maximum"))
    return json_node_get_int (value) <= json_node_get_int (rule);
  if (g_str_equal (word, "required"))
    return has_all (object, json_node_get_array (rule));
  if (g_str_equal (word, "properties"))
    return members_conform (object, json_node_get_object (rule));
  if (g_str_equal (word, "propertyNames"))
    return all_conform (object, json_node_get_object (rule), TRUE);
  if (g_str_equal (word, "items"))
    return items_conform (json_node_get_array (value), json_node_get_object (rule));
  g_assert_cmpstr (word, ==, "additionalProperties");
  return JSON_NODE_HOLDS_VALUE (rule) || all_conform (object, json_node_get_object (rule), FALSE);
}

static gboolean
conforms (JsonNode *value, JsonObject *schema)
{
  JsonNode *type = json_object_get_member (schema, "type");
  JsonObjectIter iter;
  const char *word;
  JsonNode *rule;

  if (type != NULL && !keeps (value, "type", type))
    return FALSE;
  json_object_iter_init (&iter, schema);
  while (json_object_iter_next (&iter, &word, &rule))
    if (!keeps (value, word, rule))
      return FALSE;
  return TRUE;
}

static gboolean
document_conforms (const TorgKind *kind, JsonObject *document)
{
  g_autoptr (JsonObject) schema = torg_schema (kind);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), document);

  return conforms (node, schema);
}

/* Full documents of every kind. */
static void
test_documents (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();

  for (guint i = 0; i < 10; i++)
    for (guint j = 0; torg_test_kinds ()[j] != NULL; j++) {
      g_autoptr (JsonObject) document = torg_test_document (torg_test_kinds ()[j], rand);

      g_assert_true (document_conforms (torg_test_kinds ()[j], document));
    }
}

/* A schema at the service must take all that the program lets people save. */
static void
test_no_stricter (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();
  guint sound = 0;

  for (guint i = 0; i < 50; i++)
    for (guint j = 0; torg_test_kinds ()[j] != NULL; j++) {
      const TorgKind *kind = torg_test_kinds ()[j];
      g_autoptr (JsonObject) document = torg_test_document (kind, rand);
      g_autoptr (JsonObject) edited = torg_test_edited (kind, document, rand);

      if (!torg_check_document (kind, edited, NULL, NULL))
        continue;
      sound++;
      g_assert_true (document_conforms (kind, edited));
    }
  g_assert_cmpuint (sound, >, 50);
}

/* What is wrong by the table alone is wrong by the schema. */
static void
test_refuse (void)
{
  static const char *const patches[] = {
    "{'title': null}",
    "{'title': ''}",
    "{'title': 7}",
    "{'owner': null}",
    "{'owner': 'no 1'}",
    "{'status': 'x'}",
    "{'start': 'soon'}",
    "{'start': '2024-5'}",
    "{'verified': '2024'}",
    "{'budget': -1}",
    "{'budget': 100000000000001}",
    "{'budget': 1.5}",
    "{'budget': '1'}",
    "{'sample': 'true'}",
    "{'tags': ['a']}",
    "{'tags': {'a': false}}",
    "{'tags': {'a tag that is much longer than forty letters': true}}",
    "{'themes': {'x': true}}",
    "{'related': {'events': true}}",
    "{'related': {'events/a b': true}}",
    "{'links': {}}",
    "{'links': [{'url': 'https://a.no'}]}",
    "{'links': [{'id': 'a'}]}",
    "{'links': [{'id': 'a', 'url': 'javascript:x'}]}",
    "{'partners': [{'id': 'a', 'organisation': 'no-1', 'role': 'x'}]}",
  };
  g_autoptr (JsonObject) sound =
    torg_test_object ("{'title': 'T', 'owner': 'no-1', 'status': 'idea', 'x': [null], "
                      "'related': {'events/e-1': true}, "
                      "'budget': 100000000000000}");

  g_assert_true (document_conforms (&torg_project_kind, sound));
  for (guint i = 0; i < G_N_ELEMENTS (patches); i++) {
    g_autoptr (JsonObject) patch = torg_test_object (patches[i]);
    g_autoptr (JsonObject) document = torg_json_merge_patch (sound, patch);

    g_test_message ("%s", patches[i]);
    g_assert_false (torg_check_document (&torg_project_kind, document, NULL, NULL));
    g_assert_false (document_conforms (&torg_project_kind, document));
  }
}

static void
test_about (void)
{
  static const struct {
    const char *about;
    gboolean fits;
  } rows[] = {
    { "{'collection': 'projects', 'id': 'p'}", TRUE  },
    { "{'collection': 'projects'}",            FALSE },
    { "{'id': 'p'}",                           FALSE },
    { "{'collection': 'projects', 'id': 7}",   FALSE },
    { "'projects/p'",                          FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *json = g_strdup_printf (
      "{'about': %s, 'person': 'ola', 'kind': 'note', 'text': 'x'}", rows[i].about);
    g_autoptr (JsonObject) document = torg_test_object (json);

    g_assert_true (document_conforms (&torg_comment_kind, document) == rows[i].fits);
  }
}

/* Links are taken in any case, as the check takes them. */
static void
test_links (void)
{
  static const char *const links[] = { "https://a.no", "HTTPS://A.NO", "http://a.no",
                                       "mailto:a@b.no", "Mailto:a@b.no" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autofree char *json = g_strdup_printf ("{'title': 'T', 'owner': 'no-1', 'status': 'idea', "
                                             "'links': [{'id': 'a', 'url': '%s'}]}",
                                             links[i]);
    g_autoptr (JsonObject) document = torg_test_object (json);

    g_assert_true (torg_check_document (&torg_project_kind, document, NULL, NULL));
    g_assert_true (document_conforms (&torg_project_kind, document));
  }
}

/* A schema is JSON that passes our own entrance. */
static void
test_text (void)
{
  for (guint i = 0; torg_test_kinds ()[i] != NULL; i++) {
    g_autoptr (JsonObject) schema = torg_schema (torg_test_kinds ()[i]);
    g_autofree char *text = torg_json_print_object (schema);
    g_autoptr (GError) error = NULL;

    torg_json_check (text, strlen (text), 0, &error);
    g_assert_no_error (error);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/documents", test_documents);
  g_test_add_func ("/schema/no-stricter", test_no_stricter);
  g_test_add_func ("/schema/refuse", test_refuse);
  g_test_add_func ("/schema/about", test_about);
  g_test_add_func ("/schema/links", test_links);
  g_test_add_func ("/schema/text", test_text);
  return g_test_run ();
}
