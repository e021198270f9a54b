/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-search-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_SEARCH_ROW (torg_search_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgSearchRow, torg_search_row, TORG, SEARCH_ROW, GtkWidget)

GtkWidget *torg_search_row_new (void);
void torg_search_row_show (TorgSearchRow *self,
                           const TorgHit *hit,
                           const char *icon,
                           const char *style,
                           const char *caption);

G_END_DECLS
