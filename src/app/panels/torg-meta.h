/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a record came from and when it was last changed.  */
#define TORG_TYPE_META (torg_meta_get_type ())
G_DECLARE_FINAL_TYPE (TorgMeta, torg_meta, TORG, META, AdwBin)

G_END_DECLS
