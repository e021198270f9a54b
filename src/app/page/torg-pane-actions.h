/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-pane.h"

G_BEGIN_DECLS

/* What can be done with the record that a pane shows: `page.*`. */
void torg_pane_actions_install (TorgPane *pane);
void torg_pane_actions_update (TorgPane *pane);

G_END_DECLS
