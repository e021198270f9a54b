/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-storage-sqlite.h"

#include <string.h>

#include "torg-json.h"

static TorgDb *
db_of (TorgStorage *storage)
{
  return ((TorgSqlite *) storage)->db;
}

/* A list of texts as one argument, which json_each() takes apart. */
static char *
texts_to_json (const char *const *texts)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_node_take_array (node, array);
  return torg_json_print (node);
}

static GPtrArray *
read_grants (TorgDb *db, const char *uri, GError **error)
{
  g_autoptr (GPtrArray) grants = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_grant_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (
    db, error, "SELECT name, principal FROM permission WHERE uri = ?1 ORDER BY name, principal",
    "s", uri);

  if (stmt == NULL)
    return NULL;
  while (torg_stmt_step (stmt, &failure))
    g_ptr_array_add (grants, torg_grant_new (torg_stmt_text (stmt, 0), torg_stmt_text (stmt, 1)));
  if (failure == NULL)
    return g_steal_pointer (&grants);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * torg_sqlite_get_grants:
 *
 * See #TorgStorageClass.
 */
GPtrArray *
torg_sqlite_get_grants (TorgStorage *storage, const char *uri, GError **error)
{
  TorgKnown *known = ((TorgSqlite *) storage)->known;
  GPtrArray *grants = torg_known_get_grants (known, uri);

  if (grants != NULL)
    return grants;
  grants = read_grants (db_of (storage), uri, error);
  if (grants != NULL)
    torg_known_add_grants (known, uri, grants);
  return grants;
}

/**
 * torg_sqlite_set_grants:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_set_grants (TorgStorage *storage,
                        const char *uri,
                        const char *permission,
                        const char *const *principals,
                        GError **error)
{
  TorgDb *db = db_of (storage);

  torg_known_forget_grants (((TorgSqlite *) storage)->known, uri);
  if (!torg_db_run (db, error, "DELETE FROM permission WHERE uri = ?1 AND name = ?2", "ss", uri,
                    permission))
    return FALSE;
  for (guint i = 0; principals[i] != NULL; i++) {
    if (!torg_db_run (db, error,
                      "INSERT OR IGNORE INTO permission (uri, name, principal) VALUES (?1, ?2, ?3)",
                      "sss", uri, permission, principals[i]))
      return FALSE;
  }
  return TRUE;
}

static GStrv
read_column (TorgStmt *stmt, const char *prefix, GError **error)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GError) failure = NULL;

  while (torg_stmt_step (stmt, &failure)) {
    const char *text = torg_stmt_text (stmt, 0) + strlen (prefix);

    if (*prefix == '\0' || strchr (text, '/') == NULL)
      g_strv_builder_add (texts, text);
  }
  if (failure == NULL)
    return g_strv_builder_end (texts);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * torg_sqlite_find_granted:
 *
 * See #TorgStorageClass.
 */
GStrv
torg_sqlite_find_granted (TorgStorage *storage,
                          const char *list,
                          const char *const *permissions,
                          const char *const *principals,
                          GError **error)
{
  g_autofree char *names = texts_to_json (permissions);
  g_autofree char *whom = texts_to_json (principals);
  g_autofree char *prefix = g_strconcat (list, "/", NULL);
  g_autoptr (TorgStmt) stmt =
    torg_db_query (db_of (storage), error,
                   "SELECT DISTINCT uri FROM permission "
                   "WHERE principal IN (SELECT value FROM json_each (?1)) "
                   "AND uri > ?2 || '/' AND uri < ?2 || '0' "
                   "AND name IN (SELECT value FROM json_each (?3))",
                   "sss", whom, list, names);

  /* Deeper objects have a slash more. */
  return stmt == NULL ? NULL : read_column (stmt, prefix, error);
}

/**
 * torg_sqlite_walk_granted:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_walk_granted (TorgStorage *storage,
                          const char *uri,
                          const char *const *principals,
                          TorgGrantVisitor visit,
                          gpointer data,
                          GError **error)
{
  g_autofree char *whom = texts_to_json (principals);
  g_autoptr (GError) failure = NULL;
  g_autoptr (TorgStmt) stmt =
    torg_db_query (db_of (storage), error,
                   "SELECT DISTINCT uri, name FROM permission "
                   "WHERE principal IN (SELECT value FROM json_each (?1)) "
                   "AND uri > ?2 || '/' AND uri < ?2 || '0' ORDER BY uri, name",
                   "ss", whom, uri);

  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &failure))
    visit (torg_stmt_text (stmt, 0), torg_stmt_text (stmt, 1), data);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * torg_sqlite_has_grants:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_has_grants (TorgStorage *storage,
                        const char *uri,
                        const char *const *principals,
                        gboolean *has,
                        GError **error)
{
  g_autofree char *whom = texts_to_json (principals);
  gint64 found = 0;

  if (!torg_db_get_int (db_of (storage), &found, error,
                        "SELECT 1 FROM permission "
                        "WHERE principal IN (SELECT value FROM json_each (?2)) "
                        "AND (uri = ?1 OR (uri > ?1 || '/' AND uri < ?1 || '0')) LIMIT 1",
                        "ss", uri, whom))
    return FALSE;
  *has = found != 0;
  return TRUE;
}

static GStrv
read_groups (TorgDb *db, const char *const *principals, GError **error)
{
  g_autofree char *whom = texts_to_json (principals);
  g_autoptr (TorgStmt) stmt =
    torg_db_query (db, error,
                   "SELECT DISTINCT \"group\" FROM member "
                   "WHERE principal IN (SELECT value FROM json_each (?1)) ORDER BY \"group\"",
                   "s", whom);

  return stmt == NULL ? NULL : read_column (stmt, "", error);
}

/**
 * torg_sqlite_get_groups:
 *
 * See #TorgStorageClass.
 */
GStrv
torg_sqlite_get_groups (TorgStorage *storage, const char *const *principals, GError **error)
{
  TorgKnown *known = ((TorgSqlite *) storage)->known;
  GStrv groups = torg_known_get_groups (known, principals);

  if (groups != NULL)
    return groups;
  groups = read_groups (db_of (storage), principals, error);
  if (groups != NULL)
    torg_known_add_groups (known, principals, (const char *const *) groups);
  return groups;
}

/**
 * torg_sqlite_set_members:
 *
 * See #TorgStorageClass.
 */
gboolean
torg_sqlite_set_members (TorgStorage *storage,
                         const char *group,
                         const char *const *members,
                         GError **error)
{
  TorgDb *db = db_of (storage);
  g_autofree char *list = texts_to_json (members);

  torg_known_forget_groups (((TorgSqlite *) storage)->known);
  return torg_db_run (db, error, "DELETE FROM member WHERE \"group\" = ?1", "s", group) &&
         (members[0] == NULL || torg_db_run (db, error,
                                             "INSERT OR IGNORE INTO member (principal, \"group\") "
                                             "SELECT value, ?1 FROM json_each (?2)",
                                             "ss", group, list));
}
