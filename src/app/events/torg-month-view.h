/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A month in weeks. */
#define TORG_TYPE_MONTH_VIEW (torg_month_view_get_type ())
G_DECLARE_FINAL_TYPE (TorgMonthView, torg_month_view, TORG, MONTH_VIEW, AdwBin)

void torg_month_view_show (TorgMonthView *self, guint day, gboolean compact);
void torg_month_view_set_items (TorgMonthView *self, GPtrArray *items);
void torg_month_view_select (TorgMonthView *self, guint day, guint today);
GtkWidget *torg_month_view_get_cell (TorgMonthView *self, guint day);
void torg_month_view_get_month (guint day, guint *first, guint *last);
void torg_month_view_get_range (guint day, guint *first, guint *last);

G_END_DECLS
