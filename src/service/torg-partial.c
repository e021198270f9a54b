/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-partial.h"

#include <fcntl.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "torg-file-error.h"
#include "torg-service.h"

/* What SQLite may leave beside a database. A journal of another file of that name would be taken for this one's. */
static const char *const beside[] = { "-journal", "-wal", "-shm" };

struct _TorgPartial {
  char *file;
  char *path;
  gboolean finished;
};

static gboolean
is_free (const char *file, GError **error)
{
  if (!g_file_test (file, G_FILE_TEST_EXISTS) && !g_file_test (file, G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED,
               "%s is there already and is left as it is. Choose another name, or move it away "
               "first.",
               file);
  return FALSE;
}

static void
remove_beside (TorgPartial *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
    g_autofree char *path = g_strconcat (self->path, beside[i], NULL);

    g_unlink (path);
  }
}

static gboolean
claim (const char *path, GError **error)
{
  g_autofd int file = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (file >= 0)
    return TRUE;
  if (errno != EEXIST)
    return torg_file_fail (path, "cannot be made", error);
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_BUSY,
               "%s is there already: another command is writing it, or was stopped while it did. "
               "If none is running, remove it and try again.",
               path);
  return FALSE;
}

/**
 * torg_partial_new:
 * @file: the name it is to have, which must be free
 *
 * Returns: (transfer full) (nullable): an empty file that only its owner may read, or %NULL also with
 *   %TORG_SERVICE_ERROR_REFUSED where @file is there already
 */
TorgPartial *
torg_partial_new (const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (file, ".partial", NULL);
  TorgPartial *self = NULL;

  if (!is_free (file, error) || !claim (path, error))
    return NULL;
  self = g_new0 (TorgPartial, 1);
  self->file = g_strdup (file);
  self->path = g_steal_pointer (&path);
  remove_beside (self);
  return self;
}

/**
 * torg_partial_get_path:
 *
 * Returns: (transfer none): where to write
 */
const char *
torg_partial_get_path (TorgPartial *self)
{
  return self->path;
}

/**
 * torg_partial_clear:
 *
 * Takes out what was written, to begin anew.
 *
 * Returns: whether it is empty
 */
gboolean
torg_partial_clear (TorgPartial *self, GError **error)
{
  g_autofd int file = g_open (self->path, O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);

  remove_beside (self);
  return file >= 0 || torg_file_fail (self->path, "cannot be emptied", error);
}

static gboolean
bring_to_disk (const char *path, int flags, GError **error)
{
  g_autofd int file = g_open (path, flags | O_RDONLY | O_CLOEXEC, 0);

  return (file >= 0 && fsync (file) == 0) ||
         torg_file_fail (path, "cannot be brought to the disk", error);
}

/**
 * torg_partial_finish:
 *
 * Brings what was written to the disk and gives it its name.
 *
 * Returns: whether the file is there now
 */
gboolean
torg_partial_finish (TorgPartial *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->file);

  if (!bring_to_disk (self->path, 0, error) || !is_free (self->file, error))
    return FALSE;
  if (g_rename (self->path, self->file) != 0)
    return torg_file_fail (self->path, "cannot be renamed", error);
  self->finished = TRUE;
  return bring_to_disk (folder, O_DIRECTORY, error);
}

/**
 * torg_partial_free:
 *
 * Removes what was written, unless it was finished.
 */
void
torg_partial_free (TorgPartial *self)
{
  if (!self->finished) {
    g_unlink (self->path);
    remove_beside (self);
  }
  g_free (self->file);
  g_free (self->path);
  g_free (self);
}
