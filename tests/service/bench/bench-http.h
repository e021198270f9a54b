/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Clients that keep their connections: as many as wanted, one request under way on each. */

/* Appends the next request; FALSE when there are no more. */
typedef gboolean (*BenchNext) (GString *request, gpointer data);

/**
 * BenchRun:
 * @next: what to ask
 * @data: for @next
 * @status: the status that is a good answer, as 200 for any from 200 to 299
 * @connections: how many at once
 * @seconds: how long; 0 for until there are no more requests
 * @answers: (out): good answers
 * @failures: (out): others
 * @microseconds: (out): how long it took
 * @latencies: (out) (element-type gint64): of every answer, ascending
 */
typedef struct {
  BenchNext next;
  gpointer data;
  guint status;
  guint connections;
  guint seconds;
  guint64 answers;
  guint64 failures;
  gint64 microseconds;
  GArray *latencies;
} BenchRun;

void bench_run (BenchRun *self, guint16 port);
void bench_run_clear (BenchRun *self);
void bench_sort_times (GArray *times);

int bench_connect (guint16 port);
void bench_send (int fd, const GString *request);
GString *bench_ask (guint16 port, const GString *request);
gsize bench_answer_length (const GString *text);
guint bench_answer_status (const GString *text);
char *bench_answer_header (const GString *text, const char *name);

G_END_DECLS
