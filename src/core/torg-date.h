/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean torg_date_check (const char *text, gboolean partial);
GDate *torg_date_first_day (const char *text);
int torg_date_compare (const char *one, const char *other);
char *torg_date_from_people (const char *text);
char *torg_date_today (void);

G_END_DECLS
