/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-listing-parse.h"

#include <string.h>

#include "torg-json.h"

/* More filters than anyone needs; each costs the storage some work. */
#define MAX_FILTERS 32

/* Milliseconds: nobody else is answered meanwhile. */
#define PATIENCE 2000

typedef struct {
  const char *prefix;
  TorgOperator operation;
} TorgFilterWord;

/* The longer word of two that begin alike stands first. */
static const TorgFilterWord words[] = {
  { "contains_any_", TORG_OPERATOR_CONTAINS_ANY },
  { "contains_",     TORG_OPERATOR_CONTAINS     },
  { "exclude_",      TORG_OPERATOR_EXCLUDE      },
  { "like_",         TORG_OPERATOR_LIKE         },
  { "not_",          TORG_OPERATOR_NOT          },
  { "min_",          TORG_OPERATOR_MIN          },
  { "max_",          TORG_OPERATOR_MAX          },
  { "has_",          TORG_OPERATOR_HAS          },
  { "eq_",           TORG_OPERATOR_EQUAL        },
  { "lt_",           TORG_OPERATOR_LESS         },
  { "gt_",           TORG_OPERATOR_MORE         },
  { "in_",           TORG_OPERATOR_IN           },
};

static const TorgFilterWord times[] = {
  { "_since",  TORG_OPERATOR_MORE },
  { "_before", TORG_OPERATOR_LESS },
  { "_to",     TORG_OPERATOR_LESS },
};

static TorgAnswer *
invalid (const char *param)
{
  return torg_fault_invalid ("querystring", param, "Invalid value for %s", param);
}

static gboolean
is_field (const char *field)
{
  for (const char *at = field; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (!g_unichar_isalnum (letter) && strchr ("_.-:", *at) == NULL)
      return FALSE;
  }
  return *field != '\0';
}

/* Anything that is not JSON is a text. */
static JsonNode *
native_value (const char *text)
{
  JsonNode *node = torg_json_parse (text, strlen (text), 0, NULL);

  return node != NULL ? node : json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
as_list (JsonNode *value)
{
  JsonNode *node = NULL;
  JsonArray *list = NULL;

  if (JSON_NODE_HOLDS_ARRAY (value))
    return value;
  node = json_node_new (JSON_NODE_ARRAY);
  list = json_array_new ();
  json_array_add_element (list, value);
  json_node_take_array (node, list);
  return node;
}

/* `1,2,three`: each part is a value of its own. */
static JsonNode *
comma_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *list = json_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    json_array_add_element (list, native_value (parts[i]));
  json_node_take_array (node, list);
  return node;
}

/* A number of milliseconds, also in quotes as an ETag has it. */
static gboolean
read_timestamp (const char *text, gint64 *timestamp)
{
  gsize length = strlen (text);
  g_autofree char *bare = NULL;

  if (length > 2 && text[0] == '"' && text[length - 1] == '"')
    bare = g_strndup (text + 1, length - 2);
  return g_ascii_string_to_signed (bare != NULL ? bare : text, 10, 0, G_MAXINT64, timestamp, NULL);
}

/**
 * torg_listing_parse_timestamp:
 * @params: (nullable): the decoded query string
 * @timestamp: (out): its value, or 0 where it is absent
 * @refusal: (out): a 400
 *
 * Returns: %FALSE if the parameter is there and is no timestamp
 */
gboolean
torg_listing_parse_timestamp (GHashTable *params,
                              const char *name,
                              gint64 *timestamp,
                              TorgAnswer **refusal)
{
  const char *text = params == NULL ? NULL : g_hash_table_lookup (params, name);

  *timestamp = 0;
  if (text == NULL || read_timestamp (text, timestamp))
    return TRUE;
  *refusal = invalid (name);
  return FALSE;
}

static gboolean
add_time (TorgListing *query, const TorgFilterWord *word, const char *text, TorgAnswer **refusal)
{
  gint64 timestamp = 0;

  if (strcmp (text, "null") == 0)
    return TRUE;
  if (!read_timestamp (text, &timestamp)) {
    *refusal = invalid (word->prefix);
    return FALSE;
  }
  torg_listing_add_filter (query, word->operation, "last_modified",
                           json_node_init_int (json_node_alloc (), timestamp));
  query->with_deleted = TRUE;
  return TRUE;
}

static const TorgFilterWord *
find_word (const char *param)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_str_has_prefix (param, words[i].prefix) && param[strlen (words[i].prefix)] != '\0')
      return &words[i];
  }
  return NULL;
}

/* An id that looks like a number is a text all the same. */
static gboolean
is_text (const TorgResource *resource, const char *field)
{
  return strcmp (field, "id") == 0 || (resource->fields != NULL && g_str_has_suffix (field, "_id"));
}

