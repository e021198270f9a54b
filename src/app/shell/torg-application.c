/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-application.h"

#include "torg-credentials.h"
#include "torg-window.h"

#include <glib/gi18n.h>
#include <string.h>

#define LINK_PREFIX "torg:"

struct _TorgApplication {
  AdwApplication parent_instance;

  GSettings *settings;
  TorgSession *session;
  char *wanted;  /* the link to open when there is something to open */
  char *service; /* as the command line says */
  char *account;
  char *password;
};

G_DEFINE_FINAL_TYPE (TorgApplication, torg_application, ADW_TYPE_APPLICATION)

/*
 * The keys of the program; the overview of shortcuts reads them from here. Those that texts and
 * popovers have a use for themselves are bindings of the window and the editor: there they come last.
 */
static const struct {
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit",       { "<Control>q" }        },
  { "window.close",   { "<Control>w" }        },
  { "win.shortcuts",  { "<Control>question" } },
  { "win.new",        { "<Control>n" }        },
  { "win.search",     { "<Control>f" }        },
  { "win.search-all", { "<Control>k" }        },
  { "win.sync",       { "F5", "<Control>r" }  },
  { "win.menu",       { "F10" }               },
  { "win.page(1)",    { "<Alt>1" }            },
  { "win.page(2)",    { "<Alt>2" }            },
  { "win.page(3)",    { "<Alt>3" }            },
  { "win.page(4)",    { "<Alt>4" }            },
  { "win.edit",       { "<Control>e" }        },
  { "win.copy-link",  { "<Control><Shift>c" } },
};

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (data));
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

  adw_about_dialog_set_application_name (about, "Torg");
  adw_about_dialog_set_application_icon (about, TORG_APPLICATION_ID);
  adw_about_dialog_set_version (about, TORG_VERSION);
  adw_about_dialog_set_developer_name (about, "Smart Innovation Norway");
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_copyright (about, "© 2026 The Torg contributors");
  adw_about_dialog_set_comments (
    about, _ ("Learn from what others have tried, and let them learn from you."));
  /* Translators: your own names, one a line */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  adw_dialog_present (ADW_DIALOG (about), GTK_WIDGET (window));
}

static const GActionEntry actions[] = {
  { .name = "quit",  .activate = quit_activated  },
  { .name = "about", .activate = about_activated },
};

static void
end_session (TorgApplication *self)
{
  if (self->session != NULL)
    torg_session_stop (self->session);
  g_clear_object (&self->session);
}

/* Opens `torg:projects/ID`, as soon as the record can be here. */
static void
open_wanted (TorgApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *wanted = NULL;
  g_auto (GStrv) steps = NULL;

  if (self->wanted == NULL || self->session == NULL || !torg_session_is_loaded (self->session))
    return;
  wanted = g_steal_pointer (&self->wanted);
  steps = g_strsplit (wanted + strlen (LINK_PREFIX), "/", 2);
  if (g_strv_length (steps) == 2)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open", "(ss)", steps[0], steps[1]);
}

/*
 * The window lets go of a session before it ends, so that what is being written is kept; and it ends
 * before the next begins, since both may have the same files.
 */
static void
begin_session (TorgApplication *self, TorgWindow *window, const TorgCredentials *credentials)
{
  torg_window_set_session (window, NULL);
  end_session (self);
  self->session =
    torg_session_new (credentials->service, credentials->account, credentials->password);
  torg_session_start (self->session);
  g_signal_connect_object (self->session, "notify::loaded", G_CALLBACK (open_wanted), self,
                           G_CONNECT_SWAPPED);
  torg_window_set_session (window, self->session);
}

static void
signed_in_cb (TorgWindow *window, const TorgCredentials *credentials, TorgApplication *self)
{
  g_settings_set_string (self->settings, "service", credentials->service);
  g_settings_set_string (self->settings, "account", credentials->account);
  torg_credentials_keep (credentials);
  begin_session (self, window, credentials);
}

