/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-projects-page.h"

#include "torg-filter-pill.h"
#include "torg-filters.h"
#include "torg-project-pane.h"
#include "torg-project-row.h"
#include "torg-project.h"
#include "torg-record-list.h"
#include "torg-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define SPINNER_AFTER_MS 200

/* The orders that people may want; the first is the one of a fresh start. */
static const struct {
  const char *name;
  const char *field; /* NULL: when it was last changed */
  gboolean descending;
  const char *words; /* as the end of "179 projects, …" */
} orders[] = {
  { "changed", NULL,    TRUE,  N_ ("last changed first") },
  { "title",   "title", FALSE, N_ ("by title")           },
  { "start",   "start", TRUE,  N_ ("last started first") },
};

struct _TorgProjectsPage {
  TorgPage parent_instance;

  TorgRecordList *list;
  TorgProjectPane *pane;
  char *order;
  gboolean asked; /* by a person, who waits for the answer */
  char *said;     /* not again with each letter */
  guint spinner_timer;
  gboolean at_top; /* before the list changed */

  GtkSearchEntry *search;
  GtkWidget *pills;
  GtkMenuButton *count;
  GtkStack *states;
  GtkListView *view;
  GtkSingleSelection *selection;
  AdwStatusPage *none;
  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (TorgProjectsPage, torg_projects_page, TORG_TYPE_PAGE)

enum {
  PROP_ORDER = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
order_index (TorgProjectsPage *self)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (orders) && !g_str_equal (orders[i].name, self->order))
    i++;
  return i;
}

static gboolean
is_narrowed (TorgProjectsPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' ||
         torg_filters_any (self->pills);
}

