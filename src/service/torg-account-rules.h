/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/* Accounts as objects of the API. */
gboolean torg_account_check (TorgCall *call, JsonObject *data, TorgAnswer **refusal);
gboolean torg_account_changed (TorgCall *call,
                               const TorgObject *object,
                               JsonObject *data,
                               GError **error);

G_END_DECLS
