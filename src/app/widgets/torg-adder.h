/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-form-dialog.h"

G_BEGIN_DECLS

char *torg_adder_dup_label (const TorgKind *kind);
TorgFormDialog *torg_adder_dialog_new (TorgFinder *finder, const TorgKind *kind, const char *name);
void torg_adder_name (TorgRecord *record);

G_END_DECLS
