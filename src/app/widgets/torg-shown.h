/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Texts that others wrote, as far as a widget can lay them out. */
char *torg_shown (const char *text);
void torg_label_show (GtkLabel *label, const char *text);
void torg_label_show_if_any (GtkLabel *label, const char *text);

G_END_DECLS
