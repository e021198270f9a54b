/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* When and where an event is, and the way in. */
#define TORG_TYPE_EVENT_WHEN (torg_event_when_get_type ())
G_DECLARE_FINAL_TYPE (TorgEventWhen, torg_event_when, TORG, EVENT_WHEN, AdwBin)

G_END_DECLS
