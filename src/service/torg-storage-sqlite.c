/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-storage-sqlite.h"

#include "torg-service-resources.h"

#define SQL_STEPS "/com/smartinnovationnorway/Torg/sql/server"

/* Of SQLite's machine, between looks at the clock. */
#define STEPS_BETWEEN_LOOKS 10000

static TorgSqlite *
sqlite (TorgStorage *storage)
{
  return (TorgSqlite *) storage;
}

static void
sqlite_close (TorgStorage *storage)
{
  TorgSqlite *self = sqlite (storage);

  g_clear_pointer (&self->db, torg_db_close);
  g_clear_pointer (&self->known, torg_known_free);
  g_free (self);
}

static gboolean
sqlite_begin (TorgStorage *storage, GError **error)
{
  return torg_db_begin (sqlite (storage)->db, error);
}

static void
sqlite_rollback (TorgStorage *storage)
{
  torg_db_rollback (sqlite (storage)->db);
  torg_known_forget (sqlite (storage)->known);
  sqlite (storage)->clock = 0;
  sqlite (storage)->clock_moved = FALSE;
}

static gboolean
write_timestamp (const TorgKnownList *list, gpointer data, GError **error)
{
  TorgDb *db = data;

  return torg_db_run (db, error, "UPDATE list SET last_modified = ?2 WHERE n = ?1", "ii", list->n,
                      list->last_modified);
}

/**
 * torg_sqlite_settle:
 *
 * Writes the timestamps that moved since the transaction began: before it ends, and before a query reads them.
 *
 * Returns: whether they were written
 */
gboolean
torg_sqlite_settle (TorgSqlite *self, GError **error)
{
  if (self->clock_moved &&
      !torg_db_run (self->db, error, "UPDATE clock SET last = ?1", "i", self->clock))
    return FALSE;
  self->clock_moved = FALSE;
  return torg_known_settle_lists (self->known, write_timestamp, self->db, error);
}

static gboolean
sqlite_commit (TorgStorage *storage, GError **error)
{
  if (torg_sqlite_settle (sqlite (storage), error) && torg_db_commit (sqlite (storage)->db, error))
    return TRUE;
  sqlite_rollback (storage);
  return FALSE;
}

/* Lists */

static TorgKnownList *
read_list (TorgSqlite *self, const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (
    self->db, error, "SELECT n, last_modified FROM list WHERE path = ?1 AND open", "s", path);

  if (stmt == NULL)
    return NULL;
  if (torg_stmt_step (stmt, &failure))
    return torg_known_add_list (self->known, path, torg_stmt_int (stmt, 0),
                                torg_stmt_int (stmt, 1));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, TORG_STORAGE_ERROR, TORG_STORAGE_ERROR_NOT_FOUND, "no list %s", path);
  return NULL;
}

/**
 * torg_sqlite_get_list:
 * @path: a list's path
 *
 * Returns: (transfer none) (nullable): the list, or %NULL with %TORG_STORAGE_ERROR_NOT_FOUND if there is none such
 */
TorgKnownList *
torg_sqlite_get_list (TorgSqlite *self, const char *path, GError **error)
{
  TorgKnownList *list = torg_known_get_list (self->known, path);

  return list != NULL ? list : read_list (self, path, error);
}

static gboolean
sqlite_open_list (TorgStorage *storage, const char *list, gint64 last_modified, GError **error)
{
  return torg_db_run (sqlite (storage)->db, error,
                      "INSERT INTO list (path, last_modified) VALUES (?1, ?2) "
                      "ON CONFLICT (path) DO UPDATE SET open = 1",
                      "si", list, last_modified);
}

static gboolean
sqlite_get_list_timestamp (TorgStorage *storage,
                           const char *list,
                           gint64 *last_modified,
                           GError **error)
{
  const TorgKnownList *known = torg_sqlite_get_list (sqlite (storage), list, error);

  if (known != NULL)
    *last_modified = known->last_modified;
  return known != NULL;
}

