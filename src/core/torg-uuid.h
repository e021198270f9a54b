/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *torg_uuid_new (void);
char *torg_uuid_new_at (gint64 unix_ms, const guint8 random[10]);
char *torg_uuid_from_digest (const char *hex);
char *torg_uuid_from_name (const char *name);

G_END_DECLS
