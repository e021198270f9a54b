/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-resource.h"

G_BEGIN_DECLS

typedef TorgAnswer *(*TorgHandler) (TorgCall *call);

/**
 * TorgRoute:
 * @pattern: the segments of the path without the version; `*` stands for an id
 * @resource: the kind of object, or %TORG_RESOURCE_NONE where no permission is needed
 * @handlers: what answers each method; %NULL where it is not allowed
 * @caller: whom alone it answers, a principal; %NULL for all who have the permission
 * @open: where there is a @caller: the methods, as bits, that are for everybody all the same
 * @strangers: people without an account send a body here
 * @part: it is a part of the object: its POST and DELETE change the object
 */
struct _TorgRoute {
  const char *pattern;
  TorgResourceKind resource;
  TorgHandler handlers[TORG_N_METHODS];
  const char *caller;
  guint open;
  gboolean strangers;
  gboolean part;
};

typedef struct _TorgRoute TorgRoute;

const TorgRoute *torg_route_find (const char *const *segments);
char *torg_route_dup_methods (const TorgRoute *self);
gboolean torg_route_takes_strangers (const char *path);

/* Told of a route under a folder, and what follows the folder in its pattern. */
typedef void (*TorgRouteVisitor) (const TorgRoute *route, const char *name, gpointer data);

void torg_route_foreach (const char *folder, TorgRouteVisitor visit, gpointer data);

G_END_DECLS
