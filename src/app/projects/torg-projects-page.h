/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-page.h"

G_BEGIN_DECLS

#define TORG_TYPE_PROJECTS_PAGE (torg_projects_page_get_type ())
G_DECLARE_FINAL_TYPE (TorgProjectsPage, torg_projects_page, TORG, PROJECTS_PAGE, TorgPage)

G_END_DECLS
