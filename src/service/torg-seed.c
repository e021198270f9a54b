/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-seed.h"

#include <string.h>

#include "torg-forum.h"
#include "torg-json.h"
#include "torg-listing.h"
#include "torg-schema.h"
#include "torg-uuid.h"

/* Permissions on the root, which no request can change. */
static const struct {
  const char *permission;
  const char *principal;
} root_grants[] = {
  { "bucket:create",  TORG_GROUP_ADMINS },
  { "account:create", TORG_GROUP_ADMINS },
  { "account:write",  TORG_GROUP_ADMINS },
};

/* What an answer says to people. */
static char *
dup_message (const TorgAnswer *answer)
{
  g_autoptr (JsonNode) node = NULL;
  const char *message = NULL;

  if (answer->body != NULL)
    node = torg_json_parse (answer->body->str, answer->body->len, 0, NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    message = torg_json_get_string (json_node_get_object (node), "message");
  return g_strdup (message != NULL ? message : "refused");
}

static char *
object_path (const char *list, const char *id)
{
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);

  return g_strconcat (list, "/", escaped, NULL);
}

/* Sends one request as the operator. Anything but success is an error that says so. */
static gboolean
send (TorgService *service,
      TorgMethod method,
      const char *path,
      JsonObject *data,
      JsonObject *permissions,
      const char *account,
      GError **error)
{
  g_autofree char *user = account == NULL ? NULL : g_strconcat (TORG_ACCOUNT_PREFIX, account, NULL);
  g_autoptr (TorgCaller) caller = torg_caller_new_trusted (user);
  g_autofree char *uri = g_strconcat ("/v1", path, NULL);
  g_autoptr (TorgRequest) request = torg_request_new (method, uri, caller);
  g_autoptr (TorgAnswer) answer = NULL;
  g_autofree char *message = NULL;
  JsonObject *body = json_object_new ();

  if (data != NULL)
    json_object_set_object_member (body, "data", json_object_ref (data));
  if (permissions != NULL)
    json_object_set_object_member (body, "permissions", json_object_ref (permissions));
  request->json = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (request->json, body);
  torg_request_set_header (request, "Content-Type", "application/json");
  answer = torg_service_dispatch (service, request);
  if (answer->status < 300)
    return TRUE;
  message = dup_message (answer);
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED, "%s: %s", path, message);
  return FALSE;
}

static gboolean
exists (TorgService *service, const char *list, const char *id, gboolean *found, GError **error)
{
  g_auto (TorgObject) object = { 0 };

  if (!torg_storage_get (torg_service_get_storage (service), list, id, &object, error))
    return FALSE;
  *found = object.id != NULL;
  return TRUE;
}

/* Creates an object where there is none; one that is there stays as it is, whoever changed it. */
static gboolean
ensure (TorgService *service,
        const char *list,
        const char *id,
        JsonObject *permissions,
        GError **error)
{
  g_autoptr (JsonObject) data = json_object_new ();
  g_autofree char *path = object_path (list, id);
  gboolean found = FALSE;

  if (!exists (service, list, id, &found, error))
    return FALSE;
  return found || send (service, TORG_METHOD_PUT, path, data, permissions, NULL, error);
}

static void
grant (JsonObject *permissions, const char *permission, const char *group)
{
  JsonArray *principals = torg_json_get_array (permissions, permission);
  g_autofree char *principal = NULL;

  if (group == NULL)
    return;
  if (principals == NULL) {
    principals = json_array_new ();
    json_object_set_array_member (permissions, permission, principals);
  }
  principal = g_strconcat (TORG_FORUM_GROUPS, group, NULL);
  json_array_add_string_element (principals, principal);
}

/* In a room the organisation's own group creates everything, and others edit by the record only. */
static JsonObject *
collection_permissions (const TorgKind *kind, const char *room_group)
{
  JsonObject *permissions = json_object_new ();
  g_auto (GStrv) creators = g_strsplit (room_group ? room_group : kind->creators, " ", -1);

  grant (permissions, "read", room_group ? room_group : "members");
  for (guint i = 0; creators[i] != NULL; i++)
    grant (permissions, "record:create", creators[i]);
  grant (permissions, "write", room_group ? NULL : kind->editors);
  return permissions;
}

