/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-access.h"

#include <string.h>

#include "torg-forum.h"
#include "torg-json.h"
#include "torg-registration.h"

/*
 * Who may do what: for a permission on one kind of object, the permissions that give it, on the object
 * itself and on what it stands in. What Kinto reads from its settings (`bucket_create_principals`)
 * are permissions on the root here, granted in the storage or by settings.
 */
typedef struct {
  TorgResourceKind kind;
  const char *permission;
  const char *given_by[TORG_N_RESOURCES];
} TorgInheritance;

#define IN_ROOT(words)       [TORG_RESOURCE_ROOT] = (words)
#define IN_BUCKET(words)     [TORG_RESOURCE_BUCKET] = (words)
#define IN_GROUP(words)      [TORG_RESOURCE_GROUP] = (words)
#define IN_COLLECTION(words) [TORG_RESOURCE_COLLECTION] = (words)
#define IN_RECORD(words)     [TORG_RESOURCE_RECORD] = (words)
#define IN_ACCOUNT(words)    [TORG_RESOURCE_ACCOUNT] = (words)

/* clang-format off */
static const TorgInheritance inheritance[] = {
  { TORG_RESOURCE_ROOT, "bucket:read",    { IN_ROOT ("bucket:read bucket:write") } },
  { TORG_RESOURCE_ROOT, "bucket:write",   { IN_ROOT ("bucket:write") } },
  { TORG_RESOURCE_ROOT, "bucket:create",  { IN_ROOT ("bucket:create bucket:write") } },
  { TORG_RESOURCE_ROOT, "account:read",   { IN_ROOT ("account:read account:write") } },
  { TORG_RESOURCE_ROOT, "account:write",  { IN_ROOT ("account:write") } },
  { TORG_RESOURCE_ROOT, "account:create", { IN_ROOT ("account:create account:write") } },

  { TORG_RESOURCE_BUCKET, "write",             { IN_ROOT ("bucket:write"), IN_BUCKET ("write") } },
  { TORG_RESOURCE_BUCKET, "read",              { IN_BUCKET ("write read") } },
  { TORG_RESOURCE_BUCKET, "read:attributes",   { IN_ROOT ("bucket:write bucket:read"), IN_BUCKET ("write read collection:create group:create") } },
  { TORG_RESOURCE_BUCKET, "group:create",      { IN_BUCKET ("write group:create") } },
  { TORG_RESOURCE_BUCKET, "collection:create", { IN_BUCKET ("write collection:create") } },

  { TORG_RESOURCE_GROUP, "write", { IN_BUCKET ("write"), IN_GROUP ("write") } },
  { TORG_RESOURCE_GROUP, "read",  { IN_BUCKET ("write read"), IN_GROUP ("write read") } },

  { TORG_RESOURCE_COLLECTION, "write",           { IN_BUCKET ("write"), IN_COLLECTION ("write") } },
  { TORG_RESOURCE_COLLECTION, "read",            { IN_BUCKET ("write read"), IN_COLLECTION ("write read") } },
  { TORG_RESOURCE_COLLECTION, "read:attributes", { IN_BUCKET ("write read"), IN_COLLECTION ("write read record:create") } },
  { TORG_RESOURCE_COLLECTION, "record:create",   { IN_BUCKET ("write"), IN_COLLECTION ("write record:create") } },

  { TORG_RESOURCE_RECORD, "write", { IN_BUCKET ("write"), IN_COLLECTION ("write"), IN_RECORD ("write") } },
  { TORG_RESOURCE_RECORD, "read",  { IN_BUCKET ("write read"), IN_COLLECTION ("write read"), IN_RECORD ("write read") } },

  { TORG_RESOURCE_ACCOUNT, "write", { IN_ROOT ("account:write"), IN_ACCOUNT ("write") } },
  { TORG_RESOURCE_ACCOUNT, "read",  { IN_ROOT ("account:write account:read"), IN_ACCOUNT ("write read") } },
};
/* clang-format on */

