/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets as records hold them: sorted, each key once. */
GStrv torg_keys_with (GStrv keys, const char *key);
GStrv torg_keys_without (GStrv keys, const char *key);

G_END_DECLS
