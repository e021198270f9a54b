/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-write.h"

#include <string.h>

#include "torg-forum.h"
#include "torg-json.h"
#include "torg-load.h"
#include "torg-project.h"
#include "torg-seed.h"

/**
 * torg_import_lookup:
 * @data: a #TorgService inside a transaction
 *
 * A #TorgImportLookup over the forum of a service.
 */
gboolean
torg_import_lookup (const char *collection,
                    const char *id,
                    TorgStored *stored,
                    JsonObject **document,
                    gpointer data,
                    GError **error)
{
  return torg_stored_find (data, TORG_FORUM, collection, id, stored, document, error);
}

/* Those who may change the record now; a record is written over with the permissions that it is given. */
static GStrv
writers_of (TorgService *service, JsonObject *document, GError **error)
{
  g_autofree char *uri =
    g_strdup_printf (TORG_FORUM_COLLECTIONS "%s/records/%s", torg_project_kind.collection,
                     torg_json_get_string (document, "id"));
  g_autoptr (GPtrArray) grants =
    torg_storage_get_grants (torg_service_get_storage (service), uri, error);
  g_autoptr (GStrvBuilder) writers = g_strv_builder_new ();

  if (grants == NULL)
    return NULL;
  for (guint i = 0; i < grants->len; i++) {
    const TorgGrant *grant = g_ptr_array_index (grants, i);

    if (strcmp (grant->permission, "write") == 0)
      g_strv_builder_add (writers, grant->principal);
  }
  return g_strv_builder_end (writers);
}

static gboolean
change_project (TorgService *service, JsonObject *document, GError **error)
{
  g_auto (GStrv) writers = writers_of (service, document, error);

  return writers != NULL &&
         torg_seed_put (service, TORG_FORUM, torg_project_kind.collection, document, NULL,
                        (const char *const *) writers, NULL, error);
}

static gboolean
create_project (TorgService *service, JsonObject *document, GError **error)
{
  g_autofree char *group = torg_load_group_of (torg_json_get_string (document, "owner"));
  const char *const writers[] = { group, NULL };

  return torg_seed_put (service, TORG_FORUM, torg_project_kind.collection, document, NULL, writers,
                        NULL, error);
}

static gboolean
write_row (TorgService *service, const TorgImportRow *row, GError **error)
{
  if (row->action == TORG_IMPORT_CREATE)
    return create_project (service, row->document, error);
  return row->action != TORG_IMPORT_CHANGE || change_project (service, row->document, error);
}

/**
 * torg_import_write:
 * @self: a plan
 * @service: a service inside a transaction, the one that the plan looked things up in
 *
 * Carries the plan out: organisations first, since projects point to them.
 *
 * Returns: whether all was written
 */
gboolean
torg_import_write (const TorgImport *self, TorgService *service, GError **error)
{
  for (guint i = 0; i < self->organisations->len; i++) {
    const TorgImportOwner *owner = g_ptr_array_index (self->organisations, i);

    if (owner->action == TORG_IMPORT_CREATE &&
        !torg_seed_put (service, TORG_FORUM, "organisations", owner->document, NULL, NULL, NULL,
                        error))
      return FALSE;
  }
  for (guint i = 0; i < self->rows->len; i++)
    if (!write_row (service, g_ptr_array_index (self->rows, i), error))
      return FALSE;
  return TRUE;
}
