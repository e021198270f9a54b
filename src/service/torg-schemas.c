/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-schemas.h"

#include <string.h>

#include "torg-groups.h"
#include "torg-json-schema.h"
#include "torg-json.h"

/* Documents with schemas that are remembered, in bytes of their text. */
#define MAX_SIZE (16 * 1024 * 1024)

/* What the schemas are for, and the member that has each. */
typedef enum {
  FOR_RECORDS_HERE,
  FOR_RECORDS,
  FOR_COLLECTIONS,
  FOR_GROUPS,
  N_PURPOSES,
} TorgPurpose;

static const char *const members[N_PURPOSES] = {
  [FOR_RECORDS_HERE] = "schema",
  [FOR_RECORDS] = "record:schema",
  [FOR_COLLECTIONS] = "collection:schema",
  [FOR_GROUPS] = "group:schema",
};

/* What the service itself writes into a document, which no schema is asked about. */
static const char *const own_members[] = { "id", "last_modified", "__permissions__", "schema",
                                           NULL };

/**
 * TorgHolder:
 * @doc: its text, by which one sees that it was changed
 * @schemas: the schema for each purpose; %NULL where it has none
 * @failures: why a schema that it has cannot be used
 * @asks_id: whether the schema has a word about the id
 *
 * A bucket or a collection.
 */
typedef struct {
  char *doc;
  gint64 last_modified;
  TorgJsonSchema *schemas[N_PURPOSES];
  char *failures[N_PURPOSES];
  gboolean asks_id[N_PURPOSES];
} TorgHolder;

struct _TorgSchemas {
  GHashTable *holders; /* URI to TorgHolder */
  gsize size;
};

static void
holder_free (gpointer data)
{
  TorgHolder *self = data;

  g_free (self->doc);
  for (guint i = 0; i < N_PURPOSES; i++) {
    g_clear_pointer (&self->schemas[i], torg_json_schema_free);
    g_free (self->failures[i]);
  }
  g_free (self);
}

/**
 * torg_schemas_new:
 *
 * Returns: (transfer full): no schemas yet
 */
TorgSchemas *
torg_schemas_new (void)
{
  TorgSchemas *self = g_new0 (TorgSchemas, 1);

  self->holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, holder_free);
  return self;
}

/**
 * torg_schemas_free:
 *
 * Frees what is remembered.
 */
void
torg_schemas_free (TorgSchemas *self)
{
  g_clear_pointer (&self->holders, g_hash_table_unref);
  g_free (self);
}

static gboolean
is_own (const char *member, TorgPurpose purpose, gboolean asks_id)
{
  if (strcmp (member, "id") == 0)
    return !asks_id;
  /* `schema` is the timestamp of the schema in a record, and anybody's own word elsewhere. */
  if (strcmp (member, "schema") == 0)
    return purpose == FOR_RECORDS_HERE || purpose == FOR_RECORDS;
  return g_strv_contains (own_members, member);
}

/* The schema as it is judged by: it cannot require what the service itself writes. */
static JsonNode *
without_own (JsonObject *schema, TorgPurpose purpose, gboolean asks_id)
{
  JsonObject *copy = torg_json_object_copy (schema);
  JsonArray *required = torg_json_get_array (copy, "required");
  JsonArray *kept = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; required != NULL && i < json_array_get_length (required); i++) {
    JsonNode *name = json_array_get_element (required, i);

    if (json_node_get_value_type (name) != G_TYPE_STRING ||
        !is_own (json_node_get_string (name), purpose, asks_id))
      json_array_add_element (kept, json_node_copy (name));
  }
  if (required != NULL)
    json_object_set_array_member (copy, "required", g_steal_pointer (&kept));
  g_clear_pointer (&kept, json_array_unref);
  json_node_take_object (node, copy);
  return node;
}

static void
read_schema (TorgHolder *self, JsonObject *document, TorgPurpose purpose)
{
  JsonObject *schema = torg_json_get_object (document, members[purpose]);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  if (schema == NULL)
    return;
  self->asks_id[purpose] =
    torg_json_get_object (schema, "properties") != NULL &&
    json_object_has_member (torg_json_get_object (schema, "properties"), "id");
  node = without_own (schema, purpose, self->asks_id[purpose]);
  self->schemas[purpose] = torg_json_schema_new (node, &error);
  if (self->schemas[purpose] == NULL)
    self->failures[purpose] = g_strdup (error->message);
}

static TorgHolder *
holder_new (const TorgObject *object)
{
  TorgHolder *self = g_new0 (TorgHolder, 1);
  g_autoptr (JsonNode) node = torg_json_parse (object->doc, strlen (object->doc), 0, NULL);

  self->doc = g_strdup (object->doc);
  self->last_modified = object->last_modified;
  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_OBJECT (node) && i < N_PURPOSES; i++)
    read_schema (self, json_node_get_object (node), (TorgPurpose) i);
  return self;
}

/* Made ready anew where the text is not the one that it was: also a change that was undone shows there. */
static const TorgHolder *
remember (TorgSchemas *self, const char *uri, const TorgObject *object)
{
  TorgHolder *holder = g_hash_table_lookup (self->holders, uri);

  if (holder != NULL && strcmp (holder->doc, object->doc) == 0)
    return holder;
  self->size += strlen (object->doc);
  if (self->size > MAX_SIZE) {
    g_hash_table_remove_all (self->holders);
    self->size = strlen (object->doc);
  }
  holder = holder_new (object);
  g_hash_table_insert (self->holders, g_strdup (uri), holder);
  return holder;
}

