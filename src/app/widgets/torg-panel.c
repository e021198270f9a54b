/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-panel.h"

G_DEFINE_INTERFACE (TorgPanel, torg_panel, GTK_TYPE_WIDGET)

static void
torg_panel_default_init (TorgPanelInterface *iface)
{
}

/**
 * torg_panel_show:
 * @self: a panel
 * @session: whose records are shown
 * @record: (nullable): what the detail is about; %NULL in an overview
 */
void
torg_panel_show (TorgPanel *self, TorgSession *session, TorgRecord *record)
{
  g_return_if_fail (TORG_IS_PANEL (self));

  TORG_PANEL_GET_IFACE (self)->show (self, session, record);
}

/**
 * torg_panel_show_all:
 * @root: a widget that panels are somewhere inside of
 * @session: whose records are shown
 * @record: (nullable): what the detail is about; %NULL in an overview
 *
 * A panel inside of a panel is that one's affair.
 */
void
torg_panel_show_all (GtkWidget *root, TorgSession *session, TorgRecord *record)
{
  GtkWidget *child = gtk_widget_get_first_child (root);

  if (TORG_IS_PANEL (root)) {
    torg_panel_show (TORG_PANEL (root), session, record);
    return;
  }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    torg_panel_show_all (child, session, record);
}
