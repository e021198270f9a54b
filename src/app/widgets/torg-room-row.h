/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Where a new record is to be stored: the forum, the room of one's organisation, or a draft on
 * this computer. Properties: `bucket`, which one, and `explanation`, who can read it.
 */
#define TORG_TYPE_ROOM_ROW (torg_room_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgRoomRow, torg_room_row, TORG, ROOM_ROW, AdwComboRow)

void torg_room_row_set_room (TorgRoomRow *self, TorgFinder *finder, const char *room);
const char *torg_room_row_get_bucket (TorgRoomRow *self);
void torg_room_row_set_bucket (TorgRoomRow *self, const char *bucket);
gboolean torg_room_row_is_draft (TorgRoomRow *self);

G_END_DECLS
