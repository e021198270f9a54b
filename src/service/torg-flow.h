/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"

G_BEGIN_DECLS

/* What the operator asks of all clients: to come less often, to change nothing, to go elsewhere. */
TorgAnswer *torg_flow_refuse (const TorgSettings *settings, const TorgRequest *request);
void torg_flow_announce (const TorgSettings *settings, TorgAnswer *answer);

G_END_DECLS