static JsonNode *
filter_value (const TorgResource *resource,
              TorgOperator operation,
              const char *field,
              const char *text)
{
  switch (operation) {
  case TORG_OPERATOR_IN:
  case TORG_OPERATOR_EXCLUDE:
    return comma_list (text);
  case TORG_OPERATOR_CONTAINS:
  case TORG_OPERATOR_CONTAINS_ANY:
    return as_list (native_value (text));
  case TORG_OPERATOR_LIKE:
    return json_node_init_string (json_node_alloc (), text);
  case TORG_OPERATOR_EQUAL:
  case TORG_OPERATOR_NOT:
  case TORG_OPERATOR_LESS:
  case TORG_OPERATOR_MORE:
  case TORG_OPERATOR_MIN:
  case TORG_OPERATOR_MAX:
  case TORG_OPERATOR_HAS:
  default:
    return is_text (resource, field) ? json_node_init_string (json_node_alloc (), text)
                                     : native_value (text);
  }
}

/* The timestamp is a number; comparing it with anything else is a mistake of the client's. */
static gboolean
check_value (const char *param,
             TorgOperator operation,
             const char *field,
             JsonNode *value,
             TorgAnswer **refusal)
{
  GType wanted = strcmp (field, "id") == 0 ? G_TYPE_STRING : G_TYPE_INT64;
  gboolean lists = operation == TORG_OPERATOR_CONTAINS || operation == TORG_OPERATOR_CONTAINS_ANY;
  gboolean good = TRUE;

  if (strcmp (field, "id") != 0 && strcmp (field, "last_modified") != 0)
    return TRUE;
  if (lists) {
    *refusal = torg_fault_invalid ("querystring", param, "Field '%s' is not an array", field);
    return FALSE;
  }
  if (operation == TORG_OPERATOR_HAS || operation == TORG_OPERATOR_LIKE)
    return TRUE;
  if (JSON_NODE_HOLDS_ARRAY (value)) {
    JsonArray *list = json_node_get_array (value);

    for (guint i = 0; i < json_array_get_length (list); i++)
      good &= json_node_get_value_type (json_array_get_element (list, i)) == wanted;
  } else {
    good = JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == wanted;
  }
  if (!good)
    *refusal = invalid (param);
  return good;
}

/* Whether objects may have the member, or the one that its dots begin at. */
static gboolean
is_known (const TorgResource *resource, const char *field)
{
  g_autofree char *first = g_strndup (field, strcspn (field, "."));

  return is_field (field) &&
         (resource->fields == NULL || g_strv_contains (resource->fields, first));
}

static gboolean
add_filter (TorgListing *query,
            const TorgResource *resource,
            const char *param,
            const char *text,
            TorgAnswer **refusal)
{
  const TorgFilterWord *word = find_word (param);
  const char *field = word == NULL ? param : param + strlen (word->prefix);
  TorgOperator operation = word == NULL ? TORG_OPERATOR_EQUAL : word->operation;
  g_autoptr (JsonNode) value = NULL;

  if (!is_known (resource, field) || query->filters->len >= MAX_FILTERS) {
    *refusal = torg_fault_invalid ("querystring", param, "Unknown filter field '%s'", param);
    return FALSE;
  }
  value = filter_value (resource, operation, field, text);
  if (!check_value (param, operation, field, value, refusal))
    return FALSE;
  if (strcmp (field, "last_modified") == 0)
    query->with_deleted = TRUE;
  torg_listing_add_filter (query, operation, field, g_steal_pointer (&value));
  return TRUE;
}

static gboolean
read_filters (TorgListing *query,
              const TorgResource *resource,
              GHashTable *params,
              TorgAnswer **refusal)
{
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    const char *time = g_hash_table_lookup (params, times[i].prefix);

    if (time != NULL && !add_time (query, &times[i], time, refusal))
      return FALSE;
  }
  g_hash_table_iter_init (&iter, params);
  while (g_hash_table_iter_next (&iter, &name, &text)) {
    if (*(const char *) name != '_' && !add_filter (query, resource, name, text, refusal))
      return FALSE;
  }
  return TRUE;
}

/*
 * Every order ends with the timestamp, which is unique in a list, so that pages fit together; or with
 * another such member, where there are no timestamps to order by.
 */
