/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_SYNC_BUTTON (torg_sync_button_get_type ())
G_DECLARE_FINAL_TYPE (TorgSyncButton, torg_sync_button, TORG, SYNC_BUTTON, AdwBin)

/* A shape that tells whether all is saved, and a popover that says it in words. */
void torg_sync_button_set_session (TorgSyncButton *self, TorgSession *session);

G_END_DECLS
