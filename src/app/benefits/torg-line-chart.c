/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-line-chart.h"

#include "torg-axis.h"
#include "torg-benefit-words.h"
#include "torg-field.h"
#include "torg-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MOST_OF_UNIT 60 /* characters: what is longer is no unit */
#define DOT          3.5f
#define DIAMOND      6.0f
#define GAP          6.0f
#define LEVELS       5  /* lines at most */
#define LEAST_DAYS   90 /* so that the axis has a date or two */

typedef enum {
  NODE_BASELINE,
  NODE_MEASURED,
  NODE_TARGET,
} NodeKind;

typedef struct {
  guint32 day;
  gint64 value;
  NodeKind kind;
} Node;

typedef struct {
  float left, right, top, bottom;
  float line; /* height of a line of text */
  guint32 first, last;
  guint months; /* from one date of the axis to the next */
  TorgAxis axis;
} Area;

struct _TorgLineChart {
  TorgChart parent_instance;

  TorgGoal goal;
  GArray *nodes; /* Node, in the order of their days, the target last */
  char *unit;
  Area area;
};

G_DEFINE_FINAL_TYPE (TorgLineChart, torg_line_chart, TORG_TYPE_CHART)

static const Node *
node_at (TorgLineChart *self, guint i)
{
  return &g_array_index (self->nodes, Node, i);
}

static PangoLayout *
layout_of (TorgLineChart *self, const char *words)
{
  return torg_paint_layout (GTK_WIDGET (self), words, FALSE);
}

static TorgAxis
axis_of (TorgLineChart *self)
{
  const gint64 levels[] = { self->goal.baseline, self->goal.target };
  gint64 low = G_MAXINT64, high = G_MININT64;

  for (guint i = 0; i < self->nodes->len; i++) {
    low = MIN (low, node_at (self, i)->value);
    high = MAX (high, node_at (self, i)->value);
  }
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i] != TORG_UNSET) {
      low = MIN (low, levels[i]);
      high = MAX (high, levels[i]);
    }
  return low > high ? torg_axis_new (0, 1, LEVELS) : torg_axis_new (low, high, LEVELS);
}

/* The days from the first to the last, and some around where they are few. */
static void
find_days (TorgLineChart *self, Area *area)
{
  area->first = self->nodes->len > 0 ? G_MAXUINT32 : 0;
  area->last = 0;
  for (guint i = 0; i < self->nodes->len; i++) {
    area->first = MIN (area->first, node_at (self, i)->day);
    area->last = MAX (area->last, node_at (self, i)->day);
  }
  if (area->last - area->first >= LEAST_DAYS)
    return;
  area->first -= MIN (area->first, LEAST_DAYS / 2);
  area->last += LEAST_DAYS / 2;
}

/* How much room the numbers of the upright axis take. */
static float
widest_level (TorgLineChart *self, const TorgAxis *axis)
{
  float widest = 0;

  for (guint i = 0; i < axis->count; i++) {
    g_autofree char *words = torg_words_figure (axis->first + axis->step * i);
    g_autoptr (PangoLayout) layout = layout_of (self, words);
    float width, height;

    torg_paint_layout_size (layout, &width, &height);
    widest = MAX (widest, width);
  }
  return widest;
}

/* A date of the axis: "2026", or "May 2026" where there are several in a year. */
static PangoLayout *
date_layout (TorgLineChart *self, const GDate *date, guint months)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (
    g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 0, 0, 0);
  /* Translators: a month under a chart, short, in the codes of strftime: "May 2025" */
  g_autofree char *words = g_date_time_format (time, months < 12 ? C_ ("chart", "%b %Y") : "%Y");

  return layout_of (self, words ? words : "");
}

static guint
find_months (TorgLineChart *self, const Area *area)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_SEPTEMBER, 2028);
  g_autoptr (PangoLayout) layout = date_layout (self, date, 1);
  float width, height;

  torg_paint_layout_size (layout, &width, &height);
  return torg_axis_month_step (area->first, area->last,
                               (guint) MAX ((area->right - area->left) / (width + 2 * GAP), 1));
}

static void
torg_line_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TorgLineChart *self = TORG_LINE_CHART (widget);
  Area *area = &self->area;
  g_autoptr (PangoLayout) layout = layout_of (self, "0");
  float digit;

  torg_paint_layout_size (layout, &digit, &area->line);
  area->axis = axis_of (self);
  area->left = widest_level (self, &area->axis) + GAP + DIAMOND;
  area->right = MAX ((float) width - DIAMOND - 1, area->left + 1);
  area->top = 2 * area->line + GAP;
  area->bottom = (float) height - area->line - 2 * GAP;
  find_days (self, area);
  area->months = find_months (self, area);
  GTK_WIDGET_CLASS (torg_line_chart_parent_class)->size_allocate (widget, width, height, baseline);
}

