/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-address.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/un.h>

#define UNIX "unix:"

/* Connections that wait to be accepted: all listeners come again at once after a restart. */
#define BACKLOG 1024

static const struct {
  const char *prefix;
  const char *host;
} hosts[] = {
  { "127.0.0.1:", "127.0.0.1" },
  { "localhost:", "127.0.0.1" },
  { "[::1]:",     "::1"       },
};

/**
 * torg_address_new:
 * @text: %TORG_ADDRESS_FORMS
 *
 * Returns: (transfer full) (nullable): the address, or %NULL where the text is none of this computer's
 */
GSocketAddress *
torg_address_new (const char *text)
{
  if (g_str_has_prefix (text, UNIX)) {
    const char *path = text + strlen (UNIX);

    return *path == '/' && strlen (path) < sizeof ((struct sockaddr_un *) NULL)->sun_path
             ? g_unix_socket_address_new (path)
             : NULL;
  }
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++) {
    guint64 port = 0;

    if (g_str_has_prefix (text, hosts[i].prefix) &&
        g_ascii_string_to_unsigned (text + strlen (hosts[i].prefix), 10, 0, G_MAXUINT16, &port,
                                    NULL))
      return g_inet_socket_address_new_from_string (hosts[i].host, (guint) port);
  }
  return NULL;
}

/**
 * torg_address_check:
 *
 * Returns: whether @text is an address of this computer
 */
gboolean
torg_address_check (const char *text)
{
  g_autoptr (GSocketAddress) address = torg_address_new (text);

  return address != NULL;
}

/**
 * torg_address_dup_url:
 * @self: where a socket listens
 *
 * Returns: (transfer full): where a client finds the API, `http://127.0.0.1:8888/v1`; for a unix
 *   socket its path
 */
char *
torg_address_dup_url (GSocketAddress *self)
{
  g_autofree char *host = NULL;
  GInetSocketAddress *inet = NULL;

  if (G_IS_UNIX_SOCKET_ADDRESS (self))
    return g_strconcat (UNIX, g_unix_socket_address_get_path (G_UNIX_SOCKET_ADDRESS (self)), NULL);
  inet = G_INET_SOCKET_ADDRESS (self);
  host = g_inet_address_to_string (g_inet_socket_address_get_address (inet));
  return g_strdup_printf (strchr (host, ':') == NULL ? "http://%s:%u/v1" : "http://[%s]:%u/v1",
                          host, g_inet_socket_address_get_port (inet));
}

/* A socket that nobody answers at was left by a program that was killed. */
static void
remove_stale (GSocketAddress *address, const char *path)
{
  g_autoptr (GSocket) socket =
    g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf found = { 0 };

  if (g_stat (path, &found) != 0 || !S_ISSOCK (found.st_mode) || socket == NULL)
    return;
  if (!g_socket_connect (socket, address, NULL, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    g_unlink (path);
}

/**
 * torg_address_listen:
 * @text: %TORG_ADDRESS_FORMS
 *
 * Takes an address. A unix socket is open to its user and group, so that the proxy in front can be in
 * the group; who may enter its folder is the operator's to say.
 *
 * Returns: (transfer full) (nullable): a socket that listens
 */
GSocket *
torg_address_listen (const char *text, GError **error)
{
  g_autoptr (GSocketAddress) address = torg_address_new (text);
  g_autoptr (GSocket) socket = NULL;
  const char *path = NULL;

  g_assert (address != NULL);
  socket = g_socket_new (g_socket_address_get_family (address), G_SOCKET_TYPE_STREAM,
                         G_SOCKET_PROTOCOL_DEFAULT, error);
  if (socket == NULL)
    return NULL;
  if (G_IS_UNIX_SOCKET_ADDRESS (address)) {
    path = g_unix_socket_address_get_path (G_UNIX_SOCKET_ADDRESS (address));
    remove_stale (address, path);
  }
  g_socket_set_listen_backlog (socket, BACKLOG);
  if (!g_socket_bind (socket, address, TRUE, error) || !g_socket_listen (socket, error)) {
    g_prefix_error (error, "%s: ", text);
    return NULL;
  }
  if (path != NULL)
    g_chmod (path, 0660);
  return g_steal_pointer (&socket);
}
