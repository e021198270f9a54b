/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How many places an event has left, who has them, and one's own. */
#define TORG_TYPE_EVENT_PLACES (torg_event_places_get_type ())
G_DECLARE_FINAL_TYPE (TorgEventPlaces, torg_event_places, TORG, EVENT_PLACES, AdwBin)

G_END_DECLS
