/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/* What answers at a single object, whatever its kind. */
TorgAnswer *torg_object_get (TorgCall *call);
TorgAnswer *torg_object_put (TorgCall *call);
TorgAnswer *torg_object_patch (TorgCall *call);
TorgAnswer *torg_object_delete (TorgCall *call);

G_END_DECLS
