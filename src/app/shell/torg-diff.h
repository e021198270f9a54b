/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TorgSplice:
 * @position: where, counted after the splices before it
 * @removed: how many go there
 * @added: how many come in their place
 */
typedef struct {
  guint position;
  guint removed;
  guint added;
} TorgSplice;

GArray *torg_diff (const gint64 *before, guint n_before, const gint64 *after, guint n_after);

G_END_DECLS
