/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A named thread that does one piece of work after another, in the order they were asked for. */
typedef struct _TorgWorker TorgWorker;

/**
 * TorgWork:
 * @data: what to work on; the worker's until it returns
 * @cancellable: (nullable): ends the work early
 * @error: why it did not work
 *
 * A piece of work. Runs on the worker's thread.
 */
typedef gboolean (*TorgWork) (gpointer data, GCancellable *cancellable, GError **error);

/**
 * TorgWorked:
 * @data: what was worked on, with whatever the work put there
 * @error: (nullable): why it did not work
 * @user_data: the caller's
 *
 * Told on the main thread, once for each piece of work.
 */
typedef void (*TorgWorked) (gpointer data, const GError *error, gpointer user_data);

TorgWorker *torg_worker_new (const char *name);
void torg_worker_stop (TorgWorker *self);

void torg_worker_call (TorgWorker *self,
                       TorgWork work,
                       gpointer data,
                       GDestroyNotify free_data,
                       GCancellable *cancellable,
                       TorgWorked done,
                       gpointer user_data);
gboolean torg_worker_call_wait (TorgWorker *self,
                                TorgWork work,
                                gpointer data,
                                GDestroyNotify free_data,
                                TorgWorked done,
                                gpointer user_data,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgWorker, torg_worker_stop)

G_END_DECLS
