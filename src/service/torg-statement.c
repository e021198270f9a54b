/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-statement.h"

#include <string.h>

/*
 * A listing as SQL. Every value and every field name is an argument; the text is put together from the
 * constants below alone.
 *
 * A member is compared as a pair (rank, value), so that values of different types have the order that
 * Kinto gives them: null, text, number, boolean, array, object, no such member.
 */

#define VALUE "o.doc ->> %s"
#define RANK                                                                                       \
  "CASE json_type (o.doc, %s) WHEN 'null' THEN 0 WHEN 'text' THEN 1 WHEN 'integer' THEN 2 "        \
  "WHEN 'real' THEN 2 WHEN 'true' THEN 3 WHEN 'false' THEN 3 WHEN 'array' THEN 4 "                 \
  "WHEN 'object' THEN 5 ELSE 6 END"
#define EACH_RANK                                                                                  \
  "CASE e.type WHEN 'null' THEN 0 WHEN 'text' THEN 1 WHEN 'integer' THEN 2 WHEN 'real' THEN 2 "    \
  "WHEN 'true' THEN 3 WHEN 'false' THEN 3 WHEN 'array' THEN 4 ELSE 5 END"

/* What an entry of a history tells of, and the collection that stands in. */
#define TARGET    "(o.doc ->> '$.uri')"
#define CONTAINER "substr (" TARGET ", 1, instr (" TARGET ", '/records/') - 1)"
#define EACH      "(SELECT value FROM json_each (%s))"

/* Documents that are given, as if they were rows. */
#define DOCUMENTS                                                                                  \
  "(SELECT '' AS id, 0 AS last_modified, 0 AS deleted, value AS doc FROM json_each (?1)) o"

static const char *const comparisons[] = {
  [TORG_OPERATOR_EQUAL] = "IS", [TORG_OPERATOR_NOT] = "IS NOT", [TORG_OPERATOR_LESS] = "<",
  [TORG_OPERATOR_MORE] = ">",   [TORG_OPERATOR_MIN] = ">=",     [TORG_OPERATOR_MAX] = "<=",
};

/**
 * torg_statement_new:
 * @columns: what to select of the objects
 * @listing: where they are looked for
 * @list: the list, where the listing has no documents of its own
 *
 * Returns: (transfer full): a statement to add to
 */
TorgStatement
torg_statement_new (const char *columns, const TorgListing *listing, gint64 list)
{
  TorgStatement self = {
    .sql = g_string_new (NULL),
    .arguments = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref),
    .columns = listing->documents == NULL,
  };
  JsonNode *first = json_node_alloc ();

  g_string_printf (self.sql, "SELECT %s FROM %s WHERE %s", columns,
                   self.columns ? "object o" : DOCUMENTS, self.columns ? "o.list = ?1" : "TRUE");
  g_ptr_array_add (self.arguments, self.columns
                                     ? json_node_init_int (first, list)
                                     : json_node_init_string (first, listing->documents));
  return self;
}

/**
 * torg_statement_clear:
 *
 * Frees what a statement holds.
 */
void
torg_statement_clear (TorgStatement *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->arguments);
}

/* Takes the value; the answer is the name of the argument in the text. */
static char *
add_argument (TorgStatement *self, JsonNode *value)
{
  g_ptr_array_add (self->arguments, value);
  return g_strdup_printf ("?%u", self->arguments->len);
}

static char *
add_text (TorgStatement *self, const char *text)
{
  return add_argument (self, json_node_init_string (json_node_alloc (), text));
}

static gboolean
is_column (const TorgStatement *self, const char *field)
{
  return self->columns && (strcmp (field, "id") == 0 || strcmp (field, "last_modified") == 0);
}

/* `a.b` is the member b of the member a. */
static char *
add_path (TorgStatement *self, const char *field)
{
  g_auto (GStrv) names = g_strsplit (field, ".", -1);
  g_autoptr (GString) path = g_string_new ("$");

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (path, ".\"%s\"", names[i]);
  return add_text (self, path->str);
}

