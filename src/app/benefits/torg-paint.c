/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-paint.h"

#include <adwaita.h>

#define WORDS_SCALE 0.85
#define HATCH_GAP   5.0f

/**
 * torg_paint_layout:
 * @widget: where it will stand
 * @words: a text
 * @bold: whether it matters most
 *
 * Returns: (transfer full): the text as charts have it, its digits one below the other
 */
PangoLayout *
torg_paint_layout (GtkWidget *widget, const char *words, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (WORDS_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/**
 * torg_paint_layout_size:
 * @layout: a text
 * @width: (out): its width
 * @height: (out): its height
 */
void
torg_paint_layout_size (PangoLayout *layout, float *width, float *height)
{
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  *width = (float) w;
  *height = (float) h;
}

static GdkRGBA
faded (const GdkRGBA *color, float alpha)
{
  GdkRGBA result = *color;

  result.alpha *= alpha;
  return result;
}

/**
 * torg_paint_begin:
 * @widget: what is painted
 * @snapshot: where
 *
 * Returns: the means, in the colours of the moment
 */
TorgPaint
torg_paint_begin (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  TorgPaint self = {
    .widget = widget,
    .snapshot = snapshot,
    .width = (float) gtk_widget_get_width (widget),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  gtk_widget_get_color (widget, &self.text);
  self.quiet = faded (&self.text, contrast ? 1 : 0.7f);
  self.faint = faded (&self.text, contrast ? 0.5f : 0.15f);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &self.accent);
  return self;
}

/**
 * torg_paint_x:
 * @self: the means
 * @x: from where reading begins
 *
 * Returns: from the left
 */
float
torg_paint_x (const TorgPaint *self, float x)
{
  return self->mirrored ? self->width - x : x;
}

static GskStroke *
stroke_of (TorgLineStyle style)
{
  static const float dashes[] = { 5, 4 };
  GskStroke *stroke = gsk_stroke_new (style == TORG_LINE_THICK    ? 2.5f
                                      : style == TORG_LINE_DASHED ? 1.5f
                                                                  : 1);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (style == TORG_LINE_DASHED)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  return stroke;
}

/**
 * torg_paint_lines:
 * @self: the means
 * @points: (array length=count): from where to where
 * @count: how many; one alone has no line
 * @style: how
 * @color: in which colour
 */
void
torg_paint_lines (const TorgPaint *self,
                  const graphene_point_t *points,
                  guint count,
                  TorgLineStyle style,
                  const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = stroke_of (style);
  g_autoptr (GskPath) path = NULL;

  if (count < 2)
    return;
  gsk_path_builder_move_to (builder, torg_paint_x (self, points[0].x), points[0].y);
  for (guint i = 1; i < count; i++)
    gsk_path_builder_line_to (builder, torg_paint_x (self, points[i].x), points[i].y);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (self->snapshot, path, stroke, color);
}

/**
 * torg_paint_line:
 * @self: the means
 * @x1: from where
 * @y1: from where
 * @x2: to where
 * @y2: to where
 * @style: how
 * @color: in which colour
 *
 * A thin one that is level or upright falls on whole pixels.
 */
void
torg_paint_line (const TorgPaint *self,
                 float x1,
                 float y1,
                 float x2,
                 float y2,
                 TorgLineStyle style,
                 const GdkRGBA *color)
{
  const graphene_point_t points[] = {
    { x1, y1 },
    { x2, y2 }
  };
  float left = MIN (torg_paint_x (self, x1), torg_paint_x (self, x2));

  if (style != TORG_LINE_THIN || (x1 != x2 && y1 != y2)) {
    torg_paint_lines (self, points, G_N_ELEMENTS (points), style, color);
    return;
  }
  gtk_snapshot_append_color (self->snapshot, color,
                             &GRAPHENE_RECT_INIT (roundf (left), roundf (MIN (y1, y2)),
                                                  MAX (roundf (ABS (x2 - x1)), 1),
                                                  MAX (roundf (ABS (y2 - y1)), 1)));
}

static void
paint_outline (const TorgPaint *self, GskPath *path, const GdkRGBA *color)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2);

  gtk_snapshot_append_stroke (self->snapshot, path, stroke, color);
}

/**
 * torg_paint_dot:
 * @self: the means
 * @x: its middle
 * @y: its middle
 * @radius: how large
 * @full: whether it is filled
 * @color: in which colour
 */
void
torg_paint_dot (const TorgPaint *self,
                float x,
                float y,
                float radius,
                gboolean full,
                const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (torg_paint_x (self, x), y), radius);
  path = gsk_path_builder_to_path (builder);
  if (full)
    gtk_snapshot_append_fill (self->snapshot, path, GSK_FILL_RULE_WINDING, color);
  else
    paint_outline (self, path, color);
}

/**
 * torg_paint_diamond:
 * @self: the means
 * @x: its middle
 * @y: its middle
 * @radius: from there to a corner
 * @color: in which colour
 */
void
torg_paint_diamond (const TorgPaint *self, float x, float y, float radius, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float middle = torg_paint_x (self, x);

  gsk_path_builder_move_to (builder, middle, y - radius);
  gsk_path_builder_line_to (builder, middle + radius, y);
  gsk_path_builder_line_to (builder, middle, y + radius);
  gsk_path_builder_line_to (builder, middle - radius, y);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);
  paint_outline (self, path, color);
}

static void
paint_hatches (const TorgPaint *self, const graphene_rect_t *area, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  g_autoptr (GskPath) path = NULL;
  float left = area->origin.x, top = area->origin.y;
  float width = area->size.width, height = area->size.height;

  for (float at = HATCH_GAP; at < width + height; at += HATCH_GAP) {
    gsk_path_builder_move_to (builder, left + at, top);
    gsk_path_builder_line_to (builder, left + at - height, top + height);
  }
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_push_clip (self->snapshot, area);
  gtk_snapshot_append_stroke (self->snapshot, path, stroke, color);
  gtk_snapshot_pop (self->snapshot);
}

/**
 * torg_paint_bar:
 * @self: the means
 * @area: where
 * @style: full, or hatched with an outline
 * @color: in which colour
 */
void
torg_paint_bar (const TorgPaint *self,
                const graphene_rect_t *area,
                TorgFillStyle style,
                const GdkRGBA *color)
{
  graphene_rect_t placed = *area;
  GskRoundedRect outline;

  if (self->mirrored)
    placed.origin.x = self->width - area->origin.x - area->size.width;
  if (style == TORG_FILL_FULL) {
    gtk_snapshot_append_color (self->snapshot, color, &placed);
    return;
  }
  gsk_rounded_rect_init_from_rect (&outline, &placed, 0);
  paint_hatches (self, &placed, color);
  gtk_snapshot_append_border (self->snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

/**
 * torg_paint_words:
 * @self: the means
 * @layout: a text
 * @x: where it stands
 * @y: its upper edge
 * @align: how much of it stands before @x, from 0 to 1
 * @color: in which colour
 */
void
torg_paint_words (const TorgPaint *self,
                  PangoLayout *layout,
                  float x,
                  float y,
                  float align,
                  const GdkRGBA *color)
{
  float width, height, left;

  torg_paint_layout_size (layout, &width, &height);
  left = torg_paint_x (self, x) - width * (self->mirrored ? 1 - align : align);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (roundf (left), roundf (y)));
  gtk_snapshot_append_layout (self->snapshot, layout, color);
  gtk_snapshot_restore (self->snapshot);
}
