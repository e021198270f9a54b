/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TorgPageType TorgPageType;

/*
 * The list of a page: search, filters, count and order, and its rows. Property that notifies:
 * order. Signals: selected (TorgRecord *), when a row is; activated, when one wants to read on.
 */
#define TORG_TYPE_PAGE_LIST (torg_page_list_get_type ())
G_DECLARE_FINAL_TYPE (TorgPageList, torg_page_list, TORG, PAGE_LIST, AdwBin)

GtkWidget *torg_page_list_new (TorgSession *session, const TorgPageType *type);
void torg_page_list_show (TorgPageList *self, TorgRecord *record);
void torg_page_list_scroll_to_shown (TorgPageList *self);
void torg_page_list_search (TorgPageList *self);
gboolean torg_page_list_clear_search (TorgPageList *self);
void torg_page_list_filter (TorgPageList *self, const char *path, const char *code);

G_END_DECLS
