/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-way.h"

#include "torg-decision.h"
#include "torg-page-type.h"
#include "torg-phase-track.h"
#include "torg-project.h"
#include "torg-record-list.h"
#include "torg-shown.h"

struct _TorgProjectWay {
  AdwBin parent_instance;

  TorgProject *project;
  TorgRecordList *decisions;

  GtkLabel *phase;
  TorgPhaseTrack *track;
};

static void
update (TorgProjectWay *self)
{
  GListModel *decisions = G_LIST_MODEL (self->decisions);
  g_autofree char *words = torg_phase_words (self->project->phase);

  torg_label_show_if_any (self->phase, words);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->project->phase || g_list_model_get_n_items (decisions) > 0);
  torg_phase_track_show (self->track, self->project->phase, decisions);
}

static void
find_decisions (TorgProjectWay *self, TorgSession *session)
{
  g_autoptr (TorgQuery) query = torg_query_new (&torg_decision_kind);
  const char *const id[] = { torg_record_get_id (TORG_RECORD (self->project)), NULL };

  torg_query_filter (query, "project", id);
  if (self->decisions != NULL)
    g_signal_handlers_disconnect_by_func (self->decisions, update, self);
  g_clear_object (&self->decisions);
  self->decisions = torg_record_list_new (session, query);
  g_signal_connect_object (self->decisions, "answered", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
torg_project_way_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgProjectWay *self = TORG_PROJECT_WAY (panel);

  if (g_set_object (&self->project, TORG_PROJECT (record)))
    find_decisions (self, session);
  update (self);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_project_way_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgProjectWay,
                               torg_project_way,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_project_way_dispose (GObject *object)
{
  TorgProjectWay *self = TORG_PROJECT_WAY (object);

  g_clear_object (&self->decisions);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (torg_project_way_parent_class)->dispose (object);
}

static void
torg_project_way_class_init (TorgProjectWayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_project_way_dispose;
  g_type_ensure (TORG_TYPE_PHASE_TRACK);
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-project-way.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgProjectWay, phase);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectWay, track);
}

static void
torg_project_way_init (TorgProjectWay *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