static gboolean
read_sorts (TorgListing *query,
            const TorgResource *resource,
            GHashTable *params,
            TorgAnswer **refusal)
{
  const char *text = params == NULL ? NULL : g_hash_table_lookup (params, "_sort");
  g_auto (GStrv) fields = g_strsplit (text == NULL ? "" : text, ",", MAX_FILTERS);
  const char *last = resource->order != NULL ? resource->order : "last_modified";
  gboolean whole = FALSE;

  for (guint i = 0; fields[i] != NULL; i++) {
    const char *field = g_strstrip (fields[i]);
    gboolean descending = *field == '-';

    if (*field == '-' || *field == '+' || *field == ' ')
      field++;
    if (*field == '\0' || (resource->order != NULL && strcmp (field, "last_modified") == 0))
      continue;
    if (!is_known (resource, field)) {
      *refusal = torg_fault_invalid ("querystring", NULL, "Unknown sort field '%s'", field);
      return FALSE;
    }
    torg_listing_add_sort (query, field, descending);
    whole |= strcmp (field, last) == 0;
  }
  if (!whole)
    torg_listing_add_sort (query, last, TRUE);
  return TRUE;
}

static gboolean
read_limit (TorgListing *query, GHashTable *params, guint page_size, TorgAnswer **refusal)
{
  const char *text = params == NULL ? NULL : g_hash_table_lookup (params, "_limit");
  guint64 limit = 0;

  query->limit = page_size;
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &limit, NULL)) {
    *refusal = torg_fault_invalid ("querystring", "_limit", "\"%s\" is not a number", text);
    return FALSE;
  }
  if (limit > 0)
    query->limit = (guint) MIN (limit, page_size);
  return TRUE;
}

static gboolean
read_token (TorgListing *query, GHashTable *params, TorgAnswer **refusal)
{
  const char *text = params == NULL ? NULL : g_hash_table_lookup (params, "_token");
  gsize length = 0;
  g_autofree guchar *decoded = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *last = NULL;

  if (text == NULL)
    return TRUE;
  decoded = g_base64_decode (text, &length);
  node = torg_json_parse ((const char *) decoded, length, 0, NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    last = torg_json_get_object (json_node_get_object (node), "last_object");
  if (last == NULL) {
    *refusal = torg_fault_invalid ("querystring", NULL, "_token has invalid content");
    return FALSE;
  }
  query->after = json_object_ref (last);
  return TRUE;
}

/**
 * torg_listing_parse_fields:
 * @params: (nullable): the decoded query string
 *
 * Returns: (transfer full) (nullable): the members to send, id and timestamp always among them
 */
GStrv
torg_listing_parse_fields (GHashTable *params)
{
  const char *text = params == NULL ? NULL : g_hash_table_lookup (params, "_fields");
  g_autofree char *all = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  all = g_strconcat ("id,last_modified,deleted,", text, NULL);
  return g_strsplit (all, ",", -1);
}

/**
 * torg_listing_parse:
 * @call: a call whose query string is decoded
 * @refusal: (out): a 400 that names the parameter
 *
 * Returns: (transfer full) (nullable): what the list is asked for
 */
TorgListing *
torg_listing_parse (TorgCall *call, TorgAnswer **refusal)
{
  g_autoptr (TorgListing) query = torg_listing_new ();
  GHashTable *params = call->params;

  if ((params != NULL && !read_filters (query, call->resource, params, refusal)) ||
      !read_sorts (query, call->resource, params, refusal) ||
      !read_limit (query, params, call->settings->page_size, refusal) ||
      !read_token (query, params, refusal))
    return NULL;
  query->patience = PATIENCE;
  query->fields = torg_listing_parse_fields (params);
  query->ids = g_strdupv (call->shared);
  query->targets = g_strdupv (call->targets);
  query->documents = g_steal_pointer (&call->documents);
  return g_steal_pointer (&query);
}

/* The node that a field names in a document, through dots. */
static JsonNode *
find_member (JsonObject *object, const char *field)
{
  const char *dot = strchr (field, '.');
  g_autofree char *name = dot == NULL ? g_strdup (field) : g_strndup (field, (gsize) (dot - field));
  JsonNode *node = json_object_get_member (object, name);

  if (dot == NULL || node == NULL)
    return node;
  return JSON_NODE_HOLDS_OBJECT (node) ? find_member (json_node_get_object (node), dot + 1) : NULL;
}

/**
 * torg_listing_dup_token:
 * @last_doc: the last object of a page
 *
 * Returns: (transfer full): a token that asks for what comes after it in the same order
 */
char *
torg_listing_dup_token (const TorgListing *self, const char *last_doc)
{
  g_autoptr (JsonNode) node = torg_json_parse (last_doc, strlen (last_doc), 0, NULL);
  g_autoptr (JsonObject) token = json_object_new ();
  JsonObject *last = json_object_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; node != NULL && i < self->sorts->len; i++) {
    const TorgSort *sort = g_ptr_array_index (self->sorts, i);
    JsonNode *value = find_member (json_node_get_object (node), sort->field);

    if (value != NULL)
      json_object_set_member (last, sort->field, json_node_copy (value));
  }
  json_object_set_object_member (token, "last_object", last);
  text = torg_json_print_object (token);
  return g_base64_encode ((const guchar *) text, strlen (text));
}
