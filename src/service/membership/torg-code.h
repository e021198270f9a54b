/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one is given to show that one may: nobody guesses it, and only its hash is kept. */

char *torg_code_new (void);
char *torg_code_dup_id (const char *code);

G_END_DECLS
