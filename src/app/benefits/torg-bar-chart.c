/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-bar-chart.h"

#include "torg-axis.h"
#include "torg-benefit-words.h"
#include "torg-field.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1900 /* other years are no years, whoever wrote them */
#define LAST_YEAR  2200
#define GAP        6.0f
#define SWATCH     10.0f
#define WIDEST_BAR 24.0f
#define BAR_PART   0.36f /* of a year's room */
#define LEVELS     5

/* In what amounts are counted, by how large they are. */
typedef struct {
  gint64 from;     /* øre */
  gint64 divide;   /* from øre to millionths of the unit: first this, */
  gint64 multiply; /* then this */
  const char *words;
} Scale;

static const Scale scales[] = {
  { G_GINT64_CONSTANT (100000000), 100, 1,     NC_ ("chart", "million kr")  },
  { 1000000,                       1,   10,    NC_ ("chart", "thousand kr") },
  { 0,                             1,   10000, NC_ ("chart", "kr")          },
};

typedef struct {
  float left, right, top, bottom;
  float line;         /* height of a line of text */
  gint64 first, last; /* years */
  gint64 years;       /* from one year of the axis to the next */
  TorgAxis axis;
  const Scale *scale;
} Area;

struct _TorgBarChart {
  TorgChart parent_instance;

  GArray *gains; /* TorgGain, by year */
  Area area;
};

G_DEFINE_FINAL_TYPE (TorgBarChart, torg_bar_chart, TORG_TYPE_CHART)

static const TorgGain *
gain_at (TorgBarChart *self, guint i)
{
  return &g_array_index (self->gains, TorgGain, i);
}

static PangoLayout *
layout_of (TorgBarChart *self, const char *words)
{
  return torg_paint_layout (GTK_WIDGET (self), words, FALSE);
}

static char *
level_words (const Area *area, gint64 ore)
{
  return torg_words_figure (ore / area->scale->divide * area->scale->multiply);
}

/* Zero is always there: bars begin at it. */
static void
find_levels (TorgBarChart *self, Area *area)
{
  gint64 low = 0, high = 0;

  for (guint i = 0; i < self->gains->len; i++) {
    const TorgGain *gain = gain_at (self, i);
    const gint64 amounts[] = { gain->low, gain->expected, gain->high, gain->actual };

    for (guint j = 0; j < G_N_ELEMENTS (amounts); j++)
      if (amounts[j] != TORG_UNSET) {
        low = MIN (low, amounts[j]);
        high = MAX (high, amounts[j]);
      }
  }
  area->axis = torg_axis_new (low, high, LEVELS);
  area->scale = scales;
  while (area->scale->from > MAX (torg_axis_last (&area->axis), -area->axis.first))
    area->scale++;
}

static float
widest_level (TorgBarChart *self, const Area *area)
{
  float widest = 0;

  for (guint i = 0; i < area->axis.count; i++) {
    g_autofree char *words = level_words (area, area->axis.first + area->axis.step * i);
    g_autoptr (PangoLayout) layout = layout_of (self, words);
    float width, height;

    torg_paint_layout_size (layout, &width, &height);
    widest = MAX (widest, width);
  }
  return widest;
}

/* The least step with which the years stand apart from each other. */
static gint64
find_year_step (TorgBarChart *self, const Area *area)
{
  static const gint64 steps[] = { 1, 2, 5, 10, 20, 50 };
  g_autoptr (PangoLayout) layout = layout_of (self, "2028");
  float width, height, room;
  guint i = 0;

  torg_paint_layout_size (layout, &width, &height);
  room = (area->right - area->left) / (float) (area->last - area->first + 1);
  while (i + 1 < G_N_ELEMENTS (steps) && room * (float) steps[i] < width + GAP)
    i++;
  return steps[i];
}

static void
torg_bar_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TorgBarChart *self = TORG_BAR_CHART (widget);
  Area *area = &self->area;
  g_autoptr (PangoLayout) layout = layout_of (self, "0");
  guint count = self->gains->len;
  float digit;

  torg_paint_layout_size (layout, &digit, &area->line);
  find_levels (self, area);
  area->left = widest_level (self, area) + GAP;
  area->right = MAX ((float) width, area->left + 1);
  area->top = area->line + 2 * GAP;
  area->bottom = (float) height - area->line - GAP;
  area->first = count > 0 ? gain_at (self, 0)->year : 0;
  area->last = count > 0 ? gain_at (self, count - 1)->year : 0;
  area->years = find_year_step (self, area);
  GTK_WIDGET_CLASS (torg_bar_chart_parent_class)->size_allocate (widget, width, height, baseline);
}