static TorgQuery *
make_query (TorgProjectsPage *self)
{
  TorgQuery *query = torg_query_new (&torg_project_kind);
  guint order = order_index (self);

  torg_query_set_text (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  torg_query_sort (query, orders[order].field, orders[order].descending);
  torg_filters_apply (self->pills, query);
  return query;
}

static void
ask (TorgProjectsPage *self)
{
  g_autoptr (TorgQuery) query = make_query (self);

  self->asked = TRUE;
  torg_record_list_ask (self->list, query);
}

static void
show_count (TorgProjectsPage *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *projects = torg_words_projects (count);
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  const char *order = searching ? _ ("best match first") : _ (orders[order_index (self)].words);
  /* Translators: over a list; %1$s is "179 projects", %2$s is how they are ordered */
  g_autofree char *words = g_strdup_printf (_ ("%1$s, %2$s"), projects, order);

  gtk_menu_button_set_label (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
}

static void
say_none (TorgProjectsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  /* Translators: %s is what somebody searched for */
  g_autofree char *words =
    *text ? g_strdup_printf (_ ("Nothing matches “%s”"), text) : g_strdup (_ ("Nothing matches"));

  adw_status_page_set_title (self->none, words);
}

/* Whether an empty list means that there is nothing. */
static gboolean
has_fetched (TorgSession *session)
{
  TorgStatus status = torg_session_get_status (session);

  return status != TORG_STATUS_OFFLINE && status != TORG_STATUS_SIGN_IN;
}

static void
show_state (TorgProjectsPage *self)
{
  TorgSession *session = torg_page_get_session (TORG_PAGE (self));
  const char *state = "list";

  if (torg_record_list_get_problem (self->list) != NULL)
    state = "problem";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    state = "list";
  else if (is_narrowed (self))
    state = "none";
  else if (torg_session_is_loaded (session))
    state = has_fetched (session) ? "empty" : "away";
  else if (g_str_equal (gtk_stack_get_visible_child_name (self->states), "loading"))
    state = "loading";
  else
    state = "nothing";
  gtk_stack_set_visible_child_name (self->states, state);
}

/* The list shows which of its records is the one beside it. */
static void
shown_cb (TorgProjectsPage *self)
{
  TorgRecord *record = torg_project_pane_get_record (self->pane);

  if (gtk_single_selection_get_selected_item (self->selection) != record)
    gtk_single_selection_set_selected (self->selection,
                                       record ? torg_record_list_find (self->list, record)
                                              : GTK_INVALID_LIST_POSITION);
}

/* Told before the view is. */
static void
items_changed_cb (TorgProjectsPage *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  self->at_top = gtk_adjustment_get_value (adjustment) < 1;
}

/* A view keeps to the rows that it shows; one who looks at the top wants to see what is new there, and
 * one who asks for others wants the first of them. */
static void
stay_at_top (TorgProjectsPage *self)
{
  if ((self->at_top || self->asked) && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
  self->at_top = FALSE;
}

/* Those who hear the screen do not see the count change. */
static void
say_answer (TorgProjectsPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  const char *words =
    any ? gtk_menu_button_get_label (self->count) : adw_status_page_get_title (self->none);

  self->asked = FALSE;
  if (g_set_str (&self->said, words))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
answered_cb (TorgProjectsPage *self)
{
  stay_at_top (self);
  shown_cb (self);
  show_count (self);
  say_none (self);
  show_state (self);
  if (self->asked)
    say_answer (self);
}

static void
spinner_cb (gpointer data)
{
  TorgProjectsPage *self = data;

  self->spinner_timer = 0;
  if (g_str_equal (gtk_stack_get_visible_child_name (self->states), "nothing"))
    gtk_stack_set_visible_child_name (self->states, "loading");
}

static void
clear_filters_cb (TorgProjectsPage *self)
{
  torg_filters_clear (self->pills);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
selected_cb (TorgProjectsPage *self)
{
  TorgRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record != NULL)
    torg_project_pane_show (self->pane, record);
}

static void
activated_cb (TorgProjectsPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  selected_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", "b", TRUE);
  torg_project_pane_focus (self->pane);
}

/* The first one found is one key away. */
static void
search_activated_cb (TorgProjectsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    activated_cb (self, 0);
}

/* Down leads from the words to what they found. */
static gboolean
search_key_cb (TorgProjectsPage *self, guint keyval)
{
  if (keyval != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GDK_EVENT_STOP;
}

/* The entry takes the key that elsewhere goes one step back. */
static void
stop_search_cb (TorgProjectsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* Somebody typed in the list: what comes next goes behind the first letter. */
static void
search_started_cb (TorgProjectsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
setup_row (TorgProjectsPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, torg_project_row_new (torg_page_get_session (TORG_PAGE (self))));
}

static void
bind_row (TorgProjectsPage *self, GtkListItem *item)
{
  TorgRecord *record = gtk_list_item_get_item (item);

  torg_project_row_set_record (TORG_PROJECT_ROW (gtk_list_item_get_child (item)), record);
}

static void
unbind_row (TorgProjectsPage *self, GtkListItem *item)
{
  torg_project_row_set_record (TORG_PROJECT_ROW (gtk_list_item_get_child (item)), NULL);
}

/* Shows what a part of the portfolio stands for. */
static void
filter_cb (TorgProjectsPage *self, const char *path, const char *code)
{
  torg_filters_choose (self->pills, path, code);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", "b", FALSE);
}

static GtkWidget *
torg_projects_page_get_content (TorgPage *page)
{
  return GTK_WIDGET (TORG_PROJECTS_PAGE (page)->pane);
}

static void
torg_projects_page_create (TorgPage *page)
{
  torg_project_pane_edit (TORG_PROJECTS_PAGE (page)->pane, NULL);
}

static void
torg_projects_page_search (TorgPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TORG_PROJECTS_PAGE (page)->search));
}

static gboolean
torg_projects_page_go_back (TorgPage *page, gboolean content_only)
{
  TorgProjectsPage *self = TORG_PROJECTS_PAGE (page);

  if (torg_project_pane_go_back (self->pane))
    return TRUE;
  if (content_only)
    return FALSE;
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0') {
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    return TRUE;
  }
  if (torg_project_pane_get_record (self->pane) == NULL)
    return FALSE;
  torg_project_pane_show (self->pane, NULL);
  return TRUE;
}

/* A link to something that may be a draft so far. */
typedef struct {
  TorgProjectsPage *page;
  char *id;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->page);
  g_free (wish->id);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
drafts_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  g_autoptr (Wish) wish = data;

  for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
    const TorgDraft *draft = drafts->pdata[i];

    if (g_strcmp0 (draft->id, wish->id) == 0)
      torg_project_pane_continue (wish->page->pane, draft);
  }
}

static void
continue_draft (TorgProjectsPage *self, const char *id)
{
  Wish *wish = g_new (Wish, 1);

  wish->page = g_object_ref (self);
  wish->id = g_strdup (id);
  torg_session_list_drafts (torg_page_get_session (TORG_PAGE (self)), drafts_cb, wish);
}

static void
torg_projects_page_open (TorgPage *page, const char *id)
{
  TorgProjectsPage *self = TORG_PROJECTS_PAGE (page);
  g_autoptr (TorgRecord) record =
    torg_session_find_record (torg_page_get_session (page), "projects", id);
  guint position;

  torg_project_pane_show (self->pane, record);
  if (record == NULL)
    continue_draft (self, id);
  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
torg_projects_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TORG_PROJECTS_PAGE (object)->order);
}

