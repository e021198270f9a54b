/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-projects.h"

#include "torg-choices.h"
#include "torg-decision.h"
#include "torg-icons.h"
#include "torg-interest.h"
#include "torg-organisation.h"
#include "torg-partner.h"
#include "torg-project-dialogs.h"
#include "torg-project-rows.h"
#include "torg-project-way.h"
#include "torg-project-wish.h"
#include "torg-project.h"
#include "torg-words.h"

#include <glib/gi18n.h>

static char *
count (guint count)
{
  return g_strdup_printf (ngettext ("%'u project", "%'u projects", count), count);
}

static const char *
status_of (const TorgProject *project)
{
  if (project->status == NULL || g_str_equal (project->status, "unknown"))
    return NULL;
  return torg_words_choice (&torg_project_statuses, project->status);
}

/* How it stands and whose it is; where it is and what it is about are long words in many rows. */
static void
describe (TorgSession *session, TorgRecord *record, TorgRowWords *words)
{
  const TorgProject *project = TORG_PROJECT (record);

  words->icon = torg_icon_of_choice (&torg_project_statuses, project->status);
  words->style = torg_style_of_choice (&torg_project_statuses, project->status);
  torg_row_words_add (words, status_of (project));
  torg_row_words_add_owner (words, session, project->owner);
}

static void
interest_activated (TorgPane *pane, GVariant *parameter)
{
  adw_dialog_present (torg_interest_dialog_new (torg_pane_get_session (pane),
                                                torg_pane_get_record (pane),
                                                g_variant_get_string (parameter, NULL)),
                      GTK_WIDGET (pane));
}

static void
decide_activated (TorgPane *pane, GVariant *parameter)
{
  adw_dialog_present (
    torg_decision_dialog_new (torg_pane_get_session (pane), torg_pane_get_record (pane)),
    GTK_WIDGET (pane));
}

/* A new record of another page, which refers to this project. */
static void
create_activated (TorgPane *pane, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (pane), "win.create", "(sss)",
                              g_variant_get_string (parameter, NULL), "project",
                              torg_record_get_id (torg_pane_get_record (pane)));
}

static const TorgPageFilter filters[] = {
  { NC_ ("filter", "Theme"), "themes" },
  { NC_ ("filter", "Phase"), "phase" },
  { NC_ ("filter", "Status"), "status" },
  { NC_ ("filter", "Owner"), "owner.type" },
  { NC_ ("filter", "County"), "owner.county" },
  { NULL },
};

static const TorgPageOrder orders[] = {
  { "changed", NULL, TRUE, N_ ("_Last Changed First"), N_ ("last changed first") },
  { "title", "title", FALSE, N_ ("By _Title"), N_ ("by title") },
  { "start", "start", TRUE, N_ ("Last _Started First"), N_ ("last started first") },
  { NULL },
};

static const TorgPageWish wishes[] = {
  { "purpose", N_ ("Add what it is for") },
  { "phase", N_ ("Add how far it has come") },
  { "looking_for", N_ ("Add what you look for") },
  { "results", N_ ("Add what came of it") },
  { "partners", N_ ("Add who takes part") },
  { NULL },
};

static const TorgPageRule rules[] = {
  { "stop_reason", "status", "stopped" },
  { NULL },
};

static const TorgPageAction actions[] = {
  { "interest", "s", interest_activated, NULL },
  { "decide", NULL, decide_activated, NULL },
  { "create", "s", create_activated, NULL },
  { NULL },
};

static const TorgPageRows rows[] = {
  { &torg_partner_kind, torg_partner_row },
  { &torg_decision_kind, torg_decision_row },
  { &torg_interest_kind, torg_interest_row },
  { NULL },
};

static GType (*const panels[]) (void) = {
  torg_project_way_get_type,
  torg_project_wish_get_type,
  NULL,
};

const TorgPageType torg_projects_page = {
  .kind = &torg_project_kind,
  .title = N_ ("Projects"),
  .icon = "torg-projects-symbolic",
  .filters = filters,
  .orders = orders,
  .words = {
    .search = N_ ("Search projects"),
    .fetching = N_ ("Fetching the projects…"),
    .empty = N_ ("No Projects Yet"),
    .empty_why = N_ ("See what others try out: who, how far they are, and whom they look for."),
    .begin = N_ ("_Register a Project"),
    .away_why = N_ ("The projects come here as soon as the service answers. You can write down "
                    "yours already."),
    .broken = N_ ("The Projects Cannot Be Read"),
    .broken_why = N_ ("What you have written is kept. Torg fetches the projects again the next "
                      "time it starts."),
    .new_title = N_ ("New Project"),
    .edit_title = N_ ("Edit Project"),
  },
  .count = count,
  .describe = describe,
  .overview = "torg-project-overview.ui",
  .detail = "torg-project-detail.ui",
  .form = "torg-project-form.ui",
  .panels = panels,
  .wishes = wishes,
  .rules = rules,
  .actions = actions,
  .rows = rows,
};
