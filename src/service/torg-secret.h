/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-storage.h"

G_BEGIN_DECLS

char *torg_secret_load (TorgStorage *storage, GError **error);
char *torg_secret_digest (const char *secret, const char *text);

G_END_DECLS
