/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How far a project has come, where something is known of it. */
#define TORG_TYPE_PROJECT_WAY (torg_project_way_get_type ())
G_DECLARE_FINAL_TYPE (TorgProjectWay, torg_project_way, TORG, PROJECT_WAY, AdwBin)

G_END_DECLS
