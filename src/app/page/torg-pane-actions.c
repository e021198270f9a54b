/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-pane-actions.h"

#include "torg-choice-dialog.h"
#include "torg-forum-names.h"
#include "torg-page-type.h"

#include <glib/gi18n.h>

/* One press of a button that is over later, when the pane may show something else. */
typedef struct {
  TorgPane *pane;
  TorgRecord *record;
} Press;

static Press *
press_new (TorgPane *pane, TorgRecord *record)
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
say (TorgPane *pane, const char *words)
{
  torg_pane_say (pane, adw_toast_new (words));
}

static void
edit_activated (TorgPane *pane, GVariant *parameter)
{
  torg_pane_edit (pane, torg_pane_get_record (pane));
}

/* A link that this program opens, here or at anybody's who can read the record. */
static void
copy_link_activated (TorgPane *pane, GVariant *parameter)
{
  TorgRecord *record = torg_pane_get_record (pane);
  g_autofree char *link = g_strconcat ("torg:", torg_record_get_kind (record)->collection, "/",
                                       torg_record_get_id (record), NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (pane)), link);
  say (pane, _ ("Link copied"));
}

/* The record as it is shown now, which may be another object. */
static TorgRecord *
find_again (const Press *press)
{
  return torg_session_find_record (torg_pane_get_session (press->pane),
                                   torg_record_get_kind (press->record)->collection,
                                   torg_record_get_id (press->record));
}

static void
restored_cb (const GError *error, gpointer data)
{
  g_autoptr (Press) press = data;
  g_autoptr (TorgRecord) live = find_again (press);

  if (error != NULL)
    torg_pane_say_not_stored (press->pane);
  else if (live != NULL)
    torg_pane_show (press->pane, live);
}

static void
undo_activated (TorgPane *pane, GVariant *parameter)
{
  g_autoptr (TorgRecord) deleted = torg_pane_take_deleted (pane);

  if (deleted != NULL)
    torg_session_restore (torg_pane_get_session (pane), deleted, restored_cb,
                          press_new (pane, deleted));
  torg_pane_actions_update (pane);
}

/* When nobody took it back while there was time, the others may hear of it. */
static AdwToast *
deleted_toast (TorgPane *pane, TorgRecord *record)
{
  /* Translators: %s is the title of a record */
  g_autofree char *words = g_strdup_printf (_ ("Deleted “%s”"), torg_record_get_title (record));
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (torg_session_sync),
                           torg_pane_get_session (pane), G_CONNECT_SWAPPED);
  return toast;
}

static void
deleted_cb (const GError *error, gpointer data)
{
  g_autoptr (Press) press = data;

  if (error != NULL) {
    torg_pane_say_not_stored (press->pane);
    return;
  }
  torg_pane_keep_deleted (press->pane, press->record, deleted_toast (press->pane, press->record));
  torg_pane_show (press->pane, NULL);
  gtk_widget_activate_action (GTK_WIDGET (press->pane), "win.show-content", "b", FALSE);
}

static void
delete_activated (TorgPane *pane, GVariant *parameter)
{
  TorgRecord *record = torg_pane_get_record (pane);

  torg_session_delete (torg_pane_get_session (pane), record, deleted_cb, press_new (pane, record));
}

static void
published_cb (const GError *error, gpointer data)
{
  g_autoptr (Press) press = data;
  g_autoptr (TorgRecord) live = find_again (press);

  if (error != NULL) {
    torg_pane_say_not_stored (press->pane);
    return;
  }
  if (live != NULL)
    torg_pane_show (press->pane, live);
  say (press->pane, _ ("Published to the forum"));
}

static void
publish_answered_cb (AdwAlertDialog *question, const char *response, gpointer data)
{
  Press *press = data;

  if (g_str_equal (response, "publish"))
    torg_session_publish (torg_pane_get_session (press->pane), press->record, published_cb,
                          press_new (press->pane, press->record));
}

static void
free_press (gpointer data, GClosure *closure)
{
  press_free (data);
}

