/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-membership.h"

#include "torg-json.h"
#include "torg-shelf.h"
#include "torg-throttle.h"

static gboolean
read_groups (JsonObject *body, TorgInvitation *invitation, TorgAnswer **refusal)
{
  JsonArray *array = torg_json_get_array (body, "groups");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) groups = NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    g_strv_builder_add (
      names, json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "");
  }
  groups = array == NULL ? NULL : g_strv_builder_end (names);
  if ((array != NULL || !json_object_has_member (body, "groups")) &&
      torg_invitation_set_groups (invitation, (const char *const *) groups))
    return TRUE;
  *refusal = torg_fault_invalid ("body", "groups", "They must be names of groups of the forum");
  return FALSE;
}

static gboolean
knows_organisation (TorgCall *call, const TorgInvitation *invitation, TorgAnswer **refusal)
{
  g_autoptr (GError) error = NULL;
  gboolean known = FALSE;

  if (!torg_invitation_knows_organisation (invitation, call->storage, &known, &error))
    *refusal = torg_fault_storage (error);
  else if (!known)
    *refusal = torg_fault_invalid ("body", "organisation", "The forum has no such organisation");
  return known;
}

/**
 * torg_membership_read_invitation:
 * @body: `{organisation, groups, uses, expires}`, each of which may be absent
 * @invitation: (out): what it says
 * @refusal: (out): a 400 that names the culprit
 *
 * Returns: whether it makes sense
 */
gboolean
torg_membership_read_invitation (TorgCall *call,
                                 JsonObject *body,
                                 TorgInvitation *invitation,
                                 TorgAnswer **refusal)
{
  const char *organisation = torg_json_get_string (body, "organisation");
  const char *expires = torg_json_get_string (body, "expires");
  gint64 uses = json_object_has_member (body, "uses") ? torg_json_get_int (body, "uses", 0) : 1;

  if ((organisation == NULL && json_object_has_member (body, "organisation")) ||
      !torg_invitation_set_organisation (invitation, organisation)) {
    *refusal = torg_fault_invalid ("body", "organisation", "It must be an organisation's id");
    return FALSE;
  }
  if (!knows_organisation (call, invitation, refusal))
    return FALSE;
  if (uses < 1 || uses > TORG_INVITATION_MAX_USES) {
    *refusal = torg_fault_invalid ("body", "uses", "It must be a number from 1 to %d",
                                   TORG_INVITATION_MAX_USES);
    return FALSE;
  }
  invitation->uses = (guint) uses;
  if ((expires == NULL && json_object_has_member (body, "expires")) ||
      !torg_invitation_set_expires (invitation, expires)) {
    *refusal = torg_fault_invalid ("body", "expires",
                                   "It must be a moment within a year, as 2026-12-24T12:00Z");
    return FALSE;
  }
  return read_groups (body, invitation, refusal);
}

/**
 * torg_membership_invite:
 *
 * Returns: (transfer full): a 201 with the new invitation and, this once, its code
 */
TorgAnswer *
torg_membership_invite (TorgCall *call, const TorgInvitation *invitation)
{
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = torg_invitation_create (call->service, invitation,
                                                  call->request->caller->account, &data, &error);

  if (code == NULL)
    return torg_fault_storage (error);
  json_object_set_string_member (data, "code", code);
  return torg_answer_new_json (201, data);
}

/**
 * torg_membership_list:
 *
 * Returns: (transfer full): everything in a list of the service's own
 */
TorgAnswer *
torg_membership_list (TorgCall *call, const char *list)
{
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *all = torg_shelf_get_all (call->storage, list, &error);

  if (all == NULL)
    return torg_fault_storage (error);
  json_object_set_array_member (body, "data", all);
  return torg_answer_new_json (200, body);
}

/**
 * torg_membership_remove:
 *
 * Returns: (transfer full): a 200 where something is gone now, a 404 where there was nothing
 */
TorgAnswer *
torg_membership_remove (TorgCall *call, const char *list, const char *id)
{
  g_autoptr (JsonObject) known = NULL;
  g_autoptr (JsonObject) body = NULL;
  JsonObject *data = NULL;
  g_autoptr (GError) error = NULL;

  if (!torg_shelf_get (call->storage, list, id, &known, &error))
    return torg_fault_storage (error);
  if (known == NULL)
    return torg_fault_new (TORG_FAULT_NO_RESOURCE, NULL, NULL);
  if (!torg_shelf_remove (call->storage, list, id, &error))
    return torg_fault_storage (error);
  body = json_object_new ();
  data = json_object_new ();
  json_object_set_string_member (data, "id", id);
  json_object_set_boolean_member (data, "deleted", TRUE);
  json_object_set_object_member (body, "data", data);
  return torg_answer_new_json (200, body);
}

/**
 * torg_membership_read_text:
 * @min: least characters; with 0 it may be absent
 * @max: most
 * @text: (out) (transfer none) (nullable): the text
 * @refusal: (out): a 400 that names the culprit
 *
 * Returns: whether it fits
 */
gboolean
torg_membership_read_text (JsonObject *body,
                           const char *name,
                           glong min,
                           glong max,
                           const char **text,
                           TorgAnswer **refusal)
{
  glong length = 0;

  *text = torg_json_get_string (body, name);
  if (*text == NULL && !json_object_has_member (body, name)) {
    if (min > 0)
      *refusal = torg_fault_invalid ("body", name, "Required");
    return min == 0;
  }
  length = *text == NULL ? -1 : g_utf8_strlen (*text, -1);
  if (length >= min && length <= max)
    return TRUE;
  *refusal =
    torg_fault_invalid ("body", name, "It must be a text of %ld to %ld characters", min, max);
  return FALSE;
}

/**
 * torg_membership_too_many:
 *
 * Returns: (transfer full) (nullable): a 429 for an address that guessed too often
 */
TorgAnswer *
torg_membership_too_many (TorgCall *call)
{
  const char *address = call->request->headers[TORG_HEADER_REAL_IP];

  return torg_throttle_allows (torg_service_get_throttle (call->service), address)
           ? NULL
           : torg_fault_too_many ();
}
