/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-desk.h"

#include "torg-stalls.h"
#include "torg-window.h"

#define SERVICE   "http://127.0.0.1:9/v1" /* where nobody listens */
#define ACCOUNT   "kari"
#define SETTLE_MS 800

/* The files that the session will have. */
TorgStore *
desk_open_store (void)
{
  g_autofree char *data = torg_session_dup_folder (SERVICE, ACCOUNT, g_get_user_data_dir ());
  g_autofree char *cache = torg_session_dup_folder (SERVICE, ACCOUNT, g_get_user_cache_dir ());
  g_autoptr (GError) error = NULL;
  TorgStore *store = torg_store_open (data, cache, &error);

  g_assert_no_error (error);
  return store;
}

void
desk_start (Desk *self, AdwApplication *application)
{
  g_autoptr (GSettings) settings = g_settings_new ("com.smartinnovationnorway.Torg");

  self->session = torg_session_new (SERVICE, ACCOUNT, "");
  torg_session_start (self->session);
  self->window = GTK_WINDOW (torg_window_new (application, settings));
  gtk_window_set_default_size (self->window, 1180, 780);
  gtk_window_present (self->window);
  stalls_begin ("window", "open");
  torg_window_set_session (TORG_WINDOW (self->window), self->session);
  stalls_wait (SETTLE_MS);
  stalls_end ();
}

void
desk_stop (Desk *self)
{
  torg_window_set_session (TORG_WINDOW (self->window), NULL);
  gtk_window_destroy (self->window);
  torg_session_stop (self->session);
  g_clear_object (&self->session);
}

/* The first of a type that is seen, or that is not if @hidden. */
GtkWidget *
desk_find (GtkWidget *widget, GType type, gboolean hidden)
{
  if (!hidden && !gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = desk_find (child, type, hidden);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
page_cb (gpointer data)
{
  Desk *self = data;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.page", "i", self->number);
}

void
desk_each_page (Desk *self, DeskUse use, gpointer data)
{
  GtkWidget *stack = desk_find (GTK_WIDGET (self->window), ADW_TYPE_VIEW_STACK, FALSE);
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (ADW_VIEW_STACK (stack)));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++) {
    g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

    self->page = adw_view_stack_page_get_child (page);
    self->name = g_intern_string (adw_view_stack_page_get_name (page));
    self->number = (int) i + 1;
    stalls_begin (self->name, "open");
    stalls_do (page_cb, self, SETTLE_MS);
    stalls_end ();
    self->view = desk_find (self->page, GTK_TYPE_LIST_VIEW, FALSE);
    g_assert_nonnull (self->view);
    use (self, data);
  }
}
