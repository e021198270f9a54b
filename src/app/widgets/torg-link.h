/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean torg_link_is_safe (const char *address);
gboolean torg_link_is_record (const char *address);
void torg_link_open (GtkWidget *widget, const char *address);
gboolean torg_link_activate (GtkLabel *label, const char *address);

G_END_DECLS
