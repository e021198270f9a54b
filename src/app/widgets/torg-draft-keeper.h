/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-form.h"
#include "torg-session.h"

G_BEGIN_DECLS

/*
 * Keeps what is being written in a form as a draft on this computer: two seconds after a change,
 * when the window loses the focus, and when it is told to. Lets go of the draft once the form
 * holds nothing new any more.
 */
#define TORG_TYPE_DRAFT_KEEPER (torg_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TorgDraftKeeper, torg_draft_keeper, TORG, DRAFT_KEEPER, GObject)

TorgDraftKeeper *torg_draft_keeper_new (TorgSession *session, TorgForm *form);
void torg_draft_keeper_watch (TorgDraftKeeper *self, JsonObject *base, gboolean kept);
void torg_draft_keeper_set_window (TorgDraftKeeper *self, GtkWindow *window);
void torg_draft_keeper_keep (TorgDraftKeeper *self);
void torg_draft_keeper_drop (TorgDraftKeeper *self);
void torg_draft_keeper_pause (TorgDraftKeeper *self);
void torg_draft_keeper_stop (TorgDraftKeeper *self);

G_END_DECLS
