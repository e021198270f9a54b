/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-indicators.h"

#include "torg-benefit-data.h"
#include "torg-indicator-view.h"
#include "torg-pace.h"
#include "torg-page-type.h"

struct _TorgBenefitIndicators {
  AdwBin parent_instance;

  TorgBenefitData *data;

  guint n_shown;   /* indicators that have their view */
  GtkWidget *last; /* the view of the last of them */

  GtkBox *views;
  GtkWidget *cut;
};

enum {
  PROP_DATA = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Views are kept, so that a table stays a table when a measurement is added. */
static gboolean
show_next (GtkWidget *widget)
{
  TorgBenefitIndicators *self = TORG_BENEFIT_INDICATORS (widget);
  GPtrArray *indicators = torg_benefit_data_get_indicators (self->data);
  GtkWidget *view = self->last ? gtk_widget_get_next_sibling (self->last)
                               : gtk_widget_get_first_child (GTK_WIDGET (self->views));

  if (self->n_shown >= indicators->len) {
    if (view != NULL)
      gtk_box_remove (self->views, view);
    return view != NULL;
  }
  if (view == NULL) {
    view = g_object_new (TORG_TYPE_INDICATOR_VIEW, NULL);
    gtk_box_append (self->views, view);
  }
  torg_indicator_view_show (TORG_INDICATOR_VIEW (view), self->data,
                            indicators->pdata[self->n_shown++]);
  self->last = view;
  return TRUE;
}

static void
update (TorgBenefitIndicators *self)
{
  GPtrArray *indicators = torg_benefit_data_get_indicators (self->data);

  gtk_widget_set_visible (self->cut, torg_benefit_data_is_cut (self->data));
  gtk_widget_set_visible (GTK_WIDGET (self), indicators->len > 0);
  self->n_shown = 0;
  self->last = NULL;
  torg_pace_start (GTK_WIDGET (self), show_next);
}

/* They tell by themselves when there is something else to show. */
static void
torg_benefit_indicators_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  torg_benefit_data_show (TORG_BENEFIT_INDICATORS (panel)->data, session, record);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_benefit_indicators_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgBenefitIndicators,
                               torg_benefit_indicators,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_benefit_indicators_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, TORG_BENEFIT_INDICATORS (object)->data);
}

static void
torg_benefit_indicators_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  TorgBenefitIndicators *self = TORG_BENEFIT_INDICATORS (object);

  self->data = g_value_dup_object (value);
  if (self->data != NULL)
    g_signal_connect_object (self->data, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
torg_benefit_indicators_dispose (GObject *object)
{
  torg_pace_stop (GTK_WIDGET (object));
  g_clear_object (&TORG_BENEFIT_INDICATORS (object)->data);
  G_OBJECT_CLASS (torg_benefit_indicators_parent_class)->dispose (object);
}

static void
torg_benefit_indicators_class_init (TorgBenefitIndicatorsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_benefit_indicators_get_property;
  object_class->set_property = torg_benefit_indicators_set_property;
  object_class->dispose = torg_benefit_indicators_dispose;
  properties[PROP_DATA] =
    g_param_spec_object ("data", NULL, NULL, TORG_TYPE_BENEFIT_DATA,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TORG_PAGE_UI "torg-benefit-indicators.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitIndicators, views);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitIndicators, cut);
}

static void
torg_benefit_indicators_init (TorgBenefitIndicators *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
