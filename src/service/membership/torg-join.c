/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-membership.h"

#include <string.h>

#include "torg-accounts.h"
#include "torg-forum.h"
#include "torg-json.h"
#include "torg-seed.h"
#include "torg-throttle.h"

#define MAX_NAME  64
#define MAX_EMAIL 254
#define MAX_CODE  64

/* Who wants to join, as the body has it. */
typedef struct {
  const char *code;
  const char *name;
  const char *email;
  const char *password;
} TorgJoin;

/* The name is the id of one's own record among the people, so it must be able to be one. */
static gboolean
read_join (TorgCall *call, JsonObject *body, TorgJoin *join, TorgAnswer **refusal)
{
  const TorgResource *record = torg_resource_get (TORG_RESOURCE_RECORD);

  if (!torg_membership_read_text (body, "code", 1, MAX_CODE, &join->code, refusal) ||
      !torg_membership_read_text (body, "name", 1, MAX_NAME, &join->name, refusal) ||
      !torg_membership_read_text (body, "password", 1, TORG_PASSWORD_MAX, &join->password,
                                  refusal) ||
      !torg_membership_read_text (body, "email", 0, MAX_EMAIL, &join->email, refusal))
    return FALSE;
  if (!torg_accounts_check_password (call->settings, join->password)) {
    *refusal = torg_fault_invalid ("body", "password", TORG_PASSWORD_RULE,
                                   call->settings->password_min, TORG_PASSWORD_MAX);
    return FALSE;
  }
  if (torg_resource_is_valid_id (record, join->name, MAX_NAME))
    return TRUE;
  *refusal =
    torg_fault_invalid ("body", "name", "It may have letters a to z, digits, - and _ only");
  return FALSE;
}

/* Unknown, used up, expired: the answer is the same, and so is what it takes to find out. */
static TorgAnswer *
refuse_code (TorgCall *call)
{
  torg_throttle_count (torg_service_get_throttle (call->service),
                       call->request->headers[TORG_HEADER_REAL_IP]);
  return torg_fault_new (TORG_FAULT_FORBIDDEN, "Nobody can join by this code.", NULL);
}

static gboolean
is_free (TorgCall *call, const char *name, TorgAnswer **refusal)
{
  g_autoptr (GError) error = NULL;
  gboolean taken = FALSE;

  if (!torg_accounts_is_taken (torg_service_get_accounts (call->service), name, &taken, &error))
    *refusal = torg_fault_storage (error);
  else if (taken)
    *refusal = torg_fault_invalid ("body", "name", "This name is taken");
  return *refusal == NULL;
}

static GStrv
groups_of (JsonObject *invitation)
{
  JsonArray *array = torg_json_get_array (invitation, "groups");
  const char *organisation = torg_json_get_string (invitation, "organisation");
  g_autoptr (GStrvBuilder) groups = g_strv_builder_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_strv_builder_add (groups, json_array_get_string_element (array, i));
  if (organisation != NULL)
    g_strv_builder_take (groups, g_strconcat (TORG_ROOM_PREFIX, organisation, NULL));
  return g_strv_builder_end (groups);
}

static gboolean
make_account (TorgCall *call, const TorgJoin *join, JsonObject *invitation, GError **error)
{
  g_auto (GStrv) groups = groups_of (invitation);

  return torg_invitation_use (call->service, invitation, error) &&
         torg_seed_account (call->service, join->name, join->password, (const char *const *) groups,
                            error) &&
         (join->email == NULL || torg_seed_email (call->service, join->name, join->email, error));
}

static TorgAnswer *
answer_account (TorgCall *call, const char *name)
{
  TorgAnswer *answer = torg_answer_new (201);
  g_auto (TorgObject) account = { 0 };
  g_autoptr (GError) error = NULL;

  if (!torg_storage_get (call->storage, "/accounts", name, &account, &error)) {
    torg_answer_free (answer);
    return torg_fault_storage (error);
  }
  answer->last_modified = account.last_modified;
  answer->body = g_string_new (NULL);
  g_string_printf (answer->body, "{\"data\":%s}", account.doc);
  return answer;
}

/**
 * torg_join_post:
 *
 * Makes an account for whoever has a code, with the memberships that its invitation gives. The use is counted
 * in the same transaction.
 *
 * Returns: (transfer full): a 201 with the account
 */
TorgAnswer *
torg_join_post (TorgCall *call)
{
  JsonObject *body = torg_call_get_body (call);
  TorgAnswer *refusal = torg_membership_too_many (call);
  g_autoptr (JsonObject) invitation = NULL;
  g_autoptr (GError) error = NULL;
  TorgJoin join = { 0 };

  if (refusal != NULL)
    return refusal;
  if (body == NULL)
    return torg_fault_invalid ("body", "", "It must be an object");
  if (!read_join (call, body, &join, &refusal))
    return refusal;
  if (!torg_invitation_find (call->service, join.code, &invitation, &error))
    return torg_fault_storage (error);
  if (invitation == NULL)
    return refuse_code (call);
  if (!is_free (call, join.name, &refusal))
    return refusal;
  /* What fails here fails the transaction, and with it the use is not counted. */
  if (!make_account (call, &join, invitation, &error))
    return torg_fault_storage (error);
  return answer_account (call, join.name);
}
