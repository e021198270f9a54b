/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A cut of the power: see torg-power.c, which must have been loaded in front of the program. */
void test_power_cut (const char *folder, const char *kept);

G_END_DECLS
