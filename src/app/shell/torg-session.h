/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-changes.h"
#include "torg-places.h"
#include "torg-query.h"
#include "torg-reader.h"
#include "torg-record.h"
#include "torg-store.h"
#include "torg-sync.h"

G_BEGIN_DECLS

/**
 * TorgStatus:
 * @TORG_STATUS_SAVED: everything is at the service
 * @TORG_STATUS_WAITING: edits wait to be sent
 * @TORG_STATUS_SYNCING: talking to the service
 * @TORG_STATUS_OFFLINE: no answer; all that is done is kept here
 * @TORG_STATUS_ATTENTION: something was refused or needs a choice
 * @TORG_STATUS_SIGN_IN: the service does not take the name and password
 * @TORG_STATUS_BROKEN: the files on this computer cannot be used
 */
typedef enum {
  TORG_STATUS_SAVED,
  TORG_STATUS_WAITING,
  TORG_STATUS_SYNCING,
  TORG_STATUS_OFFLINE,
  TORG_STATUS_ATTENTION,
  TORG_STATUS_SIGN_IN,
  TORG_STATUS_BROKEN,
} TorgStatus;

#define TORG_TYPE_SESSION (torg_session_get_type ())
G_DECLARE_FINAL_TYPE (TorgSession, torg_session, TORG, SESSION, GObject)

/*
 * The live state of one person at one service, on the main thread. Properties that notify: status,
 * waiting (edits), attention (edits), drafts, groups (of the forum, parted by spaces), loaded (the first pull is done or the cache held
 * something). Signal: changed (TorgChanges *), when live records are up to date again.
 */
TorgSession *torg_session_new (const char *service, const char *account, const char *password);
char *torg_session_dup_folder (const char *service, const char *account, const char *base);
void torg_session_start (TorgSession *self);
void torg_session_stop (TorgSession *self);
void torg_session_sync (TorgSession *self);

const char *torg_session_get_service (TorgSession *self);
const char *torg_session_get_account (TorgSession *self);
TorgStatus torg_session_get_status (TorgSession *self);
const TorgSummary *torg_session_get_summary (TorgSession *self);
gboolean torg_session_is_loaded (TorgSession *self);
const GError *torg_session_get_problem (TorgSession *self);
char *torg_session_dup_organisation (TorgSession *self);
char *torg_session_dup_room (TorgSession *self);
const TorgPlaces *torg_session_get_places (TorgSession *self);

/* One live object a record: every caller gets the same one, and it changes when the record does. */
TorgRecord *torg_session_get_record (TorgSession *self, gint64 n);
TorgRecord *torg_session_find_record (TorgSession *self, const char *collection, const char *id);
gint64 torg_session_get_row (TorgSession *self, TorgRecord *record);
TorgPending torg_session_get_pending (TorgSession *self, TorgRecord *record);
gboolean torg_session_is_gone (TorgSession *self, TorgRecord *record);

/* What the service is likely to take; it judges. Property `groups` notifies when this may change. */
gboolean torg_session_may_add (TorgSession *self, const TorgKind *kind);
gboolean torg_session_may_edit (TorgSession *self, TorgRecord *record);
gboolean torg_session_may_delete (TorgSession *self, TorgRecord *record);

typedef void (*TorgCounted) (GHashTable *counts, const GError *error, gpointer data);
typedef void (*TorgListed) (GArray *rows, const GError *error, gpointer data);
typedef void (*TorgEdited) (const GError *error, gpointer data);

void torg_session_count (TorgSession *self,
                         const TorgQuery *query,
                         const TorgField *field,
                         TorgCounted done,
                         gpointer data);
void torg_session_list (TorgSession *self,
                        const TorgQuery *query,
                        GCancellable *cancellable,
                        TorgListed done,
                        gpointer data);
void torg_session_save (TorgSession *self,
                        TorgRecord *draft,
                        JsonObject *base,
                        TorgEdited done,
                        gpointer data);
void torg_session_delete (TorgSession *self, TorgRecord *record, TorgEdited done, gpointer data);
void torg_session_restore (TorgSession *self, TorgRecord *deleted, TorgEdited done, gpointer data);
void torg_session_publish (TorgSession *self, TorgRecord *record, TorgEdited done, gpointer data);
void torg_session_choose (TorgSession *self,
                          TorgRecord *record,
                          gboolean mine,
                          TorgEdited done,
                          gpointer data);

/* The store's own thread does it; @done is told once, on the main thread. */
typedef void (*TorgStored) (gpointer data, const GError *error, gpointer user_data);

void torg_session_ask_store (TorgSession *self,
                             TorgStoreFunc func,
                             gpointer data,
                             GDestroyNotify free_data,
                             GCancellable *cancellable,
                             TorgStored done,
                             gpointer user_data);

typedef void (*TorgGathered) (GPtrArray *found, const GError *error, gpointer data);

/* Drafts: what is being written, on this computer only. */
void torg_session_save_draft (TorgSession *self,
                              TorgRecord *draft,
                              JsonObject *base,
                              TorgEdited done,
                              gpointer data);
void torg_session_drop_draft (TorgSession *self, TorgRecord *draft);
void torg_session_list_drafts (TorgSession *self, TorgGathered done, gpointer data);
void torg_session_list_attention (TorgSession *self, TorgGathered done, gpointer data);

G_END_DECLS
