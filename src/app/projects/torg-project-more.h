/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of a project that fewer people fill in. */
#define TORG_TYPE_PROJECT_MORE (torg_project_more_get_type ())
G_DECLARE_FINAL_TYPE (TorgProjectMore, torg_project_more, TORG, PROJECT_MORE, GtkBox)

G_END_DECLS
