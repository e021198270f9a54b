/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"
#include "torg-test-core.h"

#include <string.h>

#define FINE      -1
#define SYNTAX    TORG_JSON_ERROR_SYNTAX
#define DUPLICATE TORG_JSON_ERROR_DUPLICATE
#define NUMBER    TORG_JSON_ERROR_NUMBER
#define TEXT      TORG_JSON_ERROR_TEXT
#define DEEP      TORG_JSON_ERROR_TOO_DEEP
#define LARGE     TORG_JSON_ERROR_TOO_LARGE

#define N_RANDOM 1500

/* Reads @length bytes from a block that ends with them, so that a step too far is seen. */
static int
code_of (const char *text, gsize length, gsize max_bytes)
{
  g_autofree char *exact = g_memdup2 (text, length);
  g_autoptr (GError) error = NULL;
  gboolean fine = torg_json_check (exact, length, max_bytes, &error);

  g_assert_true (fine == (error == NULL));
  if (fine)
    return FINE;
  g_assert_true (error->domain == TORG_JSON_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return error->code;
}

typedef struct {
  const char *text;
  int code;
} Row;

static void
check_rows (const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    if (code_of (rows[i].text, strlen (rows[i].text), 0) != rows[i].code)
      g_error ("%s: %d instead of %d", rows[i].text,
               code_of (rows[i].text, strlen (rows[i].text), 0), rows[i].code);
}

static void
test_grammar (void)
{
  static const Row rows[] = {
    { "",                  SYNTAX },
    { " \t\r\n",           SYNTAX },
    { "{}",                FINE   },
    { " [ ] ",             FINE   },
    { "\t{\n\"a\" : 1\r}", FINE   },
    { "null",              FINE   },
    { "true",              FINE   },
    { "false",             FINE   },
    { "\"\"",              FINE   },
    { "nul",               SYNTAX },
    { "True",              SYNTAX },
    { "truefalse",         SYNTAX },
    { "undefined",         SYNTAX },
    { "'a'",               SYNTAX },
    { "{a:1}",             SYNTAX },
    { "{\"a\"}",           SYNTAX },
    { "{\"a\" 1}",         SYNTAX },
    { "{\"a\":}",          SYNTAX },
    { "{\"a\":1,}",        SYNTAX },
    { "{,}",               SYNTAX },
    { "{1:1}",             SYNTAX },
    { "{\"a\":1 \"b\":2}", SYNTAX },
    { "[1,]",              SYNTAX },
    { "[,1]",              SYNTAX },
    { "[1 2]",             SYNTAX },
    { "[1",                SYNTAX },
    { "[1}",               SYNTAX },
    { "{\"a\":1",          SYNTAX },
    { "{\"a\":1]",         SYNTAX },
    { "[",                 SYNTAX },
    { "{",                 SYNTAX },
    { "]",                 SYNTAX },
    { "{} {}",             SYNTAX },
    { "{}x",               SYNTAX },
    { "1 2",               SYNTAX },
    { "[] // no",          SYNTAX },
    { "/* no */ []",       SYNTAX },
    { "\ufeff{}",          SYNTAX },
    { "\u00a0{}",          SYNTAX },
    { "\v{}",              SYNTAX },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_numbers (void)
{
  static const Row rows[] = {
    { "0",                                 FINE   },
    { "-0",                                FINE   },
    { "-12",                               FINE   },
    { "1.5",                               FINE   },
    { "-0.0e-0",                           FINE   },
    { "1E+2",                              FINE   },
    { "9223372036854775807",               FINE   },
    { "-9223372036854775808",              FINE   },
    { "1e308",                             FINE   },
    { "1e-999",                            FINE   },
    { "0e999",                             FINE   },
    { "9223372036854775808",               NUMBER },
    { "-9223372036854775809",              NUMBER },
    { "100000000000000000000000000000000", NUMBER },
    { "[1e999]",                           NUMBER },
    { "{\"a\":-1e999}",                    NUMBER },
    { "1.8e308",                           NUMBER },
    { "NaN",                               SYNTAX },
    { "Infinity",                          SYNTAX },
    { "-Infinity",                         SYNTAX },
    { "inf",                               SYNTAX },
    { "01",                                SYNTAX },
    { "-01",                               SYNTAX },
    { "+1",                                SYNTAX },
    { "- 1",                               SYNTAX },
    { "-",                                 SYNTAX },
    { "--1",                               SYNTAX },
    { ".5",                                SYNTAX },
    { "5.",                                SYNTAX },
    { "1e",                                SYNTAX },
    { "1e+",                               SYNTAX },
    { "1.e1",                              SYNTAX },
    { "0x10",                              SYNTAX },
    { "1_000",                             SYNTAX },
    { "1,5",                               SYNTAX },
    { "\u0661",                            SYNTAX }, /* a digit, but not of JSON */
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_texts (void)
{
  static const Row rows[] = {
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", FINE   },
    { "\"\x7f\"",                       FINE   },
    { "\"\\u00e5\\uFFFF\\u0001\"",      FINE   },
    { "\"\\ud83d\\ude00\"",             FINE   },
    { "\"\\uDBFF\\uDFFF\"",             FINE   },
    { "\"\\u0000\"",                    TEXT   },
    { "{\"a\\u0000b\":1}",              TEXT   },
    { "\"\\ud83d\"",                    TEXT   },
    { "\"\\ude00\"",                    TEXT   },
    { "\"\\ude00\\ud83d\"",             TEXT   },
    { "\"\\ud83d\\ud83d\"",             TEXT   },
    { "\"\\ud83d\\u0041\"",             TEXT   },
    { "\"\\ud83dx\\ude00\"",            TEXT   },
    { "\"\\ud83d\\n\"",                 TEXT   },
    { "\"\\ud83d\\uzzzz\"",             SYNTAX },
    { "\"\\u12\"",                      SYNTAX },
    { "\"\\u12g4\"",                    SYNTAX },
    { "\"\\u+123\"",                    SYNTAX },
    { "\"\\U0041\"",                    SYNTAX },
    { "\"\\x41\"",                      SYNTAX },
    { "\"\\'\"",                        SYNTAX },
    { "\"\\",                           SYNTAX },
    { "\"\\u",                          SYNTAX },
    { "\"",                             SYNTAX },
    { "\"abc",                          SYNTAX },
    { "\"a\nb\"",                       SYNTAX },
    { "\"a\tb\"",                       SYNTAX },
    { "\"\x1f\"",                       SYNTAX },
    { "{\"\n\":1}",                     SYNTAX },
    { "\"\x80\"",                       SYNTAX },
    { "\"\xe5\"",                       SYNTAX }, /* å in Latin-1 */
    { "\"\xc3\"",                       SYNTAX },
    { "\"\xc0\xaf\"",                   SYNTAX }, /* longer than needed */
    { "\"\xed\xa0\x80\"",               SYNTAX }, /* a surrogate as UTF-8 */
    { "\"\xf4\x90\x80\x80\"",           SYNTAX }, /* above U+10FFFF */
    { "{\"\xff\":1}",                   SYNTAX },
    { "[]\xff",                         SYNTAX },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_duplicates (void)
{
  static const Row rows[] = {
    { "{\"a\":1,\"b\":1}",                               FINE      },
    { "{\"a\":{\"a\":1},\"b\":{\"a\":1}}",               FINE      },
    { "[{\"a\":1},{\"a\":1}]",                           FINE      },
    { "{\"a\":1,\"A\":1}",                               FINE      },
    { "{\"a\\n\":1,\"a\\\\n\":1}",                       FINE      },
    { "{\"a\":1,\"a\":1}",                               DUPLICATE },
    { "{\"\":1,\"\":1}",                                 DUPLICATE },
    { "{\"a\":1,\"b\":{},\"a\":null}",                   DUPLICATE },
    { "{\"a\":1,\"\\u0061\":1}",                         DUPLICATE },
    { "{\"\\/\":1,\"/\":1}",                             DUPLICATE },
    { "{\"\\n\":1,\"\\u000A\":1}",                       DUPLICATE },
    { "{\"\\t\":1,\"\\u0009\":1}",                       DUPLICATE },
    { "{\"å\":1,\"\\u00E5\":1}",                         DUPLICATE },
    { "{\"😀\":1,\"\\uD83D\\uDE00\":1}",                 DUPLICATE },
    { "{\"a\":[{\"b\":{\"c\":1,\"c\":1}}]}",             DUPLICATE },
    { "{\"a\":{\"x\":1},\"b\":1,\"\\u0061\":{\"x\":1}}", DUPLICATE },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* A name too long to be told whole is cut, but never inside a character. */
static void
test_long_duplicate (void)
{
  for (guint i = 0; i < 4; i++) {
    g_autofree char *start = g_strnfill (60 + i, 'a');
    g_autofree char *text = g_strdup_printf ("{\"%såååå\":1,\"%såååå\":1}", start, start);

    g_assert_cmpint (code_of (text, strlen (text), 0), ==, DUPLICATE);
  }
}

static void
test_nul (void)
{
  static const struct {
    const char *text;
    gsize length;
  } rows[] = {
    { "\0",       1 },
    { "{}\0",     3 },
    { "\0{}",     3 },
    { "{\0}",     3 },
    { "\"a\0b\"", 5 },
    { "[1\0]",    4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (code_of (rows[i].text, rows[i].length, 0), ==, SYNTAX);
  g_assert_cmpint (code_of (NULL, 0, 0), ==, SYNTAX);
}

/* Only @length bytes count, whatever stands behind them. */
static void
test_length (void)
{
  static const char text[] = "{\"a\": 12}garbage";
  static const int codes[] = { SYNTAX, SYNTAX, SYNTAX, SYNTAX, SYNTAX, SYNTAX,
                               SYNTAX, SYNTAX, SYNTAX, FINE,   SYNTAX };

  for (gsize length = 0; length < G_N_ELEMENTS (codes); length++)
    g_assert_cmpint (code_of (text, length, 0), ==, codes[length]);
}

static void
test_size (void)
{
  g_assert_cmpint (code_of ("[1,2]", 5, 5), ==, FINE);
  g_assert_cmpint (code_of ("[1,2]", 5, 4), ==, LARGE);
  g_assert_cmpint (code_of ("\xff\xff", 2, 1), ==, LARGE);
}

static char *
nested (guint levels, const char *opening, const char *closing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < levels; i++)
    g_string_append (text, opening);
  g_string_append (text, "0");
  for (guint i = 0; i < levels; i++)
    g_string_append (text, closing);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_depth (void)
{
  static const struct {
    guint levels;
    int code;
  } rows[] = {
    { TORG_JSON_MAX_DEPTH,     FINE },
    { TORG_JSON_MAX_DEPTH + 1, DEEP },
    { 100000,                  DEEP }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *arrays = nested (rows[i].levels, "[", "]");
    g_autofree char *objects = nested (rows[i].levels, "{\"a\":", "}");
    g_autofree char *endless = nested (rows[i].levels, "[", "");

    g_assert_cmpint (code_of (arrays, strlen (arrays), 0), ==, rows[i].code);
    g_assert_cmpint (code_of (objects, strlen (objects), 0), ==, rows[i].code);
    g_assert_cmpint (code_of (endless, strlen (endless), 0), ==,
                     rows[i].code == FINE ? SYNTAX : DEEP);
  }
}

/* Depth is counted where one is, not in all. */
static void
test_depth_beside (void)
{
  g_autofree char *deep = nested (TORG_JSON_MAX_DEPTH - 1, "[", "]");
  g_autofree char *beside = g_strdup_printf ("[%s,%s,%s]", deep, deep, deep);

  g_assert_cmpint (code_of (beside, strlen (beside), 0), ==, FINE);
}

static void
test_members (void)
{
  for (guint n = TORG_JSON_MAX_MEMBERS; n <= TORG_JSON_MAX_MEMBERS + 1; n++) {
    g_autoptr (GString) text = g_string_new ("{\"first\":0");

    for (guint i = 1; i < n; i++)
      g_string_append_printf (text, ",\"member%u\":%u", i, i);
    g_string_append_c (text, '}');
    g_assert_cmpint (code_of (text->str, text->len, 0), ==,
                     n > TORG_JSON_MAX_MEMBERS ? LARGE : FINE);
  }
}

static void
test_values (void)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 2; i < TORG_JSON_MAX_VALUES; i++)
    g_string_append (text, "1,");
  g_string_append (text, "1]");
  g_assert_cmpint (code_of (text->str, text->len, 0), ==, FINE);
  g_string_insert (text, 1, "1,");
  g_assert_cmpint (code_of (text->str, text->len, 0), ==, LARGE);
}

/* A text of a megabyte, a number of as many digits, as many values: fast, and told apart. */
static void
test_long (void)
{
  g_autofree char *filling = g_strnfill (1 << 20, '7');
  g_autofree char *text = g_strdup_printf ("{\"%s\":\"%s\"}", filling, filling);
  g_autofree char *fraction = g_strdup_printf ("[0.%s]", filling);
  g_autoptr (GString) values = g_string_new ("[");
  g_autoptr (JsonNode) node = torg_json_parse (text, strlen (text), 0, NULL);

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (values, "{\"member%u\":%u},", i, i);
  g_string_append (values, "0]");

  g_assert_cmpstr (torg_json_get_string (json_node_get_object (node), filling), ==, filling);
  g_assert_cmpint (code_of (filling, strlen (filling), 0), ==, NUMBER);
  g_assert_cmpint (code_of (fraction, strlen (fraction), 0), ==, FINE);
  g_assert_cmpint (code_of (values->str, values->len, 0), ==, FINE);
}

static void
append_space (GString *text, GRand *rand)
{
  static const char spaces[] = " \t\r\n";

  while (g_rand_int_range (rand, 0, 4) == 0)
    g_string_append_c (text, spaces[g_rand_int_range (rand, 0, 4)]);
}

/* Each character as it is or as an escape, by chance. */
static void
append_text (GString *text, const char *meant, GRand *rand)
{
  g_string_append_c (text, '"');
  for (; *meant != '\0'; meant = g_utf8_next_char (meant)) {
    gunichar character = g_utf8_get_char (meant);

    if (character > 0xffff && g_rand_boolean (rand))
      g_string_append_printf (text, "\\u%04X\\u%04x", 0xd800 + ((character - 0x10000) >> 10),
                              0xdc00 + ((character - 0x10000) & 0x3ff));
    else if (character > 0xffff || (g_rand_boolean (rand) && strchr ("\"\\", *meant) == NULL))
      g_string_append_unichar (text, character);
    else
      g_string_append_printf (text, "\\u%04x", character);
  }
  g_string_append_c (text, '"');
}

static void append_value (GString *text, JsonNode *node, GRand *rand);

static void
append_object (GString *text, JsonObject *object, GRand *rand)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  const char *between = "{";

  if (json_object_get_size (object) == 0)
    g_string_append (text, between);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value)) {
    g_string_append (text, between);
    append_space (text, rand);
    append_text (text, name, rand);
    append_space (text, rand);
    g_string_append_c (text, ':');
    append_value (text, value, rand);
    between = ",";
  }
  g_string_append_c (text, '}');
}

static void
append_array (GString *text, JsonArray *array, GRand *rand)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (i > 0)
      g_string_append_c (text, ',');
    append_value (text, json_array_get_element (array, i), rand);
  }
  g_string_append_c (text, ']');
}

/* Writes JSON without json-glib, in one of the many ways that the same value may be written. */
static void
append_value (GString *text, JsonNode *node, GRand *rand)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  append_space (text, rand);
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (text, json_node_get_object (node), rand);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (text, json_node_get_array (node), rand);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    append_text (text, json_node_get_string (node), rand);
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else
    g_string_append (text,
                     g_ascii_formatd (number, sizeof number, "%.17e", json_node_get_double (node)));
  append_space (text, rand);
}

/* What the check lets through, json-glib reads as it is meant. */
static void
test_read_alike (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();

  for (guint i = 0; i < N_RANDOM; i++) {
    g_autoptr (JsonNode) meant = torg_test_random_value (rand, 5);
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *exact = NULL;
    g_autoptr (JsonNode) read = NULL;
    g_autoptr (GError) error = NULL;

    append_value (text, meant, rand);
    exact = g_memdup2 (text->str, text->len);
    read = torg_json_parse (exact, text->len, 0, &error);
    g_assert_no_error (error);
    torg_test_assert_equal (read, meant);
  }
}

/* Puts another byte in, over or away. */
static void
damage (GString *text, GRand *rand)
{
  static const char bytes[] = "{}[]\",:\\u0d8e-+.01Ent\n \x80\xc3\xff";
  gssize at = g_rand_int_range (rand, 0, (int) text->len);
  char byte = bytes[g_rand_int_range (rand, 0, sizeof bytes)];

  if (g_rand_boolean (rand))
    text->str[at] = byte;
  else if (g_rand_boolean (rand))
    g_string_insert_c (text, at, byte);
  else
    g_string_erase (text, at, 1);
}

/* Damaged text is refused, or json-glib reads it and writes what is read as the same. */
static void
test_damaged (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();
  guint refused = 0;

  for (guint i = 0; i < N_RANDOM * 4; i++) {
    g_autoptr (JsonNode) meant = torg_test_random_value (rand, 3);
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (JsonNode) read = NULL;
    g_autoptr (JsonNode) again = NULL;
    g_autofree char *printed = NULL;
    g_autoptr (GError) error = NULL;

    append_value (text, meant, rand);
    damage (text, rand);
    if (code_of (text->str, text->len, 0) != FINE) {
      refused++;
      continue;
    }
    read = torg_json_parse (text->str, text->len, 0, &error);
    g_assert_no_error (error);
    printed = torg_json_print (read);
    again = torg_json_parse (printed, strlen (printed), 0, &error);
    g_assert_no_error (error);
    torg_test_assert_equal (read, again);
  }
  g_assert_cmpuint (refused, >, N_RANDOM);
  g_assert_cmpuint (refused, <, N_RANDOM * 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-check/grammar", test_grammar);
  g_test_add_func ("/json-check/numbers", test_numbers);
  g_test_add_func ("/json-check/texts", test_texts);
  g_test_add_func ("/json-check/duplicates", test_duplicates);
  g_test_add_func ("/json-check/long-duplicate", test_long_duplicate);
  g_test_add_func ("/json-check/nul", test_nul);
  g_test_add_func ("/json-check/length", test_length);
  g_test_add_func ("/json-check/size", test_size);
  g_test_add_func ("/json-check/depth", test_depth);
  g_test_add_func ("/json-check/depth-beside", test_depth_beside);
  g_test_add_func ("/json-check/members", test_members);
  g_test_add_func ("/json-check/values", test_values);
  g_test_add_func ("/json-check/long", test_long);
  g_test_add_func ("/json-check/read-alike", test_read_alike);
  g_test_add_func ("/json-check/damaged", test_damaged);
  return g_test_run ();
}
