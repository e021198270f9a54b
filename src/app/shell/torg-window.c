/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-window.h"

#include "torg-page-type.h"
#include "torg-page.h"
#include "torg-profile.h"
#include "torg-room.h"
#include "torg-search-dialog.h"
#include "torg-shortcuts.h"
#include "torg-sign-in-page.h"
#include "torg-sync-button.h"

#include <glib/gi18n.h>

#define SIGN_IN_STATE "sign-in"
#define PAGES_STATE   "pages"

struct _TorgWindow {
  AdwApplicationWindow parent_instance;

  TorgSession *session;

  GtkStack *states;
  TorgSignInPage *sign_in;
  AdwNavigationSplitView *split;
  AdwNavigationPage *sidebar;
  AdwNavigationPage *content;
  AdwBanner *banner;
  GtkMenuButton *menu;
  TorgSyncButton *sync_button;
  AdwViewStack *lists;
  GtkStack *contents;
  AdwViewSwitcherBar *switcher;
};

G_DEFINE_FINAL_TYPE (TorgWindow, torg_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TorgPage *
visible_page (TorgWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->lists);

  return page ? TORG_PAGE (page) : NULL;
}

static void
update_actions (TorgWindow *self)
{
  gboolean has_page = visible_page (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new", has_page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.overview", has_page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", has_page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", has_page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sync", self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search-all", self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.profile", self->session != NULL);
}

static void
page_changed_cb (TorgWindow *self)
{
  TorgPage *page = visible_page (self);
  AdwViewStackPage *place;

  update_actions (self);
  if (page == NULL)
    return;
  place = adw_view_stack_get_page (self->lists, GTK_WIDGET (page));
  adw_navigation_page_set_title (self->sidebar, adw_view_stack_page_get_title (place));
  gtk_stack_set_visible_child (self->contents, torg_page_get_content (page));
}

static void
new_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  torg_page_create (visible_page (TORG_WINDOW (widget)), NULL, NULL);
}

/* A new record of a collection, of which one field is known: the benefit of a project. */
static void
create_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgWindow *self = TORG_WINDOW (widget);
  const char *collection = NULL;
  const char *field = NULL;
  const char *value = NULL;

  g_variant_get (parameter, "(&s&s&s)", &collection, &field, &value);
  if (adw_view_stack_get_child_by_name (self->lists, collection) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->lists, collection);
  torg_page_create (visible_page (self), field, value);
}

static void
overview_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgWindow *self = TORG_WINDOW (widget);

  torg_page_open (visible_page (self), NULL);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
search_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgWindow *self = TORG_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  torg_page_search (visible_page (self));
}

static void
search_all_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (torg_search_dialog_new (TORG_WINDOW (widget)->session), widget);
}

static void
sync_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  torg_session_sync (TORG_WINDOW (widget)->session);
}

static void
profile_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (torg_profile_dialog_new (TORG_WINDOW (widget)->session), widget);
}

static void
shortcuts_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  adw_dialog_present (torg_shortcuts_new (application), widget);
}

static void
back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgWindow *self = TORG_WINDOW (widget);
  gboolean content_only = adw_navigation_split_view_get_collapsed (self->split) &&
                          adw_navigation_split_view_get_show_content (self->split);

  if (!torg_page_go_back (visible_page (self), content_only))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
}

static void
menu_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (TORG_WINDOW (widget)->menu);
}

static void
show_content_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_navigation_split_view_set_show_content (TORG_WINDOW (widget)->split,
                                              g_variant_get_boolean (parameter));
}

static void
page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint32 number = g_variant_get_int32 (parameter);
  const TorgPageType *const *type = torg_page_types ();

  while (*type != NULL && --number > 0)
    type++;
  if (*type != NULL && number == 0)
    adw_view_stack_set_visible_child_name (TORG_WINDOW (widget)->lists, (*type)->kind->collection);
}

static void
open_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgWindow *self = TORG_WINDOW (widget);
  const char *collection = NULL;
  const char *id = NULL;

  g_variant_get (parameter, "(&s&s)", &collection, &id);
  if (self->session == NULL || adw_view_stack_get_child_by_name (self->lists, collection) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->lists, collection);
  torg_page_open (visible_page (self), id);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* Commands that belong to what the content shows, wherever the keyboard is. */
static const struct {
  const char *name;
  const char *content_action;
} forwarded[] = {
  { "win.edit",      "page.edit"      },
  { "win.copy-link", "page.copy-link" },
  { "win.undo",      "page.undo"      },
};

static void
forward_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *content = gtk_stack_get_visible_child (TORG_WINDOW (widget)->contents);

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (forwarded); i++)
    if (g_str_equal (forwarded[i].name, name))
      gtk_widget_activate_action_variant (content, forwarded[i].content_action, NULL);
}

static void
sign_in_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgWindow *self = TORG_WINDOW (widget);
  g_autoptr (TorgCredentials) known = torg_credentials_new (
    torg_session_get_service (self->session), torg_session_get_account (self->session), NULL);

  torg_window_ask_credentials (self, known);
}

