/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The title of a record, whose it is, and its state in pills. Properties: owner, pills (fields; `start/end` for a period). */
#define TORG_TYPE_HEADING (torg_heading_get_type ())
G_DECLARE_FINAL_TYPE (TorgHeading, torg_heading, TORG, HEADING, AdwBin)

G_END_DECLS
