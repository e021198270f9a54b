/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-changes.h"
#include "torg-store.h"

G_BEGIN_DECLS

gboolean torg_store_get_cursor (TorgStore *self,
                                const char *bucket,
                                const char *collection,
                                gint64 *last_modified,
                                GError **error);
gboolean torg_store_apply_page (TorgStore *self,
                                const char *bucket,
                                const char *collection,
                                const char *page,
                                TorgChanges *changes,
                                GError **error);
gboolean torg_store_forget_bucket (TorgStore *self,
                                   const char *bucket,
                                   TorgChanges *changes,
                                   GError **error);
GStrv torg_store_list_buckets (TorgStore *self, GError **error);

G_END_DECLS