static int
rank_of (JsonNode *value)
{
  if (value == NULL)
    return 6;
  switch (JSON_NODE_TYPE (value)) {
  case JSON_NODE_NULL:
    return 0;
  case JSON_NODE_ARRAY:
    return 4;
  case JSON_NODE_OBJECT:
    return 5;
  case JSON_NODE_VALUE:
  default:
    break;
  }
  if (json_node_get_value_type (value) == G_TYPE_STRING)
    return 1;
  return json_node_get_value_type (value) == G_TYPE_BOOLEAN ? 3 : 2;
}

/* Appends a comparison of a member with a value; a %NULL value stands for no such member. */
static void
append_comparison (TorgStatement *self, const char *field, const char *operation, JsonNode *value)
{
  g_autofree char *argument = NULL;
  g_autofree char *path = NULL;

  argument =
    add_argument (self, value == NULL ? json_node_new (JSON_NODE_NULL) : json_node_copy (value));
  if (is_column (self, field)) {
    g_string_append_printf (self->sql, "o.%s %s %s", field, operation, argument);
    return;
  }
  path = add_path (self, field);
  g_string_append_printf (self->sql, "(" RANK ", " VALUE ") %s (%d, %s)", path, path, operation,
                          rank_of (value), argument);
}

static void
append_in (TorgStatement *self, const TorgFilter *filter)
{
  const char *word = filter->operation == TORG_OPERATOR_IN ? "IN" : "NOT IN";
  g_autofree char *list = add_argument (self, json_node_copy (filter->value));
  g_autofree char *path = NULL;

  if (is_column (self, filter->field)) {
    g_string_append_printf (self->sql, "o.%s %s (SELECT value FROM json_each (%s))", filter->field,
                            word, list);
    return;
  }
  path = add_path (self, filter->field);
  g_string_append_printf (self->sql,
                          "(" RANK ", coalesce (" VALUE ", 0)) %s "
                          "(SELECT " EACH_RANK ", coalesce (e.value, 0) FROM json_each (%s) e)",
                          path, path, word, list);
}

/* A star stands for any text; without one, the words may be anywhere. */
static void
append_like (TorgStatement *self, const TorgFilter *filter)
{
  const char *wanted = json_node_get_string (filter->value);
  g_autoptr (GString) pattern = g_string_new (wanted);
  g_autofree char *argument = NULL;
  g_autofree char *path = NULL;

  g_string_replace (pattern, "\\", "\\\\", 0);
  g_string_replace (pattern, "%", "\\%", 0);
  g_string_replace (pattern, "_", "\\_", 0);
  g_string_replace (pattern, "*", "%", 0);
  if (strchr (wanted, '*') == NULL) {
    g_string_prepend_c (pattern, '%');
    g_string_append_c (pattern, '%');
  }
  argument = add_text (self, pattern->str);
  if (is_column (self, filter->field)) {
    g_string_append_printf (self->sql, "o.%s LIKE %s ESCAPE '\\'", filter->field, argument);
    return;
  }
  path = add_path (self, filter->field);
  g_string_append_printf (self->sql,
                          "(json_type (o.doc, %s) = 'text' AND torg_lower (" VALUE
                          ") LIKE torg_lower (%s) ESCAPE '\\')",
                          path, path, argument);
}

static void
append_has (TorgStatement *self, const TorgFilter *filter)
{
  g_autofree char *path = add_path (self, filter->field);
  gboolean wanted = JSON_NODE_HOLDS_VALUE (filter->value) &&
                    json_node_get_value_type (filter->value) == G_TYPE_BOOLEAN &&
                    json_node_get_boolean (filter->value);

  g_string_append_printf (self->sql, "json_type (o.doc, %s) IS %sNULL", path, wanted ? "NOT " : "");
}

/* All, or any, of the values wanted stand in the member, which must be an array. */
static void
append_contains (TorgStatement *self, const TorgFilter *filter)
{
  gboolean any = filter->operation == TORG_OPERATOR_CONTAINS_ANY;
  g_autofree char *wanted = add_argument (self, json_node_copy (filter->value));
  g_autofree char *path = add_path (self, filter->field);

  g_string_append_printf (self->sql,
                          "(json_type (o.doc, %s) = 'array' AND %s EXISTS (SELECT 1 "
                          "FROM json_each (%s) w WHERE %s EXISTS (SELECT 1 FROM "
                          "json_each (o.doc, %s) e WHERE e.type = w.type AND e.value IS w.value)))",
                          path, any ? "" : "NOT", wanted, any ? "" : "NOT", path);
}

