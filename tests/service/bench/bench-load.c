/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The load of `./dev bench service`: one kind of request, as often as the service answers in some seconds.
 * Prints a line of JSON. It asks whatever server has the paths of the API.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-http.h"
#include "bench-listen.h"
#include "torg-generator.h"
#include "torg-json.h"
#include "torg-uuid.h"

#define SEED  1
#define TODAY "2026-06-01"

/* Texts of records that are written; each is used again and again, under other ids. */
#define N_TEXTS 1000

/* Ids rise with time, as those that applications make. */
#define FIRST_MS G_GINT64_CONSTANT (1700000000000)

#define PAGE  500
#define BATCH 100

static int port;
static int connections = 16;
static int seconds = 5;
static int count = 100000;
static char *collection;
static char *credentials;
static char *path;

static const GOptionEntry options[] = {
  { "port", 0, 0, G_OPTION_ARG_INT, &port, "Where the server listens", "N" },
  { "connections", 0, 0, G_OPTION_ARG_INT, &connections, "How many at once", "N" },
  { "seconds", 0, 0, G_OPTION_ARG_INT, &seconds, "How long", "N" },
  { "count", 0, 0, G_OPTION_ARG_INT, &count, "Records", "N" },
  { "collection", 0, 0, G_OPTION_ARG_STRING, &collection, "Where they are", "NAME" },
  { "credentials", 0, 0, G_OPTION_ARG_STRING, &credentials, "Who asks", "NAME:PASSWORD" },
  { "path", 0, 0, G_OPTION_ARG_STRING, &path, "What to ask for instead", "PATH" },
  { 0 },
};

/**
 * Load:
 * @common: the headers of every request
 * @texts: documents without id and timestamp
 * @etag: (nullable): the version that the client has
 * @oldest: the timestamp of the oldest record
 * @newest: that of the newest
 * @number: of the next record to write
 */
typedef struct {
  TorgGenerator *generator;
  GRand *rand;
  char *common;
  char *records;
  char *texts[N_TEXTS];
  char *etag;
  gint64 oldest;
  gint64 newest;
  guint number;
} Load;

static void
append_head (GString *request, Load *self, const char *method, const char *what)
{
  g_string_append_printf (request, "%s %s HTTP/1.1\r\n%s", method, what, self->common);
}

static void
append_body (GString *request, const GString *body)
{
  g_string_append_printf (
    request, "Content-Type: application/json\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
    body->len);
  g_string_append_len (request, body->str, (gssize) body->len);
}

static void
append_path (GString *text, Load *self, guint number)
{
  const guint8 zeros[10] = { 0 };
  g_autofree char *id = torg_uuid_new_at (FIRST_MS + number, zeros);

  g_string_append_printf (text, "%s/%s", self->records, id);
}

static gboolean
next_read (GString *request, gpointer data)
{
  Load *self = data;
  g_autoptr (GString) what = g_string_new ("/v1");

  append_path (what, self, (guint) g_rand_int_range (self->rand, 0, count));
  append_head (request, self, "GET", path == NULL ? what->str : path);
  g_string_append (request, "\r\n");
  return TRUE;
}

/* As one who was here before asks what is new; the pages begin anywhere. */
static gboolean
next_list (GString *request, gpointer data)
{
  Load *self = data;
  gint64 since = self->oldest + (gint64) (g_rand_double (self->rand) * 0.9 *
                                          (double) (self->newest - self->oldest));
  g_autofree char *what = g_strdup_printf (
    "/v1%s?_sort=last_modified&_limit=%d&_since=%" G_GINT64_FORMAT, self->records, PAGE, since);

  append_head (request, self, "GET", path == NULL ? what : path);
  g_string_append (request, "\r\n");
  return TRUE;
}

static gboolean
next_fresh (GString *request, gpointer data)
{
  Load *self = data;
  g_autofree char *what = g_strconcat ("/v1", self->records, NULL);

  append_head (request, self, "GET", path == NULL ? what : path);
  g_string_append_printf (request, "If-None-Match: %s\r\n\r\n", self->etag);
  return TRUE;
}

