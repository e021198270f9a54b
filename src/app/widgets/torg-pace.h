/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TorgPaceStep:
 * @widget: a widget that is being filled
 *
 * Does one small piece of it.
 *
 * Returns: whether there is more
 */
typedef gboolean (*TorgPaceStep) (GtkWidget *widget);

void torg_pace_start (GtkWidget *widget, TorgPaceStep step);
void torg_pace_stop (GtkWidget *widget);
void torg_pace_finish (GtkWidget *widget);

G_END_DECLS
