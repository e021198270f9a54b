/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"
#include "torg-keys-row.h"

G_BEGIN_DECLS

/*
 * Any records of the four pages that have to do with this one, each a tag that can be taken away.
 * The keys are `collection/id`.
 */
#define TORG_TYPE_RELATED_ROW (torg_related_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgRelatedRow, torg_related_row, TORG, RELATED_ROW, TorgKeysRow)

void torg_related_row_set_finder (TorgRelatedRow *self, TorgFinder *finder);

G_END_DECLS
