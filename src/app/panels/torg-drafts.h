/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What was left half written, to go on with. Property: kind (a collection). */
#define TORG_TYPE_DRAFTS (torg_drafts_get_type ())
G_DECLARE_FINAL_TYPE (TorgDrafts, torg_drafts, TORG, DRAFTS, AdwBin)

G_END_DECLS
