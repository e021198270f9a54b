/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-field.h"

G_BEGIN_DECLS

gboolean torg_has_icon (const TorgChoices *choices, const char *code);
const char *torg_icon_of_choice (const TorgChoices *choices, const char *code);
const char *torg_style_of_choice (const TorgChoices *choices, const char *code);

G_END_DECLS
