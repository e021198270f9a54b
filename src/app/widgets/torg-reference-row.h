/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Another record, found by its name. Property `id`: which, or %NULL. */
#define TORG_TYPE_REFERENCE_ROW (torg_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgReferenceRow, torg_reference_row, TORG, REFERENCE_ROW, AdwActionRow)

void torg_reference_row_set_finder (TorgReferenceRow *self,
                                    TorgFinder *finder,
                                    const char *collection,
                                    const char *nothing);
void torg_reference_row_set_id (TorgReferenceRow *self, const char *id);
const char *torg_reference_row_get_id (TorgReferenceRow *self);

G_END_DECLS
