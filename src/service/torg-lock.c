/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-lock.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "torg-file-error.h"
#include "torg-service.h"

struct _TorgLock {
  int file;
};

static char *
read_holder (int file)
{
  char text[32] = { 0 };

  if (pread (file, text, sizeof text - 1, 0) <= 0)
    return g_strdup ("?");
  return g_strdup (g_strstrip (text));
}

static gboolean
write_holder (int file)
{
  g_autofree char *text = g_strdup_printf ("%d\n", (int) getpid ());
  gssize length = (gssize) strlen (text);

  return ftruncate (file, 0) == 0 && pwrite (file, text, (gsize) length, 0) == length;
}

/**
 * torg_lock_take:
 * @data_dir: a folder that exists
 *
 * Returns: (transfer full) (nullable): the lock, or %NULL with %TORG_SERVICE_ERROR_BUSY and who has it
 */
TorgLock *
torg_lock_take (const char *data_dir, GError **error)
{
  g_autofree char *path = g_build_filename (data_dir, "lock", NULL);
  g_autofree char *holder = NULL;
  g_autofd int file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  TorgLock *self = NULL;

  if (file < 0) {
    torg_file_fail (path, NULL, error);
    return NULL;
  }
  if (flock (file, LOCK_EX | LOCK_NB) != 0) {
    holder = read_holder (file);
    g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_BUSY,
                 "%s is in use by another torg-service (process %s). Stop it first, or ask it "
                 "through its API.",
                 data_dir, holder);
    return NULL;
  }
  if (!write_holder (file)) {
    torg_file_fail (path, NULL, error);
    return NULL;
  }
  self = g_new0 (TorgLock, 1);
  self->file = g_steal_fd (&file);
  return self;
}

/**
 * torg_lock_free:
 *
 * Gives the folder back.
 */
void
torg_lock_free (TorgLock *self)
{
  g_clear_fd (&self->file, NULL);
  g_free (self);
}
