/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A choice that is on or off, for one among several in an AdwWrapBox. A tick says that it is on. */
#define TORG_TYPE_CHIP (torg_chip_get_type ())
G_DECLARE_FINAL_TYPE (TorgChip, torg_chip, TORG, CHIP, GtkToggleButton)

GtkWidget *torg_chip_new (const char *code, const char *word);
const char *torg_chip_get_code (TorgChip *self);

G_END_DECLS
