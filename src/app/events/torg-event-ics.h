/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-event.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *torg_event_to_ics (TorgEvent *event, const char *host, const char *url, GDateTime *now);
char *torg_event_ics_name (TorgEvent *event);

G_END_DECLS
