/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fuzz.h"

#include <string.h>

#include "torg-multipart.h"

/* The first line is the type, the rest the body. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *line = size == 0 ? NULL : memchr (data, '\n', size);
  gsize length = line == NULL ? 0 : (gsize) (line - data);
  g_autofree char *type = g_strndup ((const char *) data, length);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  if (line == NULL)
    return 0;
  body = g_bytes_new (line + 1, size - length - 1);
  parts = torg_multipart_parse (type, body);
  for (guint i = 0; parts != NULL && i < parts->len; i++) {
    const TorgPart *part = g_ptr_array_index (parts, i);

    g_assert_true (g_utf8_validate (part->name, -1, NULL));
    g_assert_true (part->filename == NULL || g_utf8_validate (part->filename, -1, NULL));
    g_assert_true (g_bytes_get_size (part->bytes) <= g_bytes_get_size (body));
  }
  return 0;
}
