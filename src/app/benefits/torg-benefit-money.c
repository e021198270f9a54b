/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-money.h"

#include "torg-bar-chart.h"
#include "torg-benefit-words.h"
#include "torg-benefit-year.h"
#include "torg-benefit-years.h"
#include "torg-figures.h"
#include "torg-page-type.h"
#include "torg-words.h"

#include <glib/gi18n.h>

struct _TorgBenefitMoney {
  AdwBin parent_instance;

  TorgFigures *figures;
  TorgBarChart *chart;
  TorgTable *table;
  GtkLabel *sums;
};

static const TorgTableColumn columns[] = {
  { NC_ ("money", "Year"),        FALSE },
  { NC_ ("money", "Low"),         TRUE  },
  { NC_ ("money", "Most likely"), TRUE  },
  { NC_ ("money", "High"),        TRUE  },
  { NC_ ("money", "Realised"),    TRUE  },
  { NC_ ("money", "Source"),      FALSE },
};

/* Where a source stands, if the year has one. */
static char *
source_of (TorgBenefit *benefit, gint64 year)
{
  guint count = benefit->years ? g_list_model_get_n_items (benefit->years) : 0;

  for (guint i = 0; i < count; i++) {
    g_autoptr (TorgBenefitYear) item = g_list_model_get_item (benefit->years, i);

    if (item->year == year && item->source != NULL)
      return torg_words_shown (item->source);
  }
  return g_strdup ("");
}

static TorgTableRow *
row_of (TorgBenefit *benefit, const TorgGain *gain)
{
  g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, gain->year);
  g_autofree char *low = torg_words_money (gain->low);
  g_autofree char *expected = torg_words_money (gain->expected);
  g_autofree char *high = torg_words_money (gain->high);
  g_autofree char *actual = torg_words_money (gain->actual);
  g_autofree char *source = source_of (benefit, gain->year);
  const char *const cells[] = { year, low, expected, high, actual, source, NULL };

  return torg_table_row_new (NULL, cells);
}

static void
show_table (TorgBenefitMoney *self, TorgBenefit *benefit, const GArray *gains)
{
  g_autoptr (GListStore) rows = g_list_store_new (TORG_TYPE_TABLE_ROW);

  for (guint i = 0; i < gains->len; i++) {
    g_autoptr (TorgTableRow) row = row_of (benefit, &g_array_index (gains, TorgGain, i));

    g_list_store_append (rows, row);
  }
  torg_table_show (self->table, _ ("Money year by year"), columns, G_N_ELEMENTS (columns), "money",
                   G_LIST_MODEL (rows));
}

static void
show_sums (TorgBenefitMoney *self, const GArray *gains)
{
  TorgGainSum sum =
    torg_gain_sum ((const TorgGain *) gains->data, gains->len, torg_benefit_this_year ());
  g_autofree char *planned = torg_words_money_short (sum.planned);
  g_autofree char *realised = torg_words_money_short (sum.realised);
  g_autofree char *words = NULL;

  if (sum.n_realised > 0)
    /* Translators: both are amounts of money */
    words = g_strdup_printf (_ ("In all %1$s is planned, weighted for uncertainty. %2$s is "
                                "realised so far."),
                             planned, realised);
  else
    /* Translators: %s is an amount of money */
    words = g_strdup_printf (_ ("In all %s is planned, weighted for uncertainty."), planned);
  gtk_label_set_text (self->sums, words);
}

static void
torg_benefit_money_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgBenefitMoney *self = TORG_BENEFIT_MONEY (panel);
  g_autoptr (GArray) gains = torg_benefit_years (TORG_BENEFIT (record));

  gtk_widget_set_visible (GTK_WIDGET (self), gains->len > 0);
  if (gains->len == 0)
    return;
  torg_figures_set_title (self->figures, _ ("Money year by year"));
  torg_bar_chart_show (self->chart, _ ("Money year by year"), (const TorgGain *) gains->data,
                       gains->len);
  show_table (self, TORG_BENEFIT (record), gains);
  show_sums (self, gains);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_benefit_money_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgBenefitMoney,
                               torg_benefit_money,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_benefit_money_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_BENEFIT_MONEY);
  G_OBJECT_CLASS (torg_benefit_money_parent_class)->dispose (object);
}

static void
torg_benefit_money_class_init (TorgBenefitMoneyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_benefit_money_dispose;
  g_type_ensure (TORG_TYPE_BAR_CHART);
  g_type_ensure (TORG_TYPE_FIGURES);
  g_type_ensure (TORG_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-benefit-money.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitMoney, figures);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitMoney, chart);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitMoney, table);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitMoney, sums);
}

static void
torg_benefit_money_init (TorgBenefitMoney *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
