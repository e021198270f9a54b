/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-store.h"

#include "torg-json.h"

#include <glib/gstdio.h>
#include <string.h>

static void
open_store (TestStore *self)
{
  g_autoptr (GError) error = NULL;

  self->store = torg_store_open (self->folder, self->folder, &error);
  g_assert_no_error (error);
}

TestStore *
test_store_new (void)
{
  TestStore *self = g_new0 (TestStore, 1);

  self->folder = g_dir_make_tmp ("torg-store-XXXXXX", NULL);
  self->changes = torg_changes_new ();
  open_store (self);
  return self;
}

void
test_store_reopen (TestStore *self)
{
  g_clear_pointer (&self->store, torg_store_close);
  open_store (self);
}

void
test_store_free (TestStore *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_clear_pointer (&self->store, torg_store_close);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = test_store_path (self, name);

    g_unlink (path);
  }
  g_rmdir (self->folder);
  torg_changes_free (self->changes);
  g_free (self->folder);
  g_free (self);
}

char *
test_store_path (TestStore *self, const char *file)
{
  return g_build_filename (self->folder, file, NULL);
}

JsonObject *
test_object (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = torg_json_parse (json, strlen (json), 0, &error);

  g_assert_no_error (error);
  return json_node_dup_object (node);
}

/* Takes over records of the forum as the service would send them. */
void
test_store_pull (TestStore *self, const char *collection, const char *records)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *page = g_strdup_printf ("{\"data\": %s}", records);

  torg_store_apply_page (self->store, "torg", collection, page, self->changes, &error);
  g_assert_no_error (error);
}

void
test_store_edit (TestStore *self, const char *id, const char *base, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) before = base ? test_object (base) : NULL;
  g_autoptr (JsonObject) after = document ? test_object (document) : NULL;
  const TorgEdit edit = { "torg", "projects", id, before, after };

  torg_store_edit (self->store, &edit, self->changes, &error);
  g_assert_no_error (error);
}

TorgRow *
test_store_row (TestStore *self, const char *collection, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgReader) reader =
    torg_reader_open (torg_store_get_cache_path (self->store), &error);
  TorgRow *row;

  g_assert_no_error (error);
  row = torg_reader_find (reader, collection, id, &error);
  g_assert_no_error (error);
  return row;
}

char *
test_store_title (TestStore *self, const char *id)
{
  g_autoptr (TorgRow) row = test_store_row (self, "projects", id);

  return row ? g_strdup (torg_json_get_string (row->document, "title")) : NULL;
}

/* The ids of what the query finds, parted by spaces. */
char *
test_store_list (TestStore *self, const TorgQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgReader) reader =
    torg_reader_open (torg_store_get_cache_path (self->store), &error);
  g_autoptr (GArray) rows = torg_store_list (self->store, query, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++) {
    g_autoptr (TorgRow) row = torg_reader_get (reader, g_array_index (rows, gint64, i), &error);

    g_assert_no_error (error);
    g_string_append_printf (ids, "%s%s", i ? " " : "", torg_json_get_string (row->document, "id"));
  }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}
