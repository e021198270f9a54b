/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-command.h"

#include "torg-invitation.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
read_invitation (const TorgArguments *arguments, TorgInvitation *invitation, GError **error)
{
  invitation->uses = arguments->uses == 0 ? 1 : (guint) arguments->uses;
  if (invitation->uses > TORG_INVITATION_MAX_USES)
    return refuse (error, "--uses is a number from 1 to 1000");
  if (!torg_invitation_set_organisation (invitation, arguments->organisation))
    return refuse (error, "--organisation is the id of an organisation");
  if (!torg_invitation_set_groups (invitation, (const char *const *) arguments->groups))
    return refuse (error, "--group is a group of the forum: members, contributors, editors, "
                          "validators or admins");
  if (!torg_invitation_set_expires (invitation, arguments->expires))
    return refuse (error, "--expires is a moment within a year, as 2026-12-24T12:00Z");
  return TRUE;
}

static gboolean
check_organisation (TorgService *service, const TorgInvitation *invitation, GError **error)
{
  gboolean known = FALSE;

  if (!torg_invitation_knows_organisation (invitation, torg_service_get_storage (service), &known,
                                           error))
    return FALSE;
  if (!known)
    g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED,
                 "the forum has no organisation %s", invitation->organisation);
  return known;
}

/**
 * torg_command_invite:
 *
 * Makes an invitation and tells its code.
 *
 * Returns: whether it was made
 */
gboolean
torg_command_invite (const TorgArguments *arguments, GError **error)
{
  g_auto (TorgInvitation) invitation = { 0 };
  g_autoptr (TorgService) service = NULL;
  g_autofree char *code = NULL;

  if (!read_invitation (arguments, &invitation, error))
    return FALSE;
  service = torg_service_open_existing (arguments->data_dir, &arguments->settings, error);
  if (service == NULL || !check_organisation (service, &invitation, error) ||
      !torg_service_begin (service, error))
    return FALSE;
  code = torg_invitation_create (service, &invitation, NULL, NULL, error);
  if (code == NULL) {
    torg_service_rollback (service);
    return FALSE;
  }
  if (!torg_service_commit (service, error))
    return FALSE;
  g_print ("%s\n", code);
  return TRUE;
}
