/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How far one can lean on an article: whether somebody has read it, and how well it is known. */
#define TORG_TYPE_ARTICLE_STANDING (torg_article_standing_get_type ())
G_DECLARE_FINAL_TYPE (TorgArticleStanding, torg_article_standing, TORG, ARTICLE_STANDING, AdwBin)

G_END_DECLS
