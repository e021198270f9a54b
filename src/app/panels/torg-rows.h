/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What rows of records that belong to others are made of. */
AdwActionRow *torg_row_new_action (const char *icon,
                                   const char *style,
                                   const char *title,
                                   const char *subtitle);
char *torg_row_join (const char *first, const char *second);
char *torg_row_name_of (TorgSession *session, const char *collection, const char *id);

/* Rows of what any record may have: links and comments. */
GtkWidget *torg_link_row (gpointer item, gpointer session);
GtkWidget *torg_comment_row (gpointer item, gpointer session);

G_END_DECLS
