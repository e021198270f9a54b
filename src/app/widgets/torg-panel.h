/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORG_TYPE_PANEL (torg_panel_get_type ())
G_DECLARE_INTERFACE (TorgPanel, torg_panel, TORG, PANEL, GtkWidget)

/**
 * TorgPanelInterface:
 * @show: shows something of @record, which is %NULL in an overview; called again whenever the
 *   record, an organisation or a person has changed, so what is shown already is left alone
 *
 * A piece of a detail or an overview. The `.ui` file says which pieces there are and in what order;
 * a panel that has nothing to show hides itself.
 */
struct _TorgPanelInterface {
  GTypeInterface parent;

  void (*show) (TorgPanel *self, TorgSession *session, TorgRecord *record);
};

void torg_panel_show (TorgPanel *self, TorgSession *session, TorgRecord *record);
void torg_panel_show_all (GtkWidget *root, TorgSession *session, TorgRecord *record);

G_END_DECLS
