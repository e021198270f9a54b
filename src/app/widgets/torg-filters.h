/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-places.h"
#include "torg-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The filters over a list: a box whose children are all #TorgFilterPill. */
void torg_filters_fill (GtkWidget *pills, const TorgKind *kind, const TorgPlaces *places);
void torg_filters_apply (GtkWidget *pills, TorgQuery *query);
gboolean torg_filters_any (GtkWidget *pills);
void torg_filters_clear (GtkWidget *pills);
void torg_filters_choose (GtkWidget *pills, const char *path, const char *code);

G_END_DECLS
