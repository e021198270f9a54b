/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A field as plain text, perhaps with a heading. Properties: field, title. */
#define TORG_TYPE_TEXT_PANEL (torg_text_panel_get_type ())
G_DECLARE_FINAL_TYPE (TorgTextPanel, torg_text_panel, TORG, TEXT_PANEL, GtkBox)

G_END_DECLS
