/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

gboolean torg_group_check (TorgCall *call, JsonObject *data, TorgAnswer **refusal);
gboolean torg_group_changed (TorgCall *call,
                             const TorgObject *object,
                             JsonObject *data,
                             GError **error);
gboolean torg_groups_forget_member (TorgService *service, const char *principal, GError **error);

G_END_DECLS