/* A timestamp asked for is moved up past those in use, since each is used once in a list. */
static gboolean
find_free_timestamp (TorgSqlite *self, gint64 list, gint64 *timestamp, GError **error)
{
  for (;;) {
    gint64 used = 0;

    if (!torg_db_get_int (self->db, &used, error,
                          "SELECT 1 FROM object WHERE list = ?1 AND last_modified = ?2", "ii", list,
                          *timestamp))
      return FALSE;
    if (!used)
      return TRUE;
    (*timestamp)++;
  }
}

static gboolean
next_timestamp (TorgSqlite *self, gint64 *timestamp, GError **error)
{
  gint64 now = g_get_real_time () / 1000;

  if (self->clock == 0 &&
      !torg_db_get_int (self->db, &self->clock, error, "SELECT last FROM clock", ""))
    return FALSE;
  *timestamp = MAX (self->clock + 1, now);
  return TRUE;
}

/* A timestamp in the past moves its list on all the same, or nobody would look at it. */
static gboolean
sqlite_take_timestamp (TorgStorage *storage,
                       const char *list,
                       gint64 wanted,
                       gint64 *last_modified,
                       GError **error)
{
  TorgSqlite *self = sqlite (storage);
  TorgKnownList *known = torg_sqlite_get_list (self, list, error);
  gint64 next = 0;

  if (known == NULL || !next_timestamp (self, &next, error))
    return FALSE;
  *last_modified = wanted > 0 ? wanted : next;
  if (wanted > 0 && !find_free_timestamp (self, known->n, last_modified, error))
    return FALSE;
  self->clock = MAX (next, *last_modified);
  self->clock_moved = TRUE;
  torg_known_move_list (self->known, known, self->clock);
  return TRUE;
}

/* Objects */

