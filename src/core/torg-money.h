/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean torg_money_parse (const char *text, gint64 *ore);
char *torg_money_format (gint64 ore);

G_END_DECLS
