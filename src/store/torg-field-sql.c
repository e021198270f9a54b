/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-field-sql.h"

/*
 * SQL that follows from the field tables. Only names from those tables are put into the text;
 * values are always arguments.
 */

/**
 * torg_field_sql_value:
 * @field: a field
 * @table: the table or alias that has the document
 *
 * Returns: (transfer full): the expression of its value; for a set or list, NULL where it is empty
 */
char *
torg_field_sql_value (const TorgField *field, const char *table)
{
  if (field->type == TORG_FIELD_ABOUT)
    return g_strdup_printf ("json_extract(%1$s.doc, '$.%2$s.collection') || '/' || "
                            "json_extract(%1$s.doc, '$.%2$s.id')",
                            table, field->name);
  return g_strdup_printf ("json_extract(%s.doc, '$.%s')", table, field->name);
}

/**
 * torg_field_sql_order:
 * @field: a field
 * @table: the table or alias that has the document
 *
 * Returns: (transfer full): the expression to sort by
 */
char *
torg_field_sql_order (const TorgField *field, const char *table)
{
  g_autofree char *value = torg_field_sql_value (field, table);

  if (field->type == TORG_FIELD_TEXT || field->type == TORG_FIELD_PROSE)
    return g_strdup_printf ("torg_collate(%s)", value);
  if (field->type == TORG_FIELD_DECIMAL)
    return g_strdup_printf ("CAST(%s AS REAL)", value);
  return g_steal_pointer (&value);
}

/* Calls for each searched reference into @collection; gives how many there are. */
static guint
each_mention (const TorgKind *kind, const char *collection, GString *sql)
{
  guint count = 0;

  for (guint i = 0; i < kind->n_fields; i++) {
    const TorgField *field = &kind->fields[i];

    if (!(field->flags & TORG_FIELD_SEARCHED))
      continue;
    if (field->type == TORG_FIELD_REF && g_str_equal (field->target, collection)) {
      g_string_append_printf (sql, "%sjson_extract(r.doc, '$.%s') IN (SELECT value FROM changed)",
                              count ? " OR " : "", field->name);
      count++;
    }
    for (guint k = 0; field->type == TORG_FIELD_LIST && k < field->part->n_fields; k++) {
      const TorgField *inner = &field->part->fields[k];

      if (inner->type != TORG_FIELD_REF || !(inner->flags & TORG_FIELD_SEARCHED) ||
          !g_str_equal (inner->target, collection))
        continue;
      g_string_append_printf (
        sql,
        "%sEXISTS (SELECT 1 FROM json_each(r.doc, '$.%s') e WHERE "
        "e.type = 'object' AND json_extract(e.value, '$.%s') IN (SELECT value FROM changed))",
        count ? " OR " : "", field->name, inner->name);
      count++;
    }
  }
  return count;
}

/**
 * torg_field_sql_mentions:
 * @kind: a kind
 * @collection: a collection
 *
 * Returns: whether titles of @collection are among the words that find records of @kind
 */
gboolean
torg_field_sql_mentions (const TorgKind *kind, const char *collection)
{
  g_autoptr (GString) unused = g_string_new (NULL);

  return each_mention (kind, collection, unused) > 0;
}

/**
 * torg_field_sql_mentioning:
 * @kind: a kind
 * @collection: a collection whose titles are among the words of @kind
 *
 * Returns: (transfer full) (nullable): a statement that gives the rows of @kind that point to one of the ids in ?1, a
 *   JSON array; %NULL if the kind has no such references
 */
char *
torg_field_sql_mentioning (const TorgKind *kind, const char *collection)
{
  g_autoptr (GString) conditions = g_string_new (NULL);

  if (each_mention (kind, collection, conditions) == 0)
    return NULL;
  return g_strdup_printf ("WITH changed AS (SELECT value FROM json_each(?1)) "
                          "SELECT r.n FROM record r WHERE r.collection = '%s' AND (%s)",
                          kind->collection, conditions->str);
}

/* The title of the record that the expression @id points to. */
static char *
title_of_target (const TorgField *field, const char *id)
{
  const TorgKind *target = torg_kind_for (field->target);
  const TorgField *title = target ? torg_kind_title (target) : NULL;

  if (title == NULL)
    return g_strdup ("NULL");
  return g_strdup_printf ("(SELECT json_extract(t.doc, '$.%s') FROM record t WHERE t.id = %s AND "
                          "+t.collection = '%s' LIMIT 1)",
                          title->name, id, target->collection);
}

/* What is no object is passed over: asking it for a member is an error to SQLite. */
static char *
words_of_list (const TorgField *field)
{
  g_autoptr (GString) words = g_string_new ("concat_ws(' '");

  for (guint i = 0; i < field->part->n_fields; i++) {
    const TorgField *inner = &field->part->fields[i];
    g_autofree char *value = g_strdup_printf ("json_extract(e.value, '$.%s')", inner->name);
    g_autofree char *title =
      inner->type == TORG_FIELD_REF ? title_of_target (inner, value) : g_steal_pointer (&value);

    if (inner->flags & TORG_FIELD_SEARCHED)
      g_string_append_printf (words, ", %s", title);
  }
  return g_strdup_printf ("(SELECT group_concat(%s), ' ') FROM json_each(r.doc, '$.%s') e "
                          "WHERE e.type = 'object')",
                          words->str, field->name);
}

