/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TORG_DECIMAL_ONE G_GINT64_CONSTANT (1000000) /* 1 in millionths */

gboolean torg_decimal_parse (const char *text, gint64 *micro);
gboolean torg_decimal_check (const char *text);
char *torg_decimal_from_micro (gint64 micro);
char *torg_decimal_canonical (const char *written);
char *torg_decimal_format (const char *text);

G_END_DECLS
