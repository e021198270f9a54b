/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-load.h"

#include "torg-forum.h"
#include "torg-json.h"
#include "torg-seed.h"
#include "torg-stored.h"

/**
 * torg_load_group_of:
 * @organisation: (nullable): an organisation's id
 *
 * Any thread. Returns: (transfer full) (nullable): the principal of those who work there
 */
char *
torg_load_group_of (const char *organisation)
{
  return organisation ? g_strconcat (TORG_FORUM_GROUPS TORG_ROOM_PREFIX, organisation, NULL) : NULL;
}

/**
 * torg_load_missing:
 * @service: a service inside a transaction
 * @bucket: the forum (`torg`) or a room (`org-…`)
 * @collection: a collection that is there
 * @document: the record, with its id
 * @account: (nullable): the account it shall belong to
 * @organisation: (nullable): the organisation whose people may change it
 * @n_written: (inout): counts one more if it was written
 *
 * Writes a record where none ever had its id. One that people changed or deleted stays so.
 *
 * Returns: whether all went well
 */
gboolean
torg_load_missing (TorgService *service,
                   const char *bucket,
                   const char *collection,
                   JsonObject *document,
                   const char *account,
                   const char *organisation,
                   guint *n_written,
                   GError **error)
{
  g_autofree char *group = torg_load_group_of (organisation);
  const char *const writers[] = { group, NULL };
  g_autoptr (JsonObject) theirs = NULL;
  TorgStored stored = TORG_STORED_NONE;

  if (!torg_stored_find (service, bucket, collection, torg_json_get_string (document, "id"),
                         &stored, &theirs, error))
    return FALSE;
  if (stored != TORG_STORED_NONE)
    return TRUE;
  (*n_written)++;
  return torg_seed_put (service, bucket, collection, document, account, writers, NULL, error);
}
