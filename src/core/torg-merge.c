/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-merge.h"

#include "torg-codec.h"
#include "torg-json.h"

/* The three versions of one value; any of them may be absent. */
typedef struct {
  JsonNode *base;
  JsonNode *mine;
  JsonNode *theirs;
} Versions;

static JsonObject *merge_objects (const TorgKind *kind,
                                  JsonObject *base,
                                  JsonObject *mine,
                                  JsonObject *theirs,
                                  GPtrArray *conflicts);

static JsonNode *
copy (JsonNode *node)
{
  return node ? json_node_copy (node) : NULL;
}

static JsonNode *
member_of (JsonObject *object, const char *name)
{
  return object ? json_object_get_member (object, name) : NULL;
}

static JsonObject *
object_of (JsonNode *node)
{
  return node ? json_node_get_object (node) : NULL;
}

/* Where one of the two left the value alone, the other's word holds. */
static gboolean
settled (const Versions *v, JsonNode **result)
{
  if (!torg_json_equal (v->mine, v->theirs) && !torg_json_equal (v->base, v->mine) &&
      !torg_json_equal (v->base, v->theirs))
    return FALSE;
  *result = copy (torg_json_equal (v->base, v->mine) ? v->theirs : v->mine);
  return TRUE;
}

static void
collect_names (GHashTable *seen, GPtrArray *names, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;

  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (g_hash_table_add (seen, (gpointer) name))
      g_ptr_array_add (names, (gpointer) name);
}

/* Every member that one of the three has; the names belong to the objects. */
static GPtrArray *
all_names (JsonObject *base, JsonObject *mine, JsonObject *theirs)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  collect_names (seen, names, theirs);
  collect_names (seen, names, mine);
  collect_names (seen, names, base);
  return names;
}

/* A key is in or out, so two people can never disagree on one: what either changed, holds. */
static JsonNode *
merge_sets (const Versions *v)
{
  JsonObject *base = object_of (v->base);
  JsonObject *mine = object_of (v->mine);
  JsonObject *theirs = object_of (v->theirs);
  g_autoptr (GPtrArray) keys = all_names (base, mine, theirs);
  g_autoptr (JsonObject) merged = json_object_new ();

  for (guint i = 0; i < keys->len; i++) {
    const char *key = keys->pdata[i];
    gboolean was = member_of (base, key) != NULL;
    gboolean in_mine = member_of (mine, key) != NULL;
    gboolean in_theirs = member_of (theirs, key) != NULL;

    if (in_mine == was ? in_theirs : in_mine)
      json_object_set_boolean_member (merged, key, TRUE);
  }
  if (json_object_get_size (merged) == 0)
    return NULL;
  return json_node_init_object (json_node_alloc (), merged);
}

/* The parts of a list by id, as members of an object, so that they merge as members do. */
static JsonObject *
by_id (JsonNode *list)
{
  JsonObject *parts = json_object_new ();
  JsonArray *array = list ? json_node_get_array (list) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *part = json_array_get_element (array, i);

    json_object_set_member (parts, torg_json_get_string (json_node_get_object (part), "id"),
                            json_node_copy (part));
  }
  return parts;
}

/* A part that one took out and the other changed stays: the change wins over the removal. */
static JsonNode *
merge_part (const TorgKind *part, const Versions *v, GPtrArray *conflicts)
{
  g_autoptr (JsonObject) merged = NULL;
  JsonNode *result = NULL;

  if (settled (v, &result))
    return result;
  if (v->mine == NULL || v->theirs == NULL)
    return copy (v->mine ? v->mine : v->theirs);
  merged = merge_objects (part, object_of (v->base), object_of (v->mine), object_of (v->theirs),
                          conflicts);
  return json_node_init_object (json_node_alloc (), merged);
}

static JsonNode *
merge_lists (const TorgField *field, const Versions *v, GPtrArray *conflicts)
{
  g_autoptr (JsonObject) base = by_id (v->base);
  g_autoptr (JsonObject) mine = by_id (v->mine);
  g_autoptr (JsonObject) theirs = by_id (v->theirs);
  g_autoptr (GPtrArray) ids = all_names (base, mine, theirs);
  g_autoptr (GPtrArray) inner = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonArray) merged = json_array_new ();

  for (guint i = 0; i < ids->len; i++) {
    const char *id = ids->pdata[i];
    Versions part = { member_of (base, id), member_of (mine, id), member_of (theirs, id) };
    JsonNode *result = merge_part (field->part, &part, inner);

    if (result != NULL)
      json_array_add_element (merged, result);
  }
  if (inner->len > 0)
    g_ptr_array_add (conflicts, g_strdup (field->name));
  if (json_array_get_length (merged) == 0)
    return NULL;
  return json_node_init_array (json_node_alloc (), merged);
}

static gboolean
fits_or_absent (const TorgField *field, JsonNode *node)
{
  return node == NULL || torg_codec_fits (field, node);
}

static gboolean
has_rule (const TorgField *field, const Versions *v)
{
  return field != NULL && !(field->flags & TORG_FIELD_DECISION) &&
         (field->type == TORG_FIELD_SET || field->type == TORG_FIELD_LIST) &&
         fits_or_absent (field, v->base) && fits_or_absent (field, v->mine) &&
         fits_or_absent (field, v->theirs);
}

static JsonNode *
merge_member (const char *name, const TorgField *field, const Versions *v, GPtrArray *conflicts)
{
  JsonNode *result = NULL;

  if (settled (v, &result))
    return result;
  if (has_rule (field, v))
    return field->type == TORG_FIELD_SET ? merge_sets (v) : merge_lists (field, v, conflicts);
  g_ptr_array_add (conflicts, g_strdup (name));
  return copy (v->theirs);
}

static JsonObject *
merge_objects (const TorgKind *kind,
               JsonObject *base,
               JsonObject *mine,
               JsonObject *theirs,
               GPtrArray *conflicts)
{
  g_autoptr (GPtrArray) names = all_names (base, mine, theirs);
  JsonObject *merged = json_object_new ();

  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    Versions v = { member_of (base, name), member_of (mine, name), member_of (theirs, name) };
    JsonNode *result = NULL;

    /* The service's own members are not for people to merge. */
    if (g_str_equal (name, "last_modified") || g_str_equal (name, "schema"))
      result = copy (v.theirs);
    else
      result = merge_member (name, torg_kind_find (kind, name), &v, conflicts);
    if (result != NULL)
      json_object_set_member (merged, name, result);
  }
  return merged;
}

/**
 * torg_merge:
 * @kind: what the three are
 * @base: (nullable): the document that my edit was made on
 * @mine: my document
 * @theirs: the document that the service has now
 *
 * Three-way merge by field table: what only one changed, holds; sets merge key by key and lists
 * of objects part by part; what both changed to different values is a conflict, and so is always
 * a field that two people must agree on (%TORG_FIELD_DECISION). Members that no field names merge
 * as plain values. Any thread.
 *
 * Returns: (transfer full): the result
 */
TorgMerge *
torg_merge (const TorgKind *kind, JsonObject *base, JsonObject *mine, JsonObject *theirs)
{
  TorgMerge *self = g_new0 (TorgMerge, 1);

  self->conflicts = g_ptr_array_new_with_free_func (g_free);
  self->document = merge_objects (kind, base, mine, theirs, self->conflicts);
  return self;
}

/**
 * torg_merge_free:
 * @self: a merge
 */
void
torg_merge_free (TorgMerge *self)
{
  json_object_unref (self->document);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
