/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-figure.h"

#include "torg-benefit-data.h"
#include "torg-benefit-words.h"
#include "torg-benefit-years.h"
#include "torg-choices.h"
#include "torg-icons.h"
#include "torg-page-type.h"
#include "torg-shown.h"
#include "torg-words.h"

#include <glib/gi18n.h>

struct _TorgBenefitFigure {
  AdwBin parent_instance;

  TorgBenefitData *data;

  GtkWidget *known;
  GtkLabel *number;
  GtkLabel *unit;
  GtkLabel *when;
  GtkImage *rung_sign;
  GtkLabel *rung;
  GtkWidget *standing_box;
  GtkImage *standing_sign;
  GtkLabel *standing;
  GtkLabel *explained;
  GtkWidget *unknown;
};

enum {
  PROP_DATA = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_standing (TorgBenefitFigure *self, TorgStanding standing, const char *explained)
{
  const char *const classes[] = { torg_standing_style (standing), NULL };

  gtk_image_set_from_icon_name (self->standing_sign, torg_standing_icon (standing));
  gtk_widget_set_css_classes (GTK_WIDGET (self->standing_sign), (const char **) classes);
  gtk_label_set_text (self->standing, torg_words_standing (standing));
  torg_label_show_if_any (self->explained, explained);
  gtk_widget_set_visible (self->standing_box, TRUE);
}

/* The year to tell of: the newest with a result, else the next that is planned, else the last. */
static const TorgGain *
telling_year (const GArray *gains)
{
  const TorgGain *planned = NULL;

  for (guint i = gains->len; i > 0; i--) {
    const TorgGain *gain = &g_array_index (gains, TorgGain, i - 1);

    if (gain->actual != TORG_UNSET)
      return gain;
    if (gain->expected != TORG_UNSET &&
        (planned == NULL || gain->year >= torg_benefit_this_year ()))
      planned = gain;
  }
  return planned;
}

/* How the money stands, where years are over. */
static void
show_money_standing (TorgBenefitFigure *self, const GArray *gains)
{
  TorgGainSum sum =
    torg_gain_sum ((const TorgGain *) gains->data, gains->len, torg_benefit_this_year ());
  g_autofree char *realised = torg_words_money_short (sum.realised);
  g_autofree char *planned = torg_words_money_short (sum.planned_so_far);
  g_autofree char *words = NULL;

  if (sum.planned_so_far == 0 || sum.n_realised == 0)
    return;
  /* Translators: both are amounts of money */
  words = g_strdup_printf (_ ("%1$s realised; %2$s was planned for the years that are over."),
                           realised, planned);
  torg_label_show_if_any (self->explained, words);
  gtk_widget_set_visible (GTK_WIDGET (self->explained), TRUE);
}

static gboolean
show_money (TorgBenefitFigure *self)
{
  TorgBenefit *benefit = TORG_BENEFIT (torg_benefit_data_get_benefit (self->data));
  g_autoptr (GArray) gains = torg_benefit_years (benefit);
  const TorgGain *gain = telling_year (gains);
  gboolean is_real = gain != NULL && gain->actual != TORG_UNSET;
  g_autofree char *amount = NULL;
  g_autofree char *when = NULL;

  if (gain == NULL)
    return FALSE;
  amount = torg_words_money_short (is_real ? gain->actual : gain->expected);
  /* Translators: beside an amount of money; %d is a year */
  when = g_strdup_printf (is_real ? _ ("realised in %d") : _ ("planned in %d"), (int) gain->year);
  torg_label_show_if_any (self->number, amount);
  torg_label_show_if_any (self->unit, NULL);
  torg_label_show_if_any (self->when, when);
  show_money_standing (self, gains);
  return TRUE;
}

/* The first indicator that somebody has measured, else the first there is. */
static TorgIndicator *
telling_indicator (TorgBenefitFigure *self)
{
  GPtrArray *indicators = torg_benefit_data_get_indicators (self->data);

  for (guint i = 0; i < indicators->len; i++) {
    g_autoptr (GArray) measured = torg_benefit_data_measured (self->data, indicators->pdata[i]);

    if (measured->len > 0)
      return indicators->pdata[i];
  }
  return indicators->len > 0 ? indicators->pdata[0] : NULL;
}

static void
show_measured (TorgBenefitFigure *self, TorgIndicator *indicator, const TorgAttainment *attainment)
{
  g_autofree char *figure = torg_words_figure (attainment->latest);
  g_autofree char *name = torg_words_shown (indicator->name);
  g_autofree char *unit = torg_words_shown (indicator->unit);
  g_autofree char *day = torg_words_day (attainment->latest_day);
  /* Translators: beside a figure: %1$s is what is measured, %2$s the day */
  g_autofree char *when = g_strdup_printf (_ ("%1$s, measured %2$s"), name, day);

  torg_label_show_if_any (self->number, figure);
  torg_label_show_if_any (self->unit, unit);
  torg_label_show_if_any (self->when, when);
}

/* What the first indicator says: as the figure itself, or only how it stands. */
static gboolean
show_indicator (TorgBenefitFigure *self, gboolean as_figure)
{
  TorgIndicator *indicator = telling_indicator (self);
  g_autoptr (GArray) measured =
    indicator ? torg_benefit_data_measured (self->data, indicator) : NULL;
  TorgAttainment attainment;
  g_autofree char *explained = NULL;
  g_autofree char *unit = NULL;

  if (indicator == NULL)
    return FALSE;
  unit = torg_words_shown (indicator->unit);
  attainment = torg_benefit_data_attainment (self->data, indicator, measured);
  explained = torg_words_attainment (&attainment, unit);
  set_standing (self, attainment.standing, explained);
  if (!as_figure || attainment.latest == TORG_UNSET)
    return FALSE;
  show_measured (self, indicator, &attainment);
  return TRUE;
}

static void
show_rung (TorgBenefitFigure *self)
{
  const char *code = torg_rung_code (torg_benefit_data_get_rung (self->data));

  gtk_label_set_text (self->rung, torg_words_choice (&torg_evidence_rungs, code));
  gtk_image_set_from_icon_name (self->rung_sign, torg_icon_of_choice (&torg_evidence_rungs, code));
}

/* Money is what a direct benefit comes to; the others come to what is measured. */
static void
update (TorgBenefitFigure *self)
{
  TorgBenefit *benefit = TORG_BENEFIT (torg_benefit_data_get_benefit (self->data));
  gboolean is_money = g_strcmp0 (benefit->type, "direct") == 0;
  gboolean has_figure;

  gtk_widget_set_visible (GTK_WIDGET (self), torg_benefit_data_is_ready (self->data));
  gtk_widget_set_visible (self->standing_box, FALSE);
  torg_label_show_if_any (self->explained, NULL);
  has_figure = is_money && show_money (self);
  has_figure = show_indicator (self, !has_figure) || has_figure;
  has_figure = has_figure || show_money (self);
  show_rung (self);
  gtk_widget_set_visible (self->known, has_figure);
  gtk_widget_set_visible (self->unknown,
                          !has_figure && !gtk_widget_get_visible (self->standing_box));
}

/* The figure is the benefit's own, too, which may have changed. */
static void
torg_benefit_figure_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgBenefitFigure *self = TORG_BENEFIT_FIGURE (panel);

