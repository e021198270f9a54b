/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-listeners.h"

#include <glib-unix.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

/* What the kernel keeps for one that does not read; more, and it is slow. */
#define SEND_BUFFER (16 * 1024)

#define MAX_GONE_AT_ONCE 64

struct _TorgListeners {
  int epoll;
  GSource *source;
  GHashTable *listeners; /* a set */
  TorgListenerFunc gone;
};

struct _TorgListener {
  TorgListeners *all;
  GIOStream *stream;
  GSocket *socket;
  gpointer owner;
};

static void
listener_free (gpointer data)
{
  TorgListener *self = data;

  /* Closing the descriptor takes it out of the epoll set as well. */
  g_io_stream_close (self->stream, NULL, NULL);
  g_clear_object (&self->stream);
  g_clear_object (&self->socket);
  g_free (self);
}

static gboolean
gone_cb (int fd, GIOCondition condition, gpointer data)
{
  struct epoll_event events[MAX_GONE_AT_ONCE];
  int n_events = epoll_wait (fd, events, MAX_GONE_AT_ONCE, 0);

  for (int i = 0; i < n_events; i++)
    torg_listener_close (events[i].data.ptr);
  return G_SOURCE_CONTINUE;
}

/**
 * torg_listeners_new:
 * @gone: told of each that is gone
 *
 * Returns: (transfer full) (nullable): nobody listens yet; watched in the thread's main context
 */
TorgListeners *
torg_listeners_new (TorgListenerFunc gone, GError **error)
{
  g_autoptr (TorgListeners) self = g_new0 (TorgListeners, 1);

  self->gone = gone;
  self->listeners = g_hash_table_new_full (NULL, NULL, listener_free, NULL);
  self->epoll = epoll_create1 (EPOLL_CLOEXEC);
  if (self->epoll < 0) {
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno),
                 "no listeners can be watched: %s", g_strerror (errno));
    return NULL;
  }
  self->source = g_unix_fd_source_new (self->epoll, G_IO_IN);
  g_source_set_callback (self->source, G_SOURCE_FUNC (gone_cb), self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
  return g_steal_pointer (&self);
}

/**
 * torg_listeners_free:
 *
 * Closes every connection; nobody is told.
 */
void
torg_listeners_free (TorgListeners *self)
{
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_pointer (&self->listeners, g_hash_table_unref);
  if (self->epoll >= 0)
    close (self->epoll);
  g_free (self);
}

/**
 * torg_listeners_count:
 *
 * Returns: how many there are
 */
guint
torg_listeners_count (TorgListeners *self)
{
  return g_hash_table_size (self->listeners);
}

/**
 * torg_listeners_add:
 * @stream: (transfer full): a connection
 * @socket: its socket
 * @owner: what to tell when it is gone
 *
 * Returns: (transfer none): a new listener
 */
TorgListener *
torg_listeners_add (TorgListeners *self, GIOStream *stream, GSocket *socket, gpointer owner)
{
  TorgListener *listener = g_new0 (TorgListener, 1);
  struct epoll_event event = { .events = EPOLLRDHUP, .data.ptr = listener };

  listener->all = self;
  listener->stream = stream;
  listener->socket = g_object_ref (socket);
  listener->owner = owner;
  g_socket_set_option (socket, SOL_SOCKET, SO_SNDBUF, SEND_BUFFER, NULL);
  if (g_socket_get_family (socket) != G_SOCKET_FAMILY_UNIX)
    g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, 1, NULL);
  g_hash_table_add (self->listeners, listener);
  /* One that cannot be watched is found out when it is written to. */
  epoll_ctl (self->epoll, EPOLL_CTL_ADD, g_socket_get_fd (socket), &event);
  return listener;
}

/**
 * torg_listener_send:
 * @text: what it shall hear
 *
 * Sends at once or not at all: one that does not take it is closed, and must not be used any more.
 *
 * Returns: whether it took it
 */
gboolean
torg_listener_send (TorgListener *self, const char *text, gsize length)
{
  gssize sent = g_socket_send_with_blocking (self->socket, text, length, FALSE, NULL, NULL);

  if (sent >= 0 && (gsize) sent == length)
    return TRUE;
  torg_listener_close (self);
  return FALSE;
}

/**
 * torg_listener_close:
 *
 * Ends it, and tells that it is gone.
 */
void
torg_listener_close (TorgListener *self)
{
  TorgListeners *all = self->all;
  gpointer owner = self->owner;

  all->gone (self, owner);
  g_hash_table_remove (all->listeners, self);
}
