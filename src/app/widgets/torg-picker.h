/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A popover that searches records of one kind or of several as one types. Signal: picked (TorgRecord *). Arrow
 * keys move in what was found while one goes on typing, Enter takes it, Esc closes.
 */
#define TORG_TYPE_PICKER (torg_picker_get_type ())
G_DECLARE_FINAL_TYPE (TorgPicker, torg_picker, TORG, PICKER, GtkPopover)

void torg_picker_set_finder (TorgPicker *self,
                             TorgFinder *finder,
                             const TorgKind *const *kinds,
                             guint n_kinds);
void torg_picker_open (TorgPicker *self, int width);

G_END_DECLS
