/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-files.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "torg-file-error.h"

#define FOLDER  "attachments"
#define PARTIAL ".partial"

struct _TorgFiles {
  char *data_dir;
  char *folder;
  GHashTable *suspects; /* hashes that a record may have named before */
};

/**
 * torg_files_new:
 * @data_dir: the folder that holds everything
 *
 * Returns: (transfer full): the attachments in it; their own folder is made with the first
 */
TorgFiles *
torg_files_new (const char *data_dir)
{
  TorgFiles *self = g_new0 (TorgFiles, 1);

  self->data_dir = g_strdup (data_dir);
  self->folder = g_build_filename (data_dir, FOLDER, NULL);
  self->suspects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * torg_files_free:
 *
 * Frees what is known; the files stay.
 */
void
torg_files_free (TorgFiles *self)
{
  g_free (self->data_dir);
  g_free (self->folder);
  g_clear_pointer (&self->suspects, g_hash_table_unref);
  g_free (self);
}

/* By the first two letters, so that no folder gets too full. */
static char *
folder_of (TorgFiles *self, const char *hash)
{
  g_autofree char *beginning = g_strndup (hash, 2);

  return g_build_filename (self->folder, beginning, NULL);
}

static char *
path_of (TorgFiles *self, const char *hash)
{
  g_autofree char *folder = folder_of (self, hash);

  return g_build_filename (folder, hash, NULL);
}

static gboolean
sync_folder (const char *path, GError **error)
{
  g_autofd int folder = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  return (folder >= 0 && fsync (folder) == 0) || torg_file_fail (path, NULL, error);
}

static gboolean
write_all (int file, GBytes *bytes)
{
  gsize left = 0;
  const char *at = g_bytes_get_data (bytes, &left);

  while (left > 0) {
    gssize n = write (file, at, left);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    at += n;
    left -= (gsize) n;
  }
  return fsync (file) == 0;
}

/* Whole and on the disk under another name first: the name stands for what is in it. */
static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *partial = g_strconcat (path, PARTIAL, NULL);
  g_autofd int file = g_open (partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gboolean written = file >= 0 && write_all (file, bytes) && g_rename (partial, path) == 0;

  if (written)
    return TRUE;
  torg_file_fail (partial, NULL, error);
  g_unlink (partial);
  return FALSE;
}

/**
 * torg_files_put:
 * @bytes: what to keep
 *
 * Writes a file, or finds that it is there already. Unless a record names it by then, it goes with
 * the next torg_files_settle().
 *
 * Returns: (transfer full) (nullable): the hash it is known by, once it is on the disk
 */
char *
torg_files_put (TorgFiles *self, GBytes *bytes, GError **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *folder = folder_of (self, hash);
  g_autofree char *path = path_of (self, hash);

  torg_files_suspect (self, hash);
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    torg_file_fail (folder, NULL, error);
    return NULL;
  }
  /* Its name may be there, and yet not on the disk: who put it there may have been killed before that. */
  if ((!g_file_test (path, G_FILE_TEST_IS_REGULAR) && !write_file (path, bytes, error)) ||
      !sync_folder (folder, error) || !sync_folder (self->folder, error) ||
      !sync_folder (self->data_dir, error))
    return NULL;
  return g_steal_pointer (&hash);
}

/**
 * torg_files_get:
 * @hash: what torg_files_put() told
 *
 * Returns: (transfer full) (nullable): what is in the file, which is not read before it is looked at
 */
GBytes *
torg_files_get (TorgFiles *self, const char *hash, GError **error)
{
  g_autofree char *path = path_of (self, hash);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  return file == NULL ? NULL : g_mapped_file_get_bytes (file);
}

/**
 * torg_files_suspect:
 *
 * Says that a record may have stopped naming a file, or never started to.
 */
void
torg_files_suspect (TorgFiles *self, const char *hash)
{
  g_hash_table_add (self->suspects, g_strdup (hash));
}

static gboolean
remove_unnamed (TorgFiles *self, TorgStorage *storage, const char *hash, GError **error)
{
  g_autofree char *path = path_of (self, hash);
  gboolean named = TRUE;

  if (!torg_storage_has_file (storage, hash, &named, error))
    return FALSE;
  if (!named)
    g_unlink (path);
  return TRUE;
}

/**
 * torg_files_settle:
 *
 * Removes those of the suspects that no record names, after a transaction, kept or undone.
 */
void
torg_files_settle (TorgFiles *self, TorgStorage *storage)
{
  GHashTableIter iter;
  gpointer hash = NULL;

  g_hash_table_iter_init (&iter, self->suspects);
  while (g_hash_table_iter_next (&iter, &hash, NULL)) {
    g_autoptr (GError) error = NULL;

    /* What cannot be told now is told by the sweep at the next start. */
    if (!remove_unnamed (self, storage, hash, &error))
      g_warning ("attachments: %s", error->message);
  }
  g_hash_table_remove_all (self->suspects);
}

static gboolean
sweep_folder (TorgFiles *self, TorgStorage *storage, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  const char *hash = NULL;

  if (dir == NULL)
    return FALSE;
  while ((hash = g_dir_read_name (dir)) != NULL) {
    if (!remove_unnamed (self, storage, hash, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_files_sweep:
 *
 * Removes every file that no record names, also those that were never finished.
 *
 * Returns: whether all were looked at
 */
gboolean
torg_files_sweep (TorgFiles *self, TorgStorage *storage, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  if (!g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  dir = g_dir_open (self->folder, 0, error);
  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL) {
    if (!sweep_folder (self, storage, name, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * torg_files_judge:
 *
 * Returns: (transfer full) (nullable): what is wrong with a file, in words
 */
char *
torg_files_judge (TorgFiles *self, const char *hash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = torg_files_get (self, hash, &error);
  g_autofree char *found = NULL;

  if (bytes == NULL)
    return g_strdup (error->message);
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (strcmp (found, hash) == 0)
    return NULL;
  return g_strdup_printf ("the attachment %s has other bytes than its name says", hash);
}
