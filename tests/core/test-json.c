/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"
#include "torg-test-core.h"

#include <string.h>

#define N_RANDOM 1500

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = torg_json_parse ("{\"a\":1,\"a\":2}", 13, 0, &error);
  g_autoptr (JsonNode) fine = torg_json_parse ("{\"a\":1}garbage", 7, 7, NULL);

  g_assert_null (node);
  g_assert_error (error, TORG_JSON_ERROR, TORG_JSON_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "\"a\""));
  g_assert_cmpint (torg_json_get_int (json_node_get_object (fine), "a", 0), ==, 1);
}

/* Written compactly, members in their order, and read again as the same. */
static void
test_print (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "null",
    "-9223372036854775808",
    "{\"b\":1,\"a\":[true,false,null,{}],\"\":\"\"}",
    "[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001/å😀\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JsonNode) node = torg_json_parse (texts[i], strlen (texts[i]), 0, NULL);
    g_autofree char *printed = torg_json_print (node);

    g_assert_cmpstr (printed, ==, texts[i]);
  }
}

/* Of numbers with a fraction only the value is kept, but that to the last bit. */
static void
test_print_doubles (void)
{
  static const char *const texts[] = {
    "0.1",  "1e300",  "1e22",     "1e15",  "1e5",
    "-0.0", "5e-324", "1.5e-300", "0.035", "1.7976931348623157e308"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (JsonNode) node = torg_json_parse (texts[i], strlen (texts[i]), 0, NULL);
    g_autofree char *printed = torg_json_print (node);
    g_autoptr (JsonNode) again = torg_json_parse (printed, strlen (printed), 0, NULL);

    g_assert_true (json_node_get_value_type (again) == G_TYPE_DOUBLE);
    g_assert_cmpfloat (json_node_get_double (again), ==, g_ascii_strtod (texts[i], NULL));
  }
}

static void
test_print_object (void)
{
  g_autoptr (JsonObject) object = torg_test_object ("{'a': {'b': [1]}}");
  g_autofree char *printed = torg_json_print_object (object);

  g_assert_cmpstr (printed, ==, "{\"a\":{\"b\":[1]}}");
}

static void
test_equal (void)
{
  /* Each value is equal to itself and to no other. */
  static const char *const texts[] = {
    "null",
    "true",
    "false",
    "0",
    "1",
    "1.0",
    "'1'",
    "''",
    "[]",
    "{}",
    "[1]",
    "[1, 2]",
    "[2, 1]",
    "[[1]]",
    "{'a': 1}",
    "{'b': 1}",
    "{'a': null}",
    "{'a': 1, 'b': 1}",
    "{'a': {'b': [1, {'c': 'x'}]}}",
    "{'a': {'b': [1, {'c': 'y'}]}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++) {
      g_autoptr (JsonNode) one = torg_test_json (texts[i]);
      g_autoptr (JsonNode) other = torg_test_json (texts[j]);

      if (torg_json_equal (one, other) != (i == j))
        g_error ("%s and %s", texts[i], texts[j]);
    }
}

static void
test_equal_order (void)
{
  g_autoptr (JsonNode) one = torg_test_json ("{'a': 1, 'b': {'c': 1, 'd': 2}}");
  g_autoptr (JsonNode) other = torg_test_json ("{'b': {'d': 2, 'c': 1}, 'a': 1}");
  g_autoptr (JsonNode) nothing = torg_test_json ("null");

  g_assert_true (torg_json_equal (one, other));
  g_assert_true (torg_json_equal (NULL, NULL));
  g_assert_false (torg_json_equal (one, NULL));
  g_assert_false (torg_json_equal (NULL, nothing));
}

static void
test_copy (void)
{
  g_autoptr (JsonObject) object = torg_test_object ("{'a': 1, 'b': [1], 'c': {}}");
  g_autoptr (JsonObject) copy = torg_json_object_copy (object);
  g_autofree char *printed = NULL;

  torg_test_assert_objects_equal (copy, object);
  json_object_set_int_member (copy, "a", 2);
  json_object_remove_member (copy, "c");
  printed = torg_json_print_object (object);
  g_assert_cmpstr (printed, ==, "{\"a\":1,\"b\":[1],\"c\":{}}");
}

/* The examples of RFC 7396, appendix A, whose documents are objects. */
static void
test_merge_patch (void)
{
  static const struct {
    const char *target;
    const char *patch;
    const char *result;
  } rows[] = {
    { "{'a':'b'}",         "{'a':'c'}",                 "{'a':'c'}"         },
    { "{'a':'b'}",         "{'b':'c'}",                 "{'a':'b','b':'c'}" },
    { "{'a':'b'}",         "{'a':null}",                "{}"                },
    { "{'a':'b','b':'c'}", "{'a':null}",                "{'b':'c'}"         },
    { "{'a':['b']}",       "{'a':'c'}",                 "{'a':'c'}"         },
    { "{'a':'c'}",         "{'a':['b']}",               "{'a':['b']}"       },
    { "{'a':{'b':'c'}}",   "{'a':{'b':'d','c':null}}",  "{'a':{'b':'d'}}"   },
    { "{'a':[{'b':'c'}]}", "{'a':[1]}",                 "{'a':[1]}"         },
    { "{'e':null}",        "{'a':1}",                   "{'e':null,'a':1}"  },
    { "{}",                "{'a':{'bb':{'ccc':null}}}", "{'a':{'bb':{}}}"   },
    { "{'a':1}",           "{'a':{'b':1}}",             "{'a':{'b':1}}"     },
    { "{}",                "{'a':[null]}",              "{'a':[null]}"      },
    { "{'a':{'b':1}}",     "{}",                        "{'a':{'b':1}}"     },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JsonObject) target = torg_test_object (rows[i].target);
    g_autoptr (JsonObject) before = torg_test_object (rows[i].target);
    g_autoptr (JsonObject) patch = torg_test_object (rows[i].patch);
    g_autoptr (JsonObject) expected = torg_test_object (rows[i].result);
    g_autoptr (JsonObject) result = torg_json_merge_patch (target, patch);

    torg_test_assert_objects_equal (result, expected);
    torg_test_assert_objects_equal (target, before);
  }
}