static gboolean
sqlite_get (TorgStorage *storage,
            const char *list,
            const char *id,
            TorgObject *object,
            GError **error)
{
  TorgSqlite *self = sqlite (storage);
  g_autoptr (GError) failure = NULL;
  g_autoptr (TorgStmt) stmt = NULL;
  const TorgKnownList *known = torg_sqlite_get_list (self, list, error);

  if (known == NULL)
    return FALSE;
  if (torg_known_get_object (self->known, list, id, object))
    return TRUE;
  stmt = torg_db_query (self->db, error,
                        "SELECT last_modified, doc FROM object "
                        "WHERE list = ?1 AND id = ?2 AND NOT deleted",
                        "is", known->n, id);
  if (stmt == NULL)
    return FALSE;
  if (torg_stmt_step (stmt, &failure)) {
    object->id = g_strdup (id);
    object->last_modified = torg_stmt_int (stmt, 0);
    object->doc = g_strdup (torg_stmt_text (stmt, 1));
    torg_known_add_object (self->known, list, object);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
sqlite_put (TorgStorage *storage, const char *list, const TorgObject *object, GError **error)
{
  TorgSqlite *self = sqlite (storage);
  const TorgKnownList *known = torg_sqlite_get_list (self, list, error);

  torg_known_forget_object (self->known, list, object->id);
  return known != NULL &&
         torg_db_run (self->db, error,
                      "INSERT INTO object (list, id, last_modified, deleted, doc) "
                      "VALUES (?1, ?2, ?3, ?4, ?5) "
                      "ON CONFLICT (list, id) DO UPDATE SET last_modified = excluded.last_modified,"
                      " deleted = excluded.deleted, doc = excluded.doc",
                      "isiis", known->n, object->id, object->last_modified,
                      (gint64) object->deleted, object->doc);
}

static gboolean
sqlite_append (TorgStorage *storage, const char *list, const TorgObject *object, GError **error)
{
  TorgSqlite *self = sqlite (storage);
  TorgKnownList *known = torg_sqlite_get_list (self, list, error);

  if (known == NULL)
    return FALSE;
  torg_known_move_list (self->known, known, object->last_modified);
  return torg_db_run (self->db, error,
                      "INSERT INTO object (list, id, last_modified, doc) VALUES (?1, ?2, ?3, ?4)",
                      "isis", known->n, object->id, object->last_modified, object->doc);
}

/* What begins with the URI and a slash stands between it with a slash and with the next character. */
#define BELOW(column) "(" column " > ?1 || '/' AND " column " < ?1 || '0')"

/*
 * A list that is closed keeps its timestamp, for it may come again: it moves on where objects go from it,
 * and otherwise stands still, so that who has seen the list empty need not look again.
 */
static const char *const close_lists[] = {
  "UPDATE list SET last_modified = (SELECT last FROM clock) "
  "WHERE " BELOW ("path") " AND EXISTS (SELECT 1 FROM object WHERE object.list = list.n)",
  "DELETE FROM object WHERE list IN (SELECT n FROM list WHERE " BELOW ("path") ")",
  "UPDATE list SET open = 0 WHERE " BELOW ("path"),
  "DELETE FROM permission WHERE uri = ?1 OR " BELOW ("uri"),
  "DELETE FROM member WHERE \"group\" = ?1 OR " BELOW ("\"group\""),
};

static gboolean
sqlite_drop (TorgStorage *storage, const char *uri, GError **error)
{
  TorgSqlite *self = sqlite (storage);

  if (!torg_sqlite_settle (self, error))
    return FALSE;
  torg_known_drop (self->known, uri);
  for (guint i = 0; i < G_N_ELEMENTS (close_lists); i++) {
    if (!torg_db_run (self->db, error, close_lists[i], "s", uri))
      return FALSE;
  }
  return TRUE;
}

/* Secrets and properties */

static gboolean
get_text (TorgSqlite *self, const char *sql, const char *key, char **text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (self->db, error, sql, "s", key);

  *text = NULL;
  if (stmt == NULL)
    return FALSE;
  if (torg_stmt_step (stmt, &failure))
    *text = g_strdup (torg_stmt_text (stmt, 0));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
sqlite_get_secret (TorgStorage *storage, const char *account, char **secret, GError **error)
{
  return get_text (sqlite (storage), "SELECT hash FROM secret WHERE account = ?1", account, secret,
                   error);
}

static gboolean
sqlite_set_secret (TorgStorage *storage, const char *account, const char *secret, GError **error)
{
  TorgDb *db = sqlite (storage)->db;

  if (secret == NULL)
    return torg_db_run (db, error, "DELETE FROM secret WHERE account = ?1", "s", account);
  return torg_db_run (db, error,
                      "INSERT INTO secret (account, hash) VALUES (?1, ?2) "
                      "ON CONFLICT (account) DO UPDATE SET hash = excluded.hash",
                      "ss", account, secret);
}

static gboolean
sqlite_get_property (TorgStorage *storage, const char *name, char **value, GError **error)
{
  return get_text (sqlite (storage), "SELECT value FROM property WHERE name = ?1", name, value,
                   error);
}

static gboolean
sqlite_set_property (TorgStorage *storage, const char *name, const char *value, GError **error)
{
  return torg_db_run (sqlite (storage)->db, error,
                      "INSERT INTO property (name, value) VALUES (?1, ?2) "
                      "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                      "ss", name, value);
}

/* For the like filter: SQLite's own lower() knows the letters of English only. */
static void
sql_lower (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);

  if (text != NULL)
    sqlite3_result_text (context, g_utf8_strdown (text, -1), -1, g_free);
}

static const TorgStorageClass sqlite_class = {
  .close = sqlite_close,
  .begin = sqlite_begin,
  .commit = sqlite_commit,
  .rollback = sqlite_rollback,
  .open_list = sqlite_open_list,
  .get_list_timestamp = sqlite_get_list_timestamp,
  .take_timestamp = sqlite_take_timestamp,
  .find_changed = torg_sqlite_find_changed,
  .get = sqlite_get,
  .put = sqlite_put,
  .append = sqlite_append,
  .find = torg_sqlite_find,
  .count = torg_sqlite_count,
  .drop = sqlite_drop,
  .get_grants = torg_sqlite_get_grants,
  .set_grants = torg_sqlite_set_grants,
  .find_granted = torg_sqlite_find_granted,
  .walk_granted = torg_sqlite_walk_granted,
  .has_grants = torg_sqlite_has_grants,
  .get_groups = torg_sqlite_get_groups,
  .set_members = torg_sqlite_set_members,
  .get_secret = sqlite_get_secret,
  .set_secret = sqlite_set_secret,
  .get_property = sqlite_get_property,
  .set_property = sqlite_set_property,
  .set_file = torg_sqlite_set_file,
  .find_files = torg_sqlite_find_files,
  .has_file = torg_sqlite_has_file,
  .put_bytes = torg_sqlite_put_bytes,
  .get_bytes = torg_sqlite_get_bytes,
  .seal = torg_sqlite_seal,
  .walk = torg_sqlite_walk,
  .check = torg_sqlite_check,
  .get_size = torg_sqlite_get_size,
  .copy = torg_sqlite_copy,
};

static int
is_too_late (void *data)
{
  TorgSqlite *self = data;

  return self->deadline != 0 && g_get_monotonic_time () > self->deadline;
}

static TorgStorage *
new_storage (TorgDb *db)
{
  TorgSqlite *self = g_new0 (TorgSqlite, 1);

  sqlite3_create_function (torg_db_get_handle (db), "torg_lower", 1,
                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, sql_lower,
                           NULL, NULL);
  self->parent.klass = &sqlite_class;
  self->db = db;
  sqlite3_progress_handler (torg_db_get_handle (db), STEPS_BETWEEN_LOOKS, is_too_late, self);
  self->known = torg_known_new ();
  return &self->parent;
}

/**
 * torg_storage_sqlite_open:
 * @file: the database, made where there is none
 *
 * Returns: (transfer full) (nullable): a storage whose commits are on the disk when they return
 */
TorgStorage *
torg_storage_sqlite_open (const char *file, GError **error)
{
  g_autoptr (TorgDb) db = torg_db_open (file, TORG_DB_DURABLE, error);

  if (db == NULL)
    return NULL;
  /* Asking for it links the bundle of the steps in. */
  torg_service_get_resource ();
  if (!torg_db_migrate (db, SQL_STEPS, error)) {
    g_prefix_error (error, "%s: ", file);
    return NULL;
  }
  return new_storage (g_steal_pointer (&db));
}

/* What it reads is of one moment: that of the first reading, which is the step's. */
static gboolean
start_reading (TorgDb *db, GError **error)
{
  gint64 step = 0;

  torg_service_get_resource ();
  if (!torg_db_exec (db, "BEGIN", error) || !torg_db_get_step (db, SQL_STEPS, &step, error))
    return FALSE;
  if (step > 0)
    return TRUE;
  g_set_error_literal (error, TORG_DB_ERROR, TORG_DB_ERROR_OPEN,
                       "this is not a database of torg-service");
  return FALSE;
}

/**
 * torg_storage_sqlite_open_reader:
 * @file: a database that is there
 *
 * For reading beside a service that may be running: it neither writes nor checkpoints, and all that it
 * reads until it is closed is of one moment.
 *
 * Returns: (transfer full) (nullable): the storage; or %NULL, also with %TORG_DB_ERROR_OPEN
 *   where the file holds something else
 */
TorgStorage *
torg_storage_sqlite_open_reader (const char *file, GError **error)
{
  g_autoptr (TorgDb) db = torg_db_open (file, TORG_DB_READER, error);

  if (db == NULL)
    return NULL;
  if (start_reading (db, error))
    return new_storage (g_steal_pointer (&db));
  g_prefix_error (error, "%s: ", file);
  return NULL;
}
