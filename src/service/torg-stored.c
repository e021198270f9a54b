/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-stored.h"

#include <string.h>

#include "torg-json.h"

typedef struct {
  TorgStored stored;
  char *doc;
} Found;

static gboolean
visit (const TorgObject *object, gpointer data)
{
  Found *found = data;

  found->stored = object->deleted ? TORG_STORED_DELETED : TORG_STORED_ALIVE;
  found->doc = object->deleted ? NULL : g_strdup (object->doc);
  return FALSE;
}

/**
 * torg_stored_find:
 * @service: a service inside a transaction
 * @bucket: the forum (`torg`) or a room (`org-…`)
 * @collection: a collection that is there
 * @id: a record's id
 * @stored: (out): whether it is there, or was
 * @document: (out) (transfer full) (nullable): the record, when it is there
 *
 * For content that is brought in again and again: what somebody deleted is not to come back.
 *
 * Returns: whether it could be told
 */
gboolean
torg_stored_find (TorgService *service,
                  const char *bucket,
                  const char *collection,
                  const char *id,
                  TorgStored *stored,
                  JsonObject **document,
                  GError **error)
{
  g_autofree char *list =
    g_strdup_printf ("/buckets/%s/collections/%s/records", bucket, collection);
  g_autoptr (TorgListing) listing = torg_listing_new ();
  g_autofree char *doc = NULL;
  g_autoptr (JsonNode) node = NULL;
  Found found = { .stored = TORG_STORED_NONE };

  listing->ids = g_new0 (char *, 2);
  listing->ids[0] = g_strdup (id);
  listing->with_deleted = TRUE;
  *document = NULL;
  if (!torg_storage_find (torg_service_get_storage (service), list, listing, visit, &found, error))
    return FALSE;
  *stored = found.stored;
  doc = found.doc;
  if (doc == NULL)
    return TRUE;
  node = torg_json_parse (doc, strlen (doc), 0, error);
  if (node == NULL)
    return FALSE;
  *document = json_node_dup_object (node);
  return TRUE;
}