static void
torg_projects_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgProjectsPage *self = TORG_PROJECTS_PAGE (object);

  if (!g_set_str (&self->order, g_value_get_string (value)))
    return;
  g_object_notify_by_pspec (object, pspec);
  ask (self);
}

static void
torg_projects_page_constructed (GObject *object)
{
  TorgProjectsPage *self = TORG_PROJECTS_PAGE (object);
  TorgSession *session = torg_page_get_session (TORG_PAGE (self));
  g_autoptr (TorgQuery) query = make_query (self);

  G_OBJECT_CLASS (torg_projects_page_parent_class)->constructed (object);
  torg_filters_fill (self->pills, &torg_project_kind, torg_session_get_places (session));
  self->pane = g_object_ref_sink (TORG_PROJECT_PANE (torg_project_pane_new (session)));
  self->list = torg_record_list_new (session, query);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->list, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::loaded", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::status", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "filter", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "notify::record", G_CALLBACK (shown_cb), self,
                           G_CONNECT_SWAPPED);
  self->spinner_timer = g_timeout_add_once (SPINNER_AFTER_MS, spinner_cb, self);
}

static void
torg_projects_page_dispose (GObject *object)
{
  TorgProjectsPage *self = TORG_PROJECTS_PAGE (object);

  g_clear_handle_id (&self->spinner_timer, g_source_remove);
  g_clear_object (&self->list);
  g_clear_object (&self->pane);
  G_OBJECT_CLASS (torg_projects_page_parent_class)->dispose (object);
}

static void
torg_projects_page_finalize (GObject *object)
{
  g_clear_pointer (&TORG_PROJECTS_PAGE (object)->order, g_free);
  g_clear_pointer (&TORG_PROJECTS_PAGE (object)->said, g_free);
  G_OBJECT_CLASS (torg_projects_page_parent_class)->finalize (object);
}

static void
torg_projects_page_class_init (TorgProjectsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TorgPageClass *page_class = TORG_PAGE_CLASS (klass);

  object_class->get_property = torg_projects_page_get_property;
  object_class->set_property = torg_projects_page_set_property;
  object_class->constructed = torg_projects_page_constructed;
  object_class->dispose = torg_projects_page_dispose;
  object_class->finalize = torg_projects_page_finalize;
  page_class->get_content = torg_projects_page_get_content;
  page_class->create = torg_projects_page_create;
  page_class->search = torg_projects_page_search;
  page_class->go_back = torg_projects_page_go_back;
  page_class->open = torg_projects_page_open;

  properties[PROP_ORDER] =
    g_param_spec_string ("order", NULL, NULL, orders[0].name,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "list.order", "order");

  g_type_ensure (TORG_TYPE_FILTER_PILL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-projects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgProjectsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectsPage, pills);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectsPage, count);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectsPage, states);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectsPage, none);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectsPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row);
}

static void
torg_projects_page_init (TorgProjectsPage *self)
{
  self->order = g_strdup (orders[0].name);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
}