static const TorgInheritance *
inheritance_find (TorgResourceKind kind, const char *permission)
{
  for (guint i = 0; i < G_N_ELEMENTS (inheritance); i++) {
    if (inheritance[i].kind == kind && strcmp (inheritance[i].permission, permission) == 0)
      return &inheritance[i];
  }
  return NULL;
}

/* Reading one object is a little wider than reading a list: who may create in it may see it. */
static const TorgInheritance *
inheritance_for_object (TorgResourceKind kind, const char *permission)
{
  const TorgInheritance *attributes = NULL;

  if (strcmp (permission, "read") == 0)
    attributes = inheritance_find (kind, "read:attributes");
  return attributes != NULL ? attributes : inheritance_find (kind, permission);
}

static gboolean
has_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word)) {
    if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  }
  return FALSE;
}

static gboolean
grants_allow (GPtrArray *grants, const char *words, const TorgCaller *caller)
{
  for (guint i = 0; i < grants->len; i++) {
    const TorgGrant *grant = g_ptr_array_index (grants, i);

    if (has_word (words, grant->permission) && torg_caller_is (caller, grant->principal))
      return TRUE;
  }
  return FALSE;
}

static const struct {
  const char *permission;
  gsize offset;
} root_settings[] = {
  { "bucket:create",  offsetof (TorgSettings, bucket_create)  },
  { "bucket:read",    offsetof (TorgSettings, bucket_read)    },
  { "account:create", offsetof (TorgSettings, account_create) },
};

/* Whether the operator's settings give one of the words on the root to one of the principals. */
static gboolean
settings_allow (const TorgSettings *settings, const char *words, const char *const *principals)
{
  for (guint i = 0; i < G_N_ELEMENTS (root_settings); i++) {
    const char *granted = *(char *const *) ((const char *) settings + root_settings[i].offset);

    if (granted == NULL || !has_word (words, root_settings[i].permission))
      continue;
    for (guint j = 0; principals[j] != NULL; j++) {
      if (has_word (granted, principals[j]))
        return TRUE;
    }
  }
  return FALSE;
}

/* Whether one of the ancestors, or the object itself, gives the permission. */
static gboolean
is_given (TorgCall *call, const TorgInheritance *row, gboolean *allowed, GError **error)
{
  const char *const *principals = (const char *const *) call->request->caller->principals;

  *allowed = row != NULL && row->given_by[TORG_RESOURCE_ROOT] != NULL &&
             settings_allow (call->settings, row->given_by[TORG_RESOURCE_ROOT], principals);
  for (guint kind = 0; row != NULL && kind < TORG_N_RESOURCES && !*allowed; kind++) {
    g_autoptr (GPtrArray) grants = NULL;

    if (row->given_by[kind] == NULL || call->uris[kind] == NULL)
      continue;
    grants = torg_storage_get_grants (call->storage, call->uris[kind], error);
    if (grants == NULL)
      return FALSE;
    *allowed = grants_allow (grants, row->given_by[kind], call->request->caller);
  }
  return TRUE;
}

/* A permission on a list is one on what the list stands in. */
static const TorgInheritance *
inheritance_for_list (TorgCall *call, const char *permission)
{
  const TorgResource *resource = call->resource;
  g_autofree char *qualified = g_strconcat (resource->name, ":", permission, NULL);
  gboolean named = resource->parent == TORG_RESOURCE_ROOT || strcmp (permission, "create") == 0;

  return inheritance_find (resource->parent, named ? qualified : permission);
}

/* What a request comes to: the POST and DELETE of a part change the object that it is a part of. */
static TorgMethod
method_of (TorgCall *call)
{
  TorgMethod method = call->request->method;

  if (!call->route->part || torg_call_is_safe (call))
    return method;
  return call->existing.id != NULL ? TORG_METHOD_PATCH : TORG_METHOD_PUT;
}