static float
x_of (const Area *area, guint32 day)
{
  return area->left + (area->right - area->left) * (float) (day - area->first) /
                        (float) (area->last - area->first);
}

static float
y_of (const Area *area, gint64 value)
{
  return area->bottom - (area->bottom - area->top) * (float) torg_axis_place (&area->axis, value);
}

static void
paint_levels (TorgLineChart *self, const TorgPaint *paint)
{
  const Area *area = &self->area;
  g_autoptr (PangoLayout) unit = layout_of (self, self->unit ? self->unit : "");

  torg_paint_words (paint, unit, 0, 0, 0, &paint->quiet);
  for (guint i = 0; i < area->axis.count; i++) {
    gint64 value = area->axis.first + area->axis.step * i;
    g_autofree char *words = torg_words_figure (value);
    g_autoptr (PangoLayout) layout = layout_of (self, words);
    float y = y_of (area, value);

    torg_paint_line (paint, area->left - DIAMOND, y, area->right, y, TORG_LINE_THIN,
                     value == 0 ? &paint->quiet : &paint->faint);
    torg_paint_words (paint, layout, area->left - GAP - DIAMOND, y - area->line / 2, 1,
                      &paint->quiet);
  }
}

static void
paint_dates (TorgLineChart *self, const TorgPaint *paint)
{
  const Area *area = &self->area;
  GDate date;
  guint beyond;

  if (!g_date_valid_julian (area->first))
    return;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, area->first);
  /* The first that is a multiple of the step: January of round years, or the months of a quarter. */
  beyond =
    ((guint) g_date_get_year (&date) * 12 + (guint) g_date_get_month (&date) - 1) % area->months;
  g_date_set_day (&date, 1);
  g_date_subtract_months (&date, beyond);
  for (; g_date_get_julian (&date) <= area->last; g_date_add_months (&date, area->months)) {
    g_autoptr (PangoLayout) layout = NULL;
    float x, width, height;

    if (g_date_get_julian (&date) < area->first)
      continue;
    layout = date_layout (self, &date, area->months);
    x = x_of (area, g_date_get_julian (&date));
    torg_paint_layout_size (layout, &width, &height);
    torg_paint_line (paint, x, area->bottom, x, area->bottom + GAP / 2, TORG_LINE_THIN,
                     &paint->quiet);
    torg_paint_words (paint, layout,
                      CLAMP (x, width / 2, MAX (paint->width - width / 2, width / 2)),
                      area->bottom + GAP, 0.5f, &paint->quiet);
  }
}

static gboolean
has_plan (const TorgGoal *goal)
{
  return goal->baseline != TORG_UNSET && goal->baseline_day != 0 && goal->target != TORG_UNSET &&
         goal->target_day != 0 && goal->baseline_day < goal->target_day;
}

/* The plan is a line where both its days are known, else a level to come from or to reach. */
static void
paint_plan (TorgLineChart *self, const TorgPaint *paint)
{
  const Area *area = &self->area;
  const TorgGoal *goal = &self->goal;

  if (has_plan (goal)) {
    torg_paint_line (paint, x_of (area, goal->baseline_day), y_of (area, goal->baseline),
                     x_of (area, goal->target_day), y_of (area, goal->target), TORG_LINE_DASHED,
                     &paint->quiet);
    return;
  }
  if (goal->baseline != TORG_UNSET)
    torg_paint_line (paint, area->left, y_of (area, goal->baseline), area->right,
                     y_of (area, goal->baseline), TORG_LINE_DASHED, &paint->faint);
  if (goal->target != TORG_UNSET)
    torg_paint_line (paint, area->left, y_of (area, goal->target), area->right,
                     y_of (area, goal->target), TORG_LINE_DASHED, &paint->quiet);
}

static void
paint_nodes (TorgLineChart *self, const TorgPaint *paint)
{
  const Area *area = &self->area;
  g_autofree graphene_point_t *points = g_new (graphene_point_t, self->nodes->len + 1);
  gboolean dense = (float) self->nodes->len * 3 * DOT > area->right - area->left;
  guint count = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    if (node_at (self, i)->kind != NODE_TARGET)
      points[count++] = GRAPHENE_POINT_INIT (x_of (area, node_at (self, i)->day),
                                             y_of (area, node_at (self, i)->value));
  torg_paint_lines (paint, points, count, TORG_LINE_THICK, &paint->accent);
  for (guint i = 0; i < self->nodes->len; i++) {
    const Node *node = node_at (self, i);
    float x = x_of (area, node->day), y = y_of (area, node->value);

    if (node->kind == NODE_TARGET)
      torg_paint_diamond (paint, x, y, DIAMOND, &paint->text);
    else if (!dense || i == 0 || i + 1 == count)
      torg_paint_dot (paint, x, y, DOT, node->kind == NODE_MEASURED, &paint->accent);
  }
}

