/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-changes.h"
#include "torg-query.h"
#include "torg-record.h"

G_BEGIN_DECLS

/**
 * TorgStatus:
 * @TORG_STATUS_SAVED: everything is at the service
 * @TORG_STATUS_WAITING: edits wait to be sent
 * @TORG_STATUS_SYNCING: talking to the service
 * @TORG_STATUS_OFFLINE: no answer; all that is done is kept here
 * @TORG_STATUS_ATTENTION: something was refused or needs a choice
 * @TORG_STATUS_SIGN_IN: the service does not take the name and password
 */
typedef enum {
  TORG_STATUS_SAVED,
  TORG_STATUS_WAITING,
  TORG_STATUS_SYNCING,
  TORG_STATUS_OFFLINE,
  TORG_STATUS_ATTENTION,
  TORG_STATUS_SIGN_IN,
} TorgStatus;

#define TORG_TYPE_SESSION (torg_session_get_type ())
G_DECLARE_FINAL_TYPE (TorgSession, torg_session, TORG, SESSION, GObject)

/*
 * The live state of one person at one service, on the main thread. Properties that notify: status, waiting (edits),
 * attention (edits), loaded (the first pull is done or the cache held something). Signal: changed (TorgChanges *).
 */
TorgSession *torg_session_new (const char *service, const char *account, const char *password);
void torg_session_start (TorgSession *self);
void torg_session_stop (TorgSession *self);
void torg_session_sync (TorgSession *self);

const char *torg_session_get_account (TorgSession *self);
TorgStatus torg_session_get_status (TorgSession *self);

/* One live object a record: every caller gets the same one, and it changes when the record does. */
TorgRecord *torg_session_get_record (TorgSession *self, gint64 n);
TorgRecord *torg_session_find_record (TorgSession *self, const char *collection, const char *id);

typedef void (*TorgListed) (GArray *rows, const GError *error, gpointer data);
typedef void (*TorgEdited) (const GError *error, gpointer data);

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

G_END_DECLS
