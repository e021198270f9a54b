/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-forum-names.h"
#include "torg-kind.h"

G_BEGIN_DECLS

#define TORG_FORUM_COLLECTIONS "/buckets/" TORG_FORUM "/collections/"
#define TORG_GROUP_ADMINS      TORG_FORUM_GROUPS "admins"
#define TORG_GROUP_MEMBERS     TORG_FORUM_GROUPS "members"

extern const char *const torg_forum_groups[];

const TorgKind *torg_forum_get_kind (const char *bucket, const char *collection);
TorgKindFlags torg_forum_get_rules (const char *bucket, const char *collection);

G_END_DECLS