/* The height of the plan's line at one place. */
static float
plan_at (const TorgLineChart *self, float x)
{
  const Area *area = &self->area;
  const TorgGoal *goal = &self->goal;
  float from = x_of (area, goal->baseline_day);
  float to = x_of (area, goal->target_day);
  float share = CLAMP ((x - from) / (to - from), 0, 1);

  return y_of (area, goal->baseline) +
         share * (y_of (area, goal->target) - y_of (area, goal->baseline));
}

/* Moves a room for words up or down until the plan's line does not go through it. */
static void
keep_off_plan (const TorgLineChart *self, graphene_rect_t *room, gboolean over)
{
  float one, other;

  if (!has_plan (&self->goal))
    return;
  one = plan_at (self, room->origin.x);
  other = plan_at (self, room->origin.x + room->size.width);
  if (MIN (one, other) >= room->origin.y + room->size.height || MAX (one, other) <= room->origin.y)
    return;
  room->origin.y = over ? MIN (one, other) - room->size.height : MAX (one, other);
}

/* Words that stand by their place: over or under it, wherever nothing stands yet. */
static void
paint_label (const TorgLineChart *self,
             const TorgPaint *paint,
             PangoLayout *layout,
             graphene_point_t at,
             gboolean over,
             GArray *taken)
{
  const Area *area = &self->area;
  float width, height, x;

  torg_paint_layout_size (layout, &width, &height);
  x =
    CLAMP (at.x - width / 2, area->left - DIAMOND, MAX (area->right - width, area->left - DIAMOND));
  for (guint i = 0; i < 2; i++) {
    gboolean above = over == (i == 0);
    float y = above ? at.y - height - GAP : at.y + GAP;
    graphene_rect_t room = GRAPHENE_RECT_INIT (x, y, width, height);
    gboolean is_free;

    keep_off_plan (self, &room, above);
    is_free = room.origin.y >= area->line && room.origin.y + height <= area->bottom + GAP / 2;
    for (guint j = 0; j < taken->len && is_free; j++)
      is_free =
        !graphene_rect_intersection (&room, &g_array_index (taken, graphene_rect_t, j), NULL);
    if (!is_free)
      continue;
    g_array_append_val (taken, room);
    torg_paint_words (paint, layout, x, room.origin.y, 0, &paint->text);
    return;
  }
}

static void
paint_labels (TorgLineChart *self, const TorgPaint *paint)
{
  const Area *area = &self->area;
  const TorgGoal *goal = &self->goal;
  gboolean rising = goal->target == TORG_UNSET || goal->target >= goal->baseline;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autofree char *baseline = torg_words_figure (goal->baseline);
  g_autofree char *target = torg_words_figure (goal->target);
  /* Translators: beside a point of a chart; %s is a figure */
  g_autofree char *baseline_words = g_strdup_printf (C_ ("chart", "Baseline %s"), baseline);
  /* Translators: beside a point of a chart; %s is a figure */
  g_autofree char *target_words = g_strdup_printf (C_ ("chart", "Target %s"), target);
  g_autoptr (PangoLayout) first = layout_of (self, baseline_words);
  g_autoptr (PangoLayout) last = layout_of (self, target_words);

  for (guint i = self->nodes->len; i > 0; i--) {
    const Node *node = node_at (self, i - 1);
    g_autofree char *words = torg_words_figure (node->value);
    g_autoptr (PangoLayout) layout = torg_paint_layout (GTK_WIDGET (self), words, TRUE);

    if (node->kind != NODE_MEASURED)
      continue;
    paint_label (self, paint, layout,
                 GRAPHENE_POINT_INIT (x_of (area, node->day), y_of (area, node->value)), rising,
                 taken);
    break;
  }
  if (goal->target != TORG_UNSET)
    paint_label (self, paint, last,
                 GRAPHENE_POINT_INIT (goal->target_day ? x_of (area, goal->target_day) : area->left,
                                      y_of (area, goal->target)),
                 rising, taken);
  if (goal->baseline != TORG_UNSET)
    paint_label (
      self, paint, first,
      GRAPHENE_POINT_INIT (goal->baseline_day ? x_of (area, goal->baseline_day) : area->left,
                           y_of (area, goal->baseline)),
      !rising, taken);
}

static void
torg_line_chart_paint (TorgChart *chart, const TorgPaint *paint)
{
  TorgLineChart *self = TORG_LINE_CHART (chart);

  paint_levels (self, paint);
  paint_dates (self, paint);
  paint_plan (self, paint);
  paint_nodes (self, paint);
  paint_labels (self, paint);
}

