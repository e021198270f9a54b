/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-shelf.h"

#include <string.h>

#include "torg-json.h"

static JsonObject *
parse (const char *doc, GError **error)
{
  g_autoptr (JsonNode) node = torg_json_parse (doc, strlen (doc), 0, error);

  return node == NULL ? NULL : json_node_dup_object (node);
}

/* A list that was never written to is not there yet. */
static gboolean
is_empty (GError **error)
{
  if (!g_error_matches (*error, TORG_STORAGE_ERROR, TORG_STORAGE_ERROR_NOT_FOUND))
    return FALSE;
  g_clear_error (error);
  return TRUE;
}

/**
 * torg_shelf_get:
 * @data: (out) (transfer full) (nullable): what is there, if anything
 *
 * Returns: whether it could be told
 */
gboolean
torg_shelf_get (TorgStorage *storage,
                const char *list,
                const char *id,
                JsonObject **data,
                GError **error)
{
  g_auto (TorgObject) object = { 0 };
  g_autoptr (GError) failure = NULL;

  *data = NULL;
  if (!torg_storage_get (storage, list, id, &object, &failure) && !is_empty (&failure)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (object.doc == NULL)
    return TRUE;
  *data = parse (object.doc, error);
  return *data != NULL;
}

static gboolean
collect (const TorgObject *object, gpointer data)
{
  g_autoptr (JsonNode) node = torg_json_parse (object->doc, strlen (object->doc), 0, NULL);

  if (node != NULL)
    json_array_add_element (data, g_steal_pointer (&node));
  return TRUE;
}

/**
 * torg_shelf_get_all:
 *
 * Returns: (transfer full) (nullable): everything in the list, the newest first
 */
JsonArray *
torg_shelf_get_all (TorgStorage *storage, const char *list, GError **error)
{
  g_autoptr (TorgListing) all = torg_listing_new ();
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (GError) failure = NULL;

  torg_listing_add_sort (all, "last_modified", TRUE);
  if (torg_storage_find (storage, list, all, collect, array, &failure) || is_empty (&failure))
    return g_steal_pointer (&array);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * torg_shelf_put:
 * @data: (transfer none): what shall be there; id and timestamp are set in it
 *
 * Returns: whether it was written
 */
gboolean
torg_shelf_put (TorgStorage *storage,
                const char *list,
                const char *id,
                JsonObject *data,
                GError **error)
{
  g_auto (TorgObject) object = { .id = g_strdup (id) };

  if (!torg_storage_open_list (storage, list, 1, error) ||
      !torg_storage_take_timestamp (storage, list, 0, &object.last_modified, error))
    return FALSE;
  json_object_set_string_member (data, "id", id);
  json_object_set_int_member (data, "last_modified", object.last_modified);
  object.doc = torg_json_print_object (data);
  return torg_storage_put (storage, list, &object, error);
}

/**
 * torg_shelf_remove:
 *
 * Leaves a tombstone, which says nothing but the id.
 *
 * Returns: whether it is gone
 */
gboolean
torg_shelf_remove (TorgStorage *storage, const char *list, const char *id, GError **error)
{
  g_auto (TorgObject) tombstone = { .id = g_strdup (id), .deleted = TRUE };

  if (!torg_storage_take_timestamp (storage, list, 0, &tombstone.last_modified, error))
    return FALSE;
  tombstone.doc = torg_tombstone_print (&tombstone);
  return torg_storage_put (storage, list, &tombstone, error);
}
