/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GtkShortcutsWindow is wider than a narrow screen, and deprecated; AdwShortcutsDialog, which comes
 * after it, is newer than the libadwaita that Torg asks for.
 */
#include "torg-shortcuts.h"

#include <glib/gi18n.h>

/* A group begins where there is a title alone. */
typedef struct {
  const char *title;
  const char *action; /* that the application has keys for */
  const char *key;    /* where it is the binding of a widget */
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("General"),            NULL,             NULL         },
  { N_ ("Search"),             "win.search",     NULL         },
  { N_ ("Search everywhere"),  "win.search-all", NULL         },
  { N_ ("New"),                "win.new",        NULL         },
  { N_ ("One step back"),      NULL,             "Escape"     },
  { N_ ("Undo"),               NULL,             "<Control>z" },
  { N_ ("Synchronise now"),    "win.sync",       NULL         },
  { N_ ("Main menu"),          "win.menu",       NULL         },
  { N_ ("Keyboard shortcuts"), "win.shortcuts",  NULL         },
  { N_ ("Quit"),               "app.quit",       NULL         },
  { N_ ("A record"),           NULL,             NULL         },
  { N_ ("Edit"),               "win.edit",       NULL         },
  { N_ ("Save"),               NULL,             "<Control>s" },
  { N_ ("Copy link"),          "win.copy-link",  NULL         },
  { N_ ("Pages"),              NULL,             NULL         },
  { N_ ("Knowledge"),          "win.page(1)",    NULL         },
  { N_ ("Projects"),           "win.page(2)",    NULL         },
  { N_ ("Benefits"),           "win.page(3)",    NULL         },
  { N_ ("Events"),             "win.page(4)",    NULL         },
};

/* "Ctrl+K", in the words of GTK. */
static char *
words_of (const Shortcut *shortcut, GtkApplication *application)
{
  g_auto (GStrv) keys = NULL;
  const char *key = shortcut->key;
  GdkModifierType modifiers;
  guint code;

  if (key == NULL) {
    keys = gtk_application_get_accels_for_action (application, shortcut->action);
    key = keys[0];
  }
  if (key == NULL || !gtk_accelerator_parse (key, &code, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (code, modifiers);
}

static GtkWidget *
row_new (const Shortcut *shortcut, const char *words)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_label_new (words);

  gtk_widget_add_css_class (keys, "torg-keys");
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, keys,
                                  NULL, -1);
  return row;
}

static GtkWidget *
page_new (GtkApplication *application)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    const Shortcut *shortcut = &shortcuts[i];
    g_autofree char *words = NULL;

    if (shortcut->action == NULL && shortcut->key == NULL) {
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _ (shortcut->title));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
      continue;
    }
    words = words_of (shortcut, application);
    if (words != NULL)
      adw_preferences_group_add (group, row_new (shortcut, words));
  }
  return page;
}

/**
 * torg_shortcuts_new:
 * @application: knows the keys of its actions
 *
 * Returns: (transfer floating): a dialog that tells them
 */
AdwDialog *
torg_shortcuts_new (GtkApplication *application)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page_new (application));
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
