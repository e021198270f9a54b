/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A day and a time of that day, written as people write them. Property `time`: as records have it;
 * while what is written is none, a text that is none either and that the row can show again.
 */
#define TORG_TYPE_TIME_ROW (torg_time_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgTimeRow, torg_time_row, TORG, TIME_ROW, AdwPreferencesRow)

void torg_time_row_set_partial (TorgTimeRow *self, gboolean partial);
void torg_time_row_set_zone (TorgTimeRow *self, GTimeZone *zone);
void torg_time_row_set_time (TorgTimeRow *self, const char *time);
GtkWidget *torg_time_row_get_entry (TorgTimeRow *self);

G_END_DECLS
