/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_PORTFOLIO (torg_portfolio_get_type ())
G_DECLARE_FINAL_TYPE (TorgPortfolio, torg_portfolio, TORG, PORTFOLIO, AdwBin)

/*
 * All projects at a glance, where none is chosen. Signals: continue (const TorgDraft *), filter
 * (path, code).
 */
void torg_portfolio_set_session (TorgPortfolio *self, TorgSession *session);

G_END_DECLS
