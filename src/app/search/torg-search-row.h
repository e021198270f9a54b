/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-found.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_FOUND_ROW (torg_found_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgFoundRow, torg_found_row, TORG, FOUND_ROW, AdwBin)

GtkWidget *torg_found_row_new (void);
void torg_found_row_show (TorgFoundRow *self, TorgFound *found, const char *caption);

G_END_DECLS
