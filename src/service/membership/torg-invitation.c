/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-invitation.h"

#include <string.h>

#include "torg-code.h"
#include "torg-forum.h"
#include "torg-json.h"
#include "torg-resource.h"
#include "torg-shelf.h"

#define DAYS          14
#define MAX_DAYS      366
#define MAX_KEPT      1000
#define MAX_NAME      64
#define ORGANISATIONS "/buckets/" TORG_FORUM "/collections/organisations/records"
#define TIME_PATTERN  "%Y-%m-%dT%H:%MZ"

/**
 * torg_invitation_clear:
 *
 * Frees what it holds; it is as new afterwards.
 */
void
torg_invitation_clear (TorgInvitation *self)
{
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->groups, g_strfreev);
  g_clear_pointer (&self->expires, g_date_time_unref);
  self->uses = 0;
}

/**
 * torg_invitation_set_organisation:
 * @organisation: (nullable): an organisation's id
 *
 * Returns: whether it may be one
 */
gboolean
torg_invitation_set_organisation (TorgInvitation *self, const char *organisation)
{
  g_set_str (&self->organisation, organisation);
  return organisation == NULL || torg_resource_is_valid_id (torg_resource_get (TORG_RESOURCE_GROUP),
                                                            organisation, MAX_NAME);
}

/**
 * torg_invitation_knows_organisation:
 * @known: (out): whether the organisation, where one is named, is one of the forum
 *
 * A slip of the pen would make a room that nobody else finds.
 *
 * Returns: whether it could be told
 */
gboolean
torg_invitation_knows_organisation (const TorgInvitation *self,
                                    TorgStorage *storage,
                                    gboolean *known,
                                    GError **error)
{
  g_autoptr (JsonObject) record = NULL;

  *known = self->organisation == NULL;
  if (*known)
    return TRUE;
  if (!torg_shelf_get (storage, ORGANISATIONS, self->organisation, &record, error))
    return FALSE;
  *known = record != NULL;
  return TRUE;
}

/**
 * torg_invitation_set_groups:
 * @groups: (nullable) (array zero-terminated=1): names of groups; %NULL for members
 *
 * Returns: whether all are groups of the forum
 */
gboolean
torg_invitation_set_groups (TorgInvitation *self, const char *const *groups)
{
  static const char *const usual[] = { "members", NULL };

  g_clear_pointer (&self->groups, g_strfreev);
  self->groups = g_strdupv ((char **) (groups != NULL ? groups : usual));
  for (guint i = 0; self->groups[i] != NULL; i++) {
    if (!g_strv_contains (torg_forum_groups, self->groups[i]))
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_invitation_set_expires:
 * @text: (nullable): a moment in ISO 8601, in UTC where it does not say
 *
 * Returns: whether it is one, to come and not too far away
 */
gboolean
torg_invitation_set_expires (TorgInvitation *self, const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) last = g_date_time_add_days (now, MAX_DAYS);
  g_autoptr (GDateTime) given = text == NULL ? NULL : g_date_time_new_from_iso8601 (text, utc);

  g_clear_pointer (&self->expires, g_date_time_unref);
  if (text == NULL)
    self->expires = g_date_time_add_days (now, DAYS);
  else if (given != NULL)
    self->expires = g_date_time_to_utc (given);
  return self->expires != NULL && g_date_time_compare (self->expires, now) > 0 &&
         g_date_time_compare (self->expires, last) < 0;
}

/**
 * torg_invitation_is_valid:
 * @data: what is kept of an invitation
 *
 * Returns: whether somebody may still join by it
 */
gboolean
torg_invitation_is_valid (JsonObject *data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *text = g_date_time_format (now, TIME_PATTERN);

  return torg_json_get_int (data, "used", 0) < torg_json_get_int (data, "uses", 0) &&
         g_strcmp0 (text, torg_json_get_string (data, "expires")) < 0;
}

/* Those that nobody can use go when a new one comes; so there is a limit to how many there are. */
static gboolean
make_room (TorgStorage *storage, GError **error)
{
  g_autoptr (JsonArray) all = torg_shelf_get_all (storage, TORG_SHELF_INVITATIONS, error);
  guint n_kept = 0;

  for (guint i = 0; all != NULL && i < json_array_get_length (all); i++) {
    JsonObject *data = json_array_get_object_element (all, i);

    if (torg_invitation_is_valid (data) && n_kept < MAX_KEPT - 1)
      n_kept++;
    else if (!torg_shelf_remove (storage, TORG_SHELF_INVITATIONS, torg_json_get_string (data, "id"),
                                 error))
      return FALSE;
  }
  return all != NULL;
}

static JsonObject *
describe (const TorgInvitation *self, const char *maker)
{
  JsonObject *data = json_object_new ();
  JsonArray *groups = json_array_new ();
  g_autofree char *expires = g_date_time_format (self->expires, TIME_PATTERN);

  for (guint i = 0; self->groups[i] != NULL; i++)
    json_array_add_string_element (groups, self->groups[i]);
  if (self->organisation != NULL)
    json_object_set_string_member (data, "organisation", self->organisation);
  json_object_set_array_member (data, "groups", groups);
  json_object_set_int_member (data, "uses", self->uses);
  json_object_set_int_member (data, "used", 0);
  json_object_set_string_member (data, "expires", expires);
  if (maker != NULL)
    json_object_set_string_member (data, "maker", maker);
  return data;
}

/**
 * torg_invitation_create:
 * @service: a service inside a transaction
 * @self: with everything set
 * @maker: (nullable): the account that invites; %NULL for the operator
 * @data: (out) (transfer full) (optional): what is kept of it
 *
 * Returns: (transfer full) (nullable): the code, which is kept nowhere
 */
char *
torg_invitation_create (TorgService *service,
                        const TorgInvitation *self,
                        const char *maker,
                        JsonObject **data,
                        GError **error)
{
  TorgStorage *storage = torg_service_get_storage (service);
  g_autofree char *code = torg_code_new ();
  g_autofree char *id = torg_code_dup_id (code);
  g_autoptr (JsonObject) kept = describe (self, maker);

  if (!make_room (storage, error) ||
      !torg_shelf_put (storage, TORG_SHELF_INVITATIONS, id, kept, error))
    return NULL;
  if (data != NULL)
    *data = g_steal_pointer (&kept);
  return g_steal_pointer (&code);
}

/**
 * torg_invitation_find:
 * @code: a code as somebody typed it
 * @data: (out) (transfer full) (nullable): the invitation, where somebody may join by it
 *
 * Returns: whether it could be told
 */
gboolean
torg_invitation_find (TorgService *service, const char *code, JsonObject **data, GError **error)
{
  g_autofree char *id = torg_code_dup_id (code);

  if (!torg_shelf_get (torg_service_get_storage (service), TORG_SHELF_INVITATIONS, id, data, error))
    return FALSE;
  if (*data != NULL && !torg_invitation_is_valid (*data))
    g_clear_pointer (data, json_object_unref);
  return TRUE;
}

/**
 * torg_invitation_use:
 * @service: a service inside the transaction in which somebody joins
 * @data: from torg_invitation_find() in the same transaction
 *
 * Returns: whether it is counted
 */
gboolean
torg_invitation_use (TorgService *service, JsonObject *data, GError **error)
{
  json_object_set_int_member (data, "used", torg_json_get_int (data, "used", 0) + 1);
  return torg_shelf_put (torg_service_get_storage (service), TORG_SHELF_INVITATIONS,
                         torg_json_get_string (data, "id"), data, error);
}
