/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-patch.h"

#include <string.h>

#include "torg-body.h"
#include "torg-json-patch.h"
#include "torg-json.h"

/**
 * torg_patch_free:
 *
 * Frees it with its documents.
 */
void
torg_patch_free (TorgPatch *self)
{
  g_clear_pointer (&self->before, json_object_unref);
  g_clear_pointer (&self->sent, json_object_unref);
  g_clear_pointer (&self->data, json_object_unref);
  g_clear_pointer (&self->permissions, json_object_unref);
  g_free (self);
}

/* The plain form: members at the top are replaced, nothing is removed. */
static JsonObject *
replace_members (JsonObject *target, JsonObject *changes)
{
  JsonObject *result = torg_json_object_copy (target);
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  json_object_iter_init (&iter, changes);
  while (json_object_iter_next (&iter, &name, &value))
    json_object_set_member (result, name, json_node_copy (value));
  return result;
}

static JsonObject *
current_permissions (TorgCall *call, TorgAnswer **refusal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) grants =
    torg_storage_get_grants (call->storage, call->uris[call->route->resource], &error);
  g_autoptr (JsonObject) permissions = json_object_new ();

  if (grants == NULL) {
    *refusal = torg_fault_storage (error);
    return NULL;
  }
  for (guint i = 0; call->resource->permissions[i] != NULL; i++)
    json_object_set_array_member (permissions, call->resource->permissions[i], json_array_new ());
  for (guint i = 0; i < grants->len; i++) {
    const TorgGrant *grant = g_ptr_array_index (grants, i);
    JsonArray *principals = torg_json_get_array (permissions, grant->permission);

    if (principals != NULL)
      json_array_add_string_element (principals, grant->principal);
  }
  return g_steal_pointer (&permissions);
}

/* Takes out the nulls of the plain form: there they mean "as before". */
static JsonObject *
without_nulls (JsonObject *permissions)
{
  JsonObject *result = json_object_new ();
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  json_object_iter_init (&iter, permissions);
  while (json_object_iter_next (&iter, &name, &value)) {
    if (!JSON_NODE_HOLDS_NULL (value))
      json_object_set_member (result, name, json_node_copy (value));
  }
  return result;
}

/* A merge patch removes with null; a permission that is removed is granted to nobody. */
static JsonObject *
merge_permissions (TorgCall *call, JsonObject *changes, TorgAnswer **refusal)
{
  g_autoptr (JsonObject) before = current_permissions (call, refusal);
  g_autoptr (JsonObject) merged = NULL;

  if (before == NULL)
    return NULL;
  merged = torg_json_merge_patch (before, changes);
  for (guint i = 0; call->resource->permissions[i] != NULL; i++) {
    if (!json_object_has_member (merged, call->resource->permissions[i]))
      json_object_set_array_member (merged, call->resource->permissions[i], json_array_new ());
  }
  return g_steal_pointer (&merged);
}

static gboolean
apply_members (TorgPatch *self, TorgCall *call, TorgAnswer **refusal)
{
  gboolean merge = torg_call_is_media_type (call, "application/merge-patch+json");
  JsonObject *changes = NULL;
  JsonObject *permissions = NULL;

  if (!torg_body_read (call, &changes, &permissions, refusal))
    return FALSE;
  if (changes == NULL && permissions == NULL) {
    *refusal = torg_fault_invalid ("body", "data", "Provide at least one of data or permissions");
    return FALSE;
  }
  self->sent = changes != NULL ? json_object_ref (changes) : json_object_new ();
  self->data = merge ? torg_json_merge_patch (self->before, self->sent)
                     : replace_members (self->before, self->sent);
  if (permissions == NULL)
    return TRUE;
  self->permissions =
    merge ? merge_permissions (call, permissions, refusal) : without_nulls (permissions);
  return self->permissions != NULL;
}

static gboolean
apply_operations (TorgPatch *self, TorgCall *call, TorgAnswer **refusal)
{
  g_autoptr (JsonObject) permissions = current_permissions (call, refusal);
  g_autoptr (GError) error = NULL;

  if (permissions == NULL)
    return FALSE;
  if (call->body == NULL || !JSON_NODE_HOLDS_ARRAY (call->body)) {
    *refusal = torg_fault_invalid ("body", NULL, "A JSON patch must be a list of operations");
    return FALSE;
  }
  if (!torg_json_patch_apply (self->before, permissions, json_node_get_array (call->body),
                              &self->data, &self->permissions, &error)) {
    *refusal = torg_fault_invalid ("body", NULL, "JSON Patch operation failed: %s", error->message);
    return FALSE;
  }
  self->sent = torg_json_object_copy (self->data);
  return torg_body_check_permissions (call, self->permissions, refusal);
}

/* Patches grow a document step by step past what one body may hold. */
static gboolean
check_result (TorgPatch *self, TorgCall *call, TorgAnswer **refusal)
{
  g_autofree char *text = torg_json_print_object (self->data);
  g_autoptr (GError) error = NULL;

  if (torg_json_check (text, strlen (text), call->settings->body_max, &error))
    return TRUE;
  *refusal =
    torg_fault_invalid ("body", "data", "The patched object would be refused: %s", error->message);
  return FALSE;
}

/**
 * torg_patch_new:
 * @call: a PATCH of an object that exists
 * @refusal: (out): a 400 that says what is wrong
 *
 * Applies the body to the object: members replaced (`application/json`), a merge patch (RFC 7396), or
 * operations (RFC 6902), by the content type.
 *
 * Returns: (transfer full) (nullable): what it comes to
 */
TorgPatch *
torg_patch_new (TorgCall *call, TorgAnswer **refusal)
{
  g_autoptr (TorgPatch) self = g_new0 (TorgPatch, 1);
  const char *doc = call->existing.doc;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) existing = torg_json_parse (doc, strlen (doc), 0, &error);

  if (existing == NULL) {
    *refusal = torg_fault_storage (error);
    return NULL;
  }
  self->before = json_object_ref (json_node_get_object (existing));
  if (torg_call_is_media_type (call, "application/json-patch+json")) {
    if (!apply_operations (self, call, refusal))
      return NULL;
  } else if (!apply_members (self, call, refusal)) {
    return NULL;
  }
  return check_result (self, call, refusal) ? g_steal_pointer (&self) : NULL;
}

/**
 * torg_patch_dup_changes:
 * @only_unexpected: only members that came out otherwise than they were sent
 *
 * Returns: (transfer full): the members named by the patch whose value is not what it was before
 */
JsonObject *
torg_patch_dup_changes (const TorgPatch *self, gboolean only_unexpected)
{
  JsonObject *changes = json_object_new ();
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *sent = NULL;

  json_object_iter_init (&iter, self->sent);
  while (json_object_iter_next (&iter, &name, &sent)) {
    JsonNode *after = json_object_get_member (self->data, name);

    if (after == NULL || torg_json_equal (json_object_get_member (self->before, name), after))
      continue;
    if (only_unexpected && torg_json_equal (sent, after))
      continue;
    json_object_set_member (changes, name, json_node_copy (after));
  }
  return changes;
}
