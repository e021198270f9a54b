/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-object.h"

#include <string.h>

#include "torg-body.h"
#include "torg-default-bucket.h"
#include "torg-json.h"
#include "torg-listing-parse.h"
#include "torg-patch.h"
#include "torg-precondition.h"
#include "torg-projection.h"
#include "torg-write.h"

static TorgAnswer *
answer_missing (TorgCall *call)
{
  return torg_fault_missing (TORG_FAULT_NO_OBJECT, call->resource->name, call->id);
}

static JsonNode *
existing_document (TorgCall *call)
{
  return torg_json_parse (call->existing.doc, strlen (call->existing.doc), 0, NULL);
}

/**
 * torg_object_get:
 *
 * Returns: (transfer full): the object, or a 304 where the caller has it already
 */
TorgAnswer *
torg_object_get (TorgCall *call)
{
  TorgAnswer *answer = NULL;
  g_auto (GStrv) fields = NULL;
  g_autofree char *projected = NULL;
  const TorgObject *object = &call->existing;

  if (object->id == NULL)
    return answer_missing (call);
  if (torg_precondition_is_fresh (call, object->last_modified, &answer) ||
      !torg_precondition_check (call, object->last_modified, TRUE, object->doc, &answer))
    return answer;
  fields = torg_listing_parse_fields (call->params);
  if (fields != NULL)
    projected = torg_projection_apply (object->doc, (const char *const *) fields);
  return torg_write_answer_data (call, 200, object->last_modified,
                                 projected != NULL ? projected : object->doc);
}

/* What PUT stores where the body gives no data: what is there already, or nothing at all. */
static JsonObject *
data_to_put (TorgCall *call, JsonObject *data)
{
  g_autoptr (JsonNode) existing = NULL;

  if (data != NULL)
    return torg_json_object_copy (data);
  if (call->existing.id != NULL)
    existing = existing_document (call);
  return existing != NULL ? torg_json_object_copy (json_node_get_object (existing))
                          : json_object_new ();
}

/* A PUT that names permissions replaces them all: those that it leaves out are taken away. */
static JsonObject *
permissions_to_put (TorgCall *call, JsonObject *permissions)
{
  JsonObject *all = NULL;

  if (permissions == NULL || json_object_get_size (permissions) == 0)
    return NULL;
  all = torg_json_object_copy (permissions);
  for (guint i = 0; call->resource->permissions[i] != NULL; i++) {
    if (!json_object_has_member (all, call->resource->permissions[i]))
      json_object_set_array_member (all, call->resource->permissions[i], json_array_new ());
  }
  return all;
}

static gboolean
check_id (TorgCall *call, JsonObject *data, TorgAnswer **refusal)
{
  const char *id = torg_json_get_string (data, "id");

  if (!json_object_has_member (data, "id") || g_strcmp0 (id, call->id) == 0)
    return TRUE;
  if (call->in_default_bucket && call->route->resource == TORG_RESOURCE_BUCKET &&
      g_strcmp0 (id, TORG_DEFAULT_BUCKET) == 0)
    return TRUE;
  *refusal = torg_fault_invalid ("body", "id", "Object id does not match existing object");
  return FALSE;
}

/**
 * torg_object_put:
 *
 * Returns: (transfer full): the object as it was created or replaced
 */
TorgAnswer *
torg_object_put (TorgCall *call)
{
  gboolean exists = call->existing.id != NULL;
  gint64 current = exists ? call->existing.last_modified : call->list_timestamp;
  TorgAnswer *answer = NULL;
  JsonObject *given = NULL;
  JsonObject *permissions = NULL;
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (JsonObject) granted = NULL;
  g_auto (TorgObject) written = { 0 };

  if (!torg_body_read (call, &given, &permissions, &answer) ||
      !torg_precondition_check (call, current, exists, call->existing.doc, &answer))
    return answer;
  data = data_to_put (call, given);
  granted = permissions_to_put (call, permissions);
  if (!check_id (call, data, &answer) ||
      !torg_write_object (call, data, granted, &written, &answer))
    return answer;
  return torg_write_answer (call, exists ? 200 : 201, &written);
}

/* How much of the object the answer to a PATCH has: all, what was changed, what came out otherwise. */
typedef enum {
  BEHAVIOUR_FULL,
  BEHAVIOUR_LIGHT,
  BEHAVIOUR_DIFF,
  N_BEHAVIOURS,
} TorgBehaviour;

static const char *const behaviours[N_BEHAVIOURS] = { "full", "light", "diff" };

static gboolean
read_behaviour (TorgCall *call, TorgBehaviour *behaviour, TorgAnswer **refusal)
{
  const char *text = call->request->headers[TORG_HEADER_RESPONSE_BEHAVIOR];

  *behaviour = BEHAVIOUR_FULL;
  for (guint i = 0; text != NULL && i < N_BEHAVIOURS; i++) {
    if (g_ascii_strcasecmp (text, behaviours[i]) != 0)
      continue;
    *behaviour = (TorgBehaviour) i;
    return TRUE;
  }
  if (text != NULL)
    *refusal = torg_fault_invalid ("header", "Response-Behavior",
                                   "\"%s\" is not one of full, light, diff", text);
  return text == NULL;
}

static TorgAnswer *
answer_patched (TorgCall *call,
                const TorgPatch *patch,
                TorgBehaviour behaviour,
                const TorgObject *written)
{
  g_autoptr (JsonObject) changed = NULL;
  g_autofree char *text = NULL;

  if (behaviour == BEHAVIOUR_FULL)
    return torg_write_answer (call, 200, written);
  changed = torg_patch_dup_changes (patch, behaviour == BEHAVIOUR_DIFF);
  text = torg_json_print_object (changed);
  return torg_write_answer_data (call, 200, written->last_modified, text);
}

/**
 * torg_object_patch:
 *
 * Returns: (transfer full): the object as it was changed, or as much of it as was asked for
 */
TorgAnswer *
torg_object_patch (TorgCall *call)
{
  TorgAnswer *answer = NULL;
  TorgBehaviour behaviour = BEHAVIOUR_FULL;
  g_autoptr (TorgPatch) patch = NULL;
  g_auto (TorgObject) written = { 0 };

  if (call->existing.id == NULL)
    return answer_missing (call);
  if (!read_behaviour (call, &behaviour, &answer) ||
      !torg_precondition_check (call, call->existing.last_modified, TRUE, call->existing.doc,
                                &answer))
    return answer;
  patch = torg_patch_new (call, &answer);
  if (patch == NULL || !check_id (call, patch->data, &answer) ||
      !torg_write_object (call, patch->data, patch->permissions, &written, &answer))
    return answer;
  return answer_patched (call, patch, behaviour, &written);
}

/**
 * torg_object_delete:
 *
 * Returns: (transfer full): the tombstone
 */
TorgAnswer *
torg_object_delete (TorgCall *call)
{
  TorgAnswer *answer = NULL;
  gint64 wanted = 0;
  g_auto (TorgObject) tombstone = { 0 };

  if (call->existing.id == NULL)
    return answer_missing (call);
  if (!torg_precondition_check (call, call->existing.last_modified, TRUE, call->existing.doc,
                                &answer) ||
      !torg_listing_parse_timestamp (call->params, "last_modified", &wanted, &answer) ||
      !torg_write_tombstone (call, &call->existing, wanted, &tombstone, &answer))
    return answer;
  answer = torg_answer_new (200);
  answer->last_modified = tombstone.last_modified;
  answer->body = g_string_new (NULL);
  g_string_printf (answer->body, "{\"data\":%s}", tombstone.doc);
  return answer;
}
