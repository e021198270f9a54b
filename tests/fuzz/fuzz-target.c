/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fuzz.h"

#include <string.h>

/* What stands behind the version in the first line of a request: path and query. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *uri = g_strconcat ("/v1/", text, NULL);
  g_autoptr (TorgRequest) get = torg_fuzz_request (TORG_METHOD_GET, uri);
  g_autoptr (TorgRequest) head = torg_fuzz_request (TORG_METHOD_HEAD, uri);
  g_autoptr (TorgRequest) delete = torg_fuzz_request (TORG_METHOD_DELETE, uri);

  /* Making the description takes longer than all else, and never comes out otherwise. */
  if (strstr (get->path, "__api__") != NULL)
    return 0;
  torg_fuzz_ask (get);
  torg_fuzz_ask (head);
  torg_fuzz_ask (delete);
  return 0;
}