static gboolean
ensure_collections (TorgService *service,
                    const char *bucket,
                    const char *room_group,
                    GError **error)
{
  g_autofree char *list = g_strdup_printf ("/buckets/%s/collections", bucket);

  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
    g_autoptr (JsonObject) permissions = collection_permissions (*kinds, room_group);

    if (!ensure (service, list, (*kinds)->collection, permissions, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_seed_epoch:
 * @storage: a storage inside a transaction
 *
 * Gives the data a new epoch, by which others see that it may have gone back in time.
 *
 * Returns: whether it has one now
 */
gboolean
torg_seed_epoch (TorgStorage *storage, GError **error)
{
  g_autofree char *epoch = torg_uuid_new ();

  return torg_storage_set_property (storage, "epoch", epoch, error);
}

static gboolean
ensure_epoch (TorgStorage *storage, GError **error)
{
  g_autofree char *epoch = NULL;

  if (!torg_storage_get_property (storage, "epoch", &epoch, error))
    return FALSE;
  return epoch != NULL || torg_seed_epoch (storage, error);
}

/**
 * torg_seed_root:
 * @storage: a storage inside a transaction
 *
 * Returns: whether the permissions on the root are as they shall be
 */
gboolean
torg_seed_root (TorgStorage *storage, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (root_grants); i++) {
    const char *const principals[] = { root_grants[i].principal, NULL };

    if (!torg_storage_set_grants (storage, "", root_grants[i].permission, principals, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_seed_room:
 * @service: a service inside a transaction
 * @organisation: an organisation's id
 *
 * Makes the room of an organisation, which its own group reads and writes in.
 *
 * Returns: whether it is there now
 */
gboolean
torg_seed_room (TorgService *service, const char *organisation, GError **error)
{
  g_autofree char *name = g_strconcat (TORG_ROOM_PREFIX, organisation, NULL);
  g_autoptr (JsonObject) permissions = json_object_new ();

  /* Reading the bucket lets it be found in the list of buckets. */
  grant (permissions, "read", name);
  return ensure (service, "/buckets", name, permissions, error) &&
         ensure_collections (service, name, name, error);
}

static gboolean
collect_room (const TorgObject *bucket, gpointer data)
{
  if (g_str_has_prefix (bucket->id, TORG_ROOM_PREFIX))
    g_ptr_array_add (data, g_strdup (bucket->id + strlen (TORG_ROOM_PREFIX)));
  return TRUE;
}

static gboolean
ensure_rooms (TorgService *service, GError **error)
{
  g_autoptr (GPtrArray) organisations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TorgListing) all = torg_listing_new ();

  if (!torg_storage_find (torg_service_get_storage (service), "/buckets", all, collect_room,
                          organisations, error))
    return FALSE;
  for (guint i = 0; i < organisations->len; i++)
    if (!torg_seed_room (service, organisations->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * torg_seed_forum:
 * @service: a service inside a transaction
 *
 * Makes the forum: its bucket, groups and collections with their permissions, and the collections of
 * the rooms that there are. What is there already stays as it is, so a newer program may be asked
 * again to add what is new.
 *
 * Returns: whether all was made
 */
gboolean
torg_seed_forum (TorgService *service, GError **error)
{
  g_autoptr (JsonObject) permissions = json_object_new ();
  g_autoptr (JsonObject) none = json_object_new ();
  TorgStorage *storage = torg_service_get_storage (service);

  grant (permissions, "write", "admins");
  if (!torg_seed_root (storage, error) || !ensure_epoch (storage, error) ||
      !ensure (service, "/buckets", TORG_FORUM, permissions, error))
    return FALSE;
  for (guint i = 0; torg_forum_groups[i] != NULL; i++) {
    if (!ensure (service, "/buckets/" TORG_FORUM "/groups", torg_forum_groups[i], none, error))
      return FALSE;
  }
  return ensure_collections (service, TORG_FORUM, NULL, error) && ensure_rooms (service, error);
}

/* What else the collection says stays as it is. */
static gboolean
ensure_schema (TorgService *service, const char *list, const TorgKind *kind, GError **error)
{
  g_autofree char *path = object_path (list, kind->collection);
  g_autoptr (JsonObject) data = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  g_auto (TorgObject) object = { 0 };
  JsonNode *schema = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (schema, torg_schema (kind));
  json_object_set_member (data, "schema", schema);
  if (!torg_storage_get (torg_service_get_storage (service), list, kind->collection, &object,
                         error))
    return FALSE;
  node = torg_json_parse (object.doc, strlen (object.doc), 0, error);
  if (node == NULL)
    return FALSE;
  return torg_json_equal (json_object_get_member (json_node_get_object (node), "schema"), schema) ||
         send (service, TORG_METHOD_PATCH, path, data, NULL, NULL, error);
}

/**
 * torg_seed_schemas:
 * @service: a service inside a transaction, with a forum
 *
 * Gives the forum's collections the schemas of this program's field tables, in place of an older or newer
 * program's. Rooms have none: nobody else sees what is in them, and there are many.
 *
 * Returns: whether all have them now
 */
gboolean
torg_seed_schemas (TorgService *service, GError **error)
{
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
    if (!ensure_schema (service, "/buckets/" TORG_FORUM "/collections", *kinds, error))
      return FALSE;
  }
  return TRUE;
}

static JsonObject *
read_group (TorgService *service, const char *group, GError **error)
{
  TorgStorage *storage = torg_service_get_storage (service);
  g_auto (TorgObject) object = { 0 };
  g_autoptr (JsonNode) node = NULL;

  if (!torg_storage_get (storage, "/buckets/" TORG_FORUM "/groups", group, &object, error))
    return NULL;
  if (object.doc == NULL)
    return json_object_new ();
  node = torg_json_parse (object.doc, strlen (object.doc), 0, error);
  return node == NULL ? NULL : torg_json_object_copy (json_node_get_object (node));
}

static gboolean
join_group (TorgService *service, const char *group, const char *account, GError **error)
{
  g_autoptr (JsonObject) data = read_group (service, group, error);
  g_autofree char *path = object_path ("/buckets/" TORG_FORUM "/groups", group);
  g_autofree char *user = g_strconcat ("account:", account, NULL);
  JsonArray *members = NULL;
  JsonArray *old = NULL;

  if (data == NULL)
    return FALSE;
  members = json_array_new ();
  old = torg_json_get_array (data, "members");
  for (guint i = 0; old != NULL && i < json_array_get_length (old); i++) {
    if (strcmp (json_array_get_string_element (old, i), user) != 0)
      json_array_add_element (members, json_array_dup_element (old, i));
  }
  json_array_add_string_element (members, user);
  json_object_set_array_member (data, "members", members);
  return send (service, TORG_METHOD_PUT, path, data, NULL, NULL, error);
}

/**
 * torg_seed_account:
 * @service: a service inside a transaction
 * @name: the account's name
 * @password: (nullable): its password; %NULL leaves the one it has
 * @groups: (array zero-terminated=1): groups of the forum that it shall be in
 *
 * Creates an account or changes its password, and adds it to groups; the group of an organisation
 * (`org-no-…`) is made with its room where there is none.
 *
 * Returns: whether all was done
 */
gboolean
torg_seed_account (TorgService *service,
                   const char *name,
                   const char *password,
                   const char *const *groups,
                   GError **error)
{
  g_autoptr (JsonObject) data = json_object_new ();
  g_autofree char *path = object_path ("/accounts", name);

  if (password != NULL) {
    json_object_set_string_member (data, "password", password);
    if (!send (service, TORG_METHOD_PUT, path, data, NULL, NULL, error))
      return FALSE;
  }
  for (guint i = 0; groups[i] != NULL; i++) {
    if (!join_group (service, groups[i], name, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_seed_email:
 * @service: a service inside a transaction
 *
 * Notes where somebody can be written to.
 *
 * Returns: whether it was written
 */
gboolean
torg_seed_email (TorgService *service, const char *name, const char *email, GError **error)
{
  g_autoptr (JsonObject) data = json_object_new ();

  json_object_set_string_member (data, "email", email);
  return torg_seed_change (service, "/accounts", name, data, error);
}

/**
 * torg_seed_change:
 * @service: a service inside a transaction
 * @list: the path of a list
 * @id: an object in it
 * @data: the members that change
 *
 * Returns: whether it was there and says so now
 */
gboolean
torg_seed_change (TorgService *service,
                  const char *list,
                  const char *id,
                  JsonObject *data,
                  GError **error)
{
  g_autofree char *path = object_path (list, id);

  return send (service, TORG_METHOD_PATCH, path, data, NULL, NULL, error);
}

/**
 * torg_seed_remove:
 * @service: a service inside a transaction
 * @list: the path of a list
 * @id: an object in it
 *
 * Returns: whether it was there and is gone
 */
gboolean
torg_seed_remove (TorgService *service, const char *list, const char *id, GError **error)
{
  g_autofree char *path = object_path (list, id);

  return send (service, TORG_METHOD_DELETE, path, NULL, NULL, NULL, error);
}

/**
 * torg_seed_remove_account:
 * @service: a service inside a transaction
 *
 * Removes an account, also from every group.
 *
 * Returns: whether it was there and is gone
 */
gboolean
torg_seed_remove_account (TorgService *service, const char *name, GError **error)
{
  return torg_seed_remove (service, "/accounts", name, error);
}

/* Whether the document says the same already, the timestamps that the service gives aside. */
static gboolean
is_same (const char *doc, JsonObject *data)
{
  g_autoptr (JsonNode) old = torg_json_parse (doc, strlen (doc), 0, NULL);
  g_autoptr (JsonObject) changes = NULL;

  if (old == NULL)
    return FALSE;
  changes = torg_json_diff (json_node_get_object (old), data);
  json_object_remove_member (changes, "last_modified");
  json_object_remove_member (changes, "schema");
  return json_object_get_size (changes) == 0;
}

/**
 * torg_seed_put:
 * @service: a service inside a transaction
 * @bucket: the forum (`torg`) or a room (`org-…`)
 * @collection: a collection that is there
 * @data: the record, with its id; it is not changed
 * @account: (nullable): the account that shall own the record
 * @writers: (nullable) (array zero-terminated=1): principals that may change it
 * @outcome: (out) (optional): what was done
 *
 * Creates a record or writes over it, by the ordinary rules. A record that says the same already is
 * left alone, so that it does not travel to every client again.
 *
 * Returns: whether the record is there as @data has it; otherwise the error has the service's words
 */
gboolean
torg_seed_put (TorgService *service,
               const char *bucket,
               const char *collection,
               JsonObject *data,
               const char *account,
               const char *const *writers,
               TorgSeedOutcome *outcome,
               GError **error)
{
  const char *id = torg_json_get_string (data, "id");
  g_autofree char *list =
    g_strdup_printf ("/buckets/%s/collections/%s/records", bucket, collection);
  g_autofree char *path = object_path (list, id == NULL ? "" : id);
  g_autoptr (JsonObject) permissions = json_object_new ();
  g_auto (TorgObject) object = { 0 };
  JsonArray *principals = json_array_new ();

  json_object_set_array_member (permissions, "write", principals);
  for (guint i = 0; writers != NULL && writers[i] != NULL; i++)
    json_array_add_string_element (principals, writers[i]);
  if (id == NULL) {
    g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED, "a record for %s has no id",
                 collection);
    return FALSE;
  }
  if (!torg_storage_get (torg_service_get_storage (service), list, id, &object, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = object.id == NULL ? TORG_SEED_CREATED : TORG_SEED_CHANGED;
  if (object.id == NULL || !is_same (object.doc, data))
    return send (service, TORG_METHOD_PUT, path, data, permissions, account, error);
  if (outcome != NULL)
    *outcome = TORG_SEED_SAME;
  return TRUE;
}
