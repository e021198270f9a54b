/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-personal.h"

#include <string.h>

#include "torg-history.h"
#include "torg-json.h"
#include "torg-seed.h"
#include "torg-shelf.h"
#include "torg-traces.h"

/* Stands where a record must say who, and nobody is to know any more. */
#define ERASED "erased"

static gboolean
append_trace (TorgCall *call, const TorgTrace *trace, GString *text, GError **error)
{
  g_autofree char *uri = g_strconcat (trace->list, "/", trace->object.id, NULL);
  g_autoptr (GPtrArray) grants = torg_storage_get_grants (call->storage, uri, error);
  g_autofree char *permissions = NULL;

  if (grants == NULL)
    return FALSE;
  permissions = torg_grants_print (grants);
  g_string_append_printf (text, "%s{\"uri\":\"%s\",\"data\":%s,\"permissions\":%s}",
                          g_str_has_suffix (text->str, "[") ? "" : ",", uri, trace->object.doc,
                          permissions);
  return TRUE;
}

static void
append_groups (TorgCall *call, GString *text)
{
  const GStrv principals = call->request->caller->principals;
  const char *comma = "";

  for (guint i = 0; principals[i] != NULL; i++) {
    if (!g_str_has_prefix (principals[i], "/buckets/"))
      continue;
    g_string_append_printf (text, "%s\"%s\"", comma, principals[i]);
    comma = ",";
  }
}

static gboolean
print_all (TorgCall *call, GString *text, GError **error)
{
  const char *account = call->request->caller->account;
  g_autoptr (GPtrArray) traces = torg_traces_find (call->service, account, error);
  g_auto (TorgObject) object = { 0 };

  if (traces == NULL || !torg_storage_get (call->storage, "/accounts", account, &object, error))
    return FALSE;
  g_string_append_printf (text, "{\"data\":{\"account\":%s,\"groups\":[", object.doc);
  append_groups (call, text);
  g_string_append (text, "],\"objects\":[");
  for (guint i = 0; i < traces->len; i++) {
    if (!append_trace (call, g_ptr_array_index (traces, i), text, error))
      return FALSE;
  }
  g_string_append (text, "]}}");
  return TRUE;
}

static gboolean
has_account (TorgCall *call, TorgAnswer **refusal)
{
  if (call->request->caller->account != NULL)
    return TRUE;
  *refusal = torg_fault_new (TORG_FAULT_FORBIDDEN, NULL, NULL);
  return FALSE;
}

/**
 * torg_personal_export:
 *
 * Returns: (transfer full): the caller's account, memberships, and every object that the caller made,
 *   may do something with by name, or is named in
 */
TorgAnswer *
torg_personal_export (TorgCall *call)
{
  TorgAnswer *answer = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_account (call, &answer))
    return answer;
  answer = torg_answer_new (200);
  answer->body = g_string_new (NULL);
  if (print_all (call, answer->body, &error))
    return answer;
  torg_answer_free (answer);
  return torg_fault_storage (error);
}

/* Who else may write to it. */
static GStrv
writers_of (GPtrArray *grants, const char *permission, const char *user)
{
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();

  for (guint i = 0; i < grants->len; i++) {
    const TorgGrant *grant = g_ptr_array_index (grants, i);

    if (strcmp (grant->permission, permission) == 0 && strcmp (grant->principal, user) != 0)
      g_strv_builder_add (others, grant->principal);
  }
  return g_strv_builder_end (others);
}

/* Nobody who gets an account of the same name later is to inherit what this one could. */
static gboolean
take_grants (TorgStorage *storage, const TorgTrace *trace, const char *user, GError **error)
{
  g_autofree char *uri = g_strconcat (trace->list, "/", trace->object.id, NULL);
  g_autoptr (GPtrArray) grants = torg_storage_get_grants (storage, uri, error);

  for (guint i = 0; grants != NULL && i < grants->len; i++) {
    const TorgGrant *grant = g_ptr_array_index (grants, i);
    g_auto (GStrv) others = writers_of (grants, grant->permission, user);

    if (strcmp (grant->principal, user) == 0 &&
        !torg_storage_set_grants (storage, uri, grant->permission, (const char *const *) others,
                                  error))
      return FALSE;
  }
  return grants != NULL;
}

