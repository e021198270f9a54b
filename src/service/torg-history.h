/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/*
 * What was done in a bucket, by whom and when: a list as others, with an entry for each write, in the
 * same transaction. Access to an entry is access to what it tells of.
 */

typedef enum {
  TORG_ACTION_CREATE,
  TORG_ACTION_UPDATE,
  TORG_ACTION_DELETE,
} TorgAction;

gboolean torg_history_add (TorgCall *call,
                           TorgAction action,
                           const TorgObject *object,
                           gboolean chosen,
                           GError **error);

gboolean torg_history_forget (TorgStorage *storage,
                              const char *account,
                              const char *const *fields,
                              GError **error);
char *torg_history_dup_data (const char *entry);

TorgAnswer *torg_history_get (TorgCall *call);
TorgAnswer *torg_history_head (TorgCall *call);
TorgAnswer *torg_history_delete (TorgCall *call);

extern const char *const torg_history_fields[];

G_END_DECLS
