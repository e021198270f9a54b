/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A list field as a section of rows. Properties: field, title. */
#define TORG_TYPE_PARTS (torg_parts_get_type ())
G_DECLARE_FINAL_TYPE (TorgParts, torg_parts, TORG, PARTS, AdwBin)

G_END_DECLS
