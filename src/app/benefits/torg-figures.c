/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-figures.h"

struct _TorgFigures {
  AdwBin parent_instance;

  GtkLabel *title;
  AdwToggleGroup *choice;
  GtkStack *stack;
};

static GtkBuildableIface *parent_buildable;

static void torg_figures_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgFigures,
                               torg_figures,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      torg_figures_buildable_init))

/* A list will do for a chart as well: <child type="chart">. */
static void
torg_figures_add_child (GtkBuildable *buildable,
                        GtkBuilder *builder,
                        GObject *child,
                        const char *type)
{
  TorgFigures *self = TORG_FIGURES (buildable);

  if (TORG_IS_CHART (child) || g_strcmp0 (type, "chart") == 0)
    gtk_stack_add_named (self->stack, GTK_WIDGET (child), "chart");
  else if (TORG_IS_TABLE (child))
    gtk_stack_add_named (self->stack, GTK_WIDGET (child), "table");
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
torg_figures_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = torg_figures_add_child;
}

static void
torg_figures_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_FIGURES);
  G_OBJECT_CLASS (torg_figures_parent_class)->dispose (object);
}

static void
torg_figures_class_init (TorgFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_figures_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgFigures, title);
  gtk_widget_class_bind_template_child (widget_class, TorgFigures, choice);
  gtk_widget_class_bind_template_child (widget_class, TorgFigures, stack);
}

static void
torg_figures_init (TorgFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->choice, "active-name", self->stack, "visible-child-name",
                          G_BINDING_DEFAULT);
}

/**
 * torg_figures_set_title:
 * @self: figures
 * @title: what they are about
 */
void
torg_figures_set_title (TorgFigures *self, const char *title)
{
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), *title != '\0');
}
