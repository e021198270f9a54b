/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TorgPageType TorgPageType;

#define TORG_TYPE_PANE (torg_pane_get_type ())
G_DECLARE_FINAL_TYPE (TorgPane, torg_pane, TORG, PANE, AdwBin)

/*
 * Beside the list: the overview, one record, or the writing of one. Property that notifies: record.
 * Signal: filter (path, code), when the list shall show less. Its actions (`page.*`) are in
 * torg-pane-actions.c and in the table of the page.
 */
GtkWidget *torg_pane_new (TorgSession *session, const TorgPageType *type);
TorgSession *torg_pane_get_session (TorgPane *self);
const TorgPageType *torg_pane_get_page_type (TorgPane *self);
GActionMap *torg_pane_get_actions (TorgPane *self);
TorgRecord *torg_pane_get_record (TorgPane *self);
void torg_pane_show (TorgPane *self, TorgRecord *record);
void torg_pane_edit (TorgPane *self, TorgRecord *record);
void torg_pane_create (TorgPane *self, TorgRecord *record);
void torg_pane_continue (TorgPane *self, const char *id);
void torg_pane_focus (TorgPane *self);
gboolean torg_pane_go_back (TorgPane *self);

void torg_pane_say (TorgPane *self, AdwToast *toast);
void torg_pane_say_not_stored (TorgPane *self);

/* The last one that was deleted, as long as it can be had back. */
void torg_pane_keep_deleted (TorgPane *self, TorgRecord *record, AdwToast *offer);
gboolean torg_pane_has_deleted (TorgPane *self);
TorgRecord *torg_pane_take_deleted (TorgPane *self);

G_END_DECLS
