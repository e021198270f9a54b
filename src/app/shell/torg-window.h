/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-credentials.h"
#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_WINDOW (torg_window_get_type ())
G_DECLARE_FINAL_TYPE (TorgWindow, torg_window, TORG, WINDOW, AdwApplicationWindow)

/* Signal: signed-in (const TorgCredentials *), when a person has said who they are. */
TorgWindow *torg_window_new (AdwApplication *application, GSettings *settings);
void torg_window_set_session (TorgWindow *self, TorgSession *session);
void torg_window_ask_credentials (TorgWindow *self, const TorgCredentials *known);

G_END_DECLS
