/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-codec.h"

#include "torg-json.h"

#include <string.h>

/* How one type of field stands in JSON. */
typedef struct {
  gboolean (*fits) (const TorgField *field, JsonNode *node);
  void (*read) (const TorgField *field, JsonNode *node, GValue *value);
  JsonNode *(*write) (const TorgField *field, const GValue *value); /* NULL for "absent" */
} Codec;

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
text_fits (const TorgField *field, JsonNode *node)
{
  return holds (node, G_TYPE_STRING);
}

static void
text_read (const TorgField *field, JsonNode *node, GValue *value)
{
  g_value_set_string (value, json_node_get_string (node));
}

static JsonNode *
text_write (const TorgField *field, const GValue *value)
{
  const char *text = g_value_get_string (value);

  return text && *text ? json_node_init_string (json_node_alloc (), text) : NULL;
}

static gboolean
about_fits (const TorgField *field, JsonNode *node)
{
  JsonObject *about = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *collection = torg_json_get_string (about, "collection");

  return collection != NULL && strchr (collection, '/') == NULL &&
         torg_json_get_string (about, "id") != NULL;
}

static void
about_read (const TorgField *field, JsonNode *node, GValue *value)
{
  JsonObject *about = json_node_get_object (node);

  g_value_take_string (value, g_strdup_printf ("%s/%s", torg_json_get_string (about, "collection"),
                                               torg_json_get_string (about, "id")));
}

static JsonNode *
about_write (const TorgField *field, const GValue *value)
{
  const char *text = g_value_get_string (value);
  g_auto (GStrv) parts = text ? g_strsplit (text, "/", 2) : NULL;
  g_autoptr (JsonObject) about = json_object_new ();

  if (parts == NULL || g_strv_length (parts) != 2)
    return NULL;
  json_object_set_string_member (about, "collection", parts[0]);
  json_object_set_string_member (about, "id", parts[1]);
  return json_node_init_object (json_node_alloc (), about);
}

static gboolean
number_fits (const TorgField *field, JsonNode *node)
{
  return holds (node, G_TYPE_INT64) && json_node_get_int (node) != TORG_UNSET;
}

static void
number_read (const TorgField *field, JsonNode *node, GValue *value)
{
  g_value_set_int64 (value, json_node_get_int (node));
}

static JsonNode *
number_write (const TorgField *field, const GValue *value)
{
  gint64 number = g_value_get_int64 (value);

  return number != TORG_UNSET ? json_node_init_int (json_node_alloc (), number) : NULL;
}

static gboolean
bool_fits (const TorgField *field, JsonNode *node)
{
  return holds (node, G_TYPE_BOOLEAN);
}

static void
bool_read (const TorgField *field, JsonNode *node, GValue *value)
{
  g_value_set_boolean (value, json_node_get_boolean (node));
}

static JsonNode *
bool_write (const TorgField *field, const GValue *value)
{
  return g_value_get_boolean (value) ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL;
}

static gboolean
set_fits (const TorgField *field, JsonNode *node)
{
  JsonObjectIter iter;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, NULL, &value))
    if (!holds (value, G_TYPE_BOOLEAN) || !json_node_get_boolean (value))
      return FALSE;
  return TRUE;
}

static void
set_read (const TorgField *field, JsonNode *node, GValue *value)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, g_strdup (key));
  g_value_take_boxed (value, g_ptr_array_free (g_steal_pointer (&keys), FALSE));
}

static JsonNode *
set_write (const TorgField *field, const GValue *value)
{
  GStrv keys = g_value_get_boxed (value);
  g_autoptr (JsonObject) set = json_object_new ();

  if (keys == NULL || *keys == NULL)
    return NULL;
  for (guint i = 0; keys[i] != NULL; i++)
    json_object_set_boolean_member (set, keys[i], TRUE);
  return json_node_init_object (json_node_alloc (), set);
}

static gboolean
list_fits (const TorgField *field, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *item = json_array_get_element (array, i);
    JsonObject *part = JSON_NODE_HOLDS_OBJECT (item) ? json_node_get_object (item) : NULL;
    const char *id = torg_json_get_string (part, "id");

    if (id == NULL || !g_hash_table_add (ids, (gpointer) id))
      return FALSE;
  }
  return TRUE;
}

static void
list_read (const TorgField *field, JsonNode *node, GValue *value)
{
  g_autoptr (GListStore) list = g_list_store_new (field->part->get_type ());
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    g_autoptr (TorgRecord) part =
      torg_record_new_from_document (field->part, json_array_get_object_element (array, i));

    g_list_store_append (list, part);
  }
  g_value_set_object (value, list);
}

