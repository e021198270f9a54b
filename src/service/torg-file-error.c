/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-file-error.h"

#include <errno.h>

/**
 * torg_file_fail:
 * @path: the file or folder
 * @what: (nullable): what cannot be done with it: "cannot be read"
 * @error: set from errno, which is still that of the call that failed
 *
 * Returns: %FALSE
 */
gboolean
torg_file_fail (const char *path, const char *what, GError **error)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s%s%s: %s", path,
               what == NULL ? "" : " ", what == NULL ? "" : what, g_strerror (code));
  return FALSE;
}
