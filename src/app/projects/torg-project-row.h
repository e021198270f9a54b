/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_PROJECT_ROW (torg_project_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgProjectRow, torg_project_row, TORG, PROJECT_ROW, AdwBin)

/* One project in a list: its title, three facts, and what needs attention. */
GtkWidget *torg_project_row_new (TorgSession *session);
void torg_project_row_set_record (TorgProjectRow *self, TorgRecord *record);

G_END_DECLS
