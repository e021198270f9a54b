/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_PROJECT_VIEW (torg_project_view_get_type ())
G_DECLARE_FINAL_TYPE (TorgProjectView, torg_project_view, TORG, PROJECT_VIEW, AdwBin)

/* One project, to read. */
void torg_project_view_set_session (TorgProjectView *self, TorgSession *session);
void torg_project_view_set_record (TorgProjectView *self, TorgRecord *record);
TorgRecord *torg_project_view_get_record (TorgProjectView *self);
void torg_project_view_focus (TorgProjectView *self);

G_END_DECLS
