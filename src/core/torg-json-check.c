/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/*
 * A JSON reader (RFC 8259) that is stricter than json-glib's, and quicker. Where nobody wants the tree
 * it builds nothing; its memory is then bounded by the members of the objects that are open at one
 * time, and the longest text.
 */
typedef struct {
  const char *at;
  const char *start;
  const char *end;
  guint depth;
  guint n_values;
  GString *scratch; /* a text, unescaped */
  GError **error;
} Reader;

/* Reads a value; with @node it is built there. */
static gboolean read_value (Reader *self, JsonNode *node);

static gboolean
refuse (Reader *self, TorgJsonError code, const char *why)
{
  g_set_error (self->error, TORG_JSON_ERROR, code, "%s at byte %" G_GSIZE_FORMAT, why,
               (gsize) (self->at - self->start));
  return FALSE;
}

static void
skip_space (Reader *self)
{
  while (self->at < self->end &&
         (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

static gboolean
accept (Reader *self, char byte)
{
  skip_space (self);
  if (self->at == self->end || *self->at != byte)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
read_hex4 (Reader *self, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++) {
    if (self->at == self->end || !g_ascii_isxdigit (*self->at))
      return refuse (self, TORG_JSON_ERROR_SYNTAX, "a \\u escape without four hex digits");
    *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*self->at++);
  }
  return TRUE;
}

static gboolean
read_unicode_escape (Reader *self, gunichar *character)
{
  gunichar low;

  if (!read_hex4 (self, character))
    return FALSE;
  if (*character == 0)
    return refuse (self, TORG_JSON_ERROR_TEXT, "a NUL inside a text");
  if (*character < 0xD800 || *character > 0xDFFF)
    return TRUE;
  if (*character > 0xDBFF || self->end - self->at < 6 || self->at[0] != '\\' || self->at[1] != 'u')
    return refuse (self, TORG_JSON_ERROR_TEXT, "half a surrogate pair");
  self->at += 2;
  if (!read_hex4 (self, &low))
    return FALSE;
  if (low < 0xDC00 || low > 0xDFFF)
    return refuse (self, TORG_JSON_ERROR_TEXT, "half a surrogate pair");
  *character = 0x10000 + ((*character - 0xD800) << 10) + (low - 0xDC00);
  return TRUE;
}

static gboolean
read_escape (Reader *self, gunichar *character)
{
  static const char plain[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (self->at == self->end)
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "a text that does not end");
  if (*self->at == 'u') {
    self->at++;
    return read_unicode_escape (self, character);
  }
  found = *self->at ? strchr (plain, *self->at) : NULL;
  if (found == NULL)
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "an unknown escape");
  *character = (guchar) meant[found - plain];
  self->at++;
  return TRUE;
}

static const char *
skip_plain (const char *at, const char *end)
{
  while (at < end && *at != '"' && *at != '\\' && (guchar) *at >= 0x20)
    at++;
  return at;
}

/* Reads a text; what it means is in the scratch afterwards. */
static gboolean
read_text (Reader *self)
{
  g_string_truncate (self->scratch, 0);
  if (!accept (self, '"'))
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "a text was expected");
  for (;;) {
    const char *from = self->at;
    gunichar character;

    self->at = skip_plain (from, self->end);
    g_string_append_len (self->scratch, from, self->at - from);
    if (self->at == self->end || *self->at == '"')
      break;
    if (*self->at != '\\')
      return refuse (self, TORG_JSON_ERROR_SYNTAX, "a control character inside a text");
    self->at++;
    if (!read_escape (self, &character))
      return FALSE;
    g_string_append_unichar (self->scratch, character);
  }
  return accept (self, '"') || refuse (self, TORG_JSON_ERROR_SYNTAX, "a text that does not end");
}

static gboolean
read_text_value (Reader *self, JsonNode *node)
{
  if (!read_text (self))
    return FALSE;
  if (node != NULL)
    json_node_init_string (node, self->scratch->str);
  return TRUE;
}

