/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-csv-text.h"

#include "torg-csv.h"

#include <string.h>

#define ADVICE "Open it in the program that made it, save it as \"CSV UTF-8\" and try again."

static gboolean
refuse_utf16 (GError **error)
{
  g_set_error_literal (error, TORG_CSV_ERROR, TORG_CSV_ERROR_ENCODING,
                       "The file is UTF-16, not UTF-8. " ADVICE);
  return FALSE;
}

/* Western text has a zero in every second byte of UTF-16. */
static gboolean
looks_like_utf16 (const char *bytes, gsize length)
{
  gsize zeros = 0;

  for (gsize i = 0; i < length; i++)
    zeros += bytes[i] == '\0';
  return zeros > length / 3;
}

static guint
line_at (const char *bytes, const char *at)
{
  guint line = 1;

  for (const char *here = bytes; here < at; here++)
    line += *here == '\n';
  return line;
}

/* What the byte would be in the character set of older Windows programs; %NULL if nothing. */
static char *
read_as_windows (const char *byte)
{
  return g_convert (byte, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
}

static gboolean
refuse_byte (const char *bytes, const char *at, GError **error)
{
  g_autofree char *letter = read_as_windows (at);
  guint line = line_at (bytes, at);
  guint byte = (guchar) *at;

  if (letter != NULL)
    g_set_error (error, TORG_CSV_ERROR, TORG_CSV_ERROR_ENCODING,
                 "Line %u, byte %" G_GSIZE_FORMAT
                 " of the file: 0x%02X is not UTF-8. It looks like "
                 "Windows-1252, where it is “%s”. " ADVICE,
                 line, (gsize) (at - bytes) + 1, byte, letter);
  else
    g_set_error (error, TORG_CSV_ERROR, TORG_CSV_ERROR_ENCODING,
                 "Line %u, byte %" G_GSIZE_FORMAT " of the file: 0x%02X is not UTF-8. " ADVICE,
                 line, (gsize) (at - bytes) + 1, byte);
  return FALSE;
}

/**
 * torg_csv_check_text:
 * @bytes: the content of a file
 * @length: how many bytes
 *
 * Whether the file can be read as UTF-8. Any thread.
 *
 * Returns: %TRUE, or %FALSE with an error that says where it fails, what it looks like and what to do
 */
gboolean
torg_csv_check_text (const char *bytes, gsize length, GError **error)
{
  const char *wrong;

  if (length == 0) {
    g_set_error_literal (error, TORG_CSV_ERROR, TORG_CSV_ERROR_EMPTY, "The file is empty.");
    return FALSE;
  }
  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    return refuse_utf16 (error);
  if (memchr (bytes, '\0', length) != NULL) {
    if (looks_like_utf16 (bytes, length))
      return refuse_utf16 (error);
    g_set_error_literal (error, TORG_CSV_ERROR, TORG_CSV_ERROR_NOT_TEXT,
                         "The file is not text. If it is a spreadsheet, save it as \"CSV UTF-8\" "
                         "and try again.");
    return FALSE;
  }
  return g_utf8_validate_len (bytes, length, &wrong) || refuse_byte (bytes, wrong, error);
}
