/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-folder.h"

#include <glib/gstdio.h>

TestFolder *
test_folder_new (void)
{
  return g_dir_make_tmp ("torg-db-XXXXXX", NULL);
}

void
test_folder_free (TestFolder *self)
{
  g_autoptr (GDir) dir = g_dir_open (self, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = test_folder_path (self, name);

    g_remove (path);
  }
  g_rmdir (self);
  g_free (self);
}

char *
test_folder_path (TestFolder *self, const char *file)
{
  return g_build_filename (self, file, NULL);
}

/* Opens the file `db`. */
TorgDb *
test_db_open (TestFolder *folder, TorgDbMode mode)
{
  g_autofree char *path = test_folder_path (folder, "db");
  g_autoptr (GError) error = NULL;
  TorgDb *db = torg_db_open (path, mode, &error);

  g_assert_no_error (error);
  return db;
}

void
test_db_exec (TorgDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  torg_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* The first column of all rows, with spaces between; NULL as «null». */
char *
test_db_text (TorgDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (db, &error, sql, "");
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  while (torg_stmt_step (stmt, &error)) {
    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append (text, torg_stmt_is_null (stmt, 0) ? "null" : torg_stmt_text (stmt, 0));
  }
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
