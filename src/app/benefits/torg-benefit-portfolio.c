/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-portfolio.h"

#include "torg-benefit-tallies.h"
#include "torg-benefit-years.h"
#include "torg-choices.h"
#include "torg-column.h"
#include "torg-page-type.h"
#include "torg-rung.h"
#include "torg-store-benefits.h"
#include "torg-words.h"

#include <glib/gi18n.h>

/* Many changes that come one after the other are one to count. */
#define PATIENCE 200 /* milliseconds */

struct _TorgBenefitPortfolio {
  AdwBin parent_instance;

  TorgSession *session;
  gboolean is_asking;
  guint waiting; /* a timeout source */

  GtkLabel *planned;
  GtkLabel *realised;
  GtkLabel *measured;
  GtkLabel *independent;
  TorgBenefitTallies *themes;
  TorgBenefitTallies *rungs;
};

/* A question on its way to the store and back. */
typedef struct {
  gint64 this_year;
  TorgBenefitTotals totals;
} Question;

static gboolean
count_totals (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Question *question = data;

  return torg_store_benefit_totals (store, question->this_year, &question->totals, error);
}

static void
set_share (GtkLabel *label, guint count, guint all)
{
  /* Translators: %1$u of %2$u benefits */
  g_autofree char *words = g_strdup_printf (_ ("%1$u of %2$u"), count, all);

  gtk_label_set_text (label, words);
}

static void
show_totals (TorgBenefitPortfolio *self, const TorgBenefitTotals *totals)
{
  g_autofree char *planned = torg_words_money_short (totals->all.planned);
  g_autofree char *realised = torg_words_money_short (totals->all.realised);

  gtk_label_set_text (self->planned, planned);
  gtk_label_set_text (self->realised, realised);
  set_share (self->measured, totals->all.measured, totals->all.count);
  set_share (self->independent, totals->rungs[TORG_RUNG_INDEPENDENT].count, totals->all.count);
  torg_benefit_tallies_show (self->themes, &torg_themes, totals->themes, TORG_TOTALS_THEMES);
  torg_benefit_tallies_show (self->rungs, &torg_evidence_rungs, totals->rungs, TORG_TOTALS_RUNGS);
  torg_column_show (TORG_COLUMN (adw_bin_get_child (ADW_BIN (self))), self->session, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), totals->all.count > 0);
}

static void
counted_cb (gpointer data, const GError *error, gpointer user_data)
{
  g_autoptr (TorgBenefitPortfolio) self = user_data;
  Question *question = data;

  self->is_asking = FALSE;
  if (error != NULL)
    g_warning ("cannot count the benefits: %s", error->message);
  else if (self->session != NULL)
    show_totals (self, &question->totals);
}

static void
ask_cb (gpointer data)
{
  TorgBenefitPortfolio *self = data;
  Question *question = g_new0 (Question, 1);

  self->waiting = 0;
  self->is_asking = TRUE;
  question->this_year = torg_benefit_this_year ();
  torg_session_ask_store (self->session, count_totals, question, g_free, NULL, counted_cb,
                          g_object_ref (self));
}

static void
torg_benefit_portfolio_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgBenefitPortfolio *self = TORG_BENEFIT_PORTFOLIO (panel);

  g_set_object (&self->session, session);
  if (self->waiting == 0)
    self->waiting = g_timeout_add_once (self->is_asking ? 2 * PATIENCE : PATIENCE, ask_cb, self);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_benefit_portfolio_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgBenefitPortfolio,
                               torg_benefit_portfolio,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_benefit_portfolio_dispose (GObject *object)
{
  TorgBenefitPortfolio *self = TORG_BENEFIT_PORTFOLIO (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_benefit_portfolio_parent_class)->dispose (object);
}

static void
torg_benefit_portfolio_class_init (TorgBenefitPortfolioClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_benefit_portfolio_dispose;
  g_type_ensure (TORG_TYPE_BENEFIT_TALLIES);
  g_type_ensure (TORG_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TORG_PAGE_UI "torg-benefit-portfolio.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitPortfolio, planned);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitPortfolio, realised);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitPortfolio, measured);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitPortfolio, independent);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitPortfolio, themes);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitPortfolio, rungs);
}

static void
torg_benefit_portfolio_init (TorgBenefitPortfolio *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
