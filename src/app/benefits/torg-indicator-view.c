/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-indicator-view.h"

#include "torg-benefit-words.h"
#include "torg-choices.h"
#include "torg-column.h"
#include "torg-figures.h"
#include "torg-line-chart.h"
#include "torg-markdown.h"
#include "torg-page-type.h"
#include "torg-rows.h"
#include "torg-shown.h"
#include "torg-words.h"

#include <glib/gi18n.h>

struct _TorgIndicatorView {
  AdwBin parent_instance;

  TorgFigures *figures;
  TorgLineChart *chart;
  TorgTable *table;
  GtkImage *standing_sign;
  GtkLabel *standing;
  GtkLabel *explained;
  TorgMarkdown *method;
  GtkLabel *by;
  GtkActionable *measure;
  GtkActionable *edit;
};

G_DEFINE_FINAL_TYPE (TorgIndicatorView, torg_indicator_view, ADW_TYPE_BIN)

static const TorgTableColumn columns[] = {
  { NC_ ("measurements", "Day"),        FALSE },
  { NC_ ("measurements", "Value"),      TRUE  },
  { NC_ ("measurements", "Of the way"), TRUE  },
  { NC_ ("measurements", "Taken"),      FALSE },
  { NC_ ("measurements", "Note"),       FALSE },
};

static TorgTableRow *
row_of (TorgBenefitData *data, const TorgMeasured *measured, const TorgAttainment *attainment)
{
  TorgMeasurement *record = torg_benefit_data_find (data, measured->id);
  g_autofree char *note = torg_words_shown (record ? record->note : NULL);
  gint64 attained =
    torg_attainment_of (attainment->goal.baseline, attainment->goal.target, measured->value);
  g_autofree char *day = torg_words_day (measured->day);
  g_autofree char *value = torg_words_figure (measured->value);
  g_autofree char *percent = measured->is_baseline ? g_strdup ("") : torg_words_percent (attained);
  const char *const cells[] = {
    day,     value,
    percent, torg_words_choice (&torg_measurement_points, record ? record->point : NULL),
    note,    NULL,
  };

  return torg_table_row_new (measured->id, cells);
}

/* Without an id: a baseline that stands in the indicator is corrected there. */
static TorgTableRow *
stated_row (guint32 day, gint64 value, const char *words)
{
  g_autofree char *date = torg_words_day (day);
  g_autofree char *figure = torg_words_figure (value);
  const char *const cells[] = { date, figure, "", words, "", NULL };

  return torg_table_row_new (NULL, cells);
}

/* Whether the baseline that the indicator states is among the measurements as well. */
static gboolean
is_measured (const TorgGoal *goal, const GArray *measured)
{
  for (guint i = 0; i < measured->len; i++) {
    const TorgMeasured *one = &g_array_index (measured, TorgMeasured, i);

    if (one->is_baseline && one->day == goal->baseline_day && one->value == goal->baseline)
      return TRUE;
  }
  return FALSE;
}

static void
append (GListStore *rows, TorgTableRow *row)
{
  g_list_store_append (rows, row);
  g_object_unref (row);
}

static void
show_table (TorgIndicatorView *self,
            TorgBenefitData *data,
            const char *name,
            const TorgAttainment *attainment,
            const GArray *measured)
{
  g_autoptr (GListStore) rows = g_list_store_new (TORG_TYPE_TABLE_ROW);
  const TorgGoal *goal = &attainment->goal;

  if (goal->baseline != TORG_UNSET && !is_measured (goal, measured))
    append (rows, stated_row (goal->baseline_day, goal->baseline,
                              torg_words_choice (&torg_measurement_points, "baseline")));
  for (guint i = 0; i < measured->len; i++)
    append (rows, row_of (data, &g_array_index (measured, TorgMeasured, i), attainment));
  if (goal->target != TORG_UNSET)
    append (rows, stated_row (goal->target_day, goal->target, C_ ("measurements", "Target")));
  torg_table_show (self->table, name, columns, G_N_ELEMENTS (columns), "measurements",
                   G_LIST_MODEL (rows));
}

static void
show_standing (TorgIndicatorView *self, const TorgAttainment *attainment, const char *unit)
{
  g_autofree char *explained = torg_words_attainment (attainment, unit);
  const char *const classes[] = { torg_standing_style (attainment->standing), NULL };

  gtk_image_set_from_icon_name (self->standing_sign, torg_standing_icon (attainment->standing));
  gtk_widget_set_css_classes (GTK_WIDGET (self->standing_sign), (const char **) classes);
  gtk_label_set_text (self->standing, torg_words_standing (attainment->standing));
  gtk_label_set_text (self->explained, explained);
}

/* How it is measured, by whom and how often, as far as that is stated. */
static void
show_method (TorgIndicatorView *self, TorgIndicator *indicator)
{
  g_autofree char *by =
    torg_row_join (indicator->responsible, torg_words_choice (&torg_cadences, indicator->cadence));

  torg_markdown_set_text (self->method, indicator->method);
  gtk_widget_set_visible (GTK_WIDGET (self->method), indicator->method != NULL);
  torg_label_show_if_any (self->by, by);
}

static void
torg_indicator_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_INDICATOR_VIEW);
  G_OBJECT_CLASS (torg_indicator_view_parent_class)->dispose (object);
}

static void
torg_indicator_view_class_init (TorgIndicatorViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_indicator_view_dispose;
  g_type_ensure (TORG_TYPE_COLUMN);
  g_type_ensure (TORG_TYPE_FIGURES);
  g_type_ensure (TORG_TYPE_LINE_CHART);
  g_type_ensure (TORG_TYPE_MARKDOWN);
  g_type_ensure (TORG_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-indicator-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, figures);
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, chart);
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, table);
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, standing_sign);
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, standing);
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, explained);
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, method);
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, by);
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, measure);
  gtk_widget_class_bind_template_child (widget_class, TorgIndicatorView, edit);
}

static void
torg_indicator_view_init (TorgIndicatorView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The buttons of several indicators are told apart by the indicator's name. */
static void
set_action (GtkActionable *button, const char *action, TorgIndicator *indicator, const char *name)
{
  gtk_actionable_set_action_target (button, "s", torg_record_get_id (TORG_RECORD (indicator)));
  gtk_actionable_set_action_name (button, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  name, -1);
}

/**
 * torg_indicator_view_show:
 * @self: a view
 * @data: what belongs to the indicator's benefit
 * @indicator: the indicator
 */
void
torg_indicator_view_show (TorgIndicatorView *self, TorgBenefitData *data, TorgIndicator *indicator)
{
  g_autoptr (GArray) measured = torg_benefit_data_measured (data, indicator);
  TorgAttainment attainment = torg_benefit_data_attainment (data, indicator, measured);
  g_autofree char *name = torg_words_shown (indicator->name);
  g_autofree char *unit = torg_words_shown (indicator->unit);

  torg_figures_set_title (self->figures, name);
  show_standing (self, &attainment, unit);
  show_method (self, indicator);
  torg_line_chart_show (self->chart, name, unit, &attainment, measured);
  show_table (self, data, name, &attainment, measured);
  set_action (self->measure, "page.measure", indicator, name);
  set_action (self->edit, "page.edit-indicator", indicator, name);
  torg_column_show (TORG_COLUMN (adw_bin_get_child (ADW_BIN (self))), NULL,
                    TORG_RECORD (indicator));
}
