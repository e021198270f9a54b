/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-actions.h"

#include "torg-choice-dialog.h"
#include "torg-project-dialogs.h"

#include <glib/gi18n.h>

/* One press of a button that is over later, when the pane may show something else. */
typedef struct {
  TorgProjectPane *pane;
  TorgRecord *record;
} Press;

static Press *
press_new (TorgProjectPane *pane, TorgRecord *record)
{
  Press *press = g_new (Press, 1);

  press->pane = g_object_ref (pane);
  press->record = g_object_ref (record);
  return press;
}

static void
press_free (Press *press)
{
  g_object_unref (press->pane);
  g_object_unref (press->record);
  g_free (press);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Press, press_free)

static void
say (TorgProjectPane *pane, const char *words)
{
  torg_project_pane_say (pane, adw_toast_new (words));
}

static void
say_not_stored (TorgProjectPane *pane)
{
  say (pane, _ ("This could not be stored on this computer; the disk may be full"));
}

static void
edit_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgProjectPane *pane = TORG_PROJECT_PANE (widget);

  torg_project_pane_edit (pane, torg_project_pane_get_record (pane));
}

/* A link that this program opens, here or at anybody's who can read the record. */
static void
copy_link_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgRecord *record = torg_project_pane_get_record (TORG_PROJECT_PANE (widget));
  g_autofree char *link = g_strconcat ("torg:projects/", torg_record_get_id (record), NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
  say (TORG_PROJECT_PANE (widget), _ ("Link copied"));
}

static void
restored_cb (const GError *error, gpointer data)
{
  g_autoptr (Press) press = data;
  g_autoptr (TorgRecord) live = torg_session_find_record (
    torg_project_pane_get_session (press->pane), "projects", torg_record_get_id (press->record));

  if (error != NULL)
    say_not_stored (press->pane);
  else if (live != NULL)
    torg_project_pane_show (press->pane, live);
}

static void
undo_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgProjectPane *pane = TORG_PROJECT_PANE (widget);
  g_autoptr (TorgRecord) deleted = torg_project_pane_take_deleted (pane);

  if (deleted != NULL)
    torg_session_restore (torg_project_pane_get_session (pane), deleted, restored_cb,
                          press_new (pane, deleted));
  torg_project_actions_update (pane);
}

/* When nobody took it back while there was time, the others may hear of it. */
static AdwToast *
deleted_toast (TorgProjectPane *pane, TorgRecord *record)
{
  /* Translators: %s is the title of a record */
  g_autofree char *words = g_strdup_printf (_ ("Deleted “%s”"), torg_record_get_title (record));
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (torg_session_sync),
                           torg_project_pane_get_session (pane), G_CONNECT_SWAPPED);
  return toast;
}

static void
deleted_cb (const GError *error, gpointer data)
{
  g_autoptr (Press) press = data;

  if (error != NULL) {
    say_not_stored (press->pane);
    return;
  }
  torg_project_pane_keep_deleted (press->pane, press->record,
                                  deleted_toast (press->pane, press->record));
  torg_project_pane_show (press->pane, NULL);
  gtk_widget_activate_action (GTK_WIDGET (press->pane), "win.show-content", "b", FALSE);
}

static void
delete_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgProjectPane *pane = TORG_PROJECT_PANE (widget);
  TorgRecord *record = torg_project_pane_get_record (pane);

  torg_session_delete (torg_project_pane_get_session (pane), record, deleted_cb,
                       press_new (pane, record));
}

static void
published_cb (const GError *error, gpointer data)
{
  g_autoptr (Press) press = data;
  g_autoptr (TorgRecord) live = torg_session_find_record (
    torg_project_pane_get_session (press->pane), "projects", torg_record_get_id (press->record));

  if (error != NULL) {
    say_not_stored (press->pane);
    return;
  }
  if (live != NULL)
    torg_project_pane_show (press->pane, live);
  say (press->pane, _ ("Published to the forum"));
}

static void
publish_answered_cb (AdwAlertDialog *question, const char *response, gpointer data)
{
  Press *press = data;

  if (g_str_equal (response, "publish"))
    torg_session_publish (torg_project_pane_get_session (press->pane), press->record, published_cb,
                          press_new (press->pane, press->record));
}

static void
free_press (gpointer data, GClosure *closure)
{
  press_free (data);
}

/* What others have read cannot be made unread, so it is asked for. */
static void
publish_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgProjectPane *pane = TORG_PROJECT_PANE (widget);
  Press *press = press_new (pane, torg_project_pane_get_record (pane));
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _ ("Publish to the Forum?"),
    _ ("All members can read the project from then on. Comments that your organisation wrote about "
       "it stay where they are.")));

  adw_alert_dialog_add_responses (question, "cancel", _ ("_Cancel"), "publish", _ ("_Publish"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (question, "publish", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "publish");
  adw_alert_dialog_set_close_response (question, "cancel");
  g_signal_connect_data (question, "response", G_CALLBACK (publish_answered_cb), press, free_press,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (question), widget);
}

static void
choose_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgProjectPane *pane = TORG_PROJECT_PANE (widget);

  torg_choice_dialog_present (torg_project_pane_get_session (pane),
                              torg_project_pane_get_record (pane), widget);
}

static void
interest_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgProjectPane *pane = TORG_PROJECT_PANE (widget);
  AdwDialog *dialog = torg_interest_dialog_new (torg_project_pane_get_session (pane),
                                                torg_project_pane_get_record (pane),
                                                g_variant_get_string (parameter, NULL));

  adw_dialog_present (dialog, widget);
}

static void
decide_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgProjectPane *pane = TORG_PROJECT_PANE (widget);
  AdwDialog *dialog = torg_decision_dialog_new (torg_project_pane_get_session (pane),
                                                torg_project_pane_get_record (pane));

  adw_dialog_present (dialog, widget);
}

static const struct {
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  gboolean needs_record;
} actions[] = {
  { "page.edit",      NULL, edit_activated,      TRUE  },
  { "page.copy-link", NULL, copy_link_activated, TRUE  },
  { "page.delete",    NULL, delete_activated,    TRUE  },
  { "page.interest",  "s",  interest_activated,  TRUE  },
  { "page.decide",    NULL, decide_activated,    TRUE  },
  { "page.choose",    NULL, choose_activated,    TRUE  },
  { "page.publish",   NULL, publish_activated,   FALSE },
  { "page.undo",      NULL, undo_activated,      FALSE },
};

/**
 * torg_project_actions_install:
 * @klass: the class of the pane, in its class_init
 */
void
torg_project_actions_install (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

/**
 * torg_project_actions_update:
 * @pane: a pane that shows something else, or whose project has changed
 *
 * Offers what can be done now.
 */
void
torg_project_actions_update (TorgProjectPane *pane)
{
  TorgRecord *record = torg_project_pane_get_record (pane);
  const char *bucket = record ? torg_record_get_bucket (record) : NULL;
  gboolean here =
    record != NULL && !torg_session_is_gone (torg_project_pane_get_session (pane), record);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].needs_record)
      gtk_widget_action_set_enabled (GTK_WIDGET (pane), actions[i].name, here);
  gtk_widget_action_set_enabled (GTK_WIDGET (pane), "page.publish",
                                 here && bucket && g_str_has_prefix (bucket, "org-"));
  gtk_widget_action_set_enabled (GTK_WIDGET (pane), "page.undo",
                                 torg_project_pane_has_deleted (pane));
}
