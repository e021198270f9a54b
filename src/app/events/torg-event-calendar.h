/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The events of the forum in a calendar: what the page shows until one is chosen. */
#define TORG_TYPE_EVENT_CALENDAR (torg_event_calendar_get_type ())
G_DECLARE_FINAL_TYPE (TorgEventCalendar, torg_event_calendar, TORG, EVENT_CALENDAR, AdwBin)

G_END_DECLS
