/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-overview.h"

#include "torg-column.h"
#include "torg-page-type.h"
#include "torg-panel.h"
#include "torg-panels.h"

struct _TorgOverview {
  AdwBin parent_instance;

  TorgSession *session;
  GtkWidget *root; /* a column of panels, or one panel */
  guint showing;   /* an idle source */

  AdwClamp *clamp;
};

G_DEFINE_FINAL_TYPE (TorgOverview, torg_overview, ADW_TYPE_BIN)

static void
show_cb (gpointer data)
{
  TorgOverview *self = data;

  self->showing = 0;
  if (TORG_IS_COLUMN (self->root))
    torg_column_show (TORG_COLUMN (self->root), self->session, NULL);
  else
    torg_panel_show (TORG_PANEL (self->root), self->session, NULL);
}

/* Once for many changes, and not while nobody looks. */
static void
update (TorgOverview *self)
{
  if (self->showing == 0 && self->root != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->showing = g_idle_add_once (show_cb, self);
}

static void
torg_overview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (torg_overview_parent_class)->map (widget);
  update (TORG_OVERVIEW (widget));
}

static void
torg_overview_dispose (GObject *object)
{
  TorgOverview *self = TORG_OVERVIEW (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  self->root = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_OVERVIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_overview_parent_class)->dispose (object);
}

static void
torg_overview_class_init (TorgOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_overview_dispose;
  widget_class->map = torg_overview_map;
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgOverview, clamp);
}

static void
torg_overview_init (TorgOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Panels in a column to scroll, or one widget that fills the pane and has a header of its own. */
static void
fill (TorgOverview *self, const char *file)
{
  g_autofree char *path = g_strconcat (TORG_PAGE_UI, file, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);
  GObject *content = gtk_builder_get_object (builder, "content");

  if (content != NULL) {
    self->root = GTK_WIDGET (content);
    adw_bin_set_child (ADW_BIN (self), self->root);
  } else {
    self->root = GTK_WIDGET (gtk_builder_get_object (builder, "overview"));
    adw_clamp_set_child (self->clamp, self->root);
  }
}

/**
 * torg_overview_new:
 * @session: whose records are shown
 * @type: the page
 *
 * Returns: (transfer floating): the page's overview
 */
GtkWidget *
torg_overview_new (TorgSession *session, const TorgPageType *type)
{
  TorgOverview *self;

  torg_panels_ensure ();
  self = g_object_new (TORG_TYPE_OVERVIEW, NULL);
  self->session = g_object_ref (session);
  fill (self, type->overview);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::drafts", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
