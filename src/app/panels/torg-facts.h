/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A group of #TorgFact; not there where none has anything to say. */
#define TORG_TYPE_FACTS (torg_facts_get_type ())
G_DECLARE_FINAL_TYPE (TorgFacts, torg_facts, TORG, FACTS, AdwPreferencesGroup)

G_END_DECLS
