/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/*
 * A JSON reader (RFC 8259) that builds nothing: it only says whether json-glib may be let loose
 * on the text. Its memory is bounded by the members of the objects that are open at one time.
 */
typedef struct {
  const char *at;
  const char *start;
  const char *end;
  guint depth;
  guint n_values;
  GString *scratch; /* a member's name, unescaped */
  GError **error;
} Reader;

static gboolean check_value (Reader *self);

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
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL && *self->at != '\0')
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

/* Reads a text; with @into its meaning is collected there. */
static gboolean
check_text (Reader *self, GString *into)
{
  if (!accept (self, '"'))
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "a text was expected");
  while (self->at < self->end && *self->at != '"') {
    gunichar character;

    if ((guchar) *self->at < 0x20)
      return refuse (self, TORG_JSON_ERROR_SYNTAX, "a control character inside a text");
    if (*self->at != '\\') {
      if (into != NULL)
        g_string_append_c (into, *self->at);
      self->at++;
      continue;
    }
    self->at++;
    if (!read_escape (self, &character))
      return FALSE;
    if (into != NULL)
      g_string_append_unichar (into, character);
  }
  return accept (self, '"') || refuse (self, TORG_JSON_ERROR_SYNTAX, "a text that does not end");
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
check_number (Reader *self)
{
  const char *from = self->at;
  g_autofree char *digits = NULL;
  gboolean whole;

  if (!skip_number (self, &whole))
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "not a value");
  digits = g_strndup (from, (gsize) (self->at - from));
  if (whole && !g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    return refuse (self, TORG_JSON_ERROR_NUMBER, "a whole number of more than 64 bits");
  if (!whole && !isfinite (g_ascii_strtod (digits, NULL)))
    return refuse (self, TORG_JSON_ERROR_NUMBER, "a number out of range");
  return TRUE;
}

static gboolean
check_member (Reader *self, GHashTable *names)
{
  /* Names can be made that all have one hash, with which many members take minutes to read. */
  if (g_hash_table_size (names) == TORG_JSON_MAX_MEMBERS)
    return refuse (self, TORG_JSON_ERROR_TOO_LARGE, "too many members");
  g_string_truncate (self->scratch, 0);
  if (!check_text (self, self->scratch))
    return FALSE;
  if (!g_hash_table_add (names, g_strdup (self->scratch->str))) {
    g_autofree char *why = g_strdup_printf ("a second member \"%.64s\"", self->scratch->str);

    return refuse (self, TORG_JSON_ERROR_DUPLICATE,
                   g_utf8_validate (why, -1, NULL) ? why : "a second member");
  }
  if (!accept (self, ':'))
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "a colon was expected");
  return check_value (self);
}

static gboolean
check_object (Reader *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (accept (self, '}'))
    return TRUE;
  do {
    skip_space (self);
    if (!check_member (self, names))
      return FALSE;
  } while (accept (self, ','));
  return accept (self, '}') || refuse (self, TORG_JSON_ERROR_SYNTAX, "an object that does not end");
}

static gboolean
check_array (Reader *self)
{
  if (accept (self, ']'))
    return TRUE;
  do {
    if (!check_value (self))
      return FALSE;
  } while (accept (self, ','));
  return accept (self, ']') || refuse (self, TORG_JSON_ERROR_SYNTAX, "an array that does not end");
}

static gboolean
check_nested (Reader *self, gboolean (*check) (Reader *))
{
  gboolean fine;

  if (++self->depth > TORG_JSON_MAX_DEPTH)
    return refuse (self, TORG_JSON_ERROR_TOO_DEEP, "too many levels");
  fine = check (self);
  self->depth--;
  return fine;
}

static gboolean
check_word (Reader *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i]);

    if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0) {
      self->at += length;
      return TRUE;
    }
  }
  return refuse (self, TORG_JSON_ERROR_SYNTAX, "not a value");
}

static gboolean
check_value (Reader *self)
{
  skip_space (self);
  if (self->at == self->end)
    return refuse (self, TORG_JSON_ERROR_SYNTAX, "a value was expected");
  /* A tree takes two hundred bytes for each, where the text may take two. */
  if (++self->n_values > TORG_JSON_MAX_VALUES)
    return refuse (self, TORG_JSON_ERROR_TOO_LARGE, "too many values");
  if (accept (self, '{'))
    return check_nested (self, check_object);
  if (accept (self, '['))
    return check_nested (self, check_array);
  if (*self->at == '"')
    return check_text (self, NULL);
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return check_number (self);
  return check_word (self);
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
  if (!check_value (&reader))
    return FALSE;
  skip_space (&reader);
  return reader.at == reader.end ||
         refuse (&reader, TORG_JSON_ERROR_SYNTAX, "text after the value");
}
