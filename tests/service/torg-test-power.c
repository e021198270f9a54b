/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-power.h"

#include <glib/gstdio.h>
#include <string.h>

#include "torg-test-service.h"

#define PAGE 4096

static char *
read_kept (const char *kept, char kind, const char *inode, gsize *length)
{
  g_autofree char *name = g_strdup_printf ("%c%s", kind, inode);
  g_autofree char *file = g_build_filename (kept, name, NULL);
  char *text = NULL;

  /* A name that was synced before the file that it stands for: there is nothing in it. */
  *length = 0;
  return g_file_get_contents (file, &text, length, NULL) ? text : g_strdup ("");
}

/* Each page that was not synced may have come to the disk, or not. */
static GByteArray *
mix (const char *kept, gsize n_kept, const char *current, gsize n_current)
{
  gsize length = g_random_boolean () ? n_current : n_kept;
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_set_size (bytes, (guint) length);
  if (length > 0)
    memset (bytes->data, 0, length);
  for (gsize at = 0; at < length; at += PAGE) {
    gboolean new = at >= n_kept || (at < n_current && g_random_boolean ());
    const char *source = new ? current : kept;
    gsize n = new ? n_current : n_kept;

    if (at < n && (at < n_kept || g_random_boolean ()))
      memcpy (bytes->data + at, source + at, MIN (PAGE, MIN (n, length) - at));
  }
  return bytes;
}

static void
restore_file (const char *kept, const char *inode, const char *old, const char *path)
{
  gsize n_kept = 0;
  gsize n_current = 0;
  g_autofree char *text = read_kept (kept, 'i', inode, &n_kept);
  g_autofree char *current = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf about;
  g_autofree char *now = g_stat (old, &about) == 0
                           ? g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) about.st_ino)
                           : NULL;

  if (g_strcmp0 (now, inode) == 0)
    g_file_get_contents (old, &current, &n_current, NULL);
  bytes = mix (text, n_kept, current, n_current);
  g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, &error);
  g_assert_no_error (error);
}

static void
restore_folder (const char *kept, const char *inode, const char *old, const char *path)
{
  gsize length = 0;
  g_autofree char *text = read_kept (kept, 'd', inode, &length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_mkdir (path, 0700);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);
    g_autofree char *inner_old = g_build_filename (old, words[2], NULL);
    g_autofree char *inner = g_build_filename (path, words[2], NULL);

    /* What other connections share is in no file after a restart. */
    if (g_str_has_suffix (words[2], "-shm"))
      continue;
    if (*words[1] == 'd')
      restore_folder (kept, words[0], inner_old, inner);
    else
      restore_file (kept, words[0], inner_old, inner);
  }
}

/* Puts in the place of a folder what a disk would have of it. */
void
test_power_cut (const char *folder, const char *kept)
{
  g_autofree char *image = g_strconcat (folder, ".image", NULL);
  GStatBuf about;
  g_autofree char *inode = NULL;

  g_assert_cmpint (g_stat (folder, &about), ==, 0);
  inode = g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) about.st_ino);
  restore_folder (kept, inode, folder, image);
  test_folder_remove (folder);
  test_folder_remove (kept);
  g_assert_cmpint (g_rename (image, folder), ==, 0);
}
