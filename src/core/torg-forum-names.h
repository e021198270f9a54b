/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Names that the application, the sync and the service agree on. */
#define TORG_FORUM        "torg" /* the bucket that all members read */
#define TORG_ROOM_PREFIX  "org-" /* before an organisation: its room, its group */
#define TORG_FORUM_GROUPS "/buckets/" TORG_FORUM "/groups/"
