/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-paint.h"

G_BEGIN_DECLS

/* One amount as a bar, for the eye alone: the words beside it say the same. */
#define TORG_TYPE_BAR (torg_bar_get_type ())
G_DECLARE_FINAL_TYPE (TorgBar, torg_bar, TORG, BAR, GtkWidget)

GtkWidget *torg_bar_new (gint64 amount, gint64 greatest, TorgFillStyle style);

G_END_DECLS
