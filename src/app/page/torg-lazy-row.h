/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-lazy-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a long list: empty until it is seen, then the row of its record. */
#define TORG_TYPE_LAZY_ROW (torg_lazy_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgLazyRow, torg_lazy_row, TORG, LAZY_ROW, AdwBin)

GtkWidget *torg_lazy_row_new (TorgSession *session);
void torg_lazy_row_set_item (TorgLazyRow *self, TorgLazyItem *item);

G_END_DECLS
