/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-db.h"

static GBytes *
step_text (const char *prefix, gint64 number)
{
  g_autofree char *path = g_strdup_printf ("%s-%04" G_GINT64_FORMAT ".sql", prefix, number);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static gint64
last_step (const char *prefix)
{
  gint64 last = 0;

  for (;;) {
    g_autoptr (GBytes) text = step_text (prefix, last + 1);

    if (text == NULL)
      return last;
    last++;
  }
}

static gboolean
take_step (TorgDb *self, const char *prefix, gint64 number, GError **error)
{
  g_autoptr (GBytes) text = step_text (prefix, number);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version=%" G_GINT64_FORMAT, number);
  g_autofree char *sql = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));

  if (!torg_db_begin (self, error))
    return FALSE;
  if (torg_db_exec (self, sql, error) && torg_db_exec (self, version, error) &&
      torg_db_commit (self, error))
    return TRUE;
  torg_db_rollback (self);
  g_prefix_error (error, "step %" G_GINT64_FORMAT ": ", number);
  return FALSE;
}

/**
 * torg_db_get_step:
 * @self: a connection
 * @prefix: as in torg_db_migrate()
 * @step: (out): the last step that the file has had; 0 if none
 *
 * Returns: %TRUE; or %FALSE with %TORG_DB_ERROR_NEWER if a newer program made the file
 */
gboolean
torg_db_get_step (TorgDb *self, const char *prefix, gint64 *step, GError **error)
{
  gint64 last = last_step (prefix);

  *step = 0;
  if (!torg_db_get_int (self, step, error, "PRAGMA user_version", ""))
    return FALSE;
  if (*step >= 0 && *step <= last)
    return TRUE;
  g_set_error (error, TORG_DB_ERROR, TORG_DB_ERROR_NEWER,
               "made by a newer version of this program (step %" G_GINT64_FORMAT
               ", known are %" G_GINT64_FORMAT ")",
               *step, last);
  return FALSE;
}

/**
 * torg_db_migrate:
 * @self: a connection that may write
 * @prefix: the resource path of the steps without their number, such as `/…/sql/cache`
 *
 * Takes every step that the file has not had yet, each in one transaction with its number, so
 * that a file is always at a whole step. Steps are `PREFIX-0001.sql` and on, and never change once
 * they have been released.
 *
 * Returns: %TRUE; or %FALSE with %TORG_DB_ERROR_NEWER if a newer program made the file, which is
 *   then left alone, or with the error of the step that failed, which changed nothing
 */
gboolean
torg_db_migrate (TorgDb *self, const char *prefix, GError **error)
{
  gint64 last = last_step (prefix);
  gint64 version = 0;

  if (last == 0) {
    g_set_error (error, TORG_DB_ERROR, TORG_DB_ERROR_SQL, "no steps at %s", prefix);
    return FALSE;
  }
  if (!torg_db_get_step (self, prefix, &version, error))
    return FALSE;
  for (; version < last; version++)
    if (!take_step (self, prefix, version + 1, error))
      return FALSE;
  return TRUE;
}
