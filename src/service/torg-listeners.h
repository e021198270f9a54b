/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Connections that only ever hear. One that does not keep up is closed, and so is one whose other end
 * is gone; its client comes again. An idle one costs its socket and nothing else: the kernel watches
 * all of them behind one descriptor.
 */
typedef struct _TorgListeners TorgListeners;
typedef struct _TorgListener TorgListener;

/* Told that a listener is gone, whoever closed it. */
typedef void (*TorgListenerFunc) (TorgListener *listener, gpointer owner);

TorgListeners *torg_listeners_new (TorgListenerFunc gone, GError **error);
void torg_listeners_free (TorgListeners *self);
guint torg_listeners_count (TorgListeners *self);

TorgListener *torg_listeners_add (TorgListeners *self,
                                  GIOStream *stream,
                                  GSocket *socket,
                                  gpointer owner);
gboolean torg_listener_send (TorgListener *self, const char *text, gsize length);
void torg_listener_close (TorgListener *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgListeners, torg_listeners_free)

G_END_DECLS
