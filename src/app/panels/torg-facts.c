/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-facts.h"

#include "torg-fact.h"

struct _TorgFacts {
  AdwPreferencesGroup parent_instance;
};

/* The group puts its rows deep inside. */
static gboolean
show_facts (GtkWidget *widget, TorgSession *session, TorgRecord *record)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean any = FALSE;

  if (TORG_IS_FACT (widget))
    return torg_fact_show (TORG_FACT (widget), record, TORG_FINDER (session));
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    any = show_facts (child, session, record) || any;
  return any;
}

static void
torg_facts_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  gtk_widget_set_visible (GTK_WIDGET (panel),
                          record != NULL && show_facts (GTK_WIDGET (panel), session, record));
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_facts_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgFacts,
                               torg_facts,
                               ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_facts_class_init (TorgFactsClass *klass)
{
}

static void
torg_facts_init (TorgFacts *self)
{
}
