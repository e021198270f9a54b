/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json-patch.h"

#include <string.h>

#include "torg-json.h"

/*
 * JSON Patch (RFC 6902) over {"data": …, "permissions": {…}}. Principals are sets: each permission is an
 * object with the principal as member and value while operations run, so `/permissions/read/account:a`
 * points at one.
 */

/* A few operations that copy a document into itself would fill the memory. */
#define MAX_OPERATIONS 1000
#define MAX_COPIED     (1024 * 1024)

static GError *
bad (const char *what, const char *path)
{
  return g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s: %s", path, what);
}

/* The place in an array that a segment names; -1 when it names none. `-` is the end. */
static gint64
array_index (JsonArray *array, const char *segment, gboolean adding)
{
  gint64 length = json_array_get_length (array);
  guint64 index = 0;

  if (adding && strcmp (segment, "-") == 0)
    return length;
  if (!g_ascii_string_to_unsigned (segment, 10, 0, (guint64) length, &index, NULL))
    return -1;
  return (gint64) index < length || adding ? (gint64) index : -1;
}

/* Finds the node that holds what @path points at, and the last segment of the path. */
static JsonNode *
find_holder (JsonNode *root, const char *path, char **last, GError **error)
{
  JsonNode *node = root;

  if (*path != '/') {
    g_propagate_error (error, bad ("a path must begin with a slash", path));
    return NULL;
  }
  for (const char *at = path + 1;;) {
    gsize length = strcspn (at, "/");
    g_autofree char *segment = torg_json_pointer_unescape (at, length);

    if (at[length] == '\0') {
      *last = g_steal_pointer (&segment);
      return node;
    }
    node = torg_json_pointer_step (node, segment);
    if (node == NULL) {
      g_propagate_error (error, bad ("there is nothing there", path));
      return NULL;
    }
    at += length + 1;
  }
}

static JsonNode *
find (JsonNode *root, const char *path, GError **error)
{
  g_autofree char *last = NULL;
  JsonNode *holder = find_holder (root, path, &last, error);
  JsonNode *node = holder == NULL ? NULL : torg_json_pointer_step (holder, last);

  if (holder != NULL && node == NULL)
    g_propagate_error (error, bad ("there is nothing there", path));
  return node;
}

/* A copy that may be changed: what comes from outside is read-only, and shared when it is copied. */
static JsonNode *
dup_mutable (JsonNode *node)
{
  g_autofree char *text = torg_json_print (node);

  return json_from_string (text, NULL);
}

static void
array_insert (JsonNode *holder, gint64 index, JsonNode *value)
{
  JsonArray *old = json_node_get_array (holder);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i <= json_array_get_length (old); i++) {
    if (i == index)
      json_array_add_element (array, dup_mutable (value));
    if (i < json_array_get_length (old))
      json_array_add_element (array, json_array_dup_element (old, i));
  }
  json_node_take_array (holder, array);
}

static gboolean
add (JsonNode *root, const char *path, JsonNode *value, GError **error)
{
  g_autofree char *last = NULL;
  JsonNode *holder = find_holder (root, path, &last, error);
  gint64 index = -1;

  if (holder == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (holder)) {
    json_object_set_member (json_node_get_object (holder), last, dup_mutable (value));
    return TRUE;
  }
  if (JSON_NODE_HOLDS_ARRAY (holder))
    index = array_index (json_node_get_array (holder), last, TRUE);
  if (index < 0) {
    g_propagate_error (error, bad ("nothing can be added there", path));
    return FALSE;
  }
  array_insert (holder, index, value);
  return TRUE;
}

static gboolean
take_away (JsonNode *root, const char *path, GError **error)
{
  g_autofree char *last = NULL;
  JsonNode *holder = NULL;

  if (find (root, path, error) == NULL)
    return FALSE;
  holder = find_holder (root, path, &last, error);
  if (holder == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (holder))
    json_object_remove_member (json_node_get_object (holder), last);
  else
    json_array_remove_element (json_node_get_array (holder),
                               (guint) array_index (json_node_get_array (holder), last, FALSE));
  return TRUE;
}

/* The operations: each gets the value of its `value` member, or what `from` points at. */

typedef struct {
  const char *path;
  const char *from;
  JsonNode *value;
} TorgOperation;

static gboolean
op_add (JsonNode *root, const TorgOperation *operation, GError **error)
{
  return add (root, operation->path, operation->value, error);
}

static gboolean
op_remove (JsonNode *root, const TorgOperation *operation, GError **error)
{
  return take_away (root, operation->path, error);
}

static gboolean
op_replace (JsonNode *root, const TorgOperation *operation, GError **error)
{
  return take_away (root, operation->path, error) &&
         add (root, operation->path, operation->value, error);
}

static gboolean
op_move (JsonNode *root, const TorgOperation *operation, GError **error)
{
  return take_away (root, operation->from, error) &&
         add (root, operation->path, operation->value, error);
}

static gboolean
op_test (JsonNode *root, const TorgOperation *operation, GError **error)
{
  JsonNode *node = find (root, operation->path, error);

  if (node == NULL || torg_json_equal (node, operation->value))
    return node != NULL;
  g_propagate_error (error, bad ("the value is another one", operation->path));
  return FALSE;
}

typedef struct {
  const char *name;
  gboolean (*apply) (JsonNode *root, const TorgOperation *operation, GError **error);
  gboolean wants_value;
  gboolean wants_from;
} TorgOperationKind;

