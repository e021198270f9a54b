/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What refers to a record and what it refers to, by kind, at the end of a detail. */
#define TORG_TYPE_LINKS (torg_links_get_type ())
G_DECLARE_FINAL_TYPE (TorgLinks, torg_links, TORG, LINKS, GtkBox)

G_END_DECLS
