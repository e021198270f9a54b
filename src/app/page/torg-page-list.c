/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-page-list.h"

#include "torg-filter-pill.h"
#include "torg-filters.h"
#include "torg-lazy-row.h"
#include "torg-page-type.h"

#include <glib/gi18n.h>

#define SPINNER_AFTER_MS 200

struct _TorgPageList {
  AdwBin parent_instance;

  TorgSession *session;
  const TorgPageType *type;
  TorgRecordList *list;
  TorgRecord *shown; /* beside the list */
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
  AdwStatusPage *loading;
  AdwStatusPage *empty;
  GtkButton *begin;
  AdwStatusPage *away;
  AdwStatusPage *none;
  GtkButton *clear;
  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (TorgPageList, torg_page_list, ADW_TYPE_BIN)

enum {
  PROP_ORDER = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The first one for a name that is not known. */
static const TorgPageOrder *
order_of (TorgPageList *self)
{
  const TorgPageOrder *order = self->type->orders;

  while (order->name != NULL && g_strcmp0 (order->name, self->order) != 0)
    order++;
  return order->name ? order : self->type->orders;
}

static gboolean
is_narrowed (TorgPageList *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' ||
         torg_filters_any (self->pills);
}

/* Words are looked for in everything: what is past is found too. */
static TorgQuery *
make_query (TorgPageList *self)
{
  TorgQuery *query = torg_query_new (self->type->kind);
  const TorgPageOrder *order = order_of (self);

  torg_query_set_text (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  torg_query_sort (query, order->field, order->descending);
  torg_filters_apply (self->pills, query);
  if (order->narrow != NULL && torg_query_get_text (query) == NULL)
    order->narrow (self->session, query);
  return query;
}

static void
ask (TorgPageList *self)
{
  g_autoptr (TorgQuery) query = make_query (self);

  self->asked = TRUE;
  torg_record_list_ask (self->list, query);
}

static void
show_count (TorgPageList *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *records = self->type->count (count);
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  const char *order = searching ? _ ("best match first") : _ (order_of (self)->words);
  /* Translators: over a list; %1$s is "179 projects", %2$s is how they are ordered */
  g_autofree char *words = g_strdup_printf (_ ("%1$s, %2$s"), records, order);

  gtk_menu_button_set_label (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
}

static void
say_none (TorgPageList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  /* Translators: %s is what somebody searched for */
  g_autofree char *words =
    *text ? g_strdup_printf (_ ("Nothing matches “%s”"), text) : g_strdup (_ ("Nothing matches"));
  gboolean filtered = torg_filters_any (GTK_WIDGET (self->pills));

  adw_status_page_set_title (self->none, words);
  adw_status_page_set_description (
    self->none, filtered ? _ ("Try fewer or other words, or fewer filters.")
                         : _ ("Try fewer or other words, or only how a word begins."));
  gtk_button_set_label (self->clear,
                        filtered ? _ ("_Clear Search and Filters") : _ ("_Clear Search"));
}

/* Whether an empty list means that there is nothing. */
static gboolean
has_fetched (TorgSession *session)
{
  TorgStatus status = torg_session_get_status (session);

  return status != TORG_STATUS_OFFLINE && status != TORG_STATUS_SIGN_IN;
}

static void
show_state (TorgPageList *self)
{
  const char *state = "list";

  if (torg_record_list_get_problem (self->list) != NULL)
    state = "problem";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    state = "list";
  else if (is_narrowed (self))
    state = "none";
  else if (torg_session_is_loaded (self->session))
    state = has_fetched (self->session) ? "empty" : "away";
  else if (g_str_equal (gtk_stack_get_visible_child_name (self->states), "loading"))
    state = "loading";
  else
    state = "nothing";
  gtk_stack_set_visible_child_name (self->states, state);
}

/* The list shows which of its records is the one beside it. */
static void
select_shown (TorgPageList *self)
{
  guint position =
    self->shown ? torg_record_list_find (self->list, self->shown) : GTK_INVALID_LIST_POSITION;

  gtk_single_selection_set_selected (self->selection, position);
}

/* Told before the view is. */
static void
items_changed_cb (TorgPageList *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  self->at_top = gtk_adjustment_get_value (adjustment) < 1;
}

/* A view keeps to the rows that it shows; one who looks at the top wants to see what is new there, and
 * one who asks for others wants the first of them. */
static void
stay_at_top (TorgPageList *self)
{
  if ((self->at_top || self->asked) && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
  self->at_top = FALSE;
}

/* Those who hear the screen do not see the count change. */
static void
say_answer (TorgPageList *self)
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
answered_cb (TorgPageList *self)
{
  stay_at_top (self);
  select_shown (self);
  show_count (self);
  say_none (self);
  show_state (self);
  if (self->asked)
    say_answer (self);
}

static void
spinner_cb (gpointer data)
{
  TorgPageList *self = data;

  self->spinner_timer = 0;
  if (g_str_equal (gtk_stack_get_visible_child_name (self->states), "nothing"))
    gtk_stack_set_visible_child_name (self->states, "loading");
}

static void
clear_filters_cb (TorgPageList *self)
{
  torg_filters_clear (self->pills);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
selected_cb (TorgPageList *self)
{
  TorgLazyItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    g_signal_emit (self, signals[SELECTED], 0, torg_lazy_item_get_record (item));
}

static void
activated_cb (TorgPageList *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  selected_cb (self);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* The first one found is one key away. */
static void
search_activated_cb (TorgPageList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    activated_cb (self, 0);
}

/* Down leads from the words to what they found. */
static gboolean
search_key_cb (TorgPageList *self, guint keyval)
{
  if (keyval != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GDK_EVENT_STOP;
}

/* The entry takes the key that elsewhere goes one step back. */
static void
stop_search_cb (TorgPageList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* Somebody typed in the list: what comes next goes behind the first letter. */
static void
search_started_cb (TorgPageList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
setup_row (TorgPageList *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, torg_lazy_row_new (self->session));
}

static void
bind_row (TorgPageList *self, GtkListItem *item)
{
  torg_lazy_row_set_item (TORG_LAZY_ROW (gtk_list_item_get_child (item)),
                          gtk_list_item_get_item (item));
}

static void
unbind_row (TorgPageList *self, GtkListItem *item)
{
  torg_lazy_row_set_item (TORG_LAZY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
torg_page_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TORG_PAGE_LIST (object)->order);
}

static void
torg_page_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgPageList *self = TORG_PAGE_LIST (object);

  if (!g_set_str (&self->order, g_value_get_string (value)))
    return;
  g_object_notify_by_pspec (object, pspec);
  ask (self);
}

static void
torg_page_list_dispose (GObject *object)
{
  TorgPageList *self = TORG_PAGE_LIST (object);

  g_clear_handle_id (&self->spinner_timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_PAGE_LIST);
  g_clear_object (&self->list);
  g_clear_object (&self->shown);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_page_list_parent_class)->dispose (object);
}

static void
torg_page_list_finalize (GObject *object)
{
  g_clear_pointer (&TORG_PAGE_LIST (object)->order, g_free);
  g_clear_pointer (&TORG_PAGE_LIST (object)->said, g_free);
  G_OBJECT_CLASS (torg_page_list_parent_class)->finalize (object);
}

static void
torg_page_list_class_init (TorgPageListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_page_list_get_property;
  object_class->set_property = torg_page_list_set_property;
  object_class->dispose = torg_page_list_dispose;
  object_class->finalize = torg_page_list_finalize;

  properties[PROP_ORDER] =
    g_param_spec_string ("order", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, TORG_TYPE_RECORD);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_property_action (widget_class, "list.order", "order");

  g_type_ensure (TORG_TYPE_FILTER_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-page-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, search);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, pills);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, count);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, states);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, view);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, selection);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, loading);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, empty);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, begin);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, away);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, none);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, clear);
  gtk_widget_class_bind_template_child (widget_class, TorgPageList, problem);
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
torg_page_list_init (TorgPageList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
}

