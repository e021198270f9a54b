/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of a project's sections: each makes one of an item, with a TorgSession as its data. */
GtkWidget *torg_partner_row (gpointer item, gpointer session);
GtkWidget *torg_decision_row (gpointer item, gpointer session);
GtkWidget *torg_interest_row (gpointer item, gpointer session);

G_END_DECLS
