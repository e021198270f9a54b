/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where no zone is named. */
#define TORG_TIME_ZONE "Europe/Oslo"

gboolean torg_time_check (const char *text, gboolean partial);
gboolean torg_time_is_day (const char *text);
GTimeZone *torg_time_zone (const char *name);
GDateTime *torg_time_parse (const char *text, GTimeZone *zone);
char *torg_time_format (GDateTime *moment);
char *torg_time_clock (const char *written);
char *torg_time_from_people (const char *day, const char *clock, GTimeZone *zone);

G_END_DECLS
