/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What happens on a day, as rows that open it by `calendar.open`, and a button for something new. */
#define TORG_TYPE_DAY_LIST (torg_day_list_get_type ())
G_DECLARE_FINAL_TYPE (TorgDayList, torg_day_list, TORG, DAY_LIST, AdwBin)

void torg_day_list_show (TorgDayList *self, guint day, GPtrArray *items);

G_END_DECLS
