/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-http.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAX_EVENTS 64
#define CHUNK      (256 * 1024)

typedef struct {
  int fd;
  GString *request;
  GString *answer;
  gsize wanted; /* bytes of the answer, once its headers are there */
  gint64 asked;
} BenchConnection;

/**
 * bench_connect:
 *
 * Returns: a connection to that port of this computer
 */
int
bench_connect (guint16 port)
{
  const struct sockaddr_in address = { .sin_family = AF_INET,
                                       .sin_port = htons (port),
                                       .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  const int on = 1;
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  if (fd < 0 || connect (fd, (const struct sockaddr *) &address, sizeof address) < 0)
    g_error ("port %u: %s", port, g_strerror (errno));
  setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return fd;
}

/**
 * bench_send:
 *
 * Sends all of a request.
 */
void
bench_send (int fd, const GString *request)
{
  gsize sent = 0;

  while (sent < request->len) {
    gssize n = send (fd, request->str + sent, request->len - sent, MSG_NOSIGNAL);

    if (n < 0 && errno != EINTR)
      g_error ("send: %s", g_strerror (errno));
    sent += n < 0 ? 0 : (gsize) n;
  }
}

/**
 * bench_answer_status:
 *
 * Returns: the status of an answer
 */
guint
bench_answer_status (const GString *text)
{
  return text->len < strlen ("HTTP/1.1 200") ? 0 : (guint) atoi (text->str + strlen ("HTTP/1.1 "));
}

/**
 * bench_answer_header:
 * @name: of a header
 *
 * Returns: (nullable) (transfer full): its value
 */
char *
bench_answer_header (const GString *text, const char *name)
{
  gsize length = strlen (name);

  for (const char *line = strstr (text->str, "\r\n"); line != NULL && line[2] != '\r';
       line = strstr (line + 2, "\r\n")) {
    const char *value = line + 2 + length;

    if (g_ascii_strncasecmp (line + 2, name, length) == 0 && *value == ':')
      return g_strstrip (g_strndup (value + 1, strcspn (value + 1, "\r")));
  }
  return NULL;
}

/**
 * bench_answer_length:
 *
 * Returns: how many bytes the whole answer has, or 0 where its headers are not all there
 */
gsize
bench_answer_length (const GString *text)
{
  const char *end = strstr (text->str, "\r\n\r\n");
  g_autofree char *length = NULL;

  if (end == NULL)
    return 0;
  if (bench_answer_status (text) != 304)
    length = bench_answer_header (text, "Content-Length");
  return (gsize) (end + 4 - text->str) + (length == NULL ? 0 : (gsize) atol (length));
}

/* Reads what is there; FALSE when the other side has closed. */
static gboolean
receive (int fd, GString *answer)
{
  gsize had = answer->len;
  gssize n = 0;

  g_string_set_size (answer, had + CHUNK);
  do
    n = recv (fd, answer->str + had, CHUNK, 0);
  while (n < 0 && errno == EINTR);
  g_string_set_size (answer, had + (gsize) MAX (n, 0));
  return n > 0;
}

/**
 * bench_ask:
 *
 * Returns: (transfer full): the answer to one request
 */
GString *
bench_ask (guint16 port, const GString *request)
{
  GString *answer = g_string_new (NULL);
  int fd = bench_connect (port);
  gsize wanted = 0;

  bench_send (fd, request);
  while (wanted == 0 || answer->len < wanted) {
    if (!receive (fd, answer))
      g_error ("no answer: %s", answer->str);
    wanted = bench_answer_length (answer);
  }
  close (fd);
  return answer;
}

static gboolean
ask_next (BenchRun *run, BenchConnection *self)
{
  g_string_truncate (self->request, 0);
  if (!run->next (self->request, run->data))
    return FALSE;
  g_string_truncate (self->answer, 0);
  self->wanted = 0;
  self->asked = g_get_monotonic_time ();
  bench_send (self->fd, self->request);
  return TRUE;
}

/* Whether the answer is whole now. */
static gboolean
read_answer (BenchRun *run, BenchConnection *self)
{
  gint64 latency = 0;

  if (!receive (self->fd, self->answer))
    g_error ("a connection was closed; so far: %s", self->answer->str);
  if (self->wanted == 0)
    self->wanted = bench_answer_length (self->answer);
  if (self->wanted == 0 || self->answer->len < self->wanted)
    return FALSE;
  latency = g_get_monotonic_time () - self->asked;
  g_array_append_val (run->latencies, latency);
  if (bench_answer_status (self->answer) / 100 == run->status / 100) {
    run->answers++;
  } else if (run->failures++ == 0) {
    g_printerr ("%.*s\n%s\n", 300, self->request->str, self->answer->str);
  }
  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/**
 * bench_sort_times:
 * @times: (element-type gint64): what is to ascend
 */
void
bench_sort_times (GArray *times)
{
  g_array_sort (times, compare);
}

static BenchConnection *
open_connections (BenchRun *self, guint16 port, int epoll, guint *open)
{
  BenchConnection *all = g_new0 (BenchConnection, self->connections);

  for (guint i = 0; i < self->connections; i++) {
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = &all[i] };

    all[i].fd = bench_connect (port);
    all[i].request = g_string_new (NULL);
    all[i].answer = g_string_sized_new (CHUNK);
    epoll_ctl (epoll, EPOLL_CTL_ADD, all[i].fd, &event);
    *open += ask_next (self, &all[i]) ? 1 : 0;
  }
  return all;
}

static void
close_connections (BenchRun *self, BenchConnection *all)
{
  for (guint i = 0; i < self->connections; i++) {
    close (all[i].fd);
    g_string_free (all[i].request, TRUE);
    g_string_free (all[i].answer, TRUE);
  }
  g_free (all);
}

/**
 * bench_run:
 *
 * Asks until the time is over; what is under way then is waited for.
 */
void
bench_run (BenchRun *self, guint16 port)
{
  int epoll = epoll_create1 (EPOLL_CLOEXEC);
  gint64 start = g_get_monotonic_time ();
  gint64 end = self->seconds == 0 ? G_MAXINT64 : start + self->seconds * G_USEC_PER_SEC;
  guint under_way = 0;
  BenchConnection *all = NULL;

  self->latencies = g_array_new (FALSE, FALSE, sizeof (gint64));
  all = open_connections (self, port, epoll, &under_way);
  while (under_way > 0) {
    struct epoll_event events[MAX_EVENTS];
    int n = epoll_wait (epoll, events, MAX_EVENTS, -1);

    for (int i = 0; i < n; i++) {
      BenchConnection *connection = events[i].data.ptr;

      if (read_answer (self, connection) &&
          (g_get_monotonic_time () >= end || !ask_next (self, connection)))
        under_way--;
    }
  }
  self->microseconds = g_get_monotonic_time () - start;
  bench_sort_times (self->latencies);
  close_connections (self, all);
  close (epoll);
}

/**
 * bench_run_clear:
 *
 * Frees what a run found out.
 */
void
bench_run_clear (BenchRun *self)
{
  g_clear_pointer (&self->latencies, g_array_unref);
}
