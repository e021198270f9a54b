/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-query.h"

#include "torg-about.h"
#include "torg-field-sql.h"
#include "torg-search.h"

#include <string.h>

/*
 * A field, a field of the record that a reference points to, or one of the records that refer to
 * it: `status`, `owner.county`, `registrations/event/person`.
 */
typedef struct {
  char *path;
  GStrv values;
} Filter;

/* From the one on and before the other; either may be open. */
typedef struct {
  const TorgField *field;
  const TorgField *other; /* NULL: none */
  char *from;
  char *to;
} Range;

struct _TorgQuery {
  const TorgKind *kind;
  char *text;
  char *bucket;
  char *linked; /* `collection/id` */
  char *sort;
  gboolean descending;
  GPtrArray *filters;
  GPtrArray *ranges;
};

static void
filter_free (Filter *filter)
{
  g_free (filter->path);
  g_strfreev (filter->values);
  g_free (filter);
}

static void
range_free (Range *range)
{
  g_free (range->from);
  g_free (range->to);
  g_free (range);
}

/**
 * torg_query_new:
 * @kind: a kind with a collection
 *
 * All records of a kind, newest first. Any thread.
 *
 * Returns: (transfer full): the query
 */
TorgQuery *
torg_query_new (const TorgKind *kind)
{
  TorgQuery *self = g_new0 (TorgQuery, 1);

  self->kind = kind;
  self->descending = TRUE;
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) filter_free);
  self->ranges = g_ptr_array_new_with_free_func ((GDestroyNotify) range_free);
  return self;
}

/**
 * torg_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy, to hand to another thread
 */
TorgQuery *
torg_query_copy (const TorgQuery *self)
{
  TorgQuery *copy = torg_query_new (self->kind);

  torg_query_set_text (copy, self->text);
  torg_query_in_bucket (copy, self->bucket);
  torg_query_sort (copy, self->sort, self->descending);
  g_set_str (&copy->linked, self->linked);
  for (guint i = 0; i < self->filters->len; i++) {
    Filter *filter = self->filters->pdata[i];

    torg_query_filter (copy, filter->path, (const char *const *) filter->values);
  }
  for (guint i = 0; i < self->ranges->len; i++) {
    Range *range = self->ranges->pdata[i];

    torg_query_range_or (copy, range->field->name, range->other ? range->other->name : NULL,
                         range->from, range->to);
  }
  return copy;
}

/**
 * torg_query_free:
 * @self: a query
 */
void
torg_query_free (TorgQuery *self)
{
  g_free (self->text);
  g_free (self->bucket);
  g_free (self->linked);
  g_free (self->sort);
  g_ptr_array_unref (self->filters);
  g_ptr_array_unref (self->ranges);
  g_free (self);
}

/**
 * torg_query_get_kind:
 * @self: a query
 *
 * Returns: (transfer none): the kind of its records
 */
const TorgKind *
torg_query_get_kind (const TorgQuery *self)
{
  return self->kind;
}

/**
 * torg_query_get_text:
 * @self: a query
 *
 * Returns: (nullable) (transfer none): the words that are looked for
 */
const char *
torg_query_get_text (const TorgQuery *self)
{
  return self->text;
}

/**
 * torg_query_set_text:
 * @self: a query
 * @text: (nullable): words as a person types them; text without a letter or digit finds all
 */
void
torg_query_set_text (TorgQuery *self, const char *text)
{
  g_set_str (&self->text, text && *text ? text : NULL);
}

/**
 * torg_query_filter:
 * @self: a query
 * @path: a field (`status`), a field of the record that a reference points to (`owner.county`), or
 *   a field of the records that refer to it (`registrations/event/person`: the people whose
 *   registrations have it as their event)
 * @values: (nullable): codes or ids, any of which will do; "" stands for "not stated"; none clears
 *
 * Sets the filter of a field. Filters of several fields must all be met.
 */
void
torg_query_filter (TorgQuery *self, const char *path, const char *const *values)
{
  Filter *filter;

  for (guint i = 0; i < self->filters->len; i++)
    if (g_str_equal (((Filter *) self->filters->pdata[i])->path, path)) {
      g_ptr_array_remove_index (self->filters, i);
      break;
    }
  if (values == NULL || values[0] == NULL)
    return;
  filter = g_new (Filter, 1);
  filter->path = g_strdup (path);
  filter->values = g_strdupv ((GStrv) values);
  g_ptr_array_add (self->filters, filter);
}

