/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-request.h"

G_BEGIN_DECLS

/* What the service did since it started, for the administrator's graphs. */
typedef struct _TorgMetrics TorgMetrics;

TorgMetrics *torg_metrics_new (void);
void torg_metrics_free (TorgMetrics *self);
void torg_metrics_count (TorgMetrics *self, TorgMethod method, guint status, gint64 microseconds);
void torg_metrics_set_listeners (TorgMetrics *self, guint listeners);
void torg_metrics_print (TorgMetrics *self, GString *text);
void torg_metrics_print_value (GString *text,
                               const char *name,
                               const char *type,
                               const char *help,
                               gint64 value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgMetrics, torg_metrics_free)

G_END_DECLS
