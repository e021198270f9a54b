/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-kind.h"

G_BEGIN_DECLS

/* Any record at all, as a text: `collection/id`. */
gboolean torg_about_check (const char *about);
char *torg_about_new (const char *collection, const char *id);
const char *torg_about_id (const char *about);
char *torg_about_dup_collection (const char *about);
const TorgKind *torg_about_kind (const char *about);

G_END_DECLS
