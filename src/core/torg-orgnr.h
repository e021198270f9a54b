/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *torg_orgnr_parse (const char *text);
char *torg_orgnr_format (const char *number);

G_END_DECLS