static const char *
next_text (Load *self)
{
  return self->texts[self->number++ % N_TEXTS];
}

static gboolean
next_write (GString *request, gpointer data)
{
  Load *self = data;
  g_autoptr (GString) what = g_string_new ("/v1");
  g_autoptr (GString) body = g_string_new (NULL);

  append_path (what, self, (guint) g_rand_int_range (self->rand, 0, count));
  g_string_printf (body, "{\"data\":%s}", next_text (self));
  append_head (request, self, "PUT", path == NULL ? what->str : path);
  append_body (request, body);
  return TRUE;
}

/* New records, a hundred at once. */
static gboolean
next_batch (GString *request, gpointer data)
{
  Load *self = data;
  g_autoptr (GString) body = g_string_new ("{\"requests\":[");

  for (guint i = 0; i < BATCH; i++) {
    g_string_append (body, i > 0 ? ",{\"method\":\"PUT\",\"path\":\""
                                 : "{\"method\":\"PUT\",\"path\":\"");
    append_path (body, self, self->number);
    g_string_append_printf (body, "\",\"body\":{\"data\":%s}}", next_text (self));
  }
  g_string_append (body, "]}");
  append_head (request, self, "POST", path == NULL ? "/v1/batch" : path);
  append_body (request, body);
  return TRUE;
}

static gboolean
next_fill (GString *request, gpointer data)
{
  const Load *self = data;

  return self->number < (guint) count && next_batch (request, data);
}

static gint64
read_timestamp (const GString *answer)
{
  const char *at = strstr (answer->str, "\"last_modified\":");

  return at == NULL ? 0 : g_ascii_strtoll (at + strlen ("\"last_modified\":"), NULL, 10);
}

static GString *
get (Load *self, const char *what)
{
  g_autoptr (GString) request = g_string_new (NULL);

  append_head (request, self, "GET", what);
  g_string_append (request, "\r\n");
  return bench_ask ((guint16) port, request);
}

/* What a client knows from before. */
static void
learn (Load *self)
{
  g_autofree char *first = g_strdup_printf ("/v1%s?_sort=last_modified&_limit=1", self->records);
  g_autofree char *last = g_strdup_printf ("/v1%s?_sort=-last_modified&_limit=1", self->records);
  g_autoptr (GString) oldest = get (self, path == NULL ? first : path);
  g_autoptr (GString) newest = get (self, path == NULL ? last : path);

  self->oldest = read_timestamp (oldest);
  self->newest = read_timestamp (newest);
  self->etag = bench_answer_header (newest, "ETag");
}

static char *
make_text (Load *self, const TorgKind *kind, guint number)
{
  g_autoptr (JsonObject) document = torg_generator_make (self->generator, kind, number);

  json_object_remove_member (document, "id");
  json_object_remove_member (document, "last_modified");
  return torg_json_print_object (document);
}

static void
set_up (Load *self)
{
  g_autofree char *token = g_base64_encode ((const guchar *) credentials, strlen (credentials));

  self->generator = torg_generator_new (SEED, (guint) count, TODAY);
  self->rand = g_rand_new_with_seed (SEED);
  self->records = g_strdup_printf ("/buckets/torg/collections/%s/records", collection);
  self->common = g_strdup_printf ("Host: 127.0.0.1:%d\r\nAuthorization: Basic %s\r\n", port, token);
  for (guint i = 0; i < N_TEXTS; i++)
    self->texts[i] = make_text (self, torg_kind_for (collection), i);
}

static void
tear_down (Load *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  torg_generator_free (self->generator);
  g_rand_free (self->rand);
  g_free (self->common);
  g_free (self->records);
  g_free (self->etag);
}

/**
 * Work:
 * @records: how many each request is about
 * @learns: whether it must know what is there
 * @writes_new: whether it makes records that are not there yet
 */
typedef struct {
  const char *name;
  BenchNext next;
  guint status;
  guint records;
  gboolean learns;
  gboolean writes_new;
} Work;

