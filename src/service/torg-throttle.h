/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How often somebody at an address guessed wrongly of late: a password, a code. The proxy in front says
 * which address that is; without one there is none, and no limit.
 */
typedef struct _TorgThrottle TorgThrottle;

TorgThrottle *torg_throttle_new (const guint *limit);
void torg_throttle_free (TorgThrottle *self);
gboolean torg_throttle_allows (TorgThrottle *self, const char *address);
void torg_throttle_count (TorgThrottle *self, const char *address);
guint64 torg_throttle_get_total (TorgThrottle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgThrottle, torg_throttle_free)

G_END_DECLS
