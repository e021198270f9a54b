/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A week: over the hours what takes whole days. Where there is little room only its days. */
#define TORG_TYPE_WEEK_VIEW (torg_week_view_get_type ())
G_DECLARE_FINAL_TYPE (TorgWeekView, torg_week_view, TORG, WEEK_VIEW, AdwBin)

void torg_week_view_show (TorgWeekView *self, guint day, gboolean compact);
void torg_week_view_set_items (TorgWeekView *self, GPtrArray *items);
void torg_week_view_select (TorgWeekView *self, guint day, guint today);
void torg_week_view_set_now (TorgWeekView *self, GDateTime *now);
GtkWidget *torg_week_view_get_cell (TorgWeekView *self, guint day);

G_END_DECLS
