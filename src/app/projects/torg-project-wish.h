/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whom a project looks for, and how to answer. */
#define TORG_TYPE_PROJECT_WISH (torg_project_wish_get_type ())
G_DECLARE_FINAL_TYPE (TorgProjectWish, torg_project_wish, TORG, PROJECT_WISH, AdwBin)

G_END_DECLS
