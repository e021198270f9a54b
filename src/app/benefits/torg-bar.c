/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-bar.h"

#define HIGH       10
#define LEAST_WIDE 60

struct _TorgBar {
  GtkWidget parent_instance;

  float part; /* of its width */
  TorgFillStyle style;
};

G_DEFINE_FINAL_TYPE (TorgBar, torg_bar, GTK_TYPE_WIDGET)

/* A thin line is where it begins, so that nothing is seen to be nothing. */
static void
torg_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TorgBar *self = TORG_BAR (widget);
  TorgPaint paint = torg_paint_begin (widget, snapshot);
  float top = (float) (gtk_widget_get_height (widget) - HIGH) / 2;
  float width = roundf (self->part * paint.width);

  torg_paint_line (&paint, 0, top - 1, 0, top + HIGH + 1, TORG_LINE_THIN, &paint.quiet);
  if (width >= 1)
    torg_paint_bar (&paint, &GRAPHENE_RECT_INIT (0, top, width, HIGH), self->style,
                    self->style == TORG_FILL_FULL ? &paint.accent : &paint.quiet);
}

static void
torg_bar_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDE : HIGH + 2;
  *natural = *minimum;
}

static void
torg_bar_class_init (TorgBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = torg_bar_snapshot;
  widget_class->measure = torg_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
torg_bar_init (TorgBar *self)
{
}

/**
 * torg_bar_new:
 * @amount: an amount; nothing is painted for less than nothing
 * @greatest: the amount that fills the width
 * @style: how it is filled
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
torg_bar_new (gint64 amount, gint64 greatest, TorgFillStyle style)
{
  TorgBar *self = g_object_new (TORG_TYPE_BAR, NULL);

  self->part = (float) CLAMP ((double) amount / (double) MAX (greatest, 1), 0, 1);
  self->style = style;
  return GTK_WIDGET (self);
}
