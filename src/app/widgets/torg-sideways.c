/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A GtkScrolledWindow asks what it holds how high it is before it knows how wide: the height of a
 * table whose cells wrap would be that of its widest form.
 */
#include "torg-sideways.h"

#define BAR 12 /* below the child, where there is a scrollbar */

struct _TorgSideways {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *child; /* not owned */
};

G_DEFINE_FINAL_TYPE (TorgSideways, torg_sideways, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
torg_sideways_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What nobody asked how large it is since it changed does not tell of further changes. */
static void
ask_between (TorgSideways *self)
{
  for (GtkWidget *widget = gtk_widget_get_parent (self->child); widget != GTK_WIDGET (self);
       widget = gtk_widget_get_parent (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
}

static void
torg_sideways_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TorgSideways *self = TORG_SIDEWAYS (widget);
  int least, wished, height;

  ask_between (self);
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *natural = wished;
    return;
  }
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL,
                      MAX (for_size < 0 ? wished : for_size, least), NULL, &height, NULL, NULL);
  *minimum = *natural = height + (for_size >= 0 && for_size < least ? BAR : 0);
}

static void
torg_sideways_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (TORG_SIDEWAYS (widget)->scroller,
                            &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
torg_sideways_dispose (GObject *object)
{
  TorgSideways *self = TORG_SIDEWAYS (object);

  self->child = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (torg_sideways_parent_class)->dispose (object);
}

static void
torg_sideways_class_init (TorgSidewaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_sideways_dispose;
  widget_class->get_request_mode = torg_sideways_get_request_mode;
  widget_class->measure = torg_sideways_measure;
  widget_class->size_allocate = torg_sideways_size_allocate;
}

static void
torg_sideways_init (TorgSideways *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * torg_sideways_new:
 * @child: (transfer floating): what may be wider than there is room for
 *
 * Returns: (transfer floating): a widget that holds it
 */
GtkWidget *
torg_sideways_new (GtkWidget *child)
{
  TorgSideways *self = g_object_new (TORG_TYPE_SIDEWAYS, NULL);

  self->child = child;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);
  return GTK_WIDGET (self);
}
