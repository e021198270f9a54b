/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-calendar-item.h"
#include "torg-event.h"

G_BEGIN_DECLS

/* Events in words, in the zone that one reads them in. */
char *torg_event_words_when (TorgEvent *event, GTimeZone *zone);
char *torg_event_words_short (TorgEvent *event, GTimeZone *zone);
char *torg_event_words_holiday (TorgEvent *event, GTimeZone *zone);
gboolean torg_event_is_over (TorgEvent *event, GDateTime *now);
TorgCalendarItem *torg_event_to_item (TorgEvent *event, GTimeZone *zone);

G_END_DECLS
