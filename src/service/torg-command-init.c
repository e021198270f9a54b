/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-command.h"

#include <stdio.h>

#include "torg-code.h"
#include "torg-content.h"
#include "torg-forum.h"
#include "torg-invitation.h"
#include "torg-json.h"
#include "torg-password.h"
#include "torg-sample.h"
#include "torg-seed.h"
#include "torg-shelf.h"

/* The sample member's password lies beside the data, for the programs that show the sample. */
static gboolean
make_sample (TorgService *service, const TorgArguments *arguments, GError **error)
{
  static const char *const groups[] = { "members", "contributors", "editors",
                                        TORG_ROOM_PREFIX TORG_SAMPLE_ORGANISATION, NULL };
  g_autofree char *file = g_build_filename (arguments->data_dir, "sample-password", NULL);
  g_autofree char *password = NULL;

  if (g_file_test (file, G_FILE_TEST_EXISTS))
    password = torg_password_read_file (&arguments->settings, file, error);
  else
    password = torg_password_new ();
  return password != NULL &&
         g_file_set_contents_full (file, password, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                   error) &&
         torg_seed_account (service, TORG_SAMPLE_MEMBER, password, groups, error) &&
         torg_load_sample (service, stderr, error);
}

static gboolean
fill (TorgService *service, const TorgArguments *arguments, GError **error)
{
  if (!torg_seed_forum (service, error) || !torg_seed_schemas (service, error) ||
      !torg_load_reference (service, stderr, error))
    return FALSE;
  return !arguments->sample || make_sample (service, arguments, error);
}

/**
 * torg_command_make:
 *
 * Makes the forum in the data folder, or adds what a newer program has; with sample content if asked.
 *
 * Returns: whether all was made
 */
gboolean
torg_command_make (const TorgArguments *arguments, GError **error)
{
  g_autoptr (TorgService) service =
    torg_service_open (arguments->data_dir, &arguments->settings, error);

  if (service == NULL || !torg_service_begin (service, error))
    return FALSE;
  if (fill (service, arguments, error))
    return torg_service_commit (service, error);
  torg_service_rollback (service);
  return FALSE;
}

static gboolean
has_admins (TorgService *service, gboolean *has, GError **error)
{
  g_autoptr (JsonObject) group = NULL;
  JsonArray *members = NULL;

  if (!torg_shelf_get (torg_service_get_storage (service), "/buckets/" TORG_FORUM "/groups",
                       "admins", &group, error))
    return FALSE;
  members = group == NULL ? NULL : torg_json_get_array (group, "members");
  *has = members != NULL && json_array_get_length (members) > 0;
  return TRUE;
}

/* The fact that says which invitation is the first administrator's. */
#define FIRST_ADMIN "first-admin"

/* An earlier code may lie in some log by now. */
static gboolean
forget_first (TorgStorage *storage, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) invitation = NULL;

  if (!torg_storage_get_property (storage, FIRST_ADMIN, &id, error))
    return FALSE;
  if (id == NULL)
    return TRUE;
  return torg_shelf_get (storage, TORG_SHELF_INVITATIONS, id, &invitation, error) &&
         (invitation == NULL || torg_shelf_remove (storage, TORG_SHELF_INVITATIONS, id, error));
}

/* Where nobody governs the forum yet, whoever comes first with the newest code does. */
static gboolean
invite_admin (TorgService *service, char **code, GError **error)
{
  static const char *const groups[] = { "admins", "members", NULL };
  TorgStorage *storage = torg_service_get_storage (service);
  g_auto (TorgInvitation) invitation = { .uses = 1 };
  g_autofree char *id = NULL;
  gboolean has = FALSE;
  gboolean fits = torg_invitation_set_groups (&invitation, groups) &&
                  torg_invitation_set_expires (&invitation, NULL);

  g_assert (fits);
  if (!forget_first (storage, error) || !has_admins (service, &has, error))
    return FALSE;
  if (has)
    return TRUE;
  *code = torg_invitation_create (service, &invitation, NULL, NULL, error);
  if (*code == NULL)
    return FALSE;
  id = torg_code_dup_id (*code);
  return torg_storage_set_property (storage, FIRST_ADMIN, id, error);
}

static char *
offer_administration (const TorgArguments *arguments, GError **error)
{
  g_autoptr (TorgService) service =
    torg_service_open (arguments->data_dir, &arguments->settings, error);
  g_autofree char *code = NULL;

  if (service == NULL || !torg_service_begin (service, error))
    return NULL;
  if (!invite_admin (service, &code, error)) {
    torg_service_rollback (service);
    return NULL;
  }
  if (!torg_service_commit (service, error))
    return NULL;
  return code == NULL ? g_strdup ("") : g_steal_pointer (&code);
}

/**
 * torg_command_init:
 *
 * Makes the forum, and tells by which code its first administrator joins, or who the member of a sample is.
 * May be run again.
 *
 * Returns: whether all was made
 */
gboolean
torg_command_init (const TorgArguments *arguments, GError **error)
{
  g_autofree char *code = NULL;

  if (!torg_command_make (arguments, error))
    return FALSE;
  if (arguments->sample) {
    g_print ("sample member: " TORG_SAMPLE_MEMBER "\n");
    return TRUE;
  }
  code = offer_administration (arguments, error);
  if (code != NULL && *code != '\0')
    g_print ("code of the first administrator: %s\n", code);
  return code != NULL;
}
