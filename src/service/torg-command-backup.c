/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-command.h"

#include "torg-lock.h"
#include "torg-partial.h"
#include "torg-seed.h"

/* What makes up a database. A journal that was left behind would be taken for the restored one's. */
static const char *const parts[] = { "", "-wal", "-journal" };

/**
 * torg_command_backup:
 *
 * Copies the forum, as it is at one moment, into a new file. A service may be running on it.
 *
 * Returns: whether the file is there, checked and on the disk
 */
gboolean
torg_command_backup (const TorgArguments *arguments, GError **error)
{
  const char *file = arguments->operands[0];
  g_autoptr (TorgStorage) storage = torg_service_open_reader (arguments->data_dir, error);
  g_autoptr (TorgPartial) partial = storage == NULL ? NULL : torg_partial_new (file, error);

  if (partial == NULL)
    return FALSE;
  if (!torg_storage_copy (storage, torg_partial_get_path (partial), error)) {
    g_prefix_error (error,
                    "no backup was made. Is there room for it, and is %s sound (torg-service "
                    "--data %s check)? ",
                    arguments->data_dir, arguments->data_dir);
    return FALSE;
  }
  return torg_partial_finish (partial, error);
}

static gboolean
is_free (const char *database, const char *data_dir, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *path = g_strconcat (database, parts[i], NULL);

    if (!g_file_test (path, G_FILE_TEST_EXISTS))
      continue;
    g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED,
                 "%s is there already, and a backup is not restored over it. Restore into a "
                 "folder without a forum, or stop the service and move all of %s away first.",
                 path, data_dir);
    return FALSE;
  }
  return TRUE;
}

static TorgStorage *
open_backup (const char *file, GError **error)
{
  g_autofree char *epoch = NULL;
  g_autoptr (TorgStorage) storage = NULL;

  if (!g_file_test (file, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED,
                 "there is no file %s to restore", file);
    return NULL;
  }
  storage = torg_storage_sqlite_open_reader (file, error);
  if (storage == NULL)
    return NULL;
  if (!torg_storage_get_property (storage, "epoch", &epoch, error)) {
    g_prefix_error (error, "%s is no backup of a forum: ", file);
    return NULL;
  }
  if (epoch != NULL)
    return g_steal_pointer (&storage);
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED,
               "%s holds no forum to restore", file);
  return NULL;
}

static gboolean
change_epoch (const char *database, GError **error)
{
  g_autoptr (TorgStorage) storage = torg_storage_sqlite_open (database, error);

  if (storage == NULL || !torg_storage_begin (storage, error))
    return FALSE;
  if (torg_seed_epoch (storage, error))
    return torg_storage_commit (storage, error);
  torg_storage_rollback (storage);
  return FALSE;
}

/* What was committed is in the file itself when its journal is gone; only the file gets the name. */
static gboolean
is_one_file (const char *database, GError **error)
{
  g_autofree char *journal = g_strconcat (database, "-wal", NULL);

  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED,
               "%s could not be written whole; is the disk full?", database);
  return FALSE;
}

/* A copy is checked where it is made, so what is damaged is never put in place. */
static gboolean
make_copy (TorgStorage *backup, const char *file, const char *path, GError **error)
{
  if (torg_storage_copy (backup, path, error))
    return TRUE;
  g_prefix_error (error,
                  "%s was not restored, and nothing was changed. Is there room for %s, and is the "
                  "backup sound? ",
                  file, path);
  return FALSE;
}

static gboolean
restore (TorgStorage *backup, const char *file, const char *database, GError **error)
{
  g_autoptr (TorgPartial) partial = torg_partial_new (database, error);
  const char *path = partial == NULL ? NULL : torg_partial_get_path (partial);

  return path != NULL && make_copy (backup, file, path, error) && change_epoch (path, error) &&
         is_one_file (path, error) && torg_partial_finish (partial, error);
}

/**
 * torg_command_restore:
 *
 * Makes the forum from a backup, all of it or nothing, in a folder that has none. It gets a new epoch, since
 * clients may know of changes that came after the backup.
 *
 * Returns: whether it is there, checked and on the disk
 */
gboolean
torg_command_restore (const TorgArguments *arguments, GError **error)
{
  const char *data_dir = arguments->data_dir;
  g_autofree char *database = torg_service_dup_database (data_dir);
  g_autoptr (TorgStorage) backup = NULL;
  g_autoptr (TorgLock) lock = NULL;

  /* Looked at first, so that a file that is of no use makes no folder. */
  if (!is_free (database, data_dir, error))
    return FALSE;
  backup = open_backup (arguments->operands[0], error);
  if (backup == NULL || !torg_service_make_folder (data_dir, error))
    return FALSE;
  lock = torg_lock_take (data_dir, error);
  return lock != NULL && is_free (database, data_dir, error) &&
         restore (backup, arguments->operands[0], database, error);
}
