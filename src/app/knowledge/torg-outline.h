/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-prose-view.h"

G_BEGIN_DECLS

/* The headings of a text, each leading to its place. Property: text (a #TorgProseView). */
#define TORG_TYPE_OUTLINE (torg_outline_get_type ())
G_DECLARE_FINAL_TYPE (TorgOutline, torg_outline, TORG, OUTLINE, AdwBin)

G_END_DECLS