/**
 * torg_query_range:
 * @self: a query
 * @field: a date or a time
 * @from: (nullable): the first that will do, `2026-05-04`; %NULL for any before @to
 * @to: (nullable): the first that will not do; %NULL for any after @from
 *
 * Sets the range of a field, as texts compare; none clears it. What has no value is in no range.
 */
void
torg_query_range (TorgQuery *self, const char *field, const char *from, const char *to)
{
  torg_query_range_or (self, field, NULL, from, to);
}

/**
 * torg_query_range_or:
 * @self: a query
 * @field: a date or a time
 * @other: (nullable): another, which counts where @field has no value
 * @from: (nullable): the first that will do
 * @to: (nullable): the first that will not do
 *
 * As torg_query_range(): of what has an end or only a beginning, the end.
 */
void
torg_query_range_or (TorgQuery *self,
                     const char *field,
                     const char *other,
                     const char *from,
                     const char *to)
{
  const TorgField *found = torg_kind_find (self->kind, field);
  Range *range;

  g_return_if_fail (found != NULL);
  g_return_if_fail (found->type == TORG_FIELD_DATE || found->type == TORG_FIELD_TIME);

  for (guint i = 0; i < self->ranges->len; i++)
    if (((Range *) self->ranges->pdata[i])->field == found) {
      g_ptr_array_remove_index (self->ranges, i);
      break;
    }
  if (from == NULL && to == NULL)
    return;
  range = g_new (Range, 1);
  *range = (Range) { found, other ? torg_kind_find (self->kind, other) : NULL, g_strdup (from),
                     g_strdup (to) };
  g_ptr_array_add (self->ranges, range);
}

/**
 * torg_query_linked:
 * @self: a query
 * @collection: (nullable): the collection of a record; %NULL clears
 * @id: (nullable): its id
 *
 * Only what refers to the record or what the record refers to, by any field, each once.
 */
void
torg_query_linked (TorgQuery *self, const char *collection, const char *id)
{
  g_clear_pointer (&self->linked, g_free);
  if (collection != NULL && id != NULL)
    self->linked = torg_about_new (collection, id);
}

/**
 * torg_query_sort:
 * @self: a query
 * @field: (nullable): a field to sort by; %NULL for when it was last changed
 * @descending: greatest or newest first
 *
 * While there are words to look for, the best match comes first, whatever is set here.
 */
void
torg_query_sort (TorgQuery *self, const char *field, gboolean descending)
{
  g_set_str (&self->sort, field);
  self->descending = descending;
}

/**
 * torg_query_in_bucket:
 * @self: a query
 * @bucket: (nullable): `torg` or a room; %NULL for all that one can read
 */
void
torg_query_in_bucket (TorgQuery *self, const char *bucket)
{
  g_set_str (&self->bucket, bucket);
}

/* Gives the reference field of a path and moves @path behind the dot; NULL for a plain field. */
static const TorgField *
split_path (const TorgKind *kind, const char **path)
{
  const char *dot = strchr (*path, '.');
  g_autofree char *name = dot ? g_strndup (*path, (gsize) (dot - *path)) : NULL;
  const TorgField *reference = name ? torg_kind_find (kind, name) : NULL;

  if (reference != NULL)
    *path = dot + 1;
  return reference;
}

/**
 * torg_query_reads:
 * @self: a query
 * @collection: a collection in which something changed
 *
 * Returns: whether the answer may be another one now
 */
gboolean
torg_query_reads (const TorgQuery *self, const char *collection)
{
  if (g_str_equal (self->kind->collection, collection))
    return TRUE;
  if (self->text != NULL && torg_field_sql_mentions (self->kind, collection))
    return TRUE;
  if (self->linked != NULL && g_str_has_prefix (self->linked, collection) &&
      self->linked[strlen (collection)] == '/')
    return TRUE;
  for (guint i = 0; i < self->filters->len; i++) {
    const char *path = ((Filter *) self->filters->pdata[i])->path;
    const TorgField *reference = split_path (self->kind, &path);

    if (strchr (path, '/') != NULL && g_str_has_prefix (path, collection) &&
        path[strlen (collection)] == '/')
      return TRUE;
    if (reference != NULL && g_str_equal (reference->target, collection))
      return TRUE;
  }
  return FALSE;
}

