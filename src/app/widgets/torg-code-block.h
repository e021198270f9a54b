/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_CODE_BLOCK (torg_code_block_get_type ())
G_DECLARE_FINAL_TYPE (TorgCodeBlock, torg_code_block, TORG, CODE_BLOCK, AdwBin)

/* A piece of code with a button that copies it; what shows it goes into its place. */
GtkWidget *torg_code_block_new (const char *code);
GtkWidget *torg_code_block_get_place (TorgCodeBlock *self);

G_END_DECLS
