/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-gzip.h"

#include <string.h>

/* What fits into one packet is not worth the trouble. */
#define MIN_SIZE 1400

/* The quickest: others wait meanwhile. */
#define LEVEL 1

#define CHUNK (64 * 1024)

/* `gzip`, `gzip;q=0.5`, `*`; but not with a weight of nothing. */
static gboolean
names_gzip (const char *coding)
{
  g_auto (GStrv) parts = g_strsplit (coding, ";", -1);

  if (parts[0] == NULL)
    return FALSE;
  g_strstrip (parts[0]);
  if (g_ascii_strcasecmp (parts[0], "gzip") != 0 && strcmp (parts[0], "*") != 0)
    return FALSE;
  for (guint i = 1; parts[i] != NULL; i++) {
    g_strstrip (parts[i]);
    if (g_ascii_strncasecmp (parts[i], "q=", 2) == 0 && g_ascii_strtod (parts[i] + 2, NULL) <= 0)
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_gzip_is_accepted:
 * @accept_encoding: (nullable): the header
 *
 * Returns: whether the client takes gzip
 */
gboolean
torg_gzip_is_accepted (const char *accept_encoding)
{
  g_auto (GStrv) codings = g_strsplit (accept_encoding == NULL ? "" : accept_encoding, ",", -1);

  for (guint i = 0; codings[i] != NULL; i++) {
    if (names_gzip (codings[i]))
      return TRUE;
  }
  return FALSE;
}

static GString *
compress (const GString *text)
{
  g_autoptr (GZlibCompressor) compressor =
    g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, LEVEL);
  GString *packed = g_string_sized_new (text->len / 4 + CHUNK);
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize at = 0;

  while (result == G_CONVERTER_CONVERTED) {
    gsize n_read = 0;
    gsize n_written = 0;
    gsize length = packed->len;

    g_string_set_size (packed, length + CHUNK);
    result = g_converter_convert (G_CONVERTER (compressor), text->str + at, text->len - at,
                                  packed->str + length, CHUNK, G_CONVERTER_INPUT_AT_END, &n_read,
                                  &n_written, NULL);
    at += n_read;
    g_string_set_size (packed, length + n_written);
  }
  if (result == G_CONVERTER_FINISHED)
    return packed;
  g_string_free (packed, TRUE);
  return NULL;
}

/**
 * torg_gzip_answer:
 *
 * Packs the text of an answer where that is wanted and worth it. Its ETag stays what it is: it stands
 * for what is said, not for the bytes.
 */
void
torg_gzip_answer (const TorgRequest *request, TorgAnswer *answer)
{
  GString *packed = NULL;

  if (answer->body == NULL || answer->stream)
    return;
  torg_answer_set_header (answer, "Vary", "Accept-Encoding");
  if (answer->body->len < MIN_SIZE ||
      !torg_gzip_is_accepted (request->headers[TORG_HEADER_ACCEPT_ENCODING]))
    return;
  packed = compress (answer->body);
  if (packed == NULL)
    return;
  g_string_free (answer->body, TRUE);
  answer->body = packed;
  torg_answer_set_header (answer, "Content-Encoding", "gzip");
}