static JsonNode *
list_write (const TorgField *field, const GValue *value)
{
  GListModel *list = g_value_get_object (value);
  guint length = list ? g_list_model_get_n_items (list) : 0;
  g_autoptr (JsonArray) array = json_array_sized_new (length);

  if (length == 0)
    return NULL;
  for (guint i = 0; i < length; i++) {
    g_autoptr (TorgRecord) part = g_list_model_get_item (list, i);

    json_array_add_object_element (array, torg_record_to_document (part));
  }
  return json_node_init_array (json_node_alloc (), array);
}

#define TEXT_CODEC { text_fits, text_read, text_write }

static const Codec codecs[] = {
  [TORG_FIELD_TEXT] = TEXT_CODEC,
  [TORG_FIELD_PROSE] = TEXT_CODEC,
  [TORG_FIELD_LINK] = TEXT_CODEC,
  [TORG_FIELD_DATE] = TEXT_CODEC,
  [TORG_FIELD_TIME] = TEXT_CODEC,
  [TORG_FIELD_DECIMAL] = TEXT_CODEC,
  [TORG_FIELD_ORGNR] = TEXT_CODEC,
  [TORG_FIELD_CHOICE] = TEXT_CODEC,
  [TORG_FIELD_REF] = TEXT_CODEC,
  [TORG_FIELD_ABOUT] = { about_fits,  about_read,  about_write  },
  [TORG_FIELD_INT] = { number_fits, number_read, number_write },
  [TORG_FIELD_MONEY] = { number_fits, number_read, number_write },
  [TORG_FIELD_BOOL] = { bool_fits,   bool_read,   bool_write   },
  [TORG_FIELD_SET] = { set_fits,    set_read,    set_write    },
  [TORG_FIELD_LIST] = { list_fits,   list_read,   list_write   },
};

static GParamSpec *
pspec_of (TorgRecord *record, const TorgField *field)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (record), field->name);
}

/**
 * torg_codec_fits:
 * @field: a field
 * @value: (nullable): what JSON has for it
 *
 * Any thread. Returns: whether it is of the field's JSON type
 */
gboolean
torg_codec_fits (const TorgField *field, JsonNode *value)
{
  return value != NULL && codecs[field->type].fits (field, value);
}

/* The member that says what the field holds now; NULL if it is empty. */
static JsonNode *
member_now (TorgRecord *record, const TorgField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), field->name, &value);
  return codecs[field->type].write (field, &value);
}

/* The same member as this program would have written it; NULL if it does not fit or is empty. */
static JsonNode *
member_anew (TorgRecord *record, const TorgField *field, JsonNode *member)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (!torg_codec_fits (field, member))
    return NULL;
  g_value_init (&value, pspec_of (record, field)->value_type);
  codecs[field->type].read (field, member, &value);
  return codecs[field->type].write (field, &value);
}

/* A list read anew is another object, which would notify where nothing changed. */
static gboolean
list_is_held (TorgRecord *record, const TorgField *field, JsonNode *member)
{
  g_autoptr (JsonNode) now = member_now (record, field);
  g_autoptr (JsonNode) anew = member_anew (record, field, member);

  return torg_json_equal (now, anew);
}

/**
 * torg_codec_read:
 * @record: a record
 * @document: (transfer none): its document
 *
 * Sets each field from the member of its name; to empty where that is absent or does not fit.
 */
void
torg_codec_read (TorgRecord *record, JsonObject *document)
{
  const TorgKind *kind = torg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++) {
    const TorgField *field = &kind->fields[i];
    JsonNode *member = json_object_get_member (document, field->name);
    g_auto (GValue) value = G_VALUE_INIT;

    if (field->type == TORG_FIELD_LIST && list_is_held (record, field, member))
      continue;
    g_value_init (&value, pspec_of (record, field)->value_type);
    if (torg_codec_fits (field, member))
      codecs[field->type].read (field, member, &value);
    else
      g_param_value_set_default (pspec_of (record, field), &value);
    g_object_set_property (G_OBJECT (record), field->name, &value);
  }
}

/**
 * torg_codec_write:
 * @record: a record
 * @document: the object to write its fields into
 *
 * A member that says what its field holds is left as it is written, and so is one that does not
 * fit an empty field. Otherwise an empty field removes its member.
 */
void
torg_codec_write (TorgRecord *record, JsonObject *document)
{
  const TorgKind *kind = torg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++) {
    const TorgField *field = &kind->fields[i];
    JsonNode *before = json_object_get_member (document, field->name);
    g_autoptr (JsonNode) now = member_now (record, field);
    g_autoptr (JsonNode) anew = member_anew (record, field, before);

    if (torg_json_equal (now, anew))
      continue;
    if (now != NULL)
      json_object_set_member (document, field->name, g_steal_pointer (&now));
    else
      json_object_remove_member (document, field->name);
  }
}
