/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

TorgAnswer *torg_utility_hello (TorgCall *call);
TorgAnswer *torg_utility_heartbeat (TorgCall *call);
TorgAnswer *torg_utility_lbheartbeat (TorgCall *call);
TorgAnswer *torg_utility_version (TorgCall *call);
TorgAnswer *torg_utility_contribute (TorgCall *call);

G_END_DECLS
