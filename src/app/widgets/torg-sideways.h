/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Its child becomes narrower with the place it has, and scrolls sideways where it cannot. */
#define TORG_TYPE_SIDEWAYS (torg_sideways_get_type ())
G_DECLARE_FINAL_TYPE (TorgSideways, torg_sideways, TORG, SIDEWAYS, GtkWidget)

GtkWidget *torg_sideways_new (GtkWidget *child);

G_END_DECLS
