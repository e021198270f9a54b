/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_FACT (torg_fact_get_type ())
G_DECLARE_FINAL_TYPE (TorgFact, torg_fact, TORG, FACT, AdwActionRow)

/* One field of a record in words; not there where the field is empty. Property: field. */
gboolean torg_fact_show (TorgFact *self, TorgRecord *record, TorgFinder *finder);

G_END_DECLS
