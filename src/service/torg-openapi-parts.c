/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-openapi-parts.h"

#include "torg-resource.h"
#include "torg-schema.h"

/**
 * torg_openapi_typed:
 *
 * Returns: (transfer full): the schema of a type
 */
JsonObject *
torg_openapi_typed (const char *type)
{
  JsonObject *schema = json_object_new ();

  json_object_set_string_member (schema, "type", type);
  return schema;
}

/**
 * torg_openapi_reference:
 * @part: `schemas` or `responses`
 *
 * Returns: (transfer full): a reference to a component
 */
JsonObject *
torg_openapi_reference (const char *part, const char *name)
{
  JsonObject *object = json_object_new ();
  g_autofree char *address = g_strdup_printf ("#/components/%s/%s", part, name);

  json_object_set_string_member (object, "$ref", address);
  return object;
}

/**
 * torg_openapi_add_content:
 * @contents: what a body may be, by media type
 * @schema: (nullable) (transfer full): how that looks
 *
 * Adds one of the forms that a body may have.
 */
void
torg_openapi_add_content (JsonObject *contents, const char *type, JsonObject *schema)
{
  JsonObject *content = json_object_new ();

  if (schema != NULL)
    json_object_set_object_member (content, "schema", schema);
  json_object_set_object_member (contents, type, content);
}

static JsonObject *
object_schema (void)
{
  JsonObject *schema = torg_openapi_typed ("object");
  JsonObject *properties = json_object_new ();

  json_object_set_object_member (properties, "id", torg_openapi_typed ("string"));
  json_object_set_object_member (properties, "last_modified", torg_openapi_typed ("integer"));
  json_object_set_object_member (schema, "properties", properties);
  json_object_set_boolean_member (schema, "additionalProperties", TRUE);
  return schema;
}

static JsonObject *
error_schema (void)
{
  static const char *const members[][2] = {
    { "code",    "integer" },
    { "errno",   "integer" },
    { "error",   "string"  },
    { "message", "string"  },
    { "info",    "string"  },
  };
  JsonObject *schema = torg_openapi_typed ("object");
  JsonObject *properties = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_set_object_member (properties, members[i][0], torg_openapi_typed (members[i][1]));
  json_object_set_object_member (properties, "details", json_object_new ());
  json_object_set_object_member (schema, "properties", properties);
  return schema;
}

static JsonObject *
schemas (void)
{
  JsonObject *all = json_object_new ();

  json_object_set_object_member (all, "object", object_schema ());
  json_object_set_object_member (all, "error", error_schema ());
  for (guint i = 0; i < TORG_N_RESOURCES; i++) {
    const char *name = torg_resource_get ((TorgResourceKind) i)->name;

    if (name != NULL)
      json_object_set_object_member (all, name, object_schema ());
  }
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++)
    json_object_set_object_member (all, (*kinds)->collection, torg_schema (*kinds));
  return all;
}

/**
 * torg_openapi_components:
 *
 * Returns: (transfer full): what the paths refer to: how objects, records and errors look
 */
JsonObject *
torg_openapi_components (void)
{
  JsonObject *object = json_object_new ();
  JsonObject *responses = json_object_new ();
  JsonObject *error = json_object_new ();
  JsonObject *contents = json_object_new ();
  JsonObject *security = json_object_new ();
  JsonObject *basic = torg_openapi_typed ("http");

  torg_openapi_add_content (contents, TORG_OPENAPI_JSON,
                            torg_openapi_reference ("schemas", "error"));
  json_object_set_string_member (error, "description", "Why not");
  json_object_set_object_member (error, "content", contents);
  json_object_set_object_member (responses, "error", error);
  json_object_set_string_member (basic, "scheme", "basic");
  json_object_set_object_member (security, "basic", basic);
  json_object_set_object_member (object, "schemas", schemas ());
  json_object_set_object_member (object, "responses", responses);
  json_object_set_object_member (object, "securitySchemes", security);
  return object;
}