static char *
words_of (const TorgField *field)
{
  g_autofree char *value = torg_field_sql_value (field, "r");

  if (field->type == TORG_FIELD_REF)
    return title_of_target (field, value);
  if (field->type == TORG_FIELD_SET)
    return g_strdup_printf ("(SELECT group_concat(e.key, ' ') FROM json_each(r.doc, '$.%s') e)",
                            field->name);
  if (field->type == TORG_FIELD_LIST)
    return words_of_list (field);
  return g_steal_pointer (&value);
}

/**
 * torg_field_sql_search:
 * @kind: a kind
 *
 * Returns: (transfer full): a statement that puts the words of row ?1 into the search index
 */
char *
torg_field_sql_search (const TorgKind *kind)
{
  const TorgField *title = torg_kind_title (kind);
  g_autofree char *heading = title ? torg_field_sql_value (title, "r") : g_strdup ("NULL");
  g_autoptr (GString) body = g_string_new ("concat_ws(' · ', NULL");

  for (guint i = 0; i < kind->n_fields; i++) {
    const TorgField *field = &kind->fields[i];
    g_autofree char *words = NULL;

    if (!(field->flags & TORG_FIELD_SEARCHED) || field == title)
      continue;
    words = words_of (field);
    g_string_append_printf (body, ", %s", words);
  }
  return g_strdup_printf ("INSERT INTO search (rowid, title, body) SELECT r.n, %s, %s) "
                          "FROM record r WHERE r.n = ?1 AND r.doc IS NOT NULL",
                          heading, body->str);
}

/* What the field refers to, of the row ?1; NULL if it is no reference. */
static char *
targets_of (const TorgField *field)
{
  g_autofree char *value = torg_field_sql_value (field, "r");

  if (torg_field_is_related (field))
    return g_strdup_printf ("SELECT r.n, e.key FROM record r, json_each(r.doc, '$.%s') e "
                            "WHERE r.n = ?1",
                            field->name);
  if (field->type == TORG_FIELD_ABOUT)
    return g_strdup_printf ("SELECT r.n, %s AS target FROM record r "
                            "WHERE r.n = ?1 AND target IS NOT NULL",
                            value);
  if (field->type != TORG_FIELD_REF)
    return NULL;
  return g_strdup_printf ("SELECT r.n, '%s/' || %s AS target FROM record r "
                          "WHERE r.n = ?1 AND target IS NOT NULL",
                          field->target, value);
}

/**
 * torg_field_sql_links:
 * @kind: a kind
 *
 * Returns: (transfer full) (nullable): a statement that notes what row ?1 refers to; %NULL if
 *   records of the kind refer to nothing
 */
char *
torg_field_sql_links (const TorgKind *kind)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++) {
    g_autofree char *targets = targets_of (&kind->fields[i]);

    if (targets != NULL)
      g_string_append_printf (sql, "%s%s", sql->len > 0 ? " UNION ALL " : "", targets);
  }
  return sql->len > 0 ? g_strconcat ("INSERT OR IGNORE INTO link (n, target) ", sql->str, NULL)
                      : NULL;
}

static gboolean
make_index (TorgDb *db,
            const TorgKind *kind,
            const TorgField *field,
            const char *purpose,
            const char *expression,
            GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "CREATE INDEX IF NOT EXISTS \"%s.%s.%s\" ON record (%s) WHERE collection = '%s'",
    kind->collection, field->name, purpose, expression, kind->collection);

  return torg_db_exec (db, sql, error);
}

/* An index has no alias, so the expression names the column alone. */
static gboolean
make_field_indexes (TorgDb *db, const TorgKind *kind, const TorgField *field, GError **error)
{
  g_autoptr (GString) value = g_string_new_take (torg_field_sql_value (field, "record"));
  g_autoptr (GString) order = g_string_new_take (torg_field_sql_order (field, "record"));

  g_string_replace (value, "record.", "", 0);
  g_string_replace (order, "record.", "", 0);
  if ((field->flags & TORG_FIELD_FILTERED) && field->type != TORG_FIELD_SET &&
      !make_index (db, kind, field, "value", value->str, error))
    return FALSE;
  return !(field->flags & TORG_FIELD_SORTED) ||
         make_index (db, kind, field, "order", order->str, error);
}

/**
 * torg_field_sql_make_indexes:
 * @db: the writer of a cache
 *
 * Makes the indexes that the field tables ask for and that are not there yet, so a flag in a table needs no
 * migration.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_field_sql_make_indexes (TorgDb *db, GError **error)
{
  const TorgKind *const *kinds = torg_kinds ();

  for (; *kinds != NULL; kinds++)
    for (guint i = 0; i < (*kinds)->n_fields; i++)
      if (!make_field_indexes (db, *kinds, &(*kinds)->fields[i], error))
        return FALSE;
  return torg_db_exec (db,
                       "CREATE INDEX IF NOT EXISTS \"record.newest\" ON record (collection, "
                       "iif(last_modified = 0, 9223372036854775807, last_modified))",
                       error);
}