  if (!torg_benefit_data_show (self->data, session, record))
    update (self);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_benefit_figure_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgBenefitFigure,
                               torg_benefit_figure,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_benefit_figure_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, TORG_BENEFIT_FIGURE (object)->data);
}

static void
torg_benefit_figure_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgBenefitFigure *self = TORG_BENEFIT_FIGURE (object);

  self->data = g_value_dup_object (value);
  if (self->data != NULL)
    g_signal_connect_object (self->data, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
torg_benefit_figure_dispose (GObject *object)
{
  g_clear_object (&TORG_BENEFIT_FIGURE (object)->data);
  G_OBJECT_CLASS (torg_benefit_figure_parent_class)->dispose (object);
}

static void
torg_benefit_figure_class_init (TorgBenefitFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_benefit_figure_get_property;
  object_class->set_property = torg_benefit_figure_set_property;
  object_class->dispose = torg_benefit_figure_dispose;
  properties[PROP_DATA] =
    g_param_spec_object ("data", NULL, NULL, TORG_TYPE_BENEFIT_DATA,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-benefit-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, known);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, number);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, unit);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, when);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, rung_sign);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, rung);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, standing_box);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, standing_sign);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, standing);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, explained);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitFigure, unknown);
}

static void
torg_benefit_figure_init (TorgBenefitFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
