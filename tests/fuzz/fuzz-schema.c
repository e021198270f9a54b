/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fuzz.h"

#include "torg-json-schema.h"
#include "torg-json.h"

/* A list of a schema and a value. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (JsonNode) node = torg_json_parse ((const char *) data, size, 0, NULL);
  JsonArray *pair =
    node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (TorgJsonSchema) schema = NULL;
  g_auto (TorgJsonFlaw) flaw = { 0 };

  if (pair == NULL || json_array_get_length (pair) < 2)
    return 0;
  schema = torg_json_schema_new (json_array_get_element (pair, 0), NULL);
  if (schema != NULL && !torg_json_schema_check (schema, json_array_get_element (pair, 1), &flaw))
    g_assert_nonnull (flaw.message);
  return 0;
}
