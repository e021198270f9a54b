/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-paint.h"

G_BEGIN_DECLS

#define TORG_TYPE_CHART (torg_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (TorgChart, torg_chart, TORG, CHART, GtkWidget)

/**
 * TorgChartClass:
 * @paint: paints the chart
 * @place: says where a mark is, x from where reading begins
 *
 * A picture of figures. Its marks are told in words where the pointer or the arrow keys go; a
 * screen reader has the picture's label and description, and hears the marks.
 */
struct _TorgChartClass {
  GtkWidgetClass parent_class;

  void (*paint) (TorgChart *self, const TorgPaint *paint);
  void (*place) (TorgChart *self, guint mark, graphene_point_t *place);
};

void torg_chart_tell (TorgChart *self,
                      const char *label,
                      const char *description,
                      GPtrArray *marks);

G_END_DECLS
