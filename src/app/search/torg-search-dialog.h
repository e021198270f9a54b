/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-search-item.h"
#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_SEARCH_DIALOG (torg_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TorgSearchDialog, torg_search_dialog, TORG, SEARCH_DIALOG, AdwDialog)

AdwDialog *torg_search_dialog_new (TorgSession *session);

G_END_DECLS
