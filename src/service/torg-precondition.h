/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

gboolean torg_precondition_check (TorgCall *call,
                                  gint64 current,
                                  gboolean exists,
                                  const char *doc,
                                  TorgAnswer **refusal);
gint64 torg_precondition_get_known (TorgCall *call);
gboolean torg_precondition_is_fresh (TorgCall *call, gint64 current, TorgAnswer **answer);

G_END_DECLS
