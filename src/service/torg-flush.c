/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-flush.h"

#include "torg-accounts.h"
#include "torg-attachment.h"
#include "torg-listing.h"
#include "torg-seed.h"

static gboolean
collect_id (const TorgObject *object, gpointer data)
{
  g_ptr_array_add (data, g_strdup (object->id));
  return TRUE;
}

static gboolean
forget_passwords (TorgStorage *storage, GError **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TorgListing) all = torg_listing_new ();

  if (!torg_storage_find (storage, "/accounts", all, collect_id, accounts, error))
    return FALSE;
  for (guint i = 0; i < accounts->len; i++) {
    if (!torg_storage_set_secret (storage, g_ptr_array_index (accounts, i), NULL, error))
      return FALSE;
  }
  return TRUE;
}

/* The clock goes on, so that clients see lists that are newer than theirs, and empty. */
static gboolean
empty (TorgCall *call, GError **error)
{
  TorgStorage *storage = call->storage;
  gint64 now = 0;

  if (!forget_passwords (storage, error) || !torg_attachments_forget (call, "", error) ||
      !torg_storage_take_timestamp (storage, "/buckets", 0, &now, error) ||
      !torg_storage_drop (storage, "", error) ||
      !torg_storage_open_list (storage, "/buckets", now, error) ||
      !torg_storage_open_list (storage, "/accounts", now, error))
    return FALSE;
  return torg_seed_root (storage, error) && torg_seed_epoch (storage, error);
}

/**
 * torg_flush_post:
 *
 * Removes everything but the permissions on the root, where a setting allows that to anyone: for tests.
 *
 * Returns: (transfer full): a 202
 */
TorgAnswer *
torg_flush_post (TorgCall *call)
{
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (GError) error = NULL;

  if (!call->settings->flush_endpoint)
    return torg_fault_new (TORG_FAULT_NO_RESOURCE, NULL, NULL);
  if (!empty (call, &error))
    return torg_fault_storage (error);
  torg_accounts_forget_all (torg_service_get_accounts (call->service));
  return torg_answer_new_json (202, body);
}
