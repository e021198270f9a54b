/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json-schema.h"

#include <string.h>

#include "torg-json.h"

/* Where Debian's package of it has the official tests of JSON Schema. */
#define SUITE "json-schema-test-suite/tests/draft7"

/* What of it does not hold here, and why. Whatever is not named must hold. */
static const struct {
  const char *place;
  const char *reason;
} unsupported[] = {
  { "refRemote.json",                                 "nothing outside the document is ever fetched"  },
  { "definitions.json",                               "its schema is the address of another document" },
  { "ref.json: remote ref, containing refs itself",
   "its schema is the address of another document"                                                    },
  { "ref.json: Recursive references between schemas", "it refers by $id, not by pointer"              },
};

static JsonNode *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = torg_json_parse (json, strlen (json), 0, &error);

  g_assert_no_error (error);
  return node;
}

static gboolean
is_supported (const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (unsupported); i++) {
    if (!g_str_has_prefix (place, unsupported[i].place))
      continue;
    g_test_message ("left out: %s: %s", place, unsupported[i].reason);
    return FALSE;
  }
  return TRUE;
}

static void
run_group (const char *place, JsonObject *group, guint *n_run)
{
  JsonArray *tests = json_object_get_array_member (group, "tests");
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgJsonSchema) schema =
    torg_json_schema_new (json_object_get_member (group, "schema"), &error);

  if (schema == NULL) {
    g_test_message ("%s: no schema: %s", place, error->message);
    g_test_fail ();
    return;
  }
  for (guint i = 0; i < json_array_get_length (tests); i++) {
    JsonObject *test = json_array_get_object_element (tests, i);
    gboolean expected = json_object_get_boolean_member (test, "valid");
    g_auto (TorgJsonFlaw) flaw = { 0 };
    gboolean fits = torg_json_schema_check (schema, json_object_get_member (test, "data"), &flaw);

    (*n_run)++;
    if (fits == expected && (fits || (flaw.field != NULL && flaw.message != NULL)))
      continue;
    g_test_message ("%s: %s: expected %d, got %d: %s", place,
                    torg_json_get_string (test, "description"), expected, fits, flaw.message);
    g_test_fail ();
  }
}

static void
run_file (const char *folder, const char *name, guint *n_run)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *groups = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  groups = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (groups); i++) {
    JsonObject *group = json_array_get_object_element (groups, i);
    g_autofree char *place =
      g_strdup_printf ("%s: %s", name, torg_json_get_string (group, "description"));

    if (is_supported (place))
      run_group (place, group, n_run);
  }
}

static char *
find_suite (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (folders[i], SUITE, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      return g_steal_pointer (&path);
  }
  return NULL;
}

static void
test_suite (void)
{
  const char *given = g_getenv ("TORG_SCHEMA_SUITE");
  g_autofree char *folder = given != NULL ? g_strdup (given) : find_suite ();
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;
  guint n_run = 0;

  if (folder == NULL) {
    g_test_skip ("the package json-schema-test-suite is not installed");
    return;
  }
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (name, ".json"))
      run_file (folder, name, &n_run);
  }
  g_test_message ("%u cases", n_run);
  g_assert_cmpuint (n_run, >, 300);
}

