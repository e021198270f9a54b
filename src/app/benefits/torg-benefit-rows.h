/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of what belongs to a benefit: (item, session). */
GtkWidget *torg_evaluation_row (gpointer item, gpointer session);

G_END_DECLS
