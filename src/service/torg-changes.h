/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/* Which collections have changed, as kinto-changes tells it: one request instead of one for each. */

#define TORG_CHANGES_PATH "/buckets/monitor/collections/changes/records"

TorgAnswer *torg_changes_get (TorgCall *call);
TorgAnswer *torg_changes_head (TorgCall *call);

extern const char *const torg_change_fields[];

G_END_DECLS
