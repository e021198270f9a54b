/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-listen.h"

#include <errno.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bench-http.h"

#define EVENT      "event: change"
#define CHUNK      4096
#define MAX_EVENTS 256
#define PATIENCE   (10 * 1000) /* milliseconds */

typedef struct {
  int fd;
  gboolean heard;
} BenchListener;

struct _BenchListeners {
  BenchListener *all;
  guint count;
  int epoll;
};

/* Waits for the answer's beginning. */
static void
start (int fd, const GString *request)
{
  char text[CHUNK] = { 0 };

  bench_send (fd, request);
  if (recv (fd, text, sizeof text - 1, 0) <= 0 || strstr (text, " 200 ") == NULL)
    g_error ("no stream: %s", text);
}

/**
 * bench_listeners_new:
 * @count: how many
 * @request: what each asks for
 *
 * Returns: (transfer full): listeners whose streams have begun
 */
BenchListeners *
bench_listeners_new (guint16 port, guint count, const GString *request)
{
  BenchListeners *self = g_new0 (BenchListeners, 1);

  self->all = g_new0 (BenchListener, count);
  self->count = count;
  self->epoll = epoll_create1 (EPOLL_CLOEXEC);
  for (guint i = 0; i < count; i++) {
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = &self->all[i] };

    self->all[i].fd = bench_connect (port);
    start (self->all[i].fd, request);
    epoll_ctl (self->epoll, EPOLL_CTL_ADD, self->all[i].fd, &event);
  }
  return self;
}

/**
 * bench_listeners_free:
 *
 * Ends the streams.
 */
void
bench_listeners_free (BenchListeners *self)
{
  for (guint i = 0; i < self->count; i++)
    close (self->all[i].fd);
  close (self->epoll);
  g_free (self->all);
  g_free (self);
}

/* Whether it hears of the change only now. */
static gboolean
hear (BenchListener *self)
{
  char text[CHUNK] = { 0 };
  gboolean before = self->heard;

  if (recv (self->fd, text, sizeof text - 1, 0) <= 0)
    g_error ("a stream ended");
  self->heard = self->heard || strstr (text, EVENT) != NULL;
  return self->heard && !before;
}

static void
wait_for_all (BenchListeners *self)
{
  guint waiting = self->count;

  for (guint i = 0; i < self->count; i++)
    self->all[i].heard = FALSE;
  while (waiting > 0) {
    struct epoll_event events[MAX_EVENTS];
    int n = epoll_wait (self->epoll, events, MAX_EVENTS, PATIENCE);

    if (n <= 0)
      g_error ("%u listeners heard nothing", waiting);
    for (int i = 0; i < n; i++)
      waiting -= hear (events[i].data.ptr) ? 1 : 0;
  }
}

/**
 * bench_listeners_time:
 * @write: a request that changes something
 *
 * Returns: the microseconds from when it is sent until the last listener has heard
 */
gint64
bench_listeners_time (BenchListeners *self, guint16 port, const GString *write)
{
  int fd = bench_connect (port);
  gint64 from = g_get_monotonic_time ();
  gint64 time = 0;

  bench_send (fd, write);
  wait_for_all (self);
  time = g_get_monotonic_time () - from;
  close (fd);
  return time;
}
