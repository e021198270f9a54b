/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_PROJECT_PANE (torg_project_pane_get_type ())
G_DECLARE_FINAL_TYPE (TorgProjectPane, torg_project_pane, TORG, PROJECT_PANE, AdwBin)

/* Beside the list: the portfolio, one project, or the writing of one. */
GtkWidget *torg_project_pane_new (TorgSession *session);
void torg_project_pane_show (TorgProjectPane *self, TorgRecord *record);
void torg_project_pane_create (TorgProjectPane *self);
gboolean torg_project_pane_go_back (TorgProjectPane *self);

G_END_DECLS
