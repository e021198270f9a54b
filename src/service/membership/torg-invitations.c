/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-membership.h"

#include "torg-shelf.h"

static JsonObject *
get_body (TorgCall *call, TorgAnswer **refusal)
{
  JsonObject *body = torg_call_get_body (call);

  if (body == NULL)
    *refusal = torg_fault_invalid ("body", "", "It must be an object");
  return body;
}

/**
 * torg_invitations_post:
 *
 * Returns: (transfer full): a new invitation with its code
 */
TorgAnswer *
torg_invitations_post (TorgCall *call)
{
  g_auto (TorgInvitation) invitation = { 0 };
  TorgAnswer *refusal = NULL;
  JsonObject *body = get_body (call, &refusal);

  if (body == NULL || !torg_membership_read_invitation (call, body, &invitation, &refusal))
    return refusal;
  return torg_membership_invite (call, &invitation);
}

/**
 * torg_invitations_get:
 *
 * Returns: (transfer full): the invitations that there are; their codes nobody knows
 */
TorgAnswer *
torg_invitations_get (TorgCall *call)
{
  return torg_membership_list (call, TORG_SHELF_INVITATIONS);
}

/**
 * torg_invitations_delete:
 *
 * Returns: (transfer full): that nobody can join by it any more
 */
TorgAnswer *
torg_invitations_delete (TorgCall *call)
{
  return torg_membership_remove (call, TORG_SHELF_INVITATIONS, call->segments[2]);
}
