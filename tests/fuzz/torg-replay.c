/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fuzz.h"

/* Every file of a folder once more, without a fuzzer. */
int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = g_dir_open (argv[argc - 1], 0, NULL);
  const char *name = NULL;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (argv[argc - 1], name, NULL);
    g_autofree char *text = NULL;
    g_autofree guint8 *exact = NULL;
    gsize length = 0;

    g_assert_true (g_file_get_contents (file, &text, &length, NULL));
    /* A block that ends with the input, so that a step too far is seen. */
    exact = g_memdup2 (text, length);
    g_print ("%s\n", name);
    LLVMFuzzerTestOneInput (exact, length);
    n++;
  }
  g_assert_cmpuint (n, >, 0);
  return 0;
}
