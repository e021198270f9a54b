/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-search-dialog.h"

#include "torg-pace.h"
#include "torg-page-type.h"
#include "torg-search-question.h"
#include "torg-search-row.h"
#include "torg-search.h"

#include <glib/gi18n.h>

/* Rows that are seen without scrolling, which come at once. */
#define AT_ONCE 9

/* As much of what was typed as a sentence has room for, in characters. */
#define MOST_REPEATED 60

struct _TorgSearchDialog {
  AdwDialog parent_instance;

  GtkSearchEntry *entry;
  GtkStack *states;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkSliceListModel *first; /* as many as have rows yet */
  GListModel *all;          /* what was found */
  GListStore *groups;       /* the same, a GListStore of TorgSearchItem for each heading */
  AdwStatusPage *nothing;

  TorgSession *session;
  GPtrArray *collections;    /* of the pages; ended by NULL */
  GCancellable *cancellable; /* of the search that runs */
  gboolean has_words;        /* what was asked last */
};

G_DEFINE_FINAL_TYPE (TorgSearchDialog, torg_search_dialog, ADW_TYPE_DIALOG)

/* The group under a heading, made where it is missing: so that of the best hit stands first. */
static GListStore *
ensure_group (GPtrArray *groups, const char *heading)
{
  GListStore *made;

  for (guint i = 0; i < groups->len; i++) {
    g_autoptr (TorgSearchItem) first = g_list_model_get_item (groups->pdata[i], 0);

    if (g_str_equal (torg_search_item_get_heading (first), heading))
      return groups->pdata[i];
  }
  made = g_list_store_new (TORG_TYPE_SEARCH_ITEM);
  g_ptr_array_add (groups, made);
  return made;
}

/* Without words it is one group: what is new. */
static GPtrArray *
make_groups (TorgSearchDialog *self, GPtrArray *hits)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);
  gsize count = 0;
  g_autofree gpointer *stolen = g_ptr_array_steal (hits, &count);

  for (gsize i = 0; i < count; i++) {
    TorgHit *hit = stolen[i];
    const char *page = _ (torg_page_type_for (hit->kind)->title);
    const char *heading = self->has_words ? page : _ ("Recently Changed");
    g_autoptr (TorgSearchItem) found = torg_search_item_new (hit, heading);

    g_list_store_append (ensure_group (groups, heading), found);
  }
  return groups;
}

static void
say (TorgSearchDialog *self, guint count)
{
  /* Translators: how many names match what one typed; said by screen readers */
  g_autofree char *words = g_strdup_printf (ngettext ("%u found", "%u found", count), count);

  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
explain_nothing (TorgSearchDialog *self)
{
  g_autofree char *text = g_utf8_substring (
    gtk_editable_get_text (GTK_EDITABLE (self->entry)), 0,
    MIN (g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1), MOST_REPEATED));
  g_autofree char *words = g_strdup_printf (
    /* Translators: %s is what one searched for */
    _ ("Nothing matches “%s”"), text);

  adw_status_page_set_title (self->nothing, words);
}

static void
laid_out_cb (TorgSearchDialog *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
}

/* The list keeps its first row in place, and so leaves out the heading over it: told again before
 * it is drawn. */
