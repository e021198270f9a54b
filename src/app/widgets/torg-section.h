/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_SECTION (torg_section_get_type ())
G_DECLARE_FINAL_TYPE (TorgSection, torg_section, TORG, SECTION, AdwBin)

/*
 * A heading over a list of rows; not there while the list is empty, unless what follows belongs to
 * it too. Properties: title, always.
 */
void torg_section_bind (TorgSection *self,
                        GListModel *model,
                        GtkListBoxCreateWidgetFunc create,
                        gpointer data);

G_END_DECLS
