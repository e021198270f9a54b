/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fuzz.h"

#include "torg-accounts.h"

/* The first byte says what is done; each line is a header. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const uris[] = { "/v1/buckets/b/collections/c/records/r",
                                      "/v1/buckets/b/collections/c/records/new",
                                      "/v1/buckets/b/collections/c/records", "/v1/" };
  g_autofree char *text = size == 0 ? NULL : g_strndup ((const char *) data + 1, size - 1);
  g_auto (GStrv) lines = g_strsplit (text == NULL ? "" : text, "\n", -1);
  g_autoptr (TorgRequest) request = NULL;
  g_autoptr (TorgCredentials) credentials = NULL;

  if (size == 0)
    return 0;
  request = torg_fuzz_request ((TorgMethod) (data[0] % TORG_METHOD_OPTIONS),
                               uris[(data[0] >> 4) % G_N_ELEMENTS (uris)]);
  request->body = g_bytes_new_static ("{}", 2);
  torg_request_set_header (request, "Content-Type", "application/json");
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) pair = g_strsplit (lines[i], ": ", 2);

    if (pair[0] != NULL && pair[1] != NULL)
      torg_request_set_header (request, pair[0], pair[1]);
  }
  credentials = torg_credentials_parse (request->headers[TORG_HEADER_AUTHORIZATION]);
  torg_fuzz_ask (request);
  return 0;
}
