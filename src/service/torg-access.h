/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

gboolean torg_access_check (TorgCall *call, TorgAnswer **refusal);
gboolean torg_access_takes (const TorgRoute *route, TorgMethod method, const TorgCaller *caller);
gboolean torg_access_has_on_root (TorgCall *call,
                                  const char *permission,
                                  gboolean *has,
                                  GError **error);
JsonArray *torg_access_expand (const char *name, const char *words);
gboolean torg_access_is_open (TorgService *service, gboolean *open, GError **error);
gboolean torg_access_is_owner (TorgCall *call, GPtrArray *grants);

G_END_DECLS