/* Nothing but single objects of the list may be shared with the caller; then the list has those. */
static gboolean
find_shared (TorgCall *call, const char *permission, gboolean *allowed, GError **error)
{
  const TorgInheritance *row = inheritance_for_object (call->route->resource, permission);
  g_auto (GStrv) permissions = NULL;

  g_assert (row != NULL);
  permissions = g_strsplit (row->given_by[row->kind], " ", -1);
  call->shared =
    torg_storage_find_granted (call->storage, call->list, (const char *const *) permissions,
                               (const char *const *) call->request->caller->principals, error);
  if (call->shared == NULL)
    return FALSE;
  *allowed = call->shared[0] != NULL;
  if (*allowed)
    return TRUE;
  /* Who may create there gets a list, if only an empty one; but who signs up has none yet. */
  return (call->route->resource == TORG_RESOURCE_ACCOUNT && call->request->caller->user == NULL) ||
         is_given (call, inheritance_for_list (call, "create"), allowed, error);
}

/* Below a collection that may be read, records need not be named. */
static void
collect_target (const char *uri, const char *permission, gpointer data)
{
  GHashTable *targets = data;
  const char *records = strstr (uri, "/records/");
  g_autofree char *collection = records == NULL ? NULL : g_strndup (uri, (gsize) (records - uri));

  if (has_word ("read write", permission) &&
      (collection == NULL || !g_hash_table_contains (targets, collection)))
    g_hash_table_add (targets, g_strdup (uri));
}

/* Who may not read the bucket may see in its history what was done with what he may read. */
static gboolean
find_targets (TorgCall *call, gboolean *allowed, GError **error)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!torg_storage_walk_granted (call->storage, call->uris[TORG_RESOURCE_BUCKET],
                                  (const char *const *) call->request->caller->principals,
                                  collect_target, targets, error))
    return FALSE;
  *allowed = g_hash_table_size (targets) > 0;
  call->targets = (GStrv) g_hash_table_get_keys_as_array (targets, NULL);
  g_hash_table_steal_all (targets);
  return TRUE;
}

static gboolean
judge_list (TorgCall *call, gboolean *allowed, GError **error)
{
  const char *permission = torg_call_is_safe (call) ? "read" : "write";

  if (call->request->method == TORG_METHOD_POST)
    permission = "create";
  if (!is_given (call, inheritance_for_list (call, permission), allowed, error))
    return FALSE;
  if (*allowed || call->request->method == TORG_METHOD_POST)
    return TRUE;
  if (call->route->resource == TORG_RESOURCE_HISTORY)
    return !torg_call_is_safe (call) || find_targets (call, allowed, error);
  return find_shared (call, permission, allowed, error);
}

/* Who may only create learns that an id is taken, but not by what. */
static gboolean
find_hidden (TorgCall *call, GError **error)
{
  gboolean readable = FALSE;

  if (!is_given (call, inheritance_for_object (call->route->resource, "read"), &readable, error))
    return FALSE;
  call->hidden = !readable;
  return TRUE;
}

static gboolean
judge_object (TorgCall *call, gboolean *allowed, GError **error)
{
  const char *if_none_match = call->request->headers[TORG_HEADER_IF_NONE_MATCH];
  TorgMethod method = method_of (call);
  gboolean exists = call->existing.id != NULL;
  gboolean creates = method == TORG_METHOD_PUT && (!exists || g_strcmp0 (if_none_match, "*") == 0);
  const TorgInheritance *row = NULL;

  if (torg_call_is_safe (call) || method == TORG_METHOD_POST)
    row = inheritance_for_object (call->route->resource, "read");
  else if (creates)
    row = inheritance_for_list (call, "create");
  else if (!exists) /* Who may read the list learns that it is not there. */
    row = inheritance_for_list (call, "read");
  else
    row = inheritance_find (call->route->resource, "write");
  return is_given (call, row, allowed, error) &&
         (!creates || !exists || !*allowed || find_hidden (call, error));
}

