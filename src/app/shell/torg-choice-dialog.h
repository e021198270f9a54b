/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows what two have written, or what was refused, and asks which shall hold. */
void torg_choice_dialog_present (TorgSession *session, TorgRecord *record, GtkWidget *parent);

G_END_DECLS
