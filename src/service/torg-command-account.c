/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-command.h"

#include "torg-password.h"
#include "torg-seed.h"

typedef gboolean (*TorgAccountChange) (TorgService *service,
                                       const TorgArguments *arguments,
                                       const char *password,
                                       GError **error);

static gboolean
find_account (TorgService *service, const char *name, gboolean wanted, GError **error)
{
  g_auto (TorgObject) object = { 0 };

  if (!torg_storage_get (torg_service_get_storage (service), "/accounts", name, &object, error))
    return FALSE;
  if ((object.id != NULL) == wanted)
    return TRUE;
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED,
               wanted ? "there is no account %s" : "there is an account %s already", name);
  return FALSE;
}

static gboolean
add (TorgService *service, const TorgArguments *arguments, const char *password, GError **error)
{
  static const char *const members[] = { "members", NULL };
  const char *name = arguments->operands[0];

  return find_account (service, name, FALSE, error) &&
         torg_seed_account (service, name, password, members, error) &&
         (arguments->groups == NULL ||
          torg_seed_account (service, name, NULL, (const char *const *) arguments->groups, error));
}

static gboolean
change_password (TorgService *service,
                 const TorgArguments *arguments,
                 const char *password,
                 GError **error)
{
  static const char *const none[] = { NULL };
  const char *name = arguments->operands[0];

  return find_account (service, name, TRUE, error) &&
         torg_seed_account (service, name, password, none, error);
}

static gboolean
take_away (TorgService *service,
           const TorgArguments *arguments,
           const char *password,
           GError **error)
{
  return torg_seed_remove_account (service, arguments->operands[0], error);
}

static gboolean
run (const TorgArguments *arguments, const char *password, TorgAccountChange change, GError **error)
{
  g_autoptr (TorgService) service =
    torg_service_open_existing (arguments->data_dir, &arguments->settings, error);

  if (service == NULL || !torg_service_begin (service, error))
    return FALSE;
  if (change (service, arguments, password, error))
    return torg_service_commit (service, error);
  torg_service_rollback (service);
  return FALSE;
}

static gboolean
run_with_password (const TorgArguments *arguments, TorgAccountChange change, GError **error)
{
  const TorgSettings *settings = &arguments->settings;
  g_autofree char *password =
    arguments->password_file != NULL
      ? torg_password_read_file (settings, arguments->password_file, error)
      : torg_password_ask (settings, arguments->operands[0], error);

  return password != NULL && run (arguments, password, change, error);
}

/**
 * torg_command_account_add:
 *
 * Adds an account with a password that is read, as a member and to the groups named.
 *
 * Returns: whether it was added
 */
gboolean
torg_command_account_add (const TorgArguments *arguments, GError **error)
{
  return run_with_password (arguments, add, error);
}

/**
 * torg_command_account_password:
 *
 * Changes the password of an account to one that is read.
 *
 * Returns: whether it was changed
 */
gboolean
torg_command_account_password (const TorgArguments *arguments, GError **error)
{
  return run_with_password (arguments, change_password, error);
}

/**
 * torg_command_account_remove:
 *
 * Removes an account, also from its groups.
 *
 * Returns: whether it was there and is gone
 */
gboolean
torg_command_account_remove (const TorgArguments *arguments, GError **error)
{
  return run (arguments, NULL, take_away, error);
}
