/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fills the files of a client with plausible records of every kind. With --edits they wait in its
 * outbox, so that the client brings them to its service the next time it runs.
 */
#include "torg-generator.h"

#include <stdlib.h>

static int seed = 1;
static int count = 10000;
static gboolean edits;
static char *today;

static const GOptionEntry options[] = {
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Another one makes other records", "N" },
  { "count", 0, 0, G_OPTION_ARG_INT, &count, "Records of each kind", "N" },
  { "today", 0, 0, G_OPTION_ARG_STRING, &today, "The day that dates are around", "YYYY-MM-DD" },
  { "edits", 0, 0, G_OPTION_ARG_NONE, &edits, "Write what waits to be sent", NULL },
  { 0 },
};

static gboolean
fill (const char *data_folder, const char *cache_folder, GError **error)
{
  g_autoptr (TorgGenerator) generator = torg_generator_new ((guint32) seed, (guint) count, today);
  g_autoptr (TorgStore) store = torg_store_open (data_folder, cache_folder, error);

  if (store == NULL)
    return FALSE;
  return edits ? torg_generator_fill_outbox (generator, store, error)
               : torg_generator_fill_cache (generator, store, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("DATA-FOLDER CACHE-FOLDER");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;

  today = g_date_time_format (now, "%Y-%m-%d");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3 ||
      !fill (argv[1], argv[2], &error)) {
    g_printerr ("torg-generate: %s\n", error ? error->message : "name two folders");
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
