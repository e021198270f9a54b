/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-generator.h"

#include "torg-check.h"
#include "torg-json.h"
#include "torg-pull.h"

#include <glib/gstdio.h>

#define COUNT 40
#define TODAY "2026-11-23"

/* Of all records of all kinds. */
static char *
checksum_of (guint32 seed)
{
  g_autoptr (TorgGenerator) generator = torg_generator_new (seed, COUNT, TODAY);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++)
    for (guint i = 0; i < COUNT; i++) {
      g_autoptr (JsonObject) document = torg_generator_make (generator, *kinds, i);
      g_autofree char *text = torg_json_print_object (document);

      g_checksum_update (checksum, (const guchar *) text, -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_same_seed (void)
{
  g_autofree char *one = checksum_of (1);
  g_autofree char *again = checksum_of (1);
  g_autofree char *other = checksum_of (2);

  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, other);
}

/* Each is one that could be saved, and has at least once what its table knows. */
static void
test_kind (gconstpointer data)
{
  const TorgKind *kind = data;
  g_autoptr (TorgGenerator) generator = torg_generator_new (7, 200, TODAY);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 200; i++) {
    g_autoptr (JsonObject) document = torg_generator_make (generator, kind, i);
    g_autoptr (GError) error = NULL;

    torg_check_document (kind, document, NULL, &error);
    g_assert_no_error (error);
    for (guint k = 0; k < kind->n_fields; k++)
      if (json_object_has_member (document, kind->fields[k].name))
        g_hash_table_add (seen, g_strdup (kind->fields[k].name));
  }
  for (guint k = 0; k < kind->n_fields; k++)
    if (!(kind->fields[k].flags & TORG_FIELD_MACHINE))
      g_assert_true (g_hash_table_contains (seen, kind->fields[k].name));
}

/* The folder is removed with the store's files. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

static void
assert_counts (TorgStore *store)
{
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
    g_autoptr (TorgQuery) query = torg_query_new (*kinds);
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) rows = torg_store_list (store, query, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (rows->len, ==, COUNT);
  }
}

static void
test_fill (gconstpointer data)
{
  gboolean edits = GPOINTER_TO_INT (data);
  g_autofree char *folder = g_dir_make_tmp ("torg-generate-XXXXXX", NULL);
  g_autoptr (TorgGenerator) generator = torg_generator_new (1, COUNT, TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgStore) store = torg_store_open (folder, folder, &error);

  g_assert_no_error (error);
  if (edits)
    torg_generator_fill_outbox (generator, store, &error);
  else
    torg_generator_fill_cache (generator, store, &error);
  g_assert_no_error (error);
  assert_counts (store);
  g_clear_pointer (&store, torg_store_close);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generate/same-seed", test_same_seed);
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
    g_autofree char *name = g_strconcat ("/generate/kind/", (*kinds)->collection, NULL);

    g_test_add_data_func (name, *kinds, test_kind);
  }
  g_test_add_data_func ("/generate/cache", GINT_TO_POINTER (FALSE), test_fill);
  g_test_add_data_func ("/generate/outbox", GINT_TO_POINTER (TRUE), test_fill);
  return g_test_run ();
}
