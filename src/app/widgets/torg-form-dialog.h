/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A dialog around a form. Signal: accepted (TorgRecord *), when what is written there is right and
 * one is done; the dialog stays until torg_form_dialog_finish().
 */
#define TORG_TYPE_FORM_DIALOG (torg_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TorgFormDialog, torg_form_dialog, TORG, FORM_DIALOG, AdwDialog)

TorgFormDialog *torg_form_dialog_new (const char *resource,
                                      TorgRecord *record,
                                      TorgFinder *finder,
                                      const char *title,
                                      const char *accept);
void torg_form_dialog_finish (TorgFormDialog *self, const GError *error);

G_END_DECLS
