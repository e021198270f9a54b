/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fuzz.h"

#include <string.h>

#include "torg-json.h"

/* What is taken can be printed, and is the same when it is read again. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = torg_json_parse ((const char *) data, size, 0, &error);
  g_autofree char *text = node == NULL ? NULL : torg_json_print (node);
  g_autoptr (JsonNode) again = text == NULL ? NULL : torg_json_parse (text, strlen (text), 0, NULL);

  g_assert_true ((node == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  g_assert_true (node == NULL || (again != NULL && torg_json_equal (node, again)));
  return 0;
}
