/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One who listens at `/v1/events`, over a socket of its own. */
typedef struct {
  GSocketConnection *connection;
  GString *text; /* what came, from the status line on */
} TestStream;

TestStream *test_stream_new (const char *url, const char *user, const char *headers);
void test_stream_free (TestStream *self);
gboolean test_stream_read (TestStream *self);
void test_stream_wait (TestStream *self, const char *text);
void test_stream_wait_end (TestStream *self);
guint test_stream_count (TestStream *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestStream, test_stream_free)

G_END_DECLS