static const Work works[] = {
  { "fill",        next_fill,  200, BATCH, FALSE, FALSE },
  { "read",        next_read,  200, 1,     FALSE, FALSE },
  { "list",        next_list,  200, PAGE,  TRUE,  FALSE },
  { "conditional", next_fresh, 304, 1,     TRUE,  FALSE },
  { "write",       next_write, 200, 1,     FALSE, FALSE },
  { "batch",       next_batch, 200, BATCH, FALSE, TRUE  },
};

static double
milliseconds_at (const BenchRun *run, double part)
{
  guint at = (guint) (part * (run->latencies->len - 1));

  return run->latencies->len == 0 ? 0 : (double) g_array_index (run->latencies, gint64, at) / 1000;
}

static int
do_work (Load *self, const Work *work)
{
  BenchRun run = { .next = work->next,
                   .data = self,
                   .status = work->status,
                   .connections = (guint) connections,
                   .seconds = work->next == next_fill ? 0 : (guint) seconds };

  if (work->learns)
    learn (self);
  if (work->writes_new)
    self->number = (guint) count + (guint) (g_get_real_time () / 1000 % 1000000000);
  bench_run (&run, (guint16) port);
  printf ("{\"rate\":%.1f,\"records\":%.1f,\"answers\":%" G_GUINT64_FORMAT
          ",\"failures\":%" G_GUINT64_FORMAT ",\"half\":%.3f,\"most\":%.3f}\n",
          (double) run.answers * 1e6 / (double) run.microseconds,
          (double) run.answers * work->records * 1e6 / (double) run.microseconds, run.answers,
          run.failures, milliseconds_at (&run, 0.5), milliseconds_at (&run, 0.99));
  bench_run_clear (&run);
  return run.failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* 1,000 who wait, and one who writes. */
static int
listen_and_write (Load *self)
{
  g_autoptr (GString) request = g_string_new (NULL);
  g_autoptr (BenchListeners) listeners = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  BenchRun all = { .latencies = times };

  append_head (request, self, "GET", "/v1/events");
  g_string_append (request, "Accept: text/event-stream\r\n\r\n");
  listeners = bench_listeners_new ((guint16) port, (guint) connections, request);
  for (int i = 0; i < seconds * 4; i++) {
    g_autoptr (GString) write = g_string_new (NULL);
    gint64 time = 0;

    next_write (write, self);
    time = bench_listeners_time (listeners, (guint16) port, write);
    g_array_append_val (times, time);
    g_usleep (G_USEC_PER_SEC / 4);
  }
  bench_sort_times (times);
  printf ("{\"half\":%.3f,\"most\":%.3f}\n", milliseconds_at (&all, 0.5),
          milliseconds_at (&all, 1));
  return EXIT_SUCCESS;
}

/* How much a page comes to, for servers that answer with so many bytes of whatever. */
static int
print_size (Load *self)
{
  g_autofree char *page = g_strdup_printf ("/v1%s?_limit=%d", self->records, PAGE);
  g_autoptr (GString) list = get (self, page);
  g_autofree char *length = bench_answer_header (list, "Content-Length");

  printf ("{\"page\":%s}\n", length);
  return EXIT_SUCCESS;
}

static int
run (Load *self, const char *name)
{
  if (strcmp (name, "events") == 0)
    return listen_and_write (self);
  if (strcmp (name, "size") == 0)
    return print_size (self);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++) {
    if (strcmp (works[i].name, name) == 0)
      return do_work (self, &works[i]);
  }
  g_printerr ("there is no load %s\n", name);
  return EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("LOAD");
  g_autoptr (GError) error = NULL;
  Load load = { 0 };
  int status = EXIT_FAILURE;

  collection = g_strdup ("comments");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 || port == 0 ||
      credentials == NULL) {
    g_printerr ("bench-load: %s\n", error ? error->message : "say which load, where, and who asks");
    return EXIT_FAILURE;
  }
  set_up (&load);
  status = run (&load, argv[1]);
  tear_down (&load);
  return status;
}
