/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TorgPageType TorgPageType;

/* What a pane shows while no record is: the frame around the panels of the page's overview. */
#define TORG_TYPE_OVERVIEW (torg_overview_get_type ())
G_DECLARE_FINAL_TYPE (TorgOverview, torg_overview, TORG, OVERVIEW, AdwBin)

GtkWidget *torg_overview_new (TorgSession *session, const TorgPageType *type);

G_END_DECLS
