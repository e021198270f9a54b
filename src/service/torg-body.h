/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

gboolean torg_body_read (TorgCall *call,
                         JsonObject **data,
                         JsonObject **permissions,
                         TorgAnswer **refusal);
gboolean torg_body_check_permissions (TorgCall *call,
                                      JsonObject *permissions,
                                      TorgAnswer **refusal);

G_END_DECLS
