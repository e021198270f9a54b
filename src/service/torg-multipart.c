/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-multipart.h"

#include <string.h>

/* A form here has three parts. */
#define MAX_PARTS 10

/* What a header says about itself in front of a part. */
#define MAX_HEAD 4096

/* By RFC 2046. */
#define MAX_BOUNDARY 70

static void
part_free (gpointer data)
{
  TorgPart *self = data;

  g_free (self->name);
  g_free (self->filename);
  g_free (self->type);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* A value between quotes, where a quote may stand behind a backslash; or one without. */
static char *
read_value (const char **at)
{
  GString *value = g_string_new (NULL);
  gboolean quoted = **at == '"';

  if (quoted)
    (*at)++;
  while (**at != '\0' && (quoted ? **at != '"' : strchr ("; \t", **at) == NULL)) {
    if (quoted && **at == '\\' && ((*at)[1] == '"' || (*at)[1] == '\\'))
      (*at)++;
    g_string_append_c (value, **at);
    (*at)++;
  }
  if (**at == '"')
    (*at)++;
  return g_string_free_and_steal (value);
}

/* `; name=value` behind the first word of a header. */
static char *
find_parameter (const char *header, const char *name)
{
  const char *at = header + strcspn (header, ";");

  while (*at != '\0') {
    g_autofree char *key = NULL;
    g_autofree char *value = NULL;
    gsize length = 0;

    at += strspn (at, "; \t");
    length = strcspn (at, "=;");
    key = g_strndup (at, length);
    at += length;
    if (*at == '=') {
      at++;
      value = read_value (&at);
    }
    if (value != NULL && g_ascii_strcasecmp (g_strstrip (key), name) == 0)
      return g_steal_pointer (&value);
    at += strcspn (at, ";");
  }
  return NULL;
}

static char *
find_header (char **lines, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_ascii_strncasecmp (lines[i], name, length) == 0 && lines[i][length] == ':')
      return g_strstrip (g_strdup (lines[i] + length + 1));
  }
  return NULL;
}

/* The last segment, as a few browsers send the whole path; never a text that is not UTF-8. */
static char *
clean_filename (const char *filename)
{
  const char *slash = filename == NULL ? NULL : strrchr (filename, '/');
  g_autofree char *valid = NULL;

  if (filename == NULL)
    return NULL;
  valid = g_utf8_make_valid (slash == NULL ? filename : slash + 1, -1);
  for (char *at = valid; *at != '\0'; at++) {
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  }
  return g_steal_pointer (&valid);
}

static TorgPart *
read_part (const char *head, gsize length, GBytes *bytes)
{
  g_autofree char *text = g_strndup (head, length);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_autofree char *disposition = find_header (lines, "Content-Disposition");
  g_autofree char *name = disposition == NULL ? NULL : find_parameter (disposition, "name");
  g_autofree char *filename = NULL;
  TorgPart *part = NULL;

  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return NULL;
  filename = find_parameter (disposition, "filename");
  part = g_new0 (TorgPart, 1);
  part->name = g_steal_pointer (&name);
  part->filename = clean_filename (filename);
  part->type = find_header (lines, "Content-Type");
  part->bytes = g_bytes_ref (bytes);
  return part;
}

static char *
find_delimiter (const char *content_type)
{
  g_autofree char *boundary = find_parameter (content_type, "boundary");

  if (boundary == NULL || *boundary == '\0' || strlen (boundary) > MAX_BOUNDARY)
    return NULL;
  return g_strconcat ("\r\n--", boundary, NULL);
}

/* What stands between two delimiters: headers, an empty line, and the bytes. */
static TorgPart *
take_part (GBytes *body, gsize from, gsize until)
{
  const char *data = g_bytes_get_data (body, NULL);
  const char *head = data + from;
  const char *end = memmem (head, MIN (until - from, MAX_HEAD), "\r\n\r\n", 4);
  g_autoptr (GBytes) bytes = NULL;
  gsize start = 0;

  if (end == NULL)
    return NULL;
  start = (gsize) (end - data) + 4;
  bytes = g_bytes_new_from_bytes (body, start, until - start);
  return read_part (head, (gsize) (end - head), bytes);
}

/**
 * torg_multipart_parse:
 * @content_type: the header, `multipart/form-data; boundary=…`
 * @body: what came
 *
 * Returns: (element-type TorgPart) (transfer full) (nullable): the parts, whose bytes are those of
 *   @body; %NULL where it is no such body
 */
GPtrArray *
torg_multipart_parse (const char *content_type, GBytes *body)
{
  g_autofree char *delimiter = find_delimiter (content_type);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  gsize size = 0;
  const char *data = g_bytes_get_data (body, &size);
  gsize length = delimiter == NULL ? 0 : strlen (delimiter);
  gsize at = length - 2;

  /* The first delimiter has no line before it. */
  if (length == 0 || size < at || memcmp (data, delimiter + 2, at) != 0)
    return NULL;
  while (size - at >= 2 && memcmp (data + at, "\r\n", 2) == 0) {
    const char *next = memmem (data + at + 2, size - at - 2, delimiter, length);
    TorgPart *part = NULL;

    if (next == NULL || parts->len >= MAX_PARTS)
      return NULL;
    part = take_part (body, at + 2, (gsize) (next - data));
    if (part == NULL)
      return NULL;
    g_ptr_array_add (parts, part);
    at = (gsize) (next - data) + length;
  }
  return size - at >= 2 && memcmp (data + at, "--", 2) == 0 ? g_steal_pointer (&parts) : NULL;
}
