/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for what would help others most where it is missing. */
#define TORG_TYPE_HINT (torg_hint_get_type ())
G_DECLARE_FINAL_TYPE (TorgHint, torg_hint, TORG, HINT, AdwBin)

G_END_DECLS
