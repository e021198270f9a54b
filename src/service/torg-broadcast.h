/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/*
 * `GET /v1/events`: a stream that tells which collections changed, and nothing of what is in them; the
 * client then pulls as ever. Each event has a timestamp as its id. A client that comes again with
 * Last-Event-ID is told of all that changed since then, also after a restart of the service.
 *
 * torg-audience.c has who may hear what, torg-listeners.c the connections.
 */
typedef struct _TorgBroadcast TorgBroadcast;

TorgBroadcast *torg_broadcast_new (TorgService *service, GError **error);
void torg_broadcast_free (TorgBroadcast *self);
guint torg_broadcast_count (TorgBroadcast *self);
gboolean torg_broadcast_is_full (TorgBroadcast *self);
void torg_broadcast_add (TorgBroadcast *self,
                         const TorgRequest *request,
                         const TorgAnswer *answer,
                         GIOStream *stream,
                         GSocket *socket);

TorgAnswer *torg_broadcast_get (TorgCall *call);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgBroadcast, torg_broadcast_free)

G_END_DECLS
