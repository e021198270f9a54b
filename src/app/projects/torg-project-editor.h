/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The writing of one project, in the place where it is read. Signal: closed (TorgRecord *), when
 * one is done: the record that was saved, or %NULL. What is written is kept as a draft all along.
 */
#define TORG_TYPE_PROJECT_EDITOR (torg_project_editor_get_type ())
G_DECLARE_FINAL_TYPE (TorgProjectEditor, torg_project_editor, TORG, PROJECT_EDITOR, AdwBin)

GtkWidget *torg_project_editor_new (TorgSession *session, TorgRecord *record);
GtkWidget *torg_project_editor_new_for_draft (TorgSession *session, const TorgDraft *draft);
void torg_project_editor_leave (TorgProjectEditor *self);
gboolean torg_project_editor_keeps_draft (TorgProjectEditor *self);

G_END_DECLS
