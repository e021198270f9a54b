/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The context of the names for the translator. */
#define TORG_HOLIDAY_CONTEXT "holiday"

/* No day has more of them: Whit Monday can be Constitution Day. */
#define TORG_HOLIDAYS_A_DAY 2

guint torg_holidays_on (const GDate *day, const char *names[TORG_HOLIDAYS_A_DAY]);
gboolean torg_holidays_between (const GDate *first, const GDate *last, GDate *found);
gboolean torg_holidays_in_common_leave (const GDate *day);

G_END_DECLS
