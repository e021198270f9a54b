/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record-list.h"

G_BEGIN_DECLS

/*
 * A place in a long list, whose record is read when somebody looks at it. Signal: changed, when
 * another record has come there.
 */
#define TORG_TYPE_LAZY_ITEM (torg_lazy_item_get_type ())
G_DECLARE_FINAL_TYPE (TorgLazyItem, torg_lazy_item, TORG, LAZY_ITEM, GObject)

TorgRecord *torg_lazy_item_get_record (TorgLazyItem *self);

/*
 * The same list as a #TorgRecordList, of such places. A view keeps some two hundred rows around
 * those that are seen, and a selection looks through all that are new: neither shall read them.
 */
#define TORG_TYPE_LAZY_LIST (torg_lazy_list_get_type ())
G_DECLARE_FINAL_TYPE (TorgLazyList, torg_lazy_list, TORG, LAZY_LIST, GObject)

TorgLazyList *torg_lazy_list_new (TorgRecordList *list);

G_END_DECLS
