/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Until when requests that are on their way must be here; later they are broken off. */
typedef struct _TorgDeadlines TorgDeadlines;

TorgDeadlines *torg_deadlines_new (void);
void torg_deadlines_free (TorgDeadlines *self);
void torg_deadlines_set (TorgDeadlines *self, SoupServerMessage *message, guint seconds);
void torg_deadlines_forget (TorgDeadlines *self, SoupServerMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgDeadlines, torg_deadlines_free)

G_END_DECLS