static void
test_no_schema (void)
{
  static const char *const schemas[] = {
    "[]",
    "'a'",
    "{'type': 'Washmachine'}",
    "{'type': []}",
    "{'type': ['string', 7]}",
    "{'properties': []}",
    "{'properties': {'a': 7}}",
    "{'properties': {'a': {'minimum': '7'}}}",
    "{'required': 'a'}",
    "{'required': [7]}",
    "{'minLength': -1}",
    "{'minLength': 1.5}",
    "{'multipleOf': 0}",
    "{'pattern': '['}",
    "{'pattern': 7}",
    "{'patternProperties': {'[': {}}}",
    "{'enum': 'a'}",
    "{'allOf': []}",
    "{'allOf': [7]}",
    "{'items': 'a'}",
    "{'items': [7]}",
    "{'dependencies': {'a': 'b'}}",
    "{'uniqueItems': 1}",
    "{'definitions': {'a': {'if': 'b'}}}",
    "{'not': {'not': {'not': {'const': 1, 'maximum': null}}}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++) {
    g_autoptr (JsonNode) document = parse (schemas[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (TorgJsonSchema) schema = torg_json_schema_new (document, &error);

    g_test_message ("%s", schemas[i]);
    g_assert_error (error, TORG_JSON_SCHEMA_ERROR, TORG_JSON_SCHEMA_ERROR_KEYWORD);
    g_assert_null (schema);
  }
}

typedef struct {
  const char *schema;
  const char *value;
  const char *field;
  const char *message;
} Flaw;

static void
run_flaw (const Flaw *row)
{
  g_autoptr (JsonNode) document = parse (row->schema);
  g_autoptr (JsonNode) value = parse (row->value);
  g_auto (TorgJsonFlaw) flaw = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgJsonSchema) schema = torg_json_schema_new (document, &error);

  g_assert_no_error (error);
  g_test_message ("%s %s", row->schema, row->value);
  g_assert_false (torg_json_schema_check (schema, value, &flaw));
  g_assert_cmpstr (flaw.field, ==, row->field);
  g_assert_cmpstr (flaw.message, ==, row->message);
}

/* The member is named, as Kinto names it; of a list's element it is the list. */
static void
test_flaws (void)
{
  static const Flaw rows[] = {
    { "{'properties': {'a': {'type': 'string'}}}",                            "{'a': 42}",         "a",                    "42 is not of type 'string'" },
    { "{'required': ['a', 'b']}",                                             "{'b': 1}",          "a",                    "'a' is a required property" },
    { "{'properties': {'a': {'properties': {'b': {'enum': [1, 'x']}}}}}",     "{'a': {'b': 'y'}}", "b",
     "'y' is not one of [1,\"x\"]"                                                                                                                      },
    { "{'properties': {'a': {'items': {'pattern': '^x'}}}}",                  "{'a': ['x', 'y']}", "a",
     "'y' does not match '^x'"                                                                                                                          },
    { "{'properties': {'a': {'items': {'required': ['b']}}}}",                "{'a': [{}]}",       "a",
     "'b' is a required property"                                                                                                                       },
    { "{'additionalProperties': false}",                                      "{'a': 1}",          "additionalProperties",
     "Additional properties are not allowed ('a' was unexpected)"                                                                                       },
    { "{'properties': {'a': {'anyOf': [{'type': 'null'}, {'minimum': 5}]}}}", "{'a': 4}",          "a",
     "4 is not valid under any of the given schemas: [{\"type\":\"null\"},{\"minimum\":5}]"                                                             },
    { "{'properties': {'a': {'$ref': '#/definitions/none'}}}",                "{'a': 1}",          "schema",
     "Unresolvable: #/definitions/none"                                                                                                                 },
    { "{'not': {'$ref': 'https://example.org/x'}}",                           "{'a': 1}",          "schema",
     "Unresolvable: https://example.org/x"                                                                                                              },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    run_flaw (&rows[i]);
}

#define TOO_LONG "It would take too long to judge by this schema"

/* Each of these would take for ever, or all of the stack. */
static void
test_endless (void)
{
  g_autoptr (GString) doubling = g_string_new ("{'$ref': '#/definitions/d0', 'definitions': {");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (doubling,
                            "'d%u': {'allOf': [{'$ref': '#/definitions/d%u'}, "
                            "{'$ref': '#/definitions/d%u'}]}, ",
                            i, i + 1, i + 1);
  g_string_append (doubling, "'d40': {'type': 'integer'}}}");

  const Flaw rows[] = {
    { "{'$ref': '#'}",              "1", "schema", TOO_LONG },
    { "{'not': {'$ref': '#'}}",     "1", "schema", TOO_LONG },
    { "{'allOf': [{'$ref': '#'}]}", "1", "schema", TOO_LONG },
    { doubling->str,                "1", "schema", TOO_LONG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    run_flaw (&rows[i]);
}

static void
test_slow_pattern (void)
{
  g_autoptr (GString) text = g_string_new ("'");
  g_autoptr (JsonNode) document = parse ("{'pattern': '^(a+)+$'}");
  g_autoptr (TorgJsonSchema) schema = torg_json_schema_new (document, NULL);
  g_autoptr (JsonNode) value = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 5000; i++)
    g_string_append_c (text, 'a');
  g_string_append (text, "b'");
  value = parse (text->str);
  g_assert_false (torg_json_schema_check (schema, value, NULL));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

/* A document of references from one to the next is read without going deep. */
static void
test_long_chain (void)
{
  g_autoptr (GString) text = g_string_new ("{'$ref': '#/a/0', 'a': [");
  g_autoptr (JsonNode) document = NULL;
  g_autoptr (JsonNode) value = parse ("1");
  g_autoptr (TorgJsonSchema) schema = NULL;

  for (guint i = 1; i < 10000; i++)
    g_string_append_printf (text, "{'$ref': '#/a/%u'},", i);
  g_string_append (text, "{'type': 'integer'}]}");
  document = parse (text->str);
  schema = torg_json_schema_new (document, NULL);
  g_assert_nonnull (schema);
  g_assert_true (torg_json_schema_check (schema, value, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-schema/suite", test_suite);
  g_test_add_func ("/json-schema/no-schema", test_no_schema);
  g_test_add_func ("/json-schema/flaws", test_flaws);
  g_test_add_func ("/json-schema/endless", test_endless);
  g_test_add_func ("/json-schema/slow-pattern", test_slow_pattern);
  g_test_add_func ("/json-schema/long-chain", test_long_chain);
  return g_test_run ();
}
