/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fuzz.h"

/* The first byte says what kind of patch the others are. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const types[] = { "application/json", "application/merge-patch+json",
                                       "application/json-patch+json" };
  g_autoptr (TorgRequest) request =
    torg_fuzz_request (TORG_METHOD_PATCH, "/v1/buckets/b/collections/c/records/r");

  if (size == 0)
    return 0;
  request->body = g_bytes_new (data + 1, size - 1);
  torg_request_set_header (request, "Content-Type", types[data[0] % G_N_ELEMENTS (types)]);
  torg_request_set_header (request, "Response-Behavior", data[0] & 4 ? "diff" : "light");
  torg_fuzz_ask (request);
  return 0;
}
