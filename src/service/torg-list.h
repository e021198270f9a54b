/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/* What answers at a list, whatever its objects are. */
TorgAnswer *torg_list_get (TorgCall *call);
TorgAnswer *torg_list_head (TorgCall *call);
TorgAnswer *torg_list_post (TorgCall *call);
TorgAnswer *torg_list_delete (TorgCall *call);

G_END_DECLS
