/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-search-all.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TORG_TYPE_SEARCH_ITEM (torg_search_item_get_type ())
G_DECLARE_FINAL_TYPE (TorgSearchItem, torg_search_item, TORG, SEARCH_ITEM, GObject)

TorgSearchItem *torg_search_item_new (TorgHit *hit, const char *heading);
const TorgHit *torg_search_item_get_hit (TorgSearchItem *self);
const char *torg_search_item_get_heading (TorgSearchItem *self);

G_END_DECLS
