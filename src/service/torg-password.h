/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-settings.h"

G_BEGIN_DECLS

char *torg_password_new (void);
char *torg_password_read_file (const TorgSettings *settings, const char *file, GError **error);
char *torg_password_ask (const TorgSettings *settings, const char *account, GError **error);

G_END_DECLS