static guint
skip_digits (Reader *self)
{
  const char *from = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return (guint) (self->at - from);
}

static gboolean
skip_number (Reader *self, gboolean *whole)
{
  *whole = TRUE;
  if (self->at < self->end && *self->at == '-')
    self->at++;
  if (self->at < self->end && *self->at == '0')
    self->at++;
  else if (skip_digits (self) == 0)
    return FALSE;
  if (self->at < self->end && *self->at == '.') {
    *whole = FALSE;
    self->at++;
    if (skip_digits (self) == 0)
      return FALSE;
  }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E')) {
    *whole = FALSE;
    self->at++;
    if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
      self->at++;
    if (skip_digits (self) == 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_number (Reader *self, JsonNode *node)
{
  const char *from = self->at;
  g_autofree char *digits = NULL;
  gint64 number = 0;
  double real = 0;
  gboolean whole;

  if (!skip_number (self, &whole))
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "not a value");
  digits = g_strndup (from, (gsize) (self->at - from));
  if (whole && !g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return refuse (self, TORG_JSON_ERROR_NUMBER, "a whole number of more than 64 bits");
  real = whole ? 0 : g_ascii_strtod (digits, NULL);
  if (!isfinite (real))
    return refuse (self, TORG_JSON_ERROR_NUMBER, "a number out of range");
  if (node != NULL && whole)
    json_node_init_int (node, number);
  else if (node != NULL)
    json_node_init_double (node, real);
  return TRUE;
}

static gboolean
refuse_second (Reader *self)
{
  g_autofree char *why = g_strdup_printf ("a second member \"%.64s\"", self->scratch->str);

  return refuse (self, TORG_JSON_ERROR_DUPLICATE,
                 g_utf8_validate (why, -1, NULL) ? why : "a second member");
}

/* The names that were there are those of the object, or in a set where none is built. */
static gboolean
read_member (Reader *self, JsonObject *object, GHashTable *names)
{
  guint n_members = object != NULL ? json_object_get_size (object) : g_hash_table_size (names);
  JsonNode *value = NULL;

  /* Names can be made that all have one hash, with which many members take minutes to read. */
  if (n_members == TORG_JSON_MAX_MEMBERS)
    return refuse (self, TORG_JSON_ERROR_TOO_LARGE, "too many members");
  if (!read_text (self))
    return FALSE;
  if (object != NULL ? json_object_has_member (object, self->scratch->str)
                     : !g_hash_table_add (names, g_strdup (self->scratch->str)))
    return refuse_second (self);
  if (!accept (self, ':'))
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "a colon was expected");
  if (object == NULL)
    return read_value (self, NULL);
  value = json_node_alloc ();
  json_object_set_member (object, self->scratch->str, value);
  return read_value (self, value);
}

static gboolean
read_object (Reader *self, JsonNode *node)
{
  g_autoptr (JsonObject) object = node == NULL ? NULL : json_object_new ();
  g_autoptr (GHashTable) names =
    node == NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  if (node != NULL)
    json_node_init_object (node, object);
  if (accept (self, '}'))
    return TRUE;
  do {
    skip_space (self);
    if (!read_member (self, object, names))
      return FALSE;
  } while (accept (self, ','));
  return accept (self, '}') || refuse (self, TORG_JSON_ERROR_SYNTAX, "an object that does not end");
}

static gboolean
read_array (Reader *self, JsonNode *node)
{
  g_autoptr (JsonArray) array = node == NULL ? NULL : json_array_new ();

  if (node != NULL)
    json_node_init_array (node, array);
  if (accept (self, ']'))
    return TRUE;
  do {
    JsonNode *value = node == NULL ? NULL : json_node_alloc ();

    if (value != NULL)
      json_array_add_element (array, value);
    if (!read_value (self, value))
      return FALSE;
  } while (accept (self, ','));
  return accept (self, ']') || refuse (self, TORG_JSON_ERROR_SYNTAX, "an array that does not end");
}

static gboolean
read_nested (Reader *self, gboolean (*read) (Reader *, JsonNode *), JsonNode *node)
{
  gboolean fine;

  if (++self->depth > TORG_JSON_MAX_DEPTH)
    return refuse (self, TORG_JSON_ERROR_TOO_DEEP, "too many levels");
  fine = read (self, node);
  self->depth--;
  return fine;
}

static gboolean
accept_word (Reader *self, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || memcmp (self->at, word, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

static gboolean
read_word (Reader *self, JsonNode *node)
{
  gboolean is_true = accept_word (self, "true");

  if (is_true || accept_word (self, "false")) {
    if (node != NULL)
      json_node_init_boolean (node, is_true);
    return TRUE;
  }
  if (!accept_word (self, "null"))
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "not a value");
  if (node != NULL)
    json_node_init_null (node);
  return TRUE;
}

static gboolean
read_value (Reader *self, JsonNode *node)
{
  /* One that was refused inside is freed as this. */
  if (node != NULL)
    json_node_init_null (node);
  skip_space (self);
  if (self->at == self->end)
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "a value was expected");
  /* A tree takes two hundred bytes for each, where the text may take two. */
  if (++self->n_values > TORG_JSON_MAX_VALUES)
    return refuse (self, TORG_JSON_ERROR_TOO_LARGE, "too many values");
  if (accept (self, '{'))
    return read_nested (self, read_object, node);
  if (accept (self, '['))
    return read_nested (self, read_array, node);
  if (*self->at == '"')
    return read_text_value (self, node);
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return read_number (self, node);
  return read_word (self, node);
}

static gboolean
read_all (const char *text, gsize length, gsize max_bytes, JsonNode *node, GError **error)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  Reader reader = { text, text, text + length, 0, 0, scratch, error };

  if (max_bytes > 0 && length > max_bytes) {
    g_set_error (error, TORG_JSON_ERROR, TORG_JSON_ERROR_TOO_LARGE,
                 "%" G_GSIZE_FORMAT " bytes, more than the limit of %" G_GSIZE_FORMAT, length,
                 max_bytes);
    return FALSE;
  }
  if (!g_utf8_validate_len (text, length, &reader.at))
    return refuse (&reader, TORG_JSON_ERROR_SYNTAX, "not UTF-8 text");
  reader.at = text;
  if (!read_value (&reader, node))
    return FALSE;
  skip_space (&reader);
  return reader.at == reader.end ||
         refuse (&reader, TORG_JSON_ERROR_SYNTAX, "text after the value");
}

