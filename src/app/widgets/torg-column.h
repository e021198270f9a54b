/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Panels one below the other: what a detail and an overview are of. */
#define TORG_TYPE_COLUMN (torg_column_get_type ())
G_DECLARE_FINAL_TYPE (TorgColumn, torg_column, TORG, COLUMN, GtkWidget)

void torg_column_show (TorgColumn *self, TorgSession *session, TorgRecord *record);

G_END_DECLS
