/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The objects of a list field as rows that open in a small form of their own. Property `parts`: a
 * GListModel of records, replaced by another with each change. Set in the .ui file: `form`, the
 * resource of the small form, and the words `add` and `dialog-title`.
 */
#define TORG_TYPE_PARTS_GROUP (torg_parts_group_get_type ())
G_DECLARE_FINAL_TYPE (TorgPartsGroup, torg_parts_group, TORG, PARTS_GROUP, AdwPreferencesGroup)

void torg_parts_group_set_finder (TorgPartsGroup *self, TorgFinder *finder, const TorgKind *kind);
GListModel *torg_parts_group_get_parts (TorgPartsGroup *self);
void torg_parts_group_set_parts (TorgPartsGroup *self, GListModel *parts);

G_END_DECLS
