/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-changes.h"
#include "torg-reader.h"

G_BEGIN_DECLS

/*
 * The records that are shown: one object a record, which changes when the record does, for as long
 * as somebody holds it. Main thread.
 */
typedef struct _TorgLive TorgLive;

TorgLive *torg_live_new (const char *cache_path, GError **error);
void torg_live_free (TorgLive *self);

TorgRecord *torg_live_get (TorgLive *self, gint64 n);
TorgRecord *torg_live_find (TorgLive *self, const char *collection, const char *id);
gint64 torg_live_get_row (TorgLive *self, TorgRecord *record);
TorgPending torg_live_get_pending (TorgLive *self, TorgRecord *record);
gboolean torg_live_is_gone (TorgLive *self, TorgRecord *record);
void torg_live_reload (TorgLive *self, TorgChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgLive, torg_live_free)

G_END_DECLS
