/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TorgPaint:
 * @widget: what is painted
 * @snapshot: where
 * @width: its width
 * @mirrored: whether one reads from right to left; all x count from where reading begins
 * @text: colour of what is read
 * @quiet: colour of what explains
 * @faint: colour of lines behind
 * @accent: colour of what matters
 *
 * What the charts are painted with, in the colours of the moment.
 */
typedef struct {
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  float width;
  gboolean mirrored;
  GdkRGBA text;
  GdkRGBA quiet;
  GdkRGBA faint;
  GdkRGBA accent;
} TorgPaint;

typedef enum {
  TORG_LINE_THIN,
  TORG_LINE_DASHED,
  TORG_LINE_THICK,
} TorgLineStyle;

typedef enum {
  TORG_FILL_FULL,
  TORG_FILL_HATCHED,
} TorgFillStyle;

PangoLayout *torg_paint_layout (GtkWidget *widget, const char *words, gboolean bold);
void torg_paint_layout_size (PangoLayout *layout, float *width, float *height);

TorgPaint torg_paint_begin (GtkWidget *widget, GtkSnapshot *snapshot);
float torg_paint_x (const TorgPaint *self, float x);

void torg_paint_lines (const TorgPaint *self,
                       const graphene_point_t *points,
                       guint count,
                       TorgLineStyle style,
                       const GdkRGBA *color);
void torg_paint_line (const TorgPaint *self,
                      float x1,
                      float y1,
                      float x2,
                      float y2,
                      TorgLineStyle style,
                      const GdkRGBA *color);
void torg_paint_dot (const TorgPaint *self,
                     float x,
                     float y,
                     float radius,
                     gboolean full,
                     const GdkRGBA *color);
void torg_paint_diamond (const TorgPaint *self,
                         float x,
                         float y,
                         float radius,
                         const GdkRGBA *color);
void torg_paint_bar (const TorgPaint *self,
                     const graphene_rect_t *area,
                     TorgFillStyle style,
                     const GdkRGBA *color);
void torg_paint_words (const TorgPaint *self,
                       PangoLayout *layout,
                       float x,
                       float y,
                       float align,
                       const GdkRGBA *color);

G_END_DECLS
