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
  TORG_RESOURCE_HISTORY,
  TORG_RESOURCE_PERMISSION,
  TORG_RESOURCE_CHANGE,
  TORG_N_RESOURCES,
} TorgResourceKind;

typedef struct _TorgCall TorgCall;
typedef struct _TorgResource TorgResource;

/**
 * TorgResource:
 * @name: as errors and permissions call it
 * @list: what a list of them is called in a path
 * @parent: what it stands in
 * @id_marks: the marks that an id may have beside letters and digits
 * @permissions: the permissions that one may grant on it
 * @fields: (nullable): the members that its objects have, where they cannot have others
 * @order: (nullable): the member that is different in each object, where they have no timestamp
 * @check: (nullable): validates and completes what is about to be stored
 * @changed: (nullable): keeps up what follows from an object; @data is %NULL when it was deleted
 *
 * What sets one kind of object apart from the others.
 */
struct _TorgResource {
  const char *name;
  const char *list;
  TorgResourceKind parent;
  const char *id_marks;
  const char *permissions[5];
  const char *const *fields;
  const char *order;
  gboolean (*check) (TorgCall *call, JsonObject *data, TorgAnswer **refusal);
  gboolean (*changed) (TorgCall *call, const TorgObject *object, JsonObject *data, GError **error);
};

const TorgResource *torg_resource_get (TorgResourceKind kind);
TorgResourceKind torg_resource_kind_of_list (const char *list);
gboolean torg_resource_is_valid_id (const TorgResource *self, const char *id, gsize max);

G_END_DECLS