/* What others have read cannot be made unread, so it is asked for. */
static void
publish_activated (TorgPane *pane, GVariant *parameter)
{
  Press *press = press_new (pane, torg_pane_get_record (pane));
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _ ("Publish to the Forum?"),
    _ ("All members can read it from then on. Comments that your organisation wrote about it stay "
       "where they are.")));

  adw_alert_dialog_add_responses (question, "cancel", _ ("_Cancel"), "publish", _ ("_Publish"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (question, "publish", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "publish");
  adw_alert_dialog_set_close_response (question, "cancel");
  g_signal_connect_data (question, "response", G_CALLBACK (publish_answered_cb), press, free_press,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (pane));
}

static void
choose_activated (TorgPane *pane, GVariant *parameter)
{

  torg_choice_dialog_present (torg_pane_get_session (pane), torg_pane_get_record (pane),
                              GTK_WIDGET (pane));
}

static void
continue_activated (TorgPane *pane, GVariant *parameter)
{
  torg_pane_continue (pane, g_variant_get_string (parameter, NULL));
}

static gboolean
may_publish (TorgSession *session, TorgRecord *record)
{
  const char *bucket = torg_record_get_bucket (record);

  return bucket != NULL && g_str_has_prefix (bucket, TORG_ROOM_PREFIX);
}

/* What can be done with any record. */
static const TorgPageAction actions[] = {
  { "edit", NULL, edit_activated, NULL },
  { "copy-link", NULL, copy_link_activated, NULL },
  { "delete", NULL, delete_activated, NULL },
  { "choose", NULL, choose_activated, NULL },
  { "publish", NULL, publish_activated, may_publish },
  { NULL },
};

/* Not about the record that is shown. */
static const TorgPageAction pane_actions[] = {
  { "undo", NULL, undo_activated, NULL },
  { "continue", "s", continue_activated, NULL },
  { NULL },
};

static const TorgPageAction *
find_in (const TorgPageAction *table, const char *name)
{
  while (table != NULL && table->name != NULL && !g_str_equal (table->name, name))
    table++;
  return table != NULL && table->name != NULL ? table : NULL;
}

static void
activated_cb (TorgPane *pane, GVariant *parameter, GSimpleAction *simple)
{
  const char *name = g_action_get_name (G_ACTION (simple));
  const TorgPageAction *const tables[] = { actions, pane_actions,
                                           torg_pane_get_page_type (pane)->actions };
  const TorgPageAction *action = NULL;

  for (guint i = 0; action == NULL && i < G_N_ELEMENTS (tables); i++)
    action = find_in (tables[i], name);
  if (action != NULL)
    action->activate (pane, parameter);
}

static void
add (TorgPane *pane, const TorgPageAction *table)
{
  for (; table != NULL && table->name != NULL; table++) {
    g_autoptr (GSimpleAction) simple = g_simple_action_new (
      table->name, table->parameter ? G_VARIANT_TYPE (table->parameter) : NULL);

    g_signal_connect_object (simple, "activate", G_CALLBACK (activated_cb), pane,
                             G_CONNECT_SWAPPED);
    g_action_map_add_action (torg_pane_get_actions (pane), G_ACTION (simple));
  }
}

static void
enable (TorgPane *pane, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (torg_pane_get_actions (pane), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
enable_all (TorgPane *pane, const TorgPageAction *table)
{
  TorgSession *session = torg_pane_get_session (pane);
  TorgRecord *record = torg_pane_get_record (pane);
  gboolean here = record != NULL && !torg_session_is_gone (session, record);

  for (; table != NULL && table->name != NULL; table++)
    enable (pane, table->name,
            here && (table->is_enabled == NULL || table->is_enabled (session, record)));
}

/**
 * torg_pane_actions_install:
 * @pane: a new pane
 */
void
torg_pane_actions_install (TorgPane *pane)
{
  add (pane, actions);
  add (pane, pane_actions);
  add (pane, torg_pane_get_page_type (pane)->actions);
  torg_pane_actions_update (pane);
}

/**
 * torg_pane_actions_update:
 * @pane: a pane that shows something else, or whose record has changed
 *
 * Offers what can be done now.
 */
void
torg_pane_actions_update (TorgPane *pane)
{
  enable_all (pane, actions);
  enable_all (pane, torg_pane_get_page_type (pane)->actions);
  enable (pane, "undo", torg_pane_has_deleted (pane));
}
