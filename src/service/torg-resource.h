/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"

G_BEGIN_DECLS

/* The kinds of object that the API has, from the outside in. */
typedef enum {
  TORG_RESOURCE_NONE,
  TORG_RESOURCE_ROOT,
  TORG_RESOURCE_BUCKET,
  TORG_RESOURCE_GROUP,
  TORG_RESOURCE_COLLECTION,
  TORG_RESOURCE_RECORD,
  TORG_RESOURCE_ACCOUNT,
  TORG_N_RESOURCES,
} TorgResourceKind;

typedef struct _TorgCall TorgCall;
typedef struct _TorgResource TorgResource;

/**
 * TorgResource:
 * @name: as errors and permissions call it
 * @parent: what it stands in
 * @id_marks: the marks that an id may have beside letters and digits
 * @permissions: the permissions that one may grant on it
 * @check: (nullable): validates and completes what is about to be stored
 * @changed: (nullable): keeps up what follows from an object; @data is %NULL when it was deleted
 *
 * What sets one kind of object apart from the others.
 */
struct _TorgResource {
  const char *name;
  TorgResourceKind parent;
  const char *id_marks;
  const char *permissions[5];
  gboolean (*check) (TorgCall *call, JsonObject *data, TorgAnswer **refusal);
  gboolean (*changed) (TorgCall *call, const TorgObject *object, JsonObject *data, GError **error);
};

const TorgResource *torg_resource_get (TorgResourceKind kind);
gboolean torg_resource_is_valid_id (const TorgResource *self, const char *id, gsize max);

G_END_DECLS
