/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

GDate *torg_sample_today (void);
char *torg_sample_day (const char *text, const GDate *today, GTimeZone *zone);
void torg_sample_settle_days (JsonObject *document, const GDate *today);

G_END_DECLS
