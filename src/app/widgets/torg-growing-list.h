/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The first items of a list, one more each time it grows, in the end all of them. */
#define TORG_TYPE_GROWING_LIST (torg_growing_list_get_type ())
G_DECLARE_FINAL_TYPE (TorgGrowingList, torg_growing_list, TORG, GROWING_LIST, GObject)

TorgGrowingList *torg_growing_list_new (GListModel *model);
gboolean torg_growing_list_grow (TorgGrowingList *self);

G_END_DECLS