static void
signed_in_cb (TorgWindow *self, const TorgCredentials *credentials)
{
  g_signal_emit (self, signals[SIGNED_IN], 0, credentials);
}

/* A state that lasts and that a person can end. */
static void
status_changed_cb (TorgWindow *self)
{
  TorgStatus status = torg_session_get_status (self->session);
  const GError *problem = torg_session_get_problem (self->session);

  if (status == TORG_STATUS_SIGN_IN) {
    gboolean known = g_error_matches (problem, TORG_SYNC_ERROR, TORG_SYNC_ERROR_ACCESS);

    adw_banner_set_title (self->banner, known
                                          ? _ ("Your account is not a member of the forum")
                                          : _ ("The service does not know this name and password"));
    adw_banner_set_button_label (self->banner, _ ("_Sign In"));
  } else if (status == TORG_STATUS_BROKEN) {
    adw_banner_set_title (self->banner, _ ("The files on this computer cannot be read"));
    adw_banner_set_button_label (self->banner, NULL);
  }
  adw_banner_set_revealed (self->banner,
                           status == TORG_STATUS_SIGN_IN || status == TORG_STATUS_BROKEN);
}

static void
remove_pages (TorgWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->contents))) != NULL)
    gtk_stack_remove (self->contents, child);
  while ((child = adw_view_stack_get_visible_child (self->lists)) != NULL)
    adw_view_stack_remove (self->lists, child);
}

static void
add_pages (TorgWindow *self)
{
  for (const TorgPageType *const *type = torg_page_types (); *type != NULL; type++) {
    GtkWidget *page = torg_page_new (self->session, *type);

    gtk_stack_add_child (self->contents, torg_page_get_content (TORG_PAGE (page)));
    adw_view_stack_add_titled_with_icon (self->lists, page, (*type)->kind->collection,
                                         _ ((*type)->title), (*type)->icon);
  }
}

static void
torg_window_dispose (GObject *object)
{
  TorgWindow *self = TORG_WINDOW (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_WINDOW);
  G_OBJECT_CLASS (torg_window_parent_class)->dispose (object);
}

static void
torg_window_class_init (TorgWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_window_dispose;
  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (TORG_TYPE_ROOM);
  g_type_ensure (TORG_TYPE_SIGN_IN_PAGE);
  g_type_ensure (TORG_TYPE_SYNC_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/smartinnovationnorway/Torg/ui/torg-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, states);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, sign_in);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, split);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, sync_button);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, lists);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, TorgWindow, switcher);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, signed_in_cb);

  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (widget_class, forwarded[i].name, NULL, forward_activated);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_activated);
  gtk_widget_class_install_action (widget_class, "win.create", "(sss)", create_activated);
  gtk_widget_class_install_action (widget_class, "win.overview", NULL, overview_activated);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_activated);
  gtk_widget_class_install_action (widget_class, "win.search-all", NULL, search_all_activated);
  gtk_widget_class_install_action (widget_class, "win.sync", NULL, sync_activated);
  gtk_widget_class_install_action (widget_class, "win.profile", NULL, profile_activated);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_activated);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_activated);
  gtk_widget_class_install_action (widget_class, "win.page", "i", page_activated);
  gtk_widget_class_install_action (widget_class, "win.open", "(ss)", open_activated);
  gtk_widget_class_install_action (widget_class, "win.show-content", "b", show_content_activated);
  gtk_widget_class_install_action (widget_class, "win.sign-in", NULL, sign_in_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

static void
torg_window_init (TorgWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * torg_window_new:
 * @application: the application
 * @settings: keeps the window's size
 *
 * Returns: (transfer none): a window that shows nothing yet
 */
TorgWindow *
torg_window_new (AdwApplication *application, GSettings *settings)
{
  TorgWindow *self = g_object_new (TORG_TYPE_WINDOW, "application", application, NULL);

  g_settings_bind (settings, "width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  return self;
}

static void
show_pages (TorgWindow *self)
{
  g_signal_connect_object (self->session, "notify::status", G_CALLBACK (status_changed_cb), self,
                           G_CONNECT_SWAPPED);
  torg_sync_button_set_session (self->sync_button, self->session);
  add_pages (self);
  adw_view_switcher_bar_set_reveal (self->switcher, torg_page_types ()[1] != NULL);
  page_changed_cb (self);
  status_changed_cb (self);
  gtk_stack_set_visible_child_name (self->states, PAGES_STATE);
}

/**
 * torg_window_set_session:
 * @self: a window
 * @session: (nullable): a session that was started; %NULL shows nothing
 *
 * Shows the pages with the session's records.
 */
void
torg_window_set_session (TorgWindow *self, TorgSession *session)
{
  remove_pages (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, status_changed_cb, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    show_pages (self);
  update_actions (self);
}

/**
 * torg_window_ask_credentials:
 * @self: a window
 * @known: what the form is filled with
 *
 * Asks a person who they are.
 */
void
torg_window_ask_credentials (TorgWindow *self, const TorgCredentials *known)
{
  torg_sign_in_page_fill (self->sign_in, known);
  gtk_stack_set_visible_child_name (self->states, SIGN_IN_STATE);
}