/* Nobody takes a place for another, nor two for oneself. */
static gboolean
is_own_place (TorgCall *call)
{
  const char *account = call->request->caller->account;
  JsonObject *data = torg_json_get_object (torg_call_get_body (call), "data");
  const char *event = torg_json_get_string (data, "event");
  g_autofree char *id =
    account != NULL && event != NULL ? torg_registration_dup_id (event, account) : NULL;

  return id != NULL && g_strcmp0 (call->id, id) == 0 &&
         g_strcmp0 (torg_json_get_string (data, "person"), account) == 0;
}

/* What a place asks beyond permissions; an administrator may delete and enter others. */
static const char *
broken_rule (TorgCall *call)
{
  TorgMethod method = method_of (call);
  TorgKindFlags rules =
    torg_forum_get_rules (torg_call_get_bucket (call), torg_call_get_collection (call));
  gboolean admin = torg_caller_is (call->request->caller, TORG_GROUP_ADMINS);
  gboolean exists = call->existing.id != NULL;
  gboolean deletes = method == TORG_METHOD_DELETE;
  /* A creation that finds the record there already is answered by its precondition. */
  gboolean creates = g_strcmp0 (call->request->headers[TORG_HEADER_IF_NONE_MATCH], "*") == 0;
  gboolean changes =
    exists && !creates && (method == TORG_METHOD_PUT || method == TORG_METHOD_PATCH);

  if ((rules & TORG_KIND_APPEND_ONLY) && changes)
    return "What is here is kept as it was written. Create a new record instead.";
  if ((rules & TORG_KIND_APPEND_ONLY) && deletes && !(rules & TORG_KIND_DELETABLE) && !admin)
    return "What is here is kept. Only an administrator may delete it.";
  if ((rules & TORG_KIND_ONESELF) && !exists && !deletes && !admin &&
      g_strcmp0 (call->id, call->request->caller->account) != 0)
    return "Here everyone enters oneself: the id must be the name of one's own account.";
  if ((rules & TORG_KIND_OWN_PLACE) && !exists && !deletes && !admin && !is_own_place (call))
    return "Here everyone registers oneself, once for each event.";
  return NULL;
}

static gboolean
keeps_rules (TorgCall *call, TorgAnswer **refusal)
{
  const char *broken = NULL;

  if (call->route->resource == TORG_RESOURCE_RECORD && !torg_call_is_safe (call))
    broken = broken_rule (call);
  if (broken != NULL)
    *refusal = torg_fault_new (TORG_FAULT_FORBIDDEN, broken, NULL);
  return broken == NULL;
}

/* An operator may have decided that files are. */
static gboolean
is_public (TorgCall *call)
{
  return call->route->part && torg_call_is_safe (call) && call->settings->attachments_public;
}

static TorgAnswer *
refuse (TorgCall *call)
{
  gboolean signed_in = call->request->caller->user != NULL;

  return torg_fault_new (signed_in ? TORG_FAULT_FORBIDDEN : TORG_FAULT_SIGN_IN, NULL, NULL);
}

/* What the list stands in is not there. */
static TorgAnswer *
refuse_missing (TorgCall *call)
{
  const TorgResource *parent = torg_resource_get (call->resource->parent);
  const char *uri = call->uris[call->resource->parent];

  return torg_fault_missing (TORG_FAULT_NO_RESOURCE, parent->name, strrchr (uri, '/') + 1);
}

/**
 * torg_access_takes:
 *
 * Returns: whether a route that stands for no object answers this caller
 */
gboolean
torg_access_takes (const TorgRoute *route, TorgMethod method, const TorgCaller *caller)
{
  return route->caller == NULL || (route->open & (1U << method)) != 0 || caller->trusted ||
         torg_caller_is (caller, route->caller);
}

/**
 * torg_access_check:
 * @call: a prepared call; its `shared` is set where only some objects of a list may be seen
 * @refusal: (out): what to answer when the caller may not
 *
 * The one place where access is judged, for every route and every request of a batch.
 *
 * Returns: whether the caller may do what is asked
 */