static void
append_filter (TorgStatement *self, const TorgFilter *filter)
{
  switch (filter->operation) {
  case TORG_OPERATOR_IN:
  case TORG_OPERATOR_EXCLUDE:
    append_in (self, filter);
    break;
  case TORG_OPERATOR_LIKE:
    append_like (self, filter);
    break;
  case TORG_OPERATOR_HAS:
    append_has (self, filter);
    break;
  case TORG_OPERATOR_CONTAINS:
  case TORG_OPERATOR_CONTAINS_ANY:
    append_contains (self, filter);
    break;
  case TORG_OPERATOR_EQUAL:
  case TORG_OPERATOR_NOT:
  case TORG_OPERATOR_LESS:
  case TORG_OPERATOR_MORE:
  case TORG_OPERATOR_MIN:
  case TORG_OPERATOR_MAX:
  default:
    append_comparison (self, filter->field, comparisons[filter->operation], filter->value);
    break;
  }
}

static char *
add_texts (TorgStatement *self, const char *const *texts)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_node_take_array (node, array);
  return add_argument (self, g_steal_pointer (&node));
}

/**
 * torg_statement_add_conditions:
 *
 * Adds which objects the listing is about, wherever a page begins.
 */
void
torg_statement_add_conditions (TorgStatement *self, const TorgListing *listing)
{
  if (!listing->with_deleted)
    g_string_append (self->sql, " AND NOT o.deleted");
  if (listing->ids != NULL) {
    g_autofree char *ids = add_texts (self, (const char *const *) listing->ids);

    g_string_append_printf (self->sql, " AND o.id IN (SELECT value FROM json_each (%s))", ids);
  }
  if (listing->targets != NULL) {
    g_autofree char *targets = add_texts (self, (const char *const *) listing->targets);

    g_string_append_printf (self->sql, " AND (" TARGET " IN " EACH " OR " CONTAINER " IN " EACH ")",
                            targets, targets);
  }
  for (guint i = 0; i < listing->filters->len; i++) {
    g_string_append (self->sql, " AND ");
    append_filter (self, g_ptr_array_index (listing->filters, i));
  }
}

/* What comes after an object in an order: less in the first sort, or the same there and less in … */
static void
append_after (TorgStatement *self, const TorgListing *listing)
{
  for (guint i = 0; i < listing->sorts->len; i++) {
    g_string_append (self->sql, i == 0 ? " AND ((" : ") OR (");
    for (guint j = 0; j <= i; j++) {
      const TorgSort *sort = g_ptr_array_index (listing->sorts, j);
      const char *operation = j < i ? "IS" : sort->descending ? "<" : ">";

      if (j > 0)
        g_string_append (self->sql, " AND ");
      append_comparison (self, sort->field, operation,
                         json_object_get_member (listing->after, sort->field));
    }
  }
  g_string_append (self->sql, "))");
}

/**
 * torg_statement_add_order:
 *
 * Adds where the page begins, its order and its length.
 */
void
torg_statement_add_order (TorgStatement *self, const TorgListing *listing)
{
  if (listing->after != NULL)
    append_after (self, listing);
  for (guint i = 0; i < listing->sorts->len; i++) {
    const TorgSort *sort = g_ptr_array_index (listing->sorts, i);
    const char *direction = sort->descending ? "DESC" : "ASC";
    g_autofree char *path = NULL;

    g_string_append (self->sql, i == 0 ? " ORDER BY " : ", ");
    if (is_column (self, sort->field)) {
      g_string_append_printf (self->sql, "o.%s %s", sort->field, direction);
      continue;
    }
    path = add_path (self, sort->field);
    g_string_append_printf (self->sql, RANK " %s, " VALUE " %s", path, direction, path, direction);
  }
  if (listing->limit > 0)
    g_string_append_printf (self->sql, " LIMIT %u", listing->limit);
}
