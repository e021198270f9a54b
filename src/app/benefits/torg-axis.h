/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TorgAxis:
 * @first: the least value that has a line
 * @step: from one line to the next; a 1, 2 or 5 with zeros
 * @count: how many lines
 *
 * The lines of a chart's axis, at round numbers.
 */
typedef struct {
  gint64 first;
  gint64 step;
  guint count;
} TorgAxis;

TorgAxis torg_axis_new (gint64 low, gint64 high, guint most);
gint64 torg_axis_last (const TorgAxis *self);
double torg_axis_place (const TorgAxis *self, gint64 value);

guint torg_axis_month_step (guint32 first_day, guint32 last_day, guint most);

G_END_DECLS
