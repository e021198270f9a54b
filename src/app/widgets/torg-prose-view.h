/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A section of text under its heading; not there where the field is empty. Properties: field, title. */
#define TORG_TYPE_PROSE_VIEW (torg_prose_view_get_type ())
G_DECLARE_FINAL_TYPE (TorgProseView, torg_prose_view, TORG, PROSE_VIEW, AdwBin)

GListModel *torg_prose_view_get_headings (TorgProseView *self);

G_END_DECLS
