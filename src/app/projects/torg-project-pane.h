/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_PROJECT_PANE (torg_project_pane_get_type ())
G_DECLARE_FINAL_TYPE (TorgProjectPane, torg_project_pane, TORG, PROJECT_PANE, AdwBin)

/*
 * Beside the list: the portfolio, one project, or the writing of one. Property that notifies:
 * record. Signal: filter (path, code), when the list shall show less. Its actions (`page.*`) are in torg-project-actions.c.
 */
GtkWidget *torg_project_pane_new (TorgSession *session);
TorgSession *torg_project_pane_get_session (TorgProjectPane *self);
TorgRecord *torg_project_pane_get_record (TorgProjectPane *self);
void torg_project_pane_show (TorgProjectPane *self, TorgRecord *record);
void torg_project_pane_edit (TorgProjectPane *self, TorgRecord *record);
void torg_project_pane_continue (TorgProjectPane *self, const TorgDraft *draft);
void torg_project_pane_focus (TorgProjectPane *self);
gboolean torg_project_pane_go_back (TorgProjectPane *self);
void torg_project_pane_say (TorgProjectPane *self, AdwToast *toast);

/* The last one that was deleted, as long as it can be had back. */
void torg_project_pane_keep_deleted (TorgProjectPane *self, TorgRecord *record, AdwToast *offer);
gboolean torg_project_pane_has_deleted (TorgProjectPane *self);
TorgRecord *torg_project_pane_take_deleted (TorgProjectPane *self);

G_END_DECLS
