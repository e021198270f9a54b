/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-fault.h"
#include "torg-resource.h"
#include "torg-route.h"

G_BEGIN_DECLS

/**
 * TorgCall:
 * @uris: for each kind of object that the path passes through, its URI; "" for the root
 * @list: the path of the list asked for, or that the object is in
 * @id: (nullable): the object's id; %NULL where the list itself is asked for
 * @in_default_bucket: the path says `default`, and the caller's own bucket is meant
 * @params: the decoded query string
 * @body: (nullable): the body, an object or (for a JSON patch) an array
 * @existing: the object asked for, or that a POST names; its id is %NULL where there is none
 * @hidden: there is an object, and the caller may not read it
 * @list_timestamp: the newest timestamp of the list
 * @grants: (nullable): the permissions of the object, once they were read
 * @shared: (nullable): the ids that alone may be seen or deleted; %NULL for all
 * @targets: (nullable): of a history: the URIs of what the caller may read; %NULL for all
 * @snapshot_at: the moment of a snapshot
 * @documents: (nullable): a JSON array of what is listed, where no list of the storage is
 *
 * One request on its way, with what was found out about it so far.
 */
struct _TorgCall {
  TorgService *service;
  TorgStorage *storage;
  const TorgSettings *settings;
  const TorgRequest *request;
  const TorgRoute *route;
  const TorgResource *resource;
  GStrv segments;
  char *uris[TORG_N_RESOURCES];
  char *list;
  char *id;
  gboolean in_default_bucket;
  GHashTable *params;
  JsonNode *body;
  TorgObject existing;
  gboolean hidden;
  gint64 list_timestamp;
  GPtrArray *grants;
  GStrv shared;
  GStrv targets;
  gint64 snapshot_at;
  char *documents;
};

TorgCall *torg_call_new (TorgService *service, const TorgRequest *request);
void torg_call_free (TorgCall *self);
gboolean torg_call_prepare (TorgCall *self, TorgAnswer **refusal);

const char *torg_call_get_bucket (const TorgCall *self);
const char *torg_call_get_collection (const TorgCall *self);
gboolean torg_call_is_safe (const TorgCall *self);
JsonObject *torg_call_get_body (const TorgCall *self);
gboolean torg_call_is_media_type (const TorgCall *self, const char *type);
gboolean torg_call_sets_timestamps (const TorgCall *self);
char *torg_call_dup_base_url (const TorgCall *self);
GPtrArray *torg_call_get_grants (TorgCall *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgCall, torg_call_free)

G_END_DECLS
