/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-account-rules.h"

#include <string.h>

#include "torg-access.h"
#include "torg-accounts.h"
#include "torg-groups.h"
#include "torg-json.h"

/* The password goes into a place of its own; no document and no answer ever has it. */
static gboolean
move_password (TorgCall *call, JsonObject *data, const char *password, TorgAnswer **refusal)
{
  g_autofree char *hash = torg_accounts_hash (password);
  g_autoptr (GError) error = NULL;

  json_object_remove_member (data, "password");
  if (torg_storage_set_secret (call->storage, call->id, hash, &error))
    return TRUE;
  *refusal = torg_fault_storage (error);
  return FALSE;
}

/* Who is signed in has an account; only who manages them all makes another. */
static gboolean
is_anothers (TorgCall *call)
{
  const TorgCaller *caller = call->request->caller;

  return caller->user != NULL && g_strcmp0 (call->id, caller->account) != 0;
}

/* What somebody who does not manage accounts may create. */
static gboolean
check_sign_up (TorgCall *call, TorgAnswer **refusal)
{
  g_autoptr (GError) error = NULL;
  TorgAccounts *accounts = torg_service_get_accounts (call->service);
  gboolean manages = call->request->caller->trusted;
  gboolean taken = FALSE;

  if (call->existing.id != NULL)
    return TRUE;
  if (!manages && !torg_access_has_on_root (call, "account:write", &manages, &error)) {
    *refusal = torg_fault_storage (error);
    return FALSE;
  }
  if (manages)
    return TRUE;
  if (is_anothers (call))
    *refusal = torg_fault_invalid ("body", "data.id", "Username and account ID do not match.");
  else if (!torg_accounts_is_taken (accounts, call->id, &taken, &error))
    *refusal = torg_fault_storage (error);
  else if (taken)
    *refusal =
      torg_fault_new (TORG_FAULT_FORBIDDEN,
                      "Somebody had this name. Choose another, or ask an administrator.", NULL);
  return *refusal == NULL;
}

/**
 * torg_account_check:
 * @data: what an account shall say; its password, where there is one, is taken out and stored
 * @refusal: (out): a 400 that names what is missing
 *
 * Returns: whether it may be stored
 */
gboolean
torg_account_check (TorgCall *call, JsonObject *data, TorgAnswer **refusal)
{
  JsonNode *node = json_object_get_member (data, "password");
  const char *password = torg_json_get_string (data, "password");

  if (call->id == NULL) {
    *refusal = torg_fault_invalid ("body", "data.id", "data.id in body: Required");
    return FALSE;
  }
  if (!check_sign_up (call, refusal))
    return FALSE;
  if (node == NULL && call->existing.id != NULL)
    return TRUE;
  if (torg_accounts_check_password (call->settings, password))
    return move_password (call, data, password, refusal);
  if (node == NULL)
    *refusal = torg_fault_invalid ("body", "data.password", "Required");
  else
    *refusal = torg_fault_invalid ("body", "data.password", TORG_PASSWORD_RULE,
                                   call->settings->password_min, TORG_PASSWORD_MAX);
  return FALSE;
}

static gboolean
forget_account (TorgCall *call, const char *account, GError **error)
{
  g_autofree char *user = g_strconcat (TORG_ACCOUNT_PREFIX, account, NULL);

  return torg_storage_set_secret (call->storage, account, NULL, error) &&
         torg_groups_forget_member (call->service, user, error);
}

/**
 * torg_account_changed:
 * @object: the account as it is now
 * @data: (nullable): what it says; %NULL where it was deleted
 *
 * Returns: whether all was written
 */
gboolean
torg_account_changed (TorgCall *call, const TorgObject *object, JsonObject *data, GError **error)
{
  torg_accounts_forget (torg_service_get_accounts (call->service), object->id);
  return data != NULL || forget_account (call, object->id, error);
}
