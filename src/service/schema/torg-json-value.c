/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json-rule.h"

#include <math.h>
#include <string.h>

#include "torg-json.h"

/* A value that is told to people is cut after so many letters. */
#define QUOTE_MAX 200

static const struct {
  const char *name;
  const char *letters;
} types[] = {
  { "array",   "a"  },
  { "boolean", "b"  },
  { "integer", "i"  },
  { "null",    "0"  },
  { "number",  "in" },
  { "object",  "o"  },
  { "string",  "s"  },
};

static char
type_of_number (double number)
{
  return floor (number) == number ? 'i' : 'n';
}

/**
 * torg_json_type:
 *
 * Returns: a letter for the type: o, a, s, b, i (a whole number, also 1.0), n (another), 0 (null)
 */
char
torg_json_type (JsonNode *value)
{
  GType type = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_NONE;

  if (JSON_NODE_HOLDS_OBJECT (value))
    return 'o';
  if (JSON_NODE_HOLDS_ARRAY (value))
    return 'a';
  if (type == G_TYPE_STRING)
    return 's';
  if (type == G_TYPE_BOOLEAN)
    return 'b';
  if (type == G_TYPE_INT64)
    return 'i';
  return type == G_TYPE_DOUBLE ? type_of_number (json_node_get_double (value)) : '0';
}

/**
 * torg_json_is_type:
 * @value: (nullable): a value; %NULL asks whether there is such a type
 * @type: the name of a type, as schemas have it
 *
 * Returns: whether the value is of it
 */
gboolean
torg_json_is_type (JsonNode *value, const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (strcmp (type, types[i].name) == 0)
      return value == NULL || strchr (types[i].letters, torg_json_type (value)) != NULL;
  }
  return FALSE;
}

/**
 * torg_json_number:
 *
 * Returns: what a number comes to
 */
double
torg_json_number (JsonNode *value)
{
  return json_node_get_value_type (value) == G_TYPE_INT64 ? (double) json_node_get_int (value)
                                                          : json_node_get_double (value);
}

static gboolean
same_arrays (JsonArray *one, JsonArray *other)
{
  guint length = json_array_get_length (one);

  if (length != json_array_get_length (other))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    if (!torg_json_same (json_array_get_element (one, i), json_array_get_element (other, i)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
same_objects (JsonObject *one, JsonObject *other)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  if (json_object_get_size (one) != json_object_get_size (other))
    return FALSE;
  json_object_iter_init (&iter, one);
  while (json_object_iter_next (&iter, &name, &value)) {
    JsonNode *theirs = json_object_get_member (other, name);

    if (theirs == NULL || !torg_json_same (value, theirs))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_number (char type)
{
  return type == 'i' || type == 'n';
}

static gboolean
same_numbers (JsonNode *one, JsonNode *other)
{
  if (json_node_get_value_type (one) == G_TYPE_INT64 &&
      json_node_get_value_type (other) == G_TYPE_INT64)
    return json_node_get_int (one) == json_node_get_int (other);
  return torg_json_number (one) == torg_json_number (other);
}

/**
 * torg_json_same:
 *
 * Unlike torg_json_equal(), 1 and 1.0 are one number here.
 *
 * Returns: whether two values are the same as schemas see it
 */
gboolean
torg_json_same (JsonNode *one, JsonNode *other)
{
  char type = torg_json_type (one);

  if (is_number (type) && is_number (torg_json_type (other)))
    return same_numbers (one, other);
  if (type != torg_json_type (other))
    return FALSE;
  if (type == 'o')
    return same_objects (json_node_get_object (one), json_node_get_object (other));
  if (type == 'a')
    return same_arrays (json_node_get_array (one), json_node_get_array (other));
  if (type == 's')
    return strcmp (json_node_get_string (one), json_node_get_string (other)) == 0;
  return type == '0' || json_node_get_boolean (one) == json_node_get_boolean (other);
}

/**
 * torg_json_hash:
 *
 * Returns: the same number for values that torg_json_same() takes for one
 */
guint
torg_json_hash (JsonNode *value)
{
  char type = torg_json_type (value);
  guint hash = (guint) type;

  if (is_number (type)) {
    /* The sum makes one zero of both. */
    double number = torg_json_number (value) + 0.0;

    return g_double_hash (&number);
  }
  if (type == 's')
    return g_str_hash (json_node_get_string (value));
  if (type == 'b')
    return json_node_get_boolean (value) ? 1 : 2;
  if (type == 'a') {
    JsonArray *array = json_node_get_array (value);

    for (guint i = 0; i < json_array_get_length (array); i++)
      hash = hash * 31 + torg_json_hash (json_array_get_element (array, i));
  }
  if (type == 'o') {
    JsonObjectIter iter;
    const char *name = NULL;
    JsonNode *member = NULL;

    json_object_iter_init (&iter, json_node_get_object (value));
    while (json_object_iter_next (&iter, &name, &member))
      hash += g_str_hash (name) ^ torg_json_hash (member);
  }
  return hash;
}

/**
 * torg_json_quote:
 *
 * Returns: (transfer full): the value for people, a text between single quotes, cut where it is long
 */
char *
torg_json_quote (JsonNode *value)
{
  gboolean is_text = torg_json_type (value) == 's';
  g_autofree char *whole =
    is_text ? g_strdup (json_node_get_string (value)) : torg_json_print (value);

  if (g_utf8_strlen (whole, -1) > QUOTE_MAX) {
    g_autofree char *cut = g_utf8_substring (whole, 0, QUOTE_MAX);

    return g_strdup_printf (is_text ? "'%s…'" : "%s…", cut);
  }
  return is_text ? g_strdup_printf ("'%s'", whole) : g_steal_pointer (&whole);
}
