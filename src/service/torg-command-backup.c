/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-command.h"

#include "torg-files.h"
#include "torg-lock.h"
#include "torg-partial.h"
#include "torg-seed.h"

/* What makes up a database. A journal that was left behind would be taken for the restored one's. */
static const char *const parts[] = { "", "-wal", "-journal" };

/* A running service may have removed a file since the copy was made: then the copy is made again. */
#define MAX_ATTEMPTS 5

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

/* Does something to a database that nobody else has, in one transaction. */
static gboolean
change (const char *database,
        gboolean (*act) (TorgStorage *storage, gpointer data, GError **error),
        gpointer data,
        GError **error)
{
  g_autoptr (TorgStorage) storage = torg_storage_sqlite_open (database, error);

  if (storage == NULL || !torg_storage_begin (storage, error))
    return FALSE;
  if (act (storage, data, error))
    return torg_storage_commit (storage, error) && torg_storage_seal (storage, error);
  torg_storage_rollback (storage);
  return FALSE;
}

/**
 * TorgCargo:
 * @files: the attachments beside the database
 * @missing: (element-type utf8): what is wrong with those that could not be taken
 */
typedef struct {
  TorgFiles *files;
  GPtrArray *missing;
} TorgCargo;

static void
cargo_clear (TorgCargo *self)
{
  g_clear_pointer (&self->files, torg_files_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TorgCargo, cargo_clear)

#define TORG_CARGO(data_dir)                                                                       \
  { .files = torg_files_new (data_dir), .missing = g_ptr_array_new_with_free_func (g_free) }

/* A backup is one file: the bytes of the attachments go into it. */
static gboolean
take_in (TorgStorage *storage, gpointer data, GError **error)
{
  TorgCargo *cargo = data;
  g_auto (GStrv) hashes = torg_storage_find_files (storage, "", error);

  for (guint i = 0; hashes != NULL && hashes[i] != NULL; i++) {
    g_autofree char *problem = torg_files_judge (cargo->files, hashes[i]);
    g_autoptr (GBytes) bytes = NULL;

    if (problem != NULL) {
      g_ptr_array_add (cargo->missing, g_steal_pointer (&problem));
      continue;
    }
    bytes = torg_files_get (cargo->files, hashes[i], error);
    if (bytes == NULL || !torg_storage_put_bytes (storage, hashes[i], bytes, error))
      return FALSE;
  }
  return hashes != NULL;
}

static gboolean
copy_all (const char *data_dir, const char *path, TorgCargo *cargo, GError **error)
{
  g_autoptr (TorgStorage) storage = torg_service_open_reader (data_dir, error);

  if (storage == NULL)
    return FALSE;
  if (torg_storage_copy (storage, path, error) && change (path, take_in, cargo, error))
    return is_one_file (path, error);
  g_prefix_error (error,
                  "no backup was made. Is there room for it, and is %s sound (torg-service "
                  "--data %s check)? ",
                  data_dir, data_dir);
  return FALSE;
}

/* All else is worth keeping too. */
static gboolean
tell_missing (TorgCargo *cargo, const char *file, GError **error)
{
  if (cargo->missing->len == 0)
    return TRUE;
  for (guint i = 0; i < cargo->missing->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (cargo->missing, i));
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_DAMAGED,
               "%s was made, but attachments that could not be read are not in it: %u", file,
               cargo->missing->len);
  return FALSE;
}

/**
 * torg_command_backup:
 *
 * Copies the forum with its attachments, as it is at one moment, into a new file. A service may be
 * running on it.
 *
 * Returns: whether the file is there, whole, checked and on the disk
 */
gboolean
torg_command_backup (const TorgArguments *arguments, GError **error)
{
  const char *file = arguments->operands[0];
  g_autoptr (TorgStorage) storage = torg_service_open_reader (arguments->data_dir, error);
  g_autoptr (TorgPartial) partial = storage == NULL ? NULL : torg_partial_new (file, error);
  g_auto (TorgCargo) cargo = TORG_CARGO (arguments->data_dir);

  g_clear_pointer (&storage, torg_storage_close);
  if (partial == NULL)
    return FALSE;
  for (guint i = 0; i < MAX_ATTEMPTS; i++) {
    g_ptr_array_set_size (cargo.missing, 0);
    if (!torg_partial_clear (partial, error) ||
        !copy_all (arguments->data_dir, torg_partial_get_path (partial), &cargo, error))
      return FALSE;
    if (cargo.missing->len == 0)
      break;
  }
  return torg_partial_finish (partial, error) && tell_missing (&cargo, file, error);
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
change_epoch (TorgStorage *storage, gpointer data, GError **error)
{
  return torg_seed_epoch (storage, error);
}

static gboolean
unpack (TorgStorage *storage, TorgCargo *cargo, const char *hash, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = torg_storage_get_bytes (storage, hash, &failure);
  g_autofree char *found = NULL;

  if (g_error_matches (failure, TORG_STORAGE_ERROR, TORG_STORAGE_ERROR_NOT_FOUND)) {
    g_ptr_array_add (cargo->missing, g_strdup (failure->message));
    return TRUE;
  }
  if (bytes == NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  found = torg_files_put (cargo->files, bytes, error);
  if (found == NULL || g_strcmp0 (found, hash) == 0)
    return found != NULL;
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_DAMAGED,
               "the attachment %s has other bytes than its name says", hash);
  return FALSE;
}

/* The bytes of attachments go back to where they are served from. */
static gboolean
take_out (const char *database, TorgCargo *cargo, GError **error)
{
  g_autoptr (TorgStorage) storage = torg_storage_sqlite_open (database, error);
  g_auto (GStrv) hashes = storage == NULL ? NULL : torg_storage_find_files (storage, "", error);

  for (guint i = 0; hashes != NULL && hashes[i] != NULL; i++) {
    if (!unpack (storage, cargo, hashes[i], error))
      return FALSE;
  }
  return hashes != NULL && torg_storage_put_bytes (storage, NULL, NULL, error);
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
restore (TorgStorage *backup, const char *file, const char *data_dir, GError **error)
{
  g_autofree char *database = torg_service_dup_database (data_dir);
  g_autoptr (TorgPartial) partial = torg_partial_new (database, error);
  const char *path = partial == NULL ? NULL : torg_partial_get_path (partial);
  g_auto (TorgCargo) cargo = TORG_CARGO (data_dir);

  if (path == NULL || !make_copy (backup, file, path, error) ||
      !change (path, change_epoch, NULL, error) || !take_out (path, &cargo, error) ||
      !is_one_file (path, error) || !torg_partial_finish (partial, error))
    return FALSE;
  /* The backup was made without them, and said so. */
  for (guint i = 0; i < cargo.missing->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (cargo.missing, i));
  return TRUE;
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
         restore (backup, arguments->operands[0], data_dir, error);
}
