/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Streams of events that nothing is done with but to wait for the next. */
typedef struct _BenchListeners BenchListeners;

BenchListeners *bench_listeners_new (guint16 port, guint count, const GString *request);
void bench_listeners_free (BenchListeners *self);
gint64 bench_listeners_time (BenchListeners *self, guint16 port, const GString *write);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchListeners, bench_listeners_free)

G_END_DECLS
