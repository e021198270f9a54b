/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of what belongs to an article: (item, session). */
GtkWidget *torg_review_row (gpointer item, gpointer session);
GtkWidget *torg_usage_row (gpointer item, gpointer session);

G_END_DECLS
