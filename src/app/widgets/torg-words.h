/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-check.h"
#include "torg-places.h"

G_BEGIN_DECLS

/* What records hold, in the words of the language that the program runs in. */
const char *torg_words_choice (const TorgChoices *choices, const char *code);
char *torg_words_set (const TorgChoices *choices, const char *const *keys);
char *torg_words_join (const char *const *words);

char *torg_words_brief (const char *text, guint most);
char *torg_words_capital (const char *text);

char *torg_words_date (const char *iso);
char *torg_words_time (const char *time, GTimeZone *zone);
char *torg_words_period (const char *start, const char *end);
char *torg_words_ago (GDateTime *then, GDateTime *now);

char *torg_words_money (gint64 ore);
char *torg_words_money_short (gint64 ore);

char *torg_words_place (const TorgPlaces *places, TorgRecord *organisation);
const char *torg_words_kind (const TorgKind *kind);
char *torg_words_problem (const TorgField *field, TorgRecordError code);

G_END_DECLS
