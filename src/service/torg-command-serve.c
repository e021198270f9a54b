/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-command.h"

#include <glib-unix.h>
#include <stdio.h>
#include <sys/resource.h>

#include "torg-soup.h"

/* Each client is a descriptor: as many as the system lets this program have. */
static void
allow_descriptors (void)
{
  struct rlimit limit = { 0 };

  if (getrlimit (RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur = limit.rlim_max;
    setrlimit (RLIMIT_NOFILE, &limit);
  }
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

/*
 * Programs that start the service read this line; it is the only one on the standard output. The first
 * signal lets what runs finish, and gives the next one its usual meaning, which ends at once.
 */
static void
run (TorgSoup *http)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint term = g_unix_signal_add (SIGTERM, quit_cb, loop);
  guint interrupt = g_unix_signal_add (SIGINT, quit_cb, loop);

  g_print ("listening on %s\n", torg_soup_get_url (http));
  fflush (stdout);
  g_main_loop_run (loop);
  g_source_remove (term);
  g_source_remove (interrupt);
  torg_soup_finish (http);
}

/**
 * torg_command_serve:
 *
 * Serves the data folder until a signal asks to end; with sample content, makes that first.
 *
 * Returns: whether it could serve
 */
gboolean
torg_command_serve (const TorgArguments *arguments, GError **error)
{
  g_autoptr (TorgService) service = NULL;
  g_autoptr (TorgSoup) http = NULL;

  if (arguments->sample && !torg_command_make (arguments, error))
    return FALSE;
  service = torg_service_open_existing (arguments->data_dir, &arguments->settings, error);
  if (service == NULL)
    return FALSE;
  allow_descriptors ();
  http = torg_soup_new (service, error);
  if (http == NULL)
    return FALSE;
  run (http);
  g_clear_pointer (&http, torg_soup_free);
  return TRUE;
}
