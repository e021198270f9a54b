/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What SoupServer itself costs: it answers `/STATUS/BYTES` with that status and so many bytes, and does
 * nothing else.
 */
#include <libsoup/soup.h>
#include <string.h>

#define MAX_BYTES (16 * 1024 * 1024)

static void
answer_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer data)
{
  char *end = NULL;
  guint64 status = g_ascii_strtoull (path + 1, &end, 10);
  guint64 bytes = *end == '/' ? g_ascii_strtoull (end + 1, NULL, 10) : 0;

  soup_server_message_set_status (message, (guint) status, NULL);
  if (bytes > 0)
    soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, data,
                                      MIN (bytes, MAX_BYTES));
}

int
main (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autofree char *text = g_malloc (MAX_BYTES);
  g_autoptr (GError) error = NULL;

  memset (text, ' ', MAX_BYTES);
  soup_server_add_handler (server, NULL, answer_cb, text, NULL);
  if (!soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error))
    g_error ("%s", error->message);
  g_autoslist (GUri) uris = soup_server_get_uris (server);
  g_print ("listening on http://127.0.0.1:%d/\n", g_uri_get_port (uris->data));
  g_main_loop_run (loop);
  return 0;
}