static void
append_values (GString *sql, const Filter *filter, GPtrArray *arguments)
{
  g_string_append_c (sql, '(');
  for (guint i = 0; filter->values[i] != NULL; i++) {
    if (*filter->values[i] == '\0')
      continue;
    g_string_append (sql, sql->str[sql->len - 1] == '(' ? "?" : ",?");
    g_ptr_array_add (arguments, g_strdup (filter->values[i]));
  }
  g_string_append_c (sql, ')');
}

/* One condition on the document of table @table. */
static void
append_condition (GString *sql,
                  const TorgField *field,
                  const char *table,
                  const Filter *filter,
                  GPtrArray *arguments)
{
  g_autofree char *value = torg_field_sql_value (field, table);

  if (g_strv_contains ((const char *const *) filter->values, ""))
    g_string_append_printf (sql, "(%s IS NULL OR ", value);
  else
    g_string_append_c (sql, '(');
  if (field->type == TORG_FIELD_SET) {
    g_string_append_printf (sql, "EXISTS (SELECT 1 FROM json_each(%s.doc, '$.%s') WHERE key IN ",
                            table, field->name);
    append_values (sql, filter, arguments);
    g_string_append_c (sql, ')');
  } else {
    g_string_append_printf (sql, "%s IN ", value);
    append_values (sql, filter, arguments);
  }
  g_string_append_c (sql, ')');
}

/* Of the records that refer to this one by a field: `collection/reference/field`. */
static void
append_belonging (GString *sql, const Filter *filter, GPtrArray *arguments)
{
  g_auto (GStrv) parts = g_strsplit (filter->path, "/", 3);
  const TorgKind *kind = g_strv_length (parts) == 3 ? torg_kind_for (parts[0]) : NULL;
  const TorgField *reference = kind ? torg_kind_find (kind, parts[1]) : NULL;
  const TorgField *field = kind ? torg_kind_find (kind, parts[2]) : NULL;
  g_autofree char *pointer = NULL;

  g_return_if_fail (reference != NULL && field != NULL);
  pointer = torg_field_sql_value (reference, "t");
  g_string_append_printf (sql,
                          " AND r.id IN (SELECT %s FROM record t WHERE t.collection = '%s' AND "
                          "t.doc IS NOT NULL AND ",
                          pointer, kind->collection);
  append_condition (sql, field, "t", filter, arguments);
  g_string_append_c (sql, ')');
}

static void
append_filter (GString *sql, const TorgKind *kind, const Filter *filter, GPtrArray *arguments)
{
  const char *path = filter->path;
  const TorgField *reference = split_path (kind, &path);
  const TorgKind *owner = reference ? torg_kind_for (reference->target) : kind;
  const TorgField *field = owner ? torg_kind_find (owner, path) : NULL;
  g_autofree char *pointer = NULL;

  if (strchr (path, '/') != NULL) {
    append_belonging (sql, filter, arguments);
    return;
  }
  g_return_if_fail (field != NULL);
  g_string_append (sql, " AND ");
  if (reference == NULL) {
    append_condition (sql, field, "r", filter, arguments);
    return;
  }
  pointer = torg_field_sql_value (reference, "r");
  g_string_append_printf (sql, "%s IN (SELECT t.id FROM record t WHERE t.collection = '%s' AND ",
                          pointer, owner->collection);
  append_condition (sql, field, "t", filter, arguments);
  g_string_append_c (sql, ')');
}

static char *
value_of_range (const Range *range)
{
  g_autofree char *value = torg_field_sql_value (range->field, "r");
  g_autofree char *other = range->other ? torg_field_sql_value (range->other, "r") : NULL;

  return other ? g_strdup_printf ("coalesce(%s, %s)", value, other) : g_steal_pointer (&value);
}

static void
append_range (GString *sql, const Range *range, GPtrArray *arguments)
{
  g_autofree char *value = value_of_range (range);

  if (range->from != NULL) {
    g_string_append_printf (sql, " AND %s >= ?", value);
    g_ptr_array_add (arguments, g_strdup (range->from));
  }
  if (range->to != NULL) {
    g_string_append_printf (sql, " AND %s < ?", value);
    g_ptr_array_add (arguments, g_strdup (range->to));
  }
}