/* What the call's path passes through; no holder where it is not there. */
static gboolean
find_holder (TorgCall *call, TorgResourceKind kind, const TorgHolder **holder, TorgAnswer **refusal)
{
  const char *uri = call->uris[kind];
  g_autofree char *list = g_path_get_dirname (uri);
  g_auto (TorgObject) object = { 0 };
  g_autoptr (GError) error = NULL;

  *holder = NULL;
  if (!torg_storage_get (call->storage, list, strrchr (uri, '/') + 1, &object, &error)) {
    *refusal = torg_fault_storage (error);
    return FALSE;
  }
  if (object.id != NULL)
    *holder = remember (torg_service_get_schemas (call->service), uri, &object);
  return TRUE;
}

static gboolean
is_left_out (const char *member, JsonObject *data, TorgPurpose purpose, gboolean asks_id)
{
  return is_own (member, purpose, asks_id) && json_object_has_member (data, member);
}

/* What is judged; a copy only where something is to be left out. */
static JsonNode *
value_of (JsonObject *data, TorgPurpose purpose, gboolean asks_id)
{
  JsonNode *node = json_node_init_object (json_node_alloc (), data);

  for (guint i = 0; own_members[i] != NULL; i++) {
    if (!is_left_out (own_members[i], data, purpose, asks_id))
      continue;
    if (json_node_get_object (node) == data)
      json_node_take_object (node, torg_json_object_copy (data));
    json_object_remove_member (json_node_get_object (node), own_members[i]);
  }
  return node;
}

static gboolean
conforms (TorgCall *call,
          const TorgHolder *holder,
          TorgPurpose purpose,
          JsonObject *data,
          TorgAnswer **refusal)
{
  g_auto (TorgJsonFlaw) flaw = { 0 };
  g_autoptr (JsonNode) value = NULL;

  if (holder == NULL || (holder->schemas[purpose] == NULL && holder->failures[purpose] == NULL))
    return TRUE;
  if (holder->failures[purpose] != NULL) {
    *refusal = torg_fault_invalid ("body", "schema", "%s", holder->failures[purpose]);
    return FALSE;
  }
  if (call->id != NULL && holder->asks_id[purpose])
    json_object_set_string_member (data, "id", call->id);
  value = value_of (data, purpose, holder->asks_id[purpose]);
  if (torg_json_schema_check (holder->schemas[purpose], value, &flaw))
    return TRUE;
  *refusal = torg_fault_invalid ("body", flaw.field, "%s", flaw.message);
  return FALSE;
}

static gboolean
conforms_to_bucket (TorgCall *call, TorgPurpose purpose, JsonObject *data, TorgAnswer **refusal)
{
  const TorgHolder *bucket = NULL;

  return find_holder (call, TORG_RESOURCE_BUCKET, &bucket, refusal) &&
         conforms (call, bucket, purpose, data, refusal);
}

/* Whether a member that is to be a schema is one. */
static gboolean
is_schema (JsonObject *data, TorgPurpose purpose, TorgAnswer **refusal)
{
  JsonNode *node = json_object_get_member (data, members[purpose]);
  g_autofree char *name = g_strconcat ("data.", members[purpose], NULL);
  g_autoptr (TorgJsonSchema) schema = NULL;
  g_autoptr (GError) error = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    g_autofree char *text = torg_json_print (node);

    *refusal = torg_fault_invalid ("body", name, "%s is not a mapping type", text);
    return FALSE;
  }
  schema = torg_json_schema_new (node, &error);
  if (schema == NULL)
    *refusal = torg_fault_invalid ("body", name, "%s", error->message);
  return schema != NULL;
}

/**
 * torg_schemas_check_bucket:
 * @refusal: (out): a 400
 *
 * Returns: whether the schemas that it brings are some
 */
gboolean
torg_schemas_check_bucket (TorgCall *call, JsonObject *data, TorgAnswer **refusal)
{
  return is_schema (data, FOR_RECORDS, refusal) && is_schema (data, FOR_COLLECTIONS, refusal) &&
         is_schema (data, FOR_GROUPS, refusal);
}

/**
 * torg_schemas_check_group:
 * @data: what a group shall say; members are added where there are none
 * @refusal: (out): a 400
 *
 * Returns: whether it may say that, also by the bucket's schema
 */
gboolean
torg_schemas_check_group (TorgCall *call, JsonObject *data, TorgAnswer **refusal)
{
  return torg_group_check (call, data, refusal) &&
         conforms_to_bucket (call, FOR_GROUPS, data, refusal);
}

/**
 * torg_schemas_check_collection:
 * @refusal: (out): a 400
 *
 * Returns: whether the schema that it brings is one, and it is as the bucket's schema wants it
 */
gboolean
torg_schemas_check_collection (TorgCall *call, JsonObject *data, TorgAnswer **refusal)
{
  return is_schema (data, FOR_RECORDS_HERE, refusal) &&
         conforms_to_bucket (call, FOR_COLLECTIONS, data, refusal);
}

/**
 * torg_schemas_check_record:
 * @data: what a record shall say; it is told by which schema that was judged
 * @refusal: (out): a 400 that names the member
 *
 * Returns: whether it is as the schemas of its collection and of its bucket want it
 */
gboolean
torg_schemas_check_record (TorgCall *call, JsonObject *data, TorgAnswer **refusal)
{
  const TorgHolder *collection = NULL;
  gint64 version = 0;

  if (!find_holder (call, TORG_RESOURCE_COLLECTION, &collection, refusal) ||
      !conforms (call, collection, FOR_RECORDS_HERE, data, refusal))
    return FALSE;
  if (collection != NULL && collection->schemas[FOR_RECORDS_HERE] != NULL)
    version = collection->last_modified;
  if (version > 0)
    json_object_set_int_member (data, "schema", version);
  return conforms_to_bucket (call, FOR_RECORDS, data, refusal);
}
