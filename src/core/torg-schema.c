/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-schema.h"

#define ID_PATTERN      "^[a-zA-Z0-9][a-zA-Z0-9_-]*$"
#define ORGNR_PATTERN   "^[0-9]{9}$"
#define ABOUT_PATTERN   "^[a-zA-Z0-9][a-zA-Z0-9_-]*/[a-zA-Z0-9][a-zA-Z0-9_-]*$"
#define DAY_PATTERN     "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#define DECIMAL_PATTERN "^-?[0-9]{1,12}(\\.[0-9]{1,6})?$"
#define TIME_PATTERN    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z$"
#define SPAN_PATTERN    "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}Z)?$"
#define PARTIAL_PATTERN "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
#define LINK_PATTERN    "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"

static JsonObject *
typed (const char *type)
{
  JsonObject *schema = json_object_new ();

  json_object_set_string_member (schema, "type", type);
  return schema;
}

static JsonArray *
codes_of (const TorgChoices *choices)
{
  JsonArray *codes = json_array_new ();

  for (const TorgChoice *row = choices->rows; row->code != NULL; row++)
    json_array_add_string_element (codes, row->code);
  return codes;
}

static const char *
pattern_of (const TorgField *field)
{
  if (field->type == TORG_FIELD_REF)
    return ID_PATTERN;
  if (field->type == TORG_FIELD_LINK)
    return LINK_PATTERN;
  if (field->type == TORG_FIELD_ORGNR)
    return ORGNR_PATTERN;
  if (field->type == TORG_FIELD_DECIMAL)
    return DECIMAL_PATTERN;
  if (field->type == TORG_FIELD_TIME)
    return field->flags & TORG_FIELD_PARTIAL ? SPAN_PATTERN : TIME_PATTERN;
  if (field->type == TORG_FIELD_DATE)
    return field->flags & TORG_FIELD_PARTIAL ? PARTIAL_PATTERN : DAY_PATTERN;
  return NULL;
}

static JsonObject *
text_schema (const TorgField *field)
{
  JsonObject *schema = typed ("string");
  const char *pattern = pattern_of (field);

  if (field->flags & TORG_FIELD_REQUIRED)
    json_object_set_int_member (schema, "minLength", 1);
  if (field->type == TORG_FIELD_CHOICE)
    json_object_set_array_member (schema, "enum", codes_of (field->choices));
  else
    json_object_set_int_member (schema, "maxLength", torg_field_max_length (field));
  if (pattern != NULL)
    json_object_set_string_member (schema, "pattern", pattern);
  return schema;
}

static JsonObject *
about_schema (void)
{
  JsonObject *schema = typed ("object");
  JsonObject *properties = json_object_new ();
  JsonArray *required = json_array_new ();

  json_object_set_object_member (properties, "collection", typed ("string"));
  json_object_set_object_member (properties, "id", typed ("string"));
  json_array_add_string_element (required, "collection");
  json_array_add_string_element (required, "id");
  json_object_set_object_member (schema, "properties", properties);
  json_object_set_array_member (schema, "required", required);
  return schema;
}

static JsonObject *
number_schema (const TorgField *field)
{
  JsonObject *schema = typed ("integer");

  if (field->max > field->min) {
    json_object_set_int_member (schema, "minimum", field->min);
    json_object_set_int_member (schema, "maximum", field->max);
  }
  return schema;
}

static JsonObject *
set_schema (const TorgField *field)
{
  JsonObject *schema = typed ("object");
  JsonObject *yes = json_object_new ();
  JsonObject *names = json_object_new ();
  JsonArray *values = json_array_new ();

  json_array_add_boolean_element (values, TRUE);
  json_object_set_array_member (yes, "enum", values);
  json_object_set_object_member (schema, "additionalProperties", yes);
  if (field->choices != NULL)
    json_object_set_array_member (names, "enum", codes_of (field->choices));
  else
    json_object_set_int_member (names, "maxLength", torg_field_max_length (field));
  if (torg_field_is_related (field))
    json_object_set_string_member (names, "pattern", ABOUT_PATTERN);
  json_object_set_object_member (schema, "propertyNames", names);
  json_object_set_int_member (schema, "maxProperties", TORG_FIELD_MAX_KEYS);
  return schema;
}

static JsonObject *
list_schema (const TorgField *field)
{
  JsonObject *schema = typed ("array");

  json_object_set_object_member (schema, "items", torg_schema (field->part));
  if (field->max > 0)
    json_object_set_int_member (schema, "maxItems", field->max);
  return schema;
}

static JsonObject *
field_schema (const TorgField *field)
{
  if (field->type == TORG_FIELD_ABOUT)
    return about_schema ();
  if (torg_field_is_text (field))
    return text_schema (field);
  if (torg_field_is_number (field))
    return number_schema (field);
  if (field->type == TORG_FIELD_SET)
    return set_schema (field);
  return field->type == TORG_FIELD_BOOL ? typed ("boolean") : list_schema (field);
}

/**
 * torg_schema:
 * @kind: a kind, or the kind of a list's parts
 *
 * The JSON Schema (draft 7, what Kinto validates with) of its documents: fields have their types,
 * limits and codes; other members are allowed, so that a newer program can add some. Any thread.
 *
 * Returns: (transfer full): the schema
 */
JsonObject *
torg_schema (const TorgKind *kind)
{
  JsonObject *schema = typed ("object");
  JsonObject *properties = json_object_new ();
  JsonArray *required = json_array_new ();

  json_object_set_object_member (properties, "id", typed ("string"));
  for (guint i = 0; i < kind->n_fields; i++) {
    const TorgField *field = &kind->fields[i];

    json_object_set_object_member (properties, field->name, field_schema (field));
    if (field->flags & TORG_FIELD_REQUIRED)
      json_array_add_string_element (required, field->name);
  }
  if (kind->collection == NULL)
    json_array_add_string_element (required, "id");
  json_object_set_object_member (schema, "properties", properties);
  json_object_set_array_member (schema, "required", required);
  json_object_set_boolean_member (schema, "additionalProperties", TRUE);
  return schema;
}