static void
show_top (TorgSearchDialog *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  gtk_single_selection_set_selected (self->selection, 0);
  if (clock == NULL)
    return;
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  g_signal_connect_object (clock, "layout", G_CALLBACK (laid_out_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static gboolean
add_row (GtkWidget *widget)
{
  TorgSearchDialog *self = TORG_SEARCH_DIALOG (widget);
  guint size = gtk_slice_list_model_get_size (self->first) + 1;

  gtk_slice_list_model_set_size (self->first, size);
  return size < g_list_model_get_n_items (self->all);
}

static void
searched_cb (GPtrArray *hits, gpointer data)
{
  TorgSearchDialog *self = data;
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->groups));
  guint count = hits->len;
  g_autoptr (GPtrArray) groups = make_groups (self, hits);

  g_clear_object (&self->cancellable);
  gtk_slice_list_model_set_size (self->first, AT_ONCE);
  g_list_store_splice (self->groups, 0, before, groups->pdata, groups->len);
  if (count > AT_ONCE)
    torg_pace_start (GTK_WIDGET (self), add_row);
  else
    torg_pace_stop (GTK_WIDGET (self));
  if (count > 0)
    show_top (self);
  else if (self->has_words)
    explain_nothing (self);
  gtk_stack_set_visible_child_name (self->states, count > 0         ? "found"
                                                  : self->has_words ? "nothing"
                                                                    : "empty");
  if (self->has_words)
    say (self, count);
}

static void
stop_search (TorgSearchDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What is shown stays until there is an answer; an answer to fewer letters is not waited for. */
static void
ask (TorgSearchDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *match = torg_search_match (text);

  stop_search (self);
  if (self->session == NULL)
    return;
  self->has_words = match != NULL;
  self->cancellable = g_cancellable_new ();
  torg_search_ask (self->session, (const char *const *) self->collections->pdata, text,
                   self->cancellable, searched_cb, self);
}

/* By the window, since the dialog is on its way out. */
static void
open_found (TorgSearchDialog *self, guint position)
{
  g_autoptr (TorgSearchItem) found =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (TorgRecord) record = NULL;

  if (found == NULL)
    return;
  record = torg_session_get_record (self->session, torg_search_item_get_hit (found)->n);
  if (record == NULL)
    return;
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.open", "(ss)", torg_record_get_kind (record)->collection,
                              torg_record_get_id (record));
}

static void
activated_cb (TorgSearchDialog *self, guint position)
{
  open_found (self, position);
}

static void
clear_cb (TorgSearchDialog *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
entry_activated_cb (TorgSearchDialog *self)
{
  open_found (self, gtk_single_selection_get_selected (self->selection));
}

/* The keyboard stays in the entry; whoever does not see the list hears what is selected. */
static gboolean
move (TorgSearchDialog *self, int step)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gint64 next = (gint64) gtk_single_selection_get_selected (self->selection) + step;
  TorgSearchItem *found;

  if (next < 0 || next >= count)
    return GDK_EVENT_STOP;
  gtk_list_view_scroll_to (self->view, (guint) next, GTK_LIST_SCROLL_SELECT, NULL);
  found = gtk_single_selection_get_selected_item (self->selection);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry),
                           torg_search_item_get_hit (found)->title->text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (TorgSearchDialog *self, guint keyval)
{
  if (keyval == GDK_KEY_Down)
    return move (self, 1);
  if (keyval == GDK_KEY_Up)
    return move (self, -1);
  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
clicked_cb (GtkListItem *item)
{
  gtk_widget_activate_action (gtk_list_item_get_child (item), "list.activate-item", "u",
                              gtk_list_item_get_position (item));
}

/* One click opens. The list could do that too, but then the pointer would choose by lying there. */
static void
setup_row (TorgSearchDialog *self, GtkListItem *item)
{
  GtkWidget *row = torg_search_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

/* What went while its number was on the way here has nothing more to say. */
static char *
describe (TorgSearchDialog *self, const TorgHit *hit, const char **icon, const char **style)
{
  g_autoptr (TorgRecord) record = torg_session_get_record (self->session, hit->n);
  TorgRowWords words = { 0 };
  char *caption = record ? torg_row_words_fill (&words, self->session, record) : g_strdup ("");

  g_clear_object (&words.owner);
  *icon = words.icon ? words.icon : torg_page_type_for (hit->kind)->icon;
  *style = words.style;
  return caption;
}

static void
bind_row (TorgSearchDialog *self, GtkListItem *item)
{
  const TorgHit *hit = torg_search_item_get_hit (gtk_list_item_get_item (item));
  const char *icon, *style;
  g_autofree char *caption = describe (self, hit, &icon, &style);

  torg_search_row_show (TORG_SEARCH_ROW (gtk_list_item_get_child (item)), hit, icon, style,
                        caption);
  gtk_list_item_set_accessible_label (item, hit->title->text);
  gtk_list_item_set_accessible_description (item, hit->text ? hit->text->text : caption);
}

static void
setup_heading (TorgSearchDialog *self, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "torg-group");
  gtk_list_header_set_child (header, label);
}

static void
bind_heading (TorgSearchDialog *self, GtkListHeader *header)
{
  TorgSearchItem *first = gtk_list_header_get_item (header);

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)),
                      torg_search_item_get_heading (first));
}

static void
torg_search_dialog_dispose (GObject *object)
{
  TorgSearchDialog *self = TORG_SEARCH_DIALOG (object);

  stop_search (self);
  torg_pace_stop (GTK_WIDGET (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_search_dialog_parent_class)->dispose (object);
}

static void
torg_search_dialog_finalize (GObject *object)
{
  TorgSearchDialog *self = TORG_SEARCH_DIALOG (object);

  g_ptr_array_unref (self->collections);
  G_OBJECT_CLASS (torg_search_dialog_parent_class)->finalize (object);
}

static void
torg_search_dialog_class_init (TorgSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_search_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = torg_search_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchDialog, states);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchDialog, first);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchDialog, all);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
  gtk_widget_class_bind_template_callback (widget_class, bind_heading);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_heading);
  gtk_widget_class_bind_template_callback (widget_class, setup_row);
}

static void
torg_search_dialog_init (TorgSearchDialog *self)
{
  self->collections = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_search_dialog_new:
 * @session: whose records are searched
 *
 * Looks in all pages. Opens what is chosen by the window's action `win.open`.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
torg_search_dialog_new (TorgSession *session)
{
  TorgSearchDialog *self = g_object_new (TORG_TYPE_SEARCH_DIALOG, NULL);

  self->session = g_object_ref (session);
  for (const TorgPageType *const *type = torg_page_types (); *type != NULL; type++)
    g_ptr_array_add (self->collections, (gpointer) (*type)->kind->collection);
  ask (self);
  return ADW_DIALOG (self);
}