static void
torg_line_chart_place (TorgChart *chart, guint mark, graphene_point_t *place)
{
  TorgLineChart *self = TORG_LINE_CHART (chart);
  const Node *node = node_at (self, mark);

  *place = GRAPHENE_POINT_INIT (x_of (&self->area, node->day), y_of (&self->area, node->value));
}

static void
torg_line_chart_finalize (GObject *object)
{
  TorgLineChart *self = TORG_LINE_CHART (object);

  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->unit, g_free);
  G_OBJECT_CLASS (torg_line_chart_parent_class)->finalize (object);
}

static void
torg_line_chart_class_init (TorgLineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = torg_line_chart_finalize;
  widget_class->size_allocate = torg_line_chart_size_allocate;
  TORG_CHART_CLASS (klass)->paint = torg_line_chart_paint;
  TORG_CHART_CLASS (klass)->place = torg_line_chart_place;
}

static void
torg_line_chart_init (TorgLineChart *self)
{
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->goal = (TorgGoal) { .baseline = TORG_UNSET, .target = TORG_UNSET };
}

static int
compare_days (gconstpointer one, gconstpointer other)
{
  const Node *a = one, *b = other;

  return a->day == b->day ? (int) a->kind - (int) b->kind : a->day < b->day ? -1 : 1;
}

/* What stands on a day of its own; the target stands last, even if one has measured after it. */
static void
find_nodes (TorgLineChart *self, const GArray *effective)
{
  const TorgGoal *goal = &self->goal;

  g_array_set_size (self->nodes, 0);
  if (goal->baseline != TORG_UNSET && goal->baseline_day != 0)
    g_array_append_vals (self->nodes, &(Node) { goal->baseline_day, goal->baseline, NODE_BASELINE },
                         1);
  for (guint i = 0; i < effective->len; i++) {
    const TorgMeasured *measured = &g_array_index (effective, TorgMeasured, i);

    if (!measured->is_baseline)
      g_array_append_vals (self->nodes, &(Node) { measured->day, measured->value, NODE_MEASURED },
                           1);
  }
  g_array_sort (self->nodes, compare_days);
  if (goal->target != TORG_UNSET && goal->target_day != 0)
    g_array_append_vals (self->nodes, &(Node) { goal->target_day, goal->target, NODE_TARGET }, 1);
}

static char *
mark_words (TorgLineChart *self, const Node *node)
{
  g_autofree char *figure = torg_words_figure_unit (node->value, self->unit);
  g_autofree char *day = torg_words_day (node->day);
  gint64 attained = torg_attainment_of (self->goal.baseline, self->goal.target, node->value);
  g_autofree char *percent = torg_words_percent (attained);

  if (node->kind == NODE_BASELINE)
    /* Translators: a point of a chart: %1$s is a figure with its unit, %2$s a day */
    return g_strdup_printf (_ ("Baseline %1$s, %2$s"), figure, day);
  if (node->kind == NODE_TARGET)
    /* Translators: a point of a chart: %1$s is a figure with its unit, %2$s a day */
    return g_strdup_printf (_ ("Target %1$s, %2$s"), figure, day);
  if (attained == TORG_UNSET)
    /* Translators: a point of a chart: %1$s is a figure with its unit, %2$s a day */
    return g_strdup_printf (C_ ("chart", "%1$s, %2$s"), figure, day);
  /* Translators: a point of a chart: %1$s is a figure with its unit, %2$s a day, %3$s a percentage */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s of the way"), figure, day, percent);
}

/**
 * torg_line_chart_show:
 * @self: a chart
 * @name: what is measured
 * @unit: (nullable): in what
 * @attainment: how far it has come
 * @effective: (element-type TorgMeasured): the measurements that count, in order
 */
void
torg_line_chart_show (TorgLineChart *self,
                      const char *name,
                      const char *unit,
                      const TorgAttainment *attainment,
                      const GArray *effective)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *explained = torg_words_attainment (attainment, unit);
  g_autoptr (GString) description = g_string_new (NULL);

  self->goal = attainment->goal;
  g_clear_pointer (&self->unit, g_free);
  self->unit = unit ? torg_words_brief (unit, MOST_OF_UNIT) : NULL;
  find_nodes (self, effective);
  for (guint i = 0; i < self->nodes->len; i++) {
    g_ptr_array_add (marks, mark_words (self, node_at (self, i)));
    if (node_at (self, i)->kind != NODE_MEASURED || i + 2 >= self->nodes->len)
      g_string_append_printf (description, "%s. ", (char *) marks->pdata[i]);
  }
  g_string_append_printf (description, "%s: %s", torg_words_standing (attainment->standing),
                          explained);
  torg_chart_tell (TORG_CHART (self), name, description->str, marks);
}