static void
found_cb (const TorgCredentials *credentials, gpointer data)
{
  g_autoptr (TorgApplication) self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    return;
  if (credentials->password != NULL)
    begin_session (self, TORG_WINDOW (window), credentials);
  else
    torg_window_ask_credentials (TORG_WINDOW (window), credentials);
}

/* What the command line says, else what was kept from the last time. */
static void
find_credentials (TorgApplication *self)
{
  g_autofree char *kept_service = g_settings_get_string (self->settings, "service");
  g_autofree char *kept_account = g_settings_get_string (self->settings, "account");
  g_autoptr (TorgCredentials) known =
    torg_credentials_new (self->service ? self->service : kept_service,
                          self->account ? self->account : kept_account, self->password);

  torg_credentials_find (known, found_cb, g_object_ref (self));
}

static void
torg_application_activate (GApplication *application)
{
  TorgApplication *self = TORG_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL) {
    window = GTK_WINDOW (torg_window_new (ADW_APPLICATION (self), self->settings));
    g_signal_connect_object (window, "signed-in", G_CALLBACK (signed_in_cb), self, 0);
    find_credentials (self);
  }
  gtk_window_present (window);
}

static void
torg_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  TorgApplication *self = TORG_APPLICATION (application);
  g_autofree char *link = n_files > 0 ? g_file_get_uri (files[0]) : NULL;

  g_application_activate (application);
  if (link == NULL || !g_str_has_prefix (link, LINK_PREFIX))
    return;
  g_set_str (&self->wanted, link);
  open_wanted (self);
}

static void
torg_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (torg_application_parent_class)->startup (application);
  TORG_APPLICATION (application)->settings = g_settings_new (TORG_APPLICATION_ID);
  gtk_window_set_default_icon_name (TORG_APPLICATION_ID);
  /* Whoever moves through a page with the keyboard does not want each text of it selected. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
}

static void
torg_application_shutdown (GApplication *application)
{
  end_session (TORG_APPLICATION (application));
  G_APPLICATION_CLASS (torg_application_parent_class)->shutdown (application);
}

static char *
read_password (const char *path, GError **error)
{
  g_autofree char *text = NULL;

  if (path == NULL)
    return g_strdup (g_getenv ("TORG_PASSWORD"));
  return g_file_get_contents (path, &text, NULL, error) ? g_strdup (g_strchomp (text)) : NULL;
}

static int
torg_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  TorgApplication *self = TORG_APPLICATION (application);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_dict_lookup (options, "service", "s", &self->service);
  g_variant_dict_lookup (options, "account", "s", &self->account);
  g_variant_dict_lookup (options, "password-file", "^ay", &path);
  self->password = read_password (path, &error);
  if (error == NULL)
    return -1;
  g_printerr ("torg: %s\n", error->message);
  return 1;
}

static void
torg_application_finalize (GObject *object)
{
  TorgApplication *self = TORG_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->password, g_free);
  G_OBJECT_CLASS (torg_application_parent_class)->finalize (object);
}

static void
torg_application_class_init (TorgApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = torg_application_finalize;
  application_class->activate = torg_application_activate;
  application_class->open = torg_application_open;
  application_class->startup = torg_application_startup;
  application_class->shutdown = torg_application_shutdown;
  application_class->handle_local_options = torg_application_handle_local_options;
}

static void
torg_application_init (TorgApplication *self)
{
  const GOptionEntry options[] = {
    { "service", 's', 0, G_OPTION_ARG_STRING, NULL, N_ ("Address of the service"), N_ ("URL") },
    { "account", 'a', 0, G_OPTION_ARG_STRING, NULL, N_ ("Name of your account"), N_ ("NAME") },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("File that holds the password"),
     N_ ("FILE") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * torg_application_new:
 *
 * Returns: (transfer full): the application; a second one started hands over to the first
 */
TorgApplication *
torg_application_new (void)
{
  return g_object_new (TORG_TYPE_APPLICATION, "application-id", TORG_APPLICATION_ID,
                       "resource-base-path", "/com/smartinnovationnorway/Torg", "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
