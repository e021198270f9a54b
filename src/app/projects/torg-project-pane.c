/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-pane.h"

#include "torg-project-view.h"

struct _TorgProjectPane {
  AdwBin parent_instance;

  TorgSession *session;

  GtkStack *states;
  TorgProjectView *view;
};

G_DEFINE_FINAL_TYPE (TorgProjectPane, torg_project_pane, ADW_TYPE_BIN)

static void
torg_project_pane_dispose (GObject *object)
{
  TorgProjectPane *self = TORG_PROJECT_PANE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_project_pane_parent_class)->dispose (object);
}

static void
torg_project_pane_class_init (TorgProjectPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_project_pane_dispose;
  g_type_ensure (TORG_TYPE_PROJECT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-project-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgProjectPane, states);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectPane, view);
}

static void
torg_project_pane_init (TorgProjectPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_project_pane_new:
 * @session: whose records are shown
 *
 * Returns: (transfer floating): a pane with the portfolio
 */
GtkWidget *
torg_project_pane_new (TorgSession *session)
{
  TorgProjectPane *self = g_object_new (TORG_TYPE_PROJECT_PANE, NULL);

  self->session = g_object_ref (session);
  torg_project_view_set_session (self->view, session);
  return GTK_WIDGET (self);
}

/**
 * torg_project_pane_show:
 * @self: a pane
 * @record: (nullable): the project to show; %NULL for the portfolio
 */
void
torg_project_pane_show (TorgProjectPane *self, TorgRecord *record)
{
  torg_project_view_set_record (self->view, record);
  gtk_stack_set_visible_child_name (self->states, record ? "project" : "portfolio");
}

/**
 * torg_project_pane_create:
 * @self: a pane
 *
 * Begins to write a new project.
 */
void
torg_project_pane_create (TorgProjectPane *self)
{
}

/**
 * torg_project_pane_go_back:
 * @self: a pane
 *
 * Returns: whether there was something to leave
 */
gboolean
torg_project_pane_go_back (TorgProjectPane *self)
{
  return FALSE;
}