/**
 * torg_json_check:
 * @text: the bytes
 * @length: how many
 * @max_bytes: refuse more than this many; 0 for no limit
 *
 * Whether @text is one JSON value that every reader will understand alike: UTF-8, at most
 * %TORG_JSON_MAX_DEPTH levels, no member twice, at most %TORG_JSON_MAX_MEMBERS in one object and
 * %TORG_JSON_MAX_VALUES in all, whole numbers within 64 bits, finite others, no NUL and no lone
 * surrogate. Builds nothing, so it is also the gate before SQLite's JSON functions.
 *
 * Any thread. Returns: %TRUE, or %FALSE with a %TORG_JSON_ERROR that names the byte
 */
gboolean
torg_json_check (const char *text, gsize length, gsize max_bytes, GError **error)
{
  return read_all (text, length, max_bytes, NULL, error);
}

/**
 * torg_json_parse:
 * @text: the bytes, not necessarily NUL-terminated
 * @length: how many
 * @max_bytes: refuse more than this many; 0 for no limit
 *
 * The one entrance for JSON from outside, which refuses what torg_json_check() does. The tree is shared by
 * whoever copies a part of it: what is in it is replaced, not changed.
 *
 * Any thread. Returns: (transfer full) (nullable): the tree, or %NULL with a %TORG_JSON_ERROR
 */
JsonNode *
torg_json_parse (const char *text, gsize length, gsize max_bytes, GError **error)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  return read_all (text, length, max_bytes, node, error) ? g_steal_pointer (&node) : NULL;
}
