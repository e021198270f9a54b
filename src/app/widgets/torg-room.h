/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A part of the window that takes the room there is, whatever is in it. */
#define TORG_TYPE_ROOM (torg_room_get_type ())
G_DECLARE_FINAL_TYPE (TorgRoom, torg_room, TORG, ROOM, AdwBin)

G_END_DECLS
