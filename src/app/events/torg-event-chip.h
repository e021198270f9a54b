/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-calendar-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something in a calendar: a button that opens it by the action `calendar.open`. */
#define TORG_TYPE_EVENT_CHIP (torg_event_chip_get_type ())
G_DECLARE_FINAL_TYPE (TorgEventChip, torg_event_chip, TORG, EVENT_CHIP, GtkButton)

GtkWidget *torg_event_chip_new (gboolean among_hours);
void torg_event_chip_set_item (TorgEventChip *self, TorgCalendarItem *item);
void torg_event_chip_set_lines (TorgEventChip *self, guint lines);
TorgCalendarItem *torg_event_chip_get_item (TorgEventChip *self);

G_END_DECLS
