/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The other languages that an article can be read in; not there where there is none. */
#define TORG_TYPE_ARTICLE_LANGUAGES (torg_article_languages_get_type ())
G_DECLARE_FINAL_TYPE (TorgArticleLanguages, torg_article_languages, TORG, ARTICLE_LANGUAGES, AdwBin)

G_END_DECLS