static float
y_of (const Area *area, gint64 ore)
{
  return area->bottom - (area->bottom - area->top) * (float) torg_axis_place (&area->axis, ore);
}

/* The middle of a year's room. */
static float
x_of (const Area *area, gint64 year)
{
  return area->left + (area->right - area->left) * ((float) (year - area->first) + 0.5f) /
                        (float) (area->last - area->first + 1);
}

static float
bar_width (const Area *area)
{
  float room = (area->right - area->left) / (float) (area->last - area->first + 1);

  return CLAMP (floorf (room * BAR_PART), 1, WIDEST_BAR);
}

static void
paint_levels (TorgBarChart *self, const TorgPaint *paint)
{
  const Area *area = &self->area;

  for (guint i = 0; i < area->axis.count; i++) {
    gint64 value = area->axis.first + area->axis.step * i;
    g_autofree char *words = level_words (area, value);
    g_autoptr (PangoLayout) layout = layout_of (self, words);
    float y = y_of (area, value);

    torg_paint_line (paint, area->left, y, area->right, y, TORG_LINE_THIN,
                     value == 0 ? &paint->quiet : &paint->faint);
    torg_paint_words (paint, layout, area->left - GAP, y - area->line / 2, 1, &paint->quiet);
  }
}

static void
paint_years (TorgBarChart *self, const TorgPaint *paint)
{
  const Area *area = &self->area;

  for (gint64 year = area->first; self->gains->len > 0 && year <= area->last; year++) {
    g_autofree char *words = g_strdup_printf ("%" G_GINT64_FORMAT, year);
    g_autoptr (PangoLayout) layout = NULL;

    if (year % area->years != 0)
      continue;
    layout = layout_of (self, words);
    torg_paint_words (paint, layout, x_of (area, year), area->bottom + GAP / 2, 0.5f,
                      &paint->quiet);
  }
}

static void
paint_bar (TorgBarChart *self, const TorgPaint *paint, float x, gint64 ore, TorgFillStyle style)
{
  const Area *area = &self->area;
  float zero = roundf (y_of (area, 0)), end = roundf (y_of (area, ore));
  const graphene_rect_t bar =
    GRAPHENE_RECT_INIT (roundf (x), MIN (zero, end), bar_width (area), MAX (ABS (zero - end), 1));

  torg_paint_bar (paint, &bar, style, style == TORG_FILL_FULL ? &paint->accent : &paint->quiet);
}

/* From the pessimistic to the optimistic estimate. */
static void
paint_whisker (TorgBarChart *self, const TorgPaint *paint, float x, const TorgGain *gain)
{
  const Area *area = &self->area;
  float cap = MIN (bar_width (area) / 4, 4);
  float low = y_of (area, gain->low != TORG_UNSET ? gain->low : gain->expected);
  float high = y_of (area, gain->high != TORG_UNSET ? gain->high : gain->expected);

  if (ABS (low - high) < 1)
    return;
  torg_paint_line (paint, x, high, x, low, TORG_LINE_THIN, &paint->text);
  torg_paint_line (paint, x - cap, low, x + cap, low, TORG_LINE_THIN, &paint->text);
  torg_paint_line (paint, x - cap, high, x + cap, high, TORG_LINE_THIN, &paint->text);
}

static void
paint_gain (TorgBarChart *self, const TorgPaint *paint, const TorgGain *gain)
{
  const Area *area = &self->area;
  float middle = x_of (area, gain->year), width = bar_width (area);

  if (gain->expected != TORG_UNSET) {
    paint_bar (self, paint, middle - width - 1, gain->expected, TORG_FILL_HATCHED);
    paint_whisker (self, paint, middle - width / 2 - 1, gain);
  }
  if (gain->actual != TORG_UNSET)
    paint_bar (self, paint, middle + 1, gain->actual, TORG_FILL_FULL);
}

