/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-membership.h"

#include "torg-json.h"
#include "torg-shelf.h"
#include "torg-throttle.h"
#include "torg-uuid.h"

/* More who ask than these wait until an administrator has answered some. */
#define MAX_WAITING 500

/* What a stranger may write, and how much of it. */
static const struct {
  const char *name;
  glong min;
  glong max;
} members[] = {
  { "name",         1, 120  },
  { "email",        3, 254  },
  { "organisation", 1, 200  },
  { "message",      0, 2000 },
};

static JsonObject *
read_question (TorgCall *call, TorgAnswer **refusal)
{
  JsonObject *body = torg_call_get_body (call);
  g_autoptr (JsonObject) data = json_object_new ();

  if (body == NULL) {
    *refusal = torg_fault_invalid ("body", "", "It must be an object");
    return NULL;
  }
  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    const char *text = NULL;

    if (!torg_membership_read_text (body, members[i].name, members[i].min, members[i].max, &text,
                                    refusal))
      return NULL;
    if (text != NULL)
      json_object_set_string_member (data, members[i].name, text);
  }
  return g_steal_pointer (&data);
}

static gboolean
has_room (TorgCall *call, TorgAnswer **refusal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) all = torg_shelf_get_all (call->storage, TORG_SHELF_REQUESTS, &error);

  if (all == NULL)
    *refusal = torg_fault_storage (error);
  else if (json_array_get_length (all) >= MAX_WAITING)
    *refusal = torg_fault_busy ();
  return *refusal == NULL;
}

/**
 * torg_admission_post:
 *
 * Anyone may ask to join, so often from one address.
 *
 * Returns: (transfer full): a 201 that tells nothing but that somebody will read it
 */
TorgAnswer *
torg_admission_post (TorgCall *call)
{
  TorgAnswer *refusal = torg_membership_too_many (call);
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autofree char *id = torg_uuid_new ();
  g_autoptr (GError) error = NULL;

  if (refusal != NULL)
    return refusal;
  data = read_question (call, &refusal);
  if (data == NULL || !has_room (call, &refusal))
    return refusal;
  torg_throttle_count (torg_service_get_throttle (call->service),
                       call->request->headers[TORG_HEADER_REAL_IP]);
  if (!torg_shelf_put (call->storage, TORG_SHELF_REQUESTS, id, data, &error))
    return torg_fault_storage (error);
  json_object_set_string_member (answer, "id", id);
  return torg_answer_new_json (201, answer);
}

/**
 * torg_admission_get:
 *
 * Returns: (transfer full): who asks to join
 */
TorgAnswer *
torg_admission_get (TorgCall *call)
{
  return torg_membership_list (call, TORG_SHELF_REQUESTS);
}

/**
 * torg_admission_accept:
 *
 * Answers one who asked with an invitation; the question, which says who it was, is gone with that.
 *
 * Returns: (transfer full): a 201 with the code to send
 */
TorgAnswer *
torg_admission_accept (TorgCall *call)
{
  g_autoptr (JsonObject) nothing = json_object_new ();
  JsonObject *body = torg_call_get_body (call);
  g_auto (TorgInvitation) invitation = { 0 };
  TorgAnswer *refusal = NULL;
  g_autoptr (TorgAnswer) removed = NULL;

  if (!torg_membership_read_invitation (call, body == NULL ? nothing : body, &invitation, &refusal))
    return refusal;
  removed = torg_membership_remove (call, TORG_SHELF_REQUESTS, call->segments[2]);
  if (removed->status != 200)
    return g_steal_pointer (&removed);
  return torg_membership_invite (call, &invitation);
}

/**
 * torg_admission_refuse:
 *
 * Returns: (transfer full): that the question is gone
 */
TorgAnswer *
torg_admission_refuse (TorgCall *call)
{
  return torg_membership_remove (call, TORG_SHELF_REQUESTS, call->segments[2]);
}
