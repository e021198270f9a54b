/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-facts.h"

#include "torg-fact.h"
#include "torg-pace.h"

struct _TorgFacts {
  AdwPreferencesGroup parent_instance;

  GPtrArray *facts; /* not owned */
  TorgSession *session;
  TorgRecord *record;
  guint next; /* the first fact that has still to show it */
};

/* The group puts its rows deep inside. */
static void
find_facts (GtkWidget *widget, GPtrArray *facts)
{
  if (TORG_IS_FACT (widget)) {
    g_ptr_array_add (facts, widget);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_facts (child, facts);
}

static gboolean
has_any (TorgFacts *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    if (gtk_widget_get_visible (self->facts->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
show_next (GtkWidget *widget)
{
  TorgFacts *self = TORG_FACTS (widget);

  torg_fact_show (self->facts->pdata[self->next++], self->record, TORG_FINDER (self->session));
  gtk_widget_set_visible (widget, has_any (self));
  return self->next < self->facts->len;
}

/* Of another record than before none is seen until it is its turn. */
static void
torg_facts_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgFacts *self = TORG_FACTS (panel);
  gboolean other = g_set_object (&self->record, record);

  g_set_object (&self->session, session);
  if (self->facts->len == 0)
    find_facts (GTK_WIDGET (self), self->facts);
  for (guint i = 0; other && i < self->facts->len; i++)
    gtk_widget_set_visible (self->facts->pdata[i], FALSE);
  if (other)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->next = 0;
  if (record != NULL && self->facts->len > 0)
    torg_pace_start (GTK_WIDGET (self), show_next);
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
torg_facts_dispose (GObject *object)
{
  TorgFacts *self = TORG_FACTS (object);

  torg_pace_stop (GTK_WIDGET (object));
  g_ptr_array_set_size (self->facts, 0);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_facts_parent_class)->dispose (object);
}

static void
torg_facts_finalize (GObject *object)
{
  g_ptr_array_unref (TORG_FACTS (object)->facts);
  G_OBJECT_CLASS (torg_facts_parent_class)->finalize (object);
}

static void
torg_facts_class_init (TorgFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = torg_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = torg_facts_finalize;
}

static void
torg_facts_init (TorgFacts *self)
{
  self->facts = g_ptr_array_new ();
}
