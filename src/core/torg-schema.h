/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-kind.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *torg_schema (const TorgKind *kind);

G_END_DECLS
