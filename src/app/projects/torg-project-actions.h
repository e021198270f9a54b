/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-project-pane.h"

G_BEGIN_DECLS

/* What one can do with the project that a pane shows, as actions of the pane. */
void torg_project_actions_install (GtkWidgetClass *klass);
void torg_project_actions_update (TorgProjectPane *pane);

G_END_DECLS