static void
test_merge_patch_of_nothing (void)
{
  g_autoptr (JsonObject) patch = torg_test_object ("{'a': {'b': 1, 'c': null}, 'd': null}");
  g_autoptr (JsonObject) expected = torg_test_object ("{'a': {'b': 1}}");
  g_autoptr (JsonObject) result = torg_json_merge_patch (NULL, patch);

  torg_test_assert_objects_equal (result, expected);
}

static void
test_diff (void)
{
  static const struct {
    const char *from;
    const char *to;
    const char *patch;
  } rows[] = {
    { "{}",                  "{}",                  "{}"               },
    { "{'a':1}",             "{'a':1}",             "{}"               },
    { "{'a':1}",             "{'a':2}",             "{'a':2}"          },
    { "{'a':1}",             "{}",                  "{'a':null}"       },
    { "{}",                  "{'a':{}}",            "{'a':{}}"         },
    { "{'a':{'b':1,'c':2}}", "{'a':{'b':1,'c':3}}", "{'a':{'c':3}}"    },
    { "{'a':{'b':1}}",       "{'a':{}}",            "{'a':{'b':null}}" },
    { "{'a':{'b':1}}",       "{'a':'b'}",           "{'a':'b'}"        },
    { "{'a':[1,2]}",         "{'a':[2,1]}",         "{'a':[2,1]}"      },
    { "{'a':1,'b':2}",       "{'b':2,'a':1}",       "{}"               },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JsonObject) from = torg_test_object (rows[i].from);
    g_autoptr (JsonObject) to = torg_test_object (rows[i].to);
    g_autoptr (JsonObject) expected = torg_test_object (rows[i].patch);
    g_autoptr (JsonObject) patch = torg_json_diff (from, to);

    torg_test_assert_objects_equal (patch, expected);
  }
}

/* merge_patch (a, diff (a, b)) is b, for documents that have nothing or much in common. */
static void
test_inverse (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();

  for (guint i = 0; i < N_RANDOM; i++) {
    g_autoptr (JsonObject) from = json_object_new ();
    g_autoptr (JsonObject) to = NULL;
    g_autoptr (JsonObject) patch = NULL;
    g_autoptr (JsonObject) result = NULL;

    for (guint j = 0; j < 4; j++) {
      g_autofree char *name = g_strdup_printf ("m%u", j);

      json_object_set_member (from, name, torg_test_random_value (rand, 4));
    }
    to = torg_json_object_copy (from);
    json_object_set_member (to, "m1", torg_test_random_value (rand, 4));
    json_object_set_member (to, "m5", torg_test_random_value (rand, 4));
    if (g_rand_boolean (rand))
      json_object_remove_member (to, "m2");
    patch = torg_json_diff (from, to);
    result = torg_json_merge_patch (from, patch);
    torg_test_assert_objects_equal (result, to);
    g_assert_false (json_object_has_member (patch, "m0"));
  }
}

/* Getters take any JSON for granted: an absent object, an absent member, another type. */
static void
test_getters (void)
{
  g_autoptr (JsonObject) object =
    torg_test_object ("{'text': 'x', 'int': 7, 'double': 7.0, 'null': null, 'yes': true, "
                      "'object': {'a': 1}, 'array': [1, 2]}");
  static const char *const members[] = { "text", "int",    "double", "null",
                                         "yes",  "object", "array",  "none" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    const char *name = members[i];
    gboolean is_int = g_str_equal (name, "int");

    g_assert_cmpstr (torg_json_get_string (object, name), ==,
                     g_str_equal (name, "text") ? "x" : NULL);
    g_assert_cmpint (torg_json_get_int (object, name, -3), ==, is_int ? 7 : -3);
    g_assert_true ((torg_json_get_object (object, name) != NULL) == g_str_equal (name, "object"));
    g_assert_true ((torg_json_get_array (object, name) != NULL) == g_str_equal (name, "array"));
    g_assert_null (torg_json_get_string (NULL, name));
    g_assert_cmpint (torg_json_get_int (NULL, name, 5), ==, 5);
    g_assert_null (torg_json_get_object (NULL, name));
    g_assert_null (torg_json_get_array (NULL, name));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/parse", test_parse);
  g_test_add_func ("/json/print", test_print);
  g_test_add_func ("/json/print-doubles", test_print_doubles);
  g_test_add_func ("/json/print-object", test_print_object);
  g_test_add_func ("/json/equal", test_equal);
  g_test_add_func ("/json/equal-order", test_equal_order);
  g_test_add_func ("/json/copy", test_copy);
  g_test_add_func ("/json/merge-patch", test_merge_patch);
  g_test_add_func ("/json/merge-patch-of-nothing", test_merge_patch_of_nothing);
  g_test_add_func ("/json/diff", test_diff);
  g_test_add_func ("/json/inverse", test_inverse);
  g_test_add_func ("/json/getters", test_getters);
  return g_test_run ();
}