static const TorgOperationKind kinds[] = {
  { "add",     op_add,     TRUE,  FALSE },
  { "remove",  op_remove,  FALSE, FALSE },
  { "replace", op_replace, TRUE,  FALSE },
  { "move",    op_move,    FALSE, TRUE  },
  { "copy",    op_add,     FALSE, TRUE  },
  { "test",    op_test,    TRUE,  FALSE },
};

static const TorgOperationKind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];
  }
  return NULL;
}

/* Key and value are equal in a set of principals, so the value may be left out. */
static JsonNode *
value_of (JsonObject *object, const char *path)
{
  JsonNode *value = json_object_get_member (object, "value");
  const char *principal = NULL;

  if (g_str_has_prefix (path, "/permissions/"))
    principal = strchr (path + strlen ("/permissions/"), '/');
  if (principal != NULL) {
    g_autofree char *text = torg_json_pointer_unescape (principal + 1, strlen (principal + 1));

    return json_node_init_string (json_node_alloc (), text);
  }
  return value == NULL ? NULL : json_node_copy (value);
}

/* What a move or copy takes along, as long as all of them together stay small. */
static JsonNode *
dup_source (JsonNode *root, const char *from, gsize *copied, GError **error)
{
  JsonNode *source = find (root, from, error);
  g_autofree char *text = NULL;

  if (source == NULL)
    return NULL;
  text = torg_json_print (source);
  *copied += strlen (text);
  if (*copied <= MAX_COPIED)
    return json_node_copy (source);
  g_propagate_error (error, bad ("too much is copied", from));
  return NULL;
}

static gboolean
apply (JsonNode *root, JsonNode *node, gsize *copied, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const TorgOperationKind *kind = find_kind (torg_json_get_string (object, "op"));
  TorgOperation operation = { .path = torg_json_get_string (object, "path"),
                              .from = torg_json_get_string (object, "from") };
  g_autoptr (JsonNode) value = NULL;

  if (kind == NULL || operation.path == NULL || (kind->wants_from && operation.from == NULL)) {
    g_propagate_error (error, bad ("an operation needs a known op, a path, and from where it moves "
                                   "or copies",
                                   operation.path == NULL ? "?" : operation.path));
    return FALSE;
  }
  if (kind->wants_from) {
    value = dup_source (root, operation.from, copied, error);
    if (value == NULL)
      return FALSE;
  } else if (kind->wants_value) {
    value = value_of (object, operation.path);
  }
  if (value == NULL && kind->wants_value) {
    g_propagate_error (error, bad ("the value is missing", operation.path));
    return FALSE;
  }
  operation.value = value;
  return kind->apply (root, &operation, error);
}

static JsonObject *
lists_to_sets (JsonObject *permissions)
{
  JsonObject *sets = json_object_new ();
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *list = NULL;

  json_object_iter_init (&iter, permissions);
  while (json_object_iter_next (&iter, &name, &list)) {
    JsonArray *principals = json_node_get_array (list);
    JsonObject *set = json_object_new ();

    for (guint i = 0; i < json_array_get_length (principals); i++) {
      const char *principal = json_array_get_string_element (principals, i);

      json_object_set_string_member (set, principal, principal);
    }
    json_object_set_object_member (sets, name, set);
  }
  return sets;
}

static JsonObject *
sets_to_lists (JsonObject *sets)
{
  JsonObject *lists = json_object_new ();
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *set = NULL;

  json_object_iter_init (&iter, sets);
  while (json_object_iter_next (&iter, &name, &set)) {
    JsonArray *principals = json_array_new ();
    g_autoptr (GList) members = NULL;

    if (JSON_NODE_HOLDS_OBJECT (set))
      members = json_object_get_members (json_node_get_object (set));
    for (GList *member = members; member != NULL; member = member->next)
      json_array_add_string_element (principals, member->data);
    json_object_set_array_member (lists, name, principals);
  }
  return lists;
}

/**
 * torg_json_patch_apply:
 * @data: the object as it is
 * @permissions: its permissions as they are, each a list of principals
 * @operations: what to do, by RFC 6902
 * @new_data: (out) (transfer full): the object with all of them applied
 * @new_permissions: (out) (transfer full): the permissions likewise
 *
 * All operations are applied, or none. The arguments are left as they are. Any thread.
 *
 * Returns: %FALSE with an error that names the path
 */
gboolean
torg_json_patch_apply (JsonObject *data,
                       JsonObject *permissions,
                       JsonArray *operations,
                       JsonObject **new_data,
                       JsonObject **new_permissions,
                       GError **error)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = torg_json_print_object (data);
  g_autoptr (JsonNode) copy = json_from_string (text, error);
  JsonObject *both = NULL;
  gsize copied = 0;

  if (copy == NULL)
    return FALSE;
  if (json_array_get_length (operations) > MAX_OPERATIONS) {
    g_propagate_error (error, bad ("too many operations", "/"));
    return FALSE;
  }
  both = json_object_new ();
  json_object_set_member (both, "data", g_steal_pointer (&copy));
  json_object_set_object_member (both, "permissions", lists_to_sets (permissions));
  json_node_take_object (root, both);
  for (guint i = 0; i < json_array_get_length (operations); i++) {
    if (!apply (root, json_array_get_element (operations, i), &copied, error))
      return FALSE;
  }
  if (torg_json_get_object (both, "data") == NULL ||
      torg_json_get_object (both, "permissions") == NULL) {
    g_propagate_error (error, bad ("data and permissions must stay objects", "/"));
    return FALSE;
  }
  *new_data = json_object_ref (torg_json_get_object (both, "data"));
  *new_permissions = sets_to_lists (torg_json_get_object (both, "permissions"));
  return TRUE;
}