/* What points to the record, and what it points to itself; the record is not linked to itself. */
static void
append_linked (GString *sql, const TorgQuery *self, GPtrArray *arguments)
{
  const char *collection = self->kind->collection;

  g_string_append_printf (
    sql,
    " AND r.collection || '/' || r.id <> ?"
    " AND r.n IN (SELECT n FROM link WHERE target = ? UNION "
    "SELECT o.n FROM record t JOIN link l ON l.n = t.n JOIN record o ON o.id = substr(l.target, %u) "
    "WHERE +t.collection = ? AND t.id = ? AND l.target GLOB '%s/*' AND o.collection = '%s')",
    (guint) strlen (collection) + 2, collection, collection);
  g_ptr_array_add (arguments, g_strdup (self->linked));
  g_ptr_array_add (arguments, g_strdup (self->linked));
  g_ptr_array_add (arguments, torg_about_dup_collection (self->linked));
  g_ptr_array_add (arguments, g_strdup (torg_about_id (self->linked)));
}

static void
append_order (GString *sql, const TorgQuery *self, gboolean ranked)
{
  const TorgField *field = self->sort ? torg_kind_find (self->kind, self->sort) : NULL;
  g_autofree char *order = field ? torg_field_sql_order (field, "r") : NULL;

  g_string_append (sql, " ORDER BY ");
  if (ranked)
    g_string_append (sql, "s.rank, ");
  g_string_append_printf (sql, "%s %s NULLS LAST, r.n", order ? order : TORG_SQL_NEWEST ("r"),
                          self->descending ? "DESC" : "ASC");
}

/* SQLite takes any index on the collection for a good one, though that may hold all there is. */
static void
append_table (GString *sql, const TorgQuery *self)
{
  const Range *range = self->ranges->len > 0 ? self->ranges->pdata[0] : NULL;

  g_string_append (sql, "FROM record r ");
  if (self->linked != NULL)
    g_string_append (sql, "NOT INDEXED ");
  else if (range != NULL && range->other == NULL && (range->field->flags & TORG_FIELD_SORTED))
    g_string_append_printf (sql, "INDEXED BY " TORG_SQL_ORDER_INDEX " ", self->kind->collection,
                            range->field->name);
  g_string_append (sql, "WHERE ");
}

/* What is asked for, from the table on: FROM … WHERE …. Gives whether the rows have a rank. */
static gboolean
append_conditions (GString *sql, const TorgQuery *self, GPtrArray *arguments)
{
  g_autofree char *match = torg_search_match (self->text);

  if (match != NULL) {
    g_string_append (sql, "FROM search s JOIN record r ON r.n = s.rowid WHERE search MATCH ? AND ");
    g_ptr_array_add (arguments, g_strdup (match));
  } else {
    append_table (sql, self);
  }
  g_string_append_printf (sql, "r.collection = '%s' AND r.doc IS NOT NULL", self->kind->collection);
  if (self->bucket != NULL) {
    g_string_append (sql, " AND r.bucket = ?");
    g_ptr_array_add (arguments, g_strdup (self->bucket));
  }
  for (guint i = 0; i < self->filters->len; i++)
    append_filter (sql, self->kind, self->filters->pdata[i], arguments);
  for (guint i = 0; i < self->ranges->len; i++)
    append_range (sql, self->ranges->pdata[i], arguments);
  if (self->linked != NULL)
    append_linked (sql, self, arguments);
  return match != NULL;
}

/**
 * torg_query_to_sql:
 * @self: a query
 * @arguments: (element-type utf8): filled with the texts for `?1`, `?2` …
 *
 * Returns: (transfer full): a statement that gives the rows' numbers in their order
 */
char *
torg_query_to_sql (const TorgQuery *self, GPtrArray *arguments)
{
  g_autoptr (GString) sql = g_string_new ("SELECT r.n ");
  gboolean ranked = append_conditions (sql, self, arguments);

  append_order (sql, self, ranked);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * torg_query_to_count_sql:
 * @self: a query
 * @field: a field of its kind that holds codes; a record counts once for each key of a set
 * @arguments: (element-type utf8): filled with the texts for `?1`, `?2` …
 *
 * Returns: (transfer full): a statement that gives each value of the field that occurs, and how
 *   many records have it
 */
char *
torg_query_to_count_sql (const TorgQuery *self, const TorgField *field, GPtrArray *arguments)
{
  g_autofree char *value = torg_field_sql_value (field, "r");
  g_autoptr (GString) sql = g_string_new (NULL);

  if (field->type == TORG_FIELD_SET)
    g_string_append (sql, "SELECT e.key, count(*) FROM (SELECT r.doc ");
  else
    g_string_append_printf (sql, "SELECT %s, count(*) ", value);
  append_conditions (sql, self, arguments);
  if (field->type == TORG_FIELD_SET)
    g_string_append_printf (sql, ") t, json_each(t.doc, '$.%s') e", field->name);
  g_string_append (sql, " GROUP BY 1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}
