/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-portfolio.h"

#include "torg-counts.h"
#include "torg-project-row.h"
#include "torg-project.h"
#include "torg-record-list.h"
#include "torg-section.h"
#include "torg-words.h"

#include <glib/gi18n.h>

#define MOST_SHOWN 5

struct _TorgPortfolio {
  AdwBin parent_instance;

  TorgSession *session;
  TorgRecordList *all;
  TorgRecordList *seeking;
  GPtrArray *drafts; /* TorgDraft, in the order of their rows */
  guint counting;    /* an idle source */

  GtkWidget *nothing;
  GtkLabel *count;
  TorgCounts *phases;
  TorgCounts *statuses;
  GtkListBox *draft_rows;
  GtkWidget *drafts_box;
  TorgSection *seeking_section;
  TorgSection *newest_section;
};

G_DEFINE_FINAL_TYPE (TorgPortfolio, torg_portfolio, ADW_TYPE_BIN)

enum {
  CONTINUE,
  FILTER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
count_choices (gpointer data)
{
  TorgPortfolio *self = data;

  self->counting = 0;
  torg_counts_update (self->phases, self->session);
  torg_counts_update (self->statuses, self->session);
}

static void
chosen_cb (TorgPortfolio *self, const char *path, const char *code)
{
  g_signal_emit (self, signals[FILTER], 0, path, code);
}

static GtkWidget *
project_row (gpointer record, gpointer data)
{
  TorgPortfolio *self = data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = torg_project_row_new (self->session);

  gtk_widget_add_css_class (child, "torg-boxed-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  torg_project_row_set_record (TORG_PROJECT_ROW (child), record);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "projects",
                                    torg_record_get_id (record));
  return row;
}

static void
add_draft (TorgPortfolio *self, const TorgDraft *draft)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  const char *title = json_object_get_string_member_with_default (draft->document, "title", "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *title ? title : _ ("Without a title"));
  adw_action_row_set_subtitle (row, draft->base ? _ ("Changes that are not saved")
                                                : _ ("New project, only on this computer"));
  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name ("document-edit-symbolic"));
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->draft_rows, GTK_WIDGET (row));
}

static void
drafts_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  g_autoptr (TorgPortfolio) self = data;

  gtk_list_box_remove_all (self->draft_rows);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = drafts ? g_ptr_array_ref (drafts) : NULL;
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    add_draft (self, drafts->pdata[i]);
  gtk_widget_set_visible (self->drafts_box, drafts != NULL && drafts->len > 0);
}

static void
draft_activated_cb (TorgPortfolio *self, GtkListBoxRow *row)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_ref (self->drafts);

  g_signal_emit (self, signals[CONTINUE], 0, drafts->pdata[gtk_list_box_row_get_index (row)]);
}

static void
find_drafts (TorgPortfolio *self)
{
  torg_session_list_drafts (self->session, drafts_cb, g_object_ref (self));
}

/* Counted once for many changes, and not while nobody looks. */
static void
update (TorgPortfolio *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->all));
  g_autofree char *words = torg_words_projects (count);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  gtk_widget_set_visible (self->nothing, count == 0 && torg_session_is_loaded (self->session));
  if (self->counting == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->counting = g_idle_add_once (count_choices, self);
}

static void
torg_portfolio_map (GtkWidget *widget)
{
  TorgPortfolio *self = TORG_PORTFOLIO (widget);

  GTK_WIDGET_CLASS (torg_portfolio_parent_class)->map (widget);
  if (self->session == NULL)
    return;
  update (self);
  find_drafts (self);
}

static void
torg_portfolio_dispose (GObject *object)
{
  TorgPortfolio *self = TORG_PORTFOLIO (object);

  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_object (&self->all);
  g_clear_object (&self->seeking);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_portfolio_parent_class)->dispose (object);
}

static void
torg_portfolio_class_init (TorgPortfolioClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_portfolio_dispose;
  widget_class->map = torg_portfolio_map;
  signals[CONTINUE] = g_signal_new ("continue", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FILTER] = g_signal_new ("filter", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (TORG_TYPE_COUNTS);
  g_type_ensure (TORG_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-portfolio.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgPortfolio, nothing);
  gtk_widget_class_bind_template_child (widget_class, TorgPortfolio, count);
  gtk_widget_class_bind_template_child (widget_class, TorgPortfolio, phases);
  gtk_widget_class_bind_template_child (widget_class, TorgPortfolio, statuses);
  gtk_widget_class_bind_template_child (widget_class, TorgPortfolio, draft_rows);
  gtk_widget_class_bind_template_child (widget_class, TorgPortfolio, drafts_box);
  gtk_widget_class_bind_template_child (widget_class, TorgPortfolio, seeking_section);
  gtk_widget_class_bind_template_child (widget_class, TorgPortfolio, newest_section);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_activated_cb);
}

static void
torg_portfolio_init (TorgPortfolio *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  torg_counts_set_field (self->phases, &torg_project_kind, "phase");
  torg_counts_set_field (self->statuses, &torg_project_kind, "status");
}

static void
bind_first (TorgPortfolio *self, TorgSection *section, TorgRecordList *list)
{
  g_autoptr (GtkSliceListModel) first =
    gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (list)), 0, MOST_SHOWN);

  torg_section_bind (section, G_LIST_MODEL (first), project_row, self);
}

/**
 * torg_portfolio_set_session:
 * @self: a portfolio
 * @session: whose records are shown
 */
void
torg_portfolio_set_session (TorgPortfolio *self, TorgSession *session)
{
  static const char *const open[] = { "yes", NULL };
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);

  self->session = g_object_ref (session);
  self->all = torg_record_list_new (session, query);
  torg_query_filter (query, "open_to_partners", open);
  self->seeking = torg_record_list_new (session, query);
  bind_first (self, self->newest_section, self->all);
  bind_first (self, self->seeking_section, self->seeking);
  g_signal_connect_object (self->all, "answered", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::drafts", G_CALLBACK (find_drafts), self,
                           G_CONNECT_SWAPPED);
}
