/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-search-all.h"

#include "torg-field-sql.h"
#include "torg-search.h"
#include "torg-store-private.h"

#include <string.h>

/* How many of the best are looked through for the best of each kind. */
#define MOST_RANKED "1000"

/* What is shown of a title and of a text, in characters. */
#define TITLE_MOST    200
#define SNIPPET_WORDS "24"
#define SNIPPET_FIRST 40
#define SNIPPET_MOST  240

/* Steps of SQLite between two looks at whether the answer is still wanted: about a millisecond. */
#define STEPS 4000

#define MARKS "'" TORG_MARK_OPEN "', '" TORG_MARK_CLOSE "'"

/* One question for all kinds; only what is shown is read again for its marks. */
static const char search_sql[] =
  "WITH hit AS MATERIALIZED ("
  "  SELECT rowid AS n, rank AS weight FROM search WHERE search MATCH ?1"
  "  ORDER BY rank LIMIT " MOST_RANKED "),"
  "placed AS MATERIALIZED ("
  "  SELECT hit.n, weight, collection,"
  "    row_number() OVER (PARTITION BY collection ORDER BY weight, hit.n) AS place"
  "  FROM hit CROSS JOIN record r ON r.n = hit.n"
  "  WHERE doc IS NOT NULL AND collection IN (SELECT value FROM json_each(?2)))"
  "SELECT placed.n, collection, highlight(search, 0, " MARKS "),"
  "  snippet(search, 1, " MARKS ", '…', " SNIPPET_WORDS ") "
  "FROM placed CROSS JOIN search ON search.rowid = placed.n "
  "WHERE search MATCH ?1 AND place <= ?3 ORDER BY weight, placed.n";

/**
 * torg_hit_free:
 * @self: a hit
 */
void
torg_hit_free (TorgHit *self)
{
  g_clear_pointer (&self->title, torg_marked_free);
  g_clear_pointer (&self->text, torg_marked_free);
  g_free (self);
}

static TorgHit *
hit_new (TorgStmt *stmt)
{
  const char *title = torg_stmt_text (stmt, 2);
  const char *text = torg_stmt_text (stmt, 3);
  TorgHit *hit = g_new0 (TorgHit, 1);

  hit->n = torg_stmt_int (stmt, 0);
  hit->kind = torg_kind_for (torg_stmt_text (stmt, 1));
  hit->title = torg_marked_new (title ? title : "", TITLE_MOST / 2, TITLE_MOST);
  if (text != NULL && strstr (text, TORG_MARK_OPEN) != NULL)
    hit->text = torg_marked_new (text, SNIPPET_FIRST, SNIPPET_MOST);
  return hit;
}

/* The newest of each kind by its index, and of these the newest. */
static char *
newest_sql (const char *const *collections)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; collections[i] != NULL; i++)
    g_string_append_printf (
      sql,
      "%sSELECT * FROM (SELECT r.n, collection, s.title, NULL, " TORG_SQL_NEWEST (
        "r") " AS newest FROM record r JOIN search s ON s.rowid = r.n "
             "WHERE collection = '%s' AND doc IS NOT NULL ORDER BY newest DESC LIMIT ?1)",
      i > 0 ? " UNION ALL " : "", torg_kind_for (collections[i])->collection);
  g_string_append (sql, " ORDER BY newest DESC LIMIT ?1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static TorgStmt *
ask (TorgStore *self, const char *const *collections, const char *text, guint most, GError **error)
{
  g_autofree char *match = torg_search_match (text);
  g_autofree char *newest = match ? NULL : newest_sql (collections);
  g_autofree char *names = g_strjoinv ("\",\"", (GStrv) collections);
  g_autofree char *list = g_strconcat ("[\"", names, "\"]", NULL);

  if (newest != NULL)
    return torg_db_query (self->cache, error, newest, "i", (gint64) most);
  return torg_db_query (self->cache, error, search_sql, "ssi", match, list, (gint64) most);
}

static int
is_unwanted_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * torg_store_search_all:
 * @self: a store
 * @collections: where to look; at least one, each of a kind with a title
 * @text: (nullable): words as a person types them; without any, what was changed last is found
 * @most: how many records of each kind; without words, how many at all
 * @cancellable: (nullable): ends the search, from any thread, within milliseconds
 *
 * Returns: (transfer full) (element-type TorgHit) (nullable): what was found, best or newest first,
 *   or %NULL with a %TORG_DB_ERROR
 */
GPtrArray *
torg_store_search_all (TorgStore *self,
                       const char *const *collections,
                       const char *text,
                       guint most,
                       GCancellable *cancellable,
                       GError **error)
{
  sqlite3 *handle = torg_db_get_handle (self->cache);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_hit_free);
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = NULL;

  torg_store_catch_up (self);
  stmt = ask (self, collections, text, most, error);
  if (stmt == NULL)
    return NULL;
  if (cancellable != NULL)
    sqlite3_progress_handler (handle, STEPS, is_unwanted_cb, cancellable);
  while (torg_stmt_step (stmt, &problem))
    g_ptr_array_add (hits, hit_new (stmt));
  sqlite3_progress_handler (handle, 0, NULL, NULL);
  if (problem == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
