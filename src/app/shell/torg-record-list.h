/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

G_BEGIN_DECLS

#define TORG_TYPE_RECORD_LIST (torg_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TorgRecordList, torg_record_list, TORG, RECORD_LIST, GObject)

/*
 * The answer to a query as a list of live records, kept up to date. Properties that notify: n-items,
 * loading. Signal: answered, each time the store has answered.
 */
TorgRecordList *torg_record_list_new (TorgSession *session, const TorgQuery *query);
void torg_record_list_ask (TorgRecordList *self, const TorgQuery *query);
const TorgQuery *torg_record_list_get_query (TorgRecordList *self);
gboolean torg_record_list_is_answered (TorgRecordList *self);
const GError *torg_record_list_get_problem (TorgRecordList *self);
gint64 torg_record_list_get_row (TorgRecordList *self, guint position);
TorgRecord *torg_record_list_read (TorgRecordList *self, gint64 row);
guint torg_record_list_find (TorgRecordList *self, TorgRecord *record);

G_END_DECLS