static float
paint_key (TorgBarChart *self,
           const TorgPaint *paint,
           float end,
           const char *words,
           TorgFillStyle style)
{
  g_autoptr (PangoLayout) layout = layout_of (self, words);
  float width, height, start;

  torg_paint_layout_size (layout, &width, &height);
  start = end - width - SWATCH - GAP;
  torg_paint_words (paint, layout, end, 0, 1, &paint->text);
  torg_paint_bar (paint, &GRAPHENE_RECT_INIT (start, (height - SWATCH) / 2, SWATCH, SWATCH), style,
                  style == TORG_FILL_FULL ? &paint->accent : &paint->quiet);
  return start - 2 * GAP;
}

static void
torg_bar_chart_paint (TorgChart *chart, const TorgPaint *paint)
{
  TorgBarChart *self = TORG_BAR_CHART (chart);
  const char *words = g_dpgettext2 (GETTEXT_PACKAGE, "chart", self->area.scale->words);
  g_autoptr (PangoLayout) unit = layout_of (self, words);
  float end = self->area.right;

  torg_paint_words (paint, unit, 0, 0, 0, &paint->quiet);
  end = paint_key (self, paint, end, C_ ("chart", "Realised"), TORG_FILL_FULL);
  paint_key (self, paint, end, C_ ("chart", "Planned"), TORG_FILL_HATCHED);
  paint_levels (self, paint);
  paint_years (self, paint);
  for (guint i = 0; i < self->gains->len; i++)
    paint_gain (self, paint, gain_at (self, i));
}

static void
torg_bar_chart_place (TorgChart *chart, guint mark, graphene_point_t *place)
{
  TorgBarChart *self = TORG_BAR_CHART (chart);
  const TorgGain *gain = gain_at (self, mark);
  gint64 expected = gain->expected != TORG_UNSET ? gain->expected : 0;
  gint64 actual = gain->actual != TORG_UNSET ? gain->actual : 0;

  *place = GRAPHENE_POINT_INIT (x_of (&self->area, gain->year),
                                y_of (&self->area, MAX (MAX (expected, actual), 0)));
}

static void
torg_bar_chart_finalize (GObject *object)
{
  g_clear_pointer (&TORG_BAR_CHART (object)->gains, g_array_unref);
  G_OBJECT_CLASS (torg_bar_chart_parent_class)->finalize (object);
}

static void
torg_bar_chart_class_init (TorgBarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = torg_bar_chart_finalize;
  widget_class->size_allocate = torg_bar_chart_size_allocate;
  TORG_CHART_CLASS (klass)->paint = torg_bar_chart_paint;
  TORG_CHART_CLASS (klass)->place = torg_bar_chart_place;
}

static void
torg_bar_chart_init (TorgBarChart *self)
{
  self->gains = g_array_new (FALSE, FALSE, sizeof (TorgGain));
  self->area.scale = scales;
}

static int
compare_years (gconstpointer one, gconstpointer other)
{
  const TorgGain *a = one, *b = other;

  return a->year == b->year ? 0 : a->year < b->year ? -1 : 1;
}

static char *
mark_words (const TorgGain *gain)
{
  g_autofree char *words = torg_words_gain (gain);

  return g_strdup_printf ("%" G_GINT64_FORMAT ": %s", gain->year, words);
}

/**
 * torg_bar_chart_show:
 * @self: a chart
 * @name: what it is about
 * @gains: (array length=count): the years, in any order
 * @count: how many
 */
void
torg_bar_chart_show (TorgBarChart *self, const char *name, const TorgGain *gains, guint count)
{
  GPtrArray *marks = g_ptr_array_new_null_terminated (count + 1, g_free, TRUE);
  g_autofree char *description = NULL;

  g_array_set_size (self->gains, 0);
  for (guint i = 0; i < count; i++)
    if (gains[i].year >= FIRST_YEAR && gains[i].year <= LAST_YEAR)
      g_array_append_val (self->gains, gains[i]);
  g_array_sort (self->gains, compare_years);
  for (guint i = 0; i < self->gains->len; i++)
    g_ptr_array_add (marks, mark_words (gain_at (self, i)));
  description = g_strjoinv (". ", (GStrv) marks->pdata);
  torg_chart_tell (TORG_CHART (self), name, description, marks);
}
