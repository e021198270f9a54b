/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-attainment.h"
#include "torg-gain.h"

G_BEGIN_DECLS

/* Figures and what they mean, in the words of the language that the program runs in. */
char *torg_words_shown (const char *text);
char *torg_words_figure (gint64 millionths);
char *torg_words_figure_unit (gint64 millionths, const char *unit);
char *torg_words_percent (gint64 basis_points);
char *torg_words_day (guint32 day);
char *torg_words_gain (const TorgGain *gain);

const char *torg_words_standing (TorgStanding standing);
const char *torg_standing_icon (TorgStanding standing);
const char *torg_standing_style (TorgStanding standing);
char *torg_words_attainment (const TorgAttainment *attainment, const char *unit);

G_END_DECLS
