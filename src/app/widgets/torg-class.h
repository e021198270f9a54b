/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives a widget a style class, or takes it away. */
void torg_class_set (GtkWidget *widget, const char *name, gboolean wanted);

G_END_DECLS