gboolean
torg_access_check (TorgCall *call, TorgAnswer **refusal)
{
  g_autoptr (GError) error = NULL;
  gboolean allowed = FALSE;
  gboolean missing = call->list_timestamp == 0;

  if (call->route->resource == TORG_RESOURCE_NONE) {
    allowed = torg_access_takes (call->route, call->request->method, call->request->caller);
    if (!allowed)
      *refusal = refuse (call);
    return allowed;
  }
  /* As Kinto has it, who writes into a collection that is not there learns so before all else. */
  if (missing && call->route->resource == TORG_RESOURCE_RECORD && !torg_call_is_safe (call)) {
    *refusal = refuse_missing (call);
    return FALSE;
  }
  if (call->request->caller->trusted || is_public (call))
    allowed = TRUE;
  else if (call->id == NULL || (method_of (call) == TORG_METHOD_POST && !call->existing.id)) {
    if (!judge_list (call, &allowed, &error)) {
      *refusal = torg_fault_storage (error);
      return FALSE;
    }
  } else if (!judge_object (call, &allowed, &error)) {
    *refusal = torg_fault_storage (error);
    return FALSE;
  }
  if (!allowed || missing) {
    *refusal = allowed ? refuse_missing (call) : refuse (call);
    return FALSE;
  }
  return call->request->caller->trusted || keeps_rules (call, refusal);
}

/**
 * torg_access_has_on_root:
 * @permission: `account:write` and the like
 * @has: (out): whether the caller has it on the root
 *
 * Returns: whether it could be told
 */
gboolean
torg_access_has_on_root (TorgCall *call, const char *permission, gboolean *has, GError **error)
{
  return is_given (call, inheritance_find (TORG_RESOURCE_ROOT, permission), has, error);
}

/**
 * torg_access_expand:
 * @name: a kind of object, as permissions call it
 * @words: permissions granted on one, with spaces between
 *
 * Returns: (transfer full): the names of all that follow for that object itself
 */
JsonArray *
torg_access_expand (const char *name, const char *words)
{
  JsonArray *permissions = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (inheritance); i++) {
    const TorgInheritance *row = &inheritance[i];
    const char *giving = row->given_by[row->kind];
    g_auto (GStrv) granted = g_strsplit (words, " ", -1);

    if (g_strcmp0 (torg_resource_get (row->kind)->name, name) != 0)
      continue;
    for (guint j = 0; granted[j] != NULL; j++) {
      if (*granted[j] == '\0' || !has_word (giving, granted[j]))
        continue;
      json_array_add_string_element (permissions, row->permission);
      break;
    }
  }
  return permissions;
}

/**
 * torg_access_is_open:
 * @open: (out): whether anything at all may be done without signing in
 *
 * Returns: whether it could be told
 */
gboolean
torg_access_is_open (TorgService *service, gboolean *open, GError **error)
{
  static const char *const everyone[] = { "system.Everyone", NULL };
  const TorgSettings *settings = torg_service_get_settings (service);

  *open = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (root_settings); i++)
    *open = *open || settings_allow (settings, root_settings[i].permission, everyone);
  return *open ||
         torg_storage_has_grants (torg_service_get_storage (service), "", everyone, open, error);
}

/**
 * torg_access_is_owner:
 * @grants: (element-type TorgGrant): the permissions of one object
 *
 * Returns: whether the caller may see the permissions, because some of them make him an owner
 */
gboolean
torg_access_is_owner (TorgCall *call, GPtrArray *grants)
{
  /* Who signs up is nobody yet, and sees what he got all the same. */
  gboolean signs_up = call->route->resource == TORG_RESOURCE_ACCOUNT && call->existing.id == NULL;

  return signs_up || call->request->caller->trusted ||
         grants_allow (grants, "write", call->request->caller);
}