/* The record without the name; %NULL where it does not have it. */
static JsonObject *
without_name (const TorgTrace *trace, const char *account)
{
  g_autoptr (JsonNode) node =
    torg_json_parse (trace->object.doc, strlen (trace->object.doc), 0, NULL);
  g_autoptr (JsonObject) data = NULL;
  gboolean changed = FALSE;

  if (node == NULL || trace->kind == NULL)
    return NULL;
  data = torg_json_object_copy (json_node_get_object (node));
  for (guint i = 0; i < trace->kind->n_fields; i++) {
    const TorgField *field = &trace->kind->fields[i];

    if (!torg_trace_names (field, data, account))
      continue;
    changed = TRUE;
    if (field->flags & TORG_FIELD_REQUIRED)
      json_object_set_string_member (data, field->name, ERASED);
    else
      json_object_remove_member (data, field->name);
  }
  return changed ? g_steal_pointer (&data) : NULL;
}

static gboolean
erase_trace (TorgService *service, const TorgTrace *trace, const char *account, GError **error)
{
  TorgStorage *storage = torg_service_get_storage (service);
  g_autofree char *user = g_strconcat (TORG_ACCOUNT_PREFIX, account, NULL);
  g_autofree char *uri = g_strconcat (trace->list, "/", trace->object.id, NULL);
  g_auto (GStrv) steps = g_strsplit (trace->list, "/", -1);
  g_auto (GStrv) writers = NULL;
  g_autoptr (GPtrArray) grants = NULL;
  g_autoptr (JsonObject) data = NULL;

  if (trace->own)
    return torg_seed_remove (service, trace->list, trace->object.id, error);
  if (!take_grants (storage, trace, user, error))
    return FALSE;
  data = without_name (trace, account);
  if (data == NULL)
    return TRUE;
  grants = torg_storage_get_grants (storage, uri, error);
  if (grants == NULL)
    return FALSE;
  writers = writers_of (grants, "write", user);
  return torg_seed_put (service, steps[2], steps[4], data, NULL, (const char *const *) writers,
                        NULL, error);
}

/* Invitations say who made them. */
static gboolean
erase_maker (TorgStorage *storage, const char *account, GError **error)
{
  g_autoptr (JsonArray) all = torg_shelf_get_all (storage, TORG_SHELF_INVITATIONS, error);

  for (guint i = 0; all != NULL && i < json_array_get_length (all); i++) {
    JsonObject *data = json_array_get_object_element (all, i);
    g_autofree char *id = g_strdup (torg_json_get_string (data, "id"));

    if (g_strcmp0 (torg_json_get_string (data, "maker"), account) != 0)
      continue;
    json_object_remove_member (data, "maker");
    if (!torg_shelf_put (storage, TORG_SHELF_INVITATIONS, id, data, error))
      return FALSE;
  }
  return all != NULL;
}

static gboolean
erase (TorgService *service, const char *account, GError **error)
{
  TorgStorage *storage = torg_service_get_storage (service);
  g_autoptr (GPtrArray) traces = torg_traces_find (service, account, error);
  g_auto (GStrv) fields = torg_trace_dup_fields ();

  for (guint i = 0; traces != NULL && i < traces->len; i++) {
    if (!erase_trace (service, g_ptr_array_index (traces, i), account, error))
      return FALSE;
  }
  return traces != NULL && erase_maker (storage, account, error) &&
         torg_seed_remove_account (service, account, error) &&
         torg_history_forget (storage, account, (const char *const *) fields, error);
}

/**
 * torg_personal_erase:
 *
 * Takes the caller out of the forum: the account, its memberships, its own bucket, its entry among the
 * people and its places at events go. What the caller wrote belongs to the forum and stays, without the name.
 *
 * Returns: (transfer full): that the account is gone
 */
TorgAnswer *
torg_personal_erase (TorgCall *call)
{
  g_autofree char *account = g_strdup (call->request->caller->account);
  g_autoptr (JsonObject) body = json_object_new ();
  JsonObject *data = json_object_new ();
  TorgAnswer *refusal = NULL;
  g_autoptr (GError) error = NULL;

  json_object_set_object_member (body, "data", data);
  if (!has_account (call, &refusal))
    return refusal;
  if (!erase (call->service, account, &error))
    return torg_fault_storage (error);
  json_object_set_string_member (data, "id", account);
  json_object_set_boolean_member (data, "deleted", TRUE);
  return torg_answer_new_json (200, body);
}
