/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/* What belongs to a person, for that person: to take along, or to take away. */
TorgAnswer *torg_personal_export (TorgCall *call);
TorgAnswer *torg_personal_erase (TorgCall *call);

G_END_DECLS
