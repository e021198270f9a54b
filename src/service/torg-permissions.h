/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

TorgAnswer *torg_permissions_get (TorgCall *call);
TorgAnswer *torg_permissions_head (TorgCall *call);

extern const char *const torg_permission_fields[];

G_END_DECLS
