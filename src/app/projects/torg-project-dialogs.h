/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Small dialogs that add something to a project; each stores what it is told and closes. */
AdwDialog *torg_decision_dialog_new (TorgSession *session, TorgRecord *project);
AdwDialog *torg_interest_dialog_new (TorgSession *session, TorgRecord *project, const char *kind);

G_END_DECLS
