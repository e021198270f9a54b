/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TorgPageType TorgPageType;

/* One page of the program: its list, as the widget itself, and its content. */
#define TORG_TYPE_PAGE (torg_page_get_type ())
G_DECLARE_FINAL_TYPE (TorgPage, torg_page, TORG, PAGE, AdwBin)

GtkWidget *torg_page_new (TorgSession *session, const TorgPageType *type);
GtkWidget *torg_page_get_content (TorgPage *self);
void torg_page_create (TorgPage *self, const char *field, const char *value);
void torg_page_search (TorgPage *self);
gboolean torg_page_go_back (TorgPage *self, gboolean content_only);
void torg_page_open (TorgPage *self, const char *id);

G_END_DECLS