static void
set_words (TorgPageList *self)
{
  const TorgPageWords *words = &self->type->words;

  gtk_search_entry_set_placeholder_text (self->search, _ (words->search));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (words->search), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->type->title), -1);
  adw_status_page_set_title (self->loading, _ (words->fetching));
  adw_status_page_set_icon_name (self->empty, self->type->icon);
  adw_status_page_set_title (self->empty, _ (words->empty));
  adw_status_page_set_description (self->empty, _ (words->empty_why));
  gtk_button_set_label (self->begin, _ (words->begin));
  adw_status_page_set_description (self->away, _ (words->away_why));
  adw_status_page_set_title (self->problem, _ (words->broken));
  adw_status_page_set_description (self->problem, _ (words->broken_why));
}

static void
add_filters (TorgPageList *self)
{
  const TorgPageFilter *filter = self->type->filters;

  for (; filter->path != NULL; filter++) {
    GtkWidget *pill =
      g_object_new (TORG_TYPE_FILTER_PILL, "title", g_dpgettext2 (NULL, "filter", filter->title),
                    "path", filter->path, NULL);

    g_signal_connect_object (pill, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
    adw_wrap_box_append (ADW_WRAP_BOX (self->pills), pill);
  }
  torg_filters_fill (self->pills, self->type->kind, torg_session_get_places (self->session));
}

static void
add_orders (TorgPageList *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  const TorgPageOrder *order = self->type->orders;

  for (; order->name != NULL; order++) {
    g_autofree char *action = g_strconcat ("list.order::", order->name, NULL);

    g_menu_append (section, _ (order->label), action);
  }
  g_menu_append_section (menu, _ ("Order"), G_MENU_MODEL (section));
  gtk_menu_button_set_menu_model (self->count, G_MENU_MODEL (menu));
}

static void
make_list (TorgPageList *self)
{
  g_autoptr (TorgQuery) query = make_query (self);
  g_autoptr (TorgLazyList) places = NULL;

  self->list = torg_record_list_new (self->session, query);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  places = torg_lazy_list_new (self->list);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (places));
  g_signal_connect_object (self->list, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * torg_page_list_new:
 * @session: whose records are listed
 * @type: the page
 *
 * Returns: (transfer floating): the list of all records of the page's kind
 */
GtkWidget *
torg_page_list_new (TorgSession *session, const TorgPageType *type)
{
  TorgPageList *self = g_object_new (TORG_TYPE_PAGE_LIST, NULL);

  self->session = g_object_ref (session);
  self->type = type;
  self->order = g_strdup (type->orders[0].name);
  set_words (self);
  add_filters (self);
  add_orders (self);
  make_list (self);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::loaded", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::status", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  self->spinner_timer = g_timeout_add_once (SPINNER_AFTER_MS, spinner_cb, self);
  return GTK_WIDGET (self);
}

/**
 * torg_page_list_show:
 * @self: a list
 * @record: (nullable): what is shown beside it, which the list marks
 */
void
torg_page_list_show (TorgPageList *self, TorgRecord *record)
{
  g_set_object (&self->shown, record);
  select_shown (self);
}

/**
 * torg_page_list_scroll_to_shown:
 * @self: a list
 */
void
torg_page_list_scroll_to_shown (TorgPageList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
}

/**
 * torg_page_list_search:
 * @self: a list
 *
 * Puts the keyboard into its search.
 */
void
torg_page_list_search (TorgPageList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * torg_page_list_clear_search:
 * @self: a list
 *
 * Returns: whether there was something in its search, which is gone now
 */
gboolean
torg_page_list_clear_search (TorgPageList *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  return TRUE;
}

/**
 * torg_page_list_filter:
 * @self: a list
 * @path: the path of one of its filters
 * @code: what to choose in it
 */
void
torg_page_list_filter (TorgPageList *self, const char *path, const char *code)
{
  torg_filters_choose (self->pills, path, code);
}
