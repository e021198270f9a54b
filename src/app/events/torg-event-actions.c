/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event-actions.h"

#include "torg-event-ics.h"
#include "torg-event-words.h"
#include "torg-link.h"
#include "torg-new-record.h"
#include "torg-record-dialog.h"
#include "torg-registration.h"
#include "torg-time.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * torg_event_find_mine:
 * @session: whose account it is
 * @event: an event
 *
 * Returns: (transfer full) (nullable): the registration of the one who is signed in
 */
TorgRecord *
torg_event_find_mine (TorgSession *session, TorgRecord *event)
{
  g_autofree char *id =
    torg_registration_dup_id (torg_record_get_id (event), torg_session_get_account (session));

  return torg_session_find_record (session, torg_registration_kind.collection, id);
}

static gboolean
is_registered (TorgSession *session, TorgRecord *record)
{
  g_autoptr (TorgRecord) mine = torg_event_find_mine (session, record);

  return mine != NULL && !torg_session_is_gone (session, mine);
}

static gboolean
is_closed (TorgEvent *event, GDateTime *now)
{
  g_autoptr (GDateTime) closes = torg_time_parse (event->closes, g_date_time_get_timezone (now));

  return closes != NULL && g_date_time_compare (closes, now) < 0;
}

static gboolean
may_register (TorgSession *session, TorgRecord *record)
{
  TorgEvent *event = TORG_EVENT (record);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return event->registration_link == NULL && g_strcmp0 (event->status, "cancelled") != 0 &&
         !torg_event_is_over (event, now) && !is_closed (event, now) &&
         !is_registered (session, record);
}

/* The identifier is that of this person at this event, so that two computers make the same one. */
static void
register_activated (TorgPane *pane, GVariant *parameter)
{
  TorgSession *session = torg_pane_get_session (pane);
  TorgRecord *event = torg_pane_get_record (pane);
  g_autoptr (TorgRecord) registration =
    torg_new_record_about (session, &torg_registration_kind, event);
  g_autofree char *id =
    torg_registration_dup_id (torg_record_get_id (event), torg_session_get_account (session));

  torg_record_set_id (registration, id);
  adw_dialog_present (torg_record_dialog_new (session, registration, NULL,
                                              "torg-registration-form.ui", _ ("Registration"),
                                              _ ("_Register")),
                      GTK_WIDGET (pane));
}

static void
left_cb (const GError *error, gpointer data)
{
  g_autoptr (TorgPane) pane = data;

  if (error != NULL) {
    torg_pane_say_not_stored (pane);
    return;
  }
  torg_pane_say (pane, adw_toast_new (_ ("Your registration is cancelled")));
  torg_session_sync (torg_pane_get_session (pane));
}

static void
leave_activated (TorgPane *pane, GVariant *parameter)
{
  TorgSession *session = torg_pane_get_session (pane);
  g_autoptr (TorgRecord) mine = torg_event_find_mine (session, torg_pane_get_record (pane));

  if (mine != NULL)
    torg_session_delete (session, mine, left_cb, g_object_ref (pane));
}

static void
join_activated (TorgPane *pane, GVariant *parameter)
{
  torg_link_open (GTK_WIDGET (pane), TORG_EVENT (torg_pane_get_record (pane))->conference);
}

static void
elsewhere_activated (TorgPane *pane, GVariant *parameter)
{
  torg_link_open (GTK_WIDGET (pane), TORG_EVENT (torg_pane_get_record (pane))->registration_link);
}

/* A file that is being written. */
typedef struct {
  TorgPane *pane;
  char *text;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->pane);
  g_free (export->text);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    torg_pane_say (export->pane, adw_toast_new (_ ("Saved for your calendar")));
  else
    torg_pane_say (export->pane, adw_toast_new (_ ("The file could not be written there")));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  const char *text = export->text;

  if (file == NULL)
    return;
  g_file_replace_contents_async (file, text, strlen (text), NULL, FALSE,
                                 G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                 g_steal_pointer (&export));
}

static char *
to_ics (TorgSession *session, TorgRecord *record)
{
  TorgEvent *event = TORG_EVENT (record);
  g_autoptr (TorgRecord) host =
    event->owner ? torg_session_find_record (session, "organisations", event->owner) : NULL;
  g_autofree char *url =
    g_strconcat ("torg:", torg_event_kind.collection, "/", torg_record_get_id (record), NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return torg_event_to_ics (event, host ? torg_record_get_title (host) : NULL, url, now);
}

static void
export_activated (TorgPane *pane, GVariant *parameter)
{
  TorgRecord *record = torg_pane_get_record (pane);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = torg_event_ics_name (TORG_EVENT (record));
  g_autofree char *text = to_ics (torg_pane_get_session (pane), record);
  Export *export;

  if (text == NULL)
    return;
  export = g_new (Export, 1);
  *export = (Export) { g_object_ref (pane), g_steal_pointer (&text) };
  gtk_file_dialog_set_title (dialog, _ ("Save to My Calendar"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (pane))), NULL,
                        place_chosen_cb, export);
}

static gboolean
has_time (TorgSession *session, TorgRecord *record)
{
  return TORG_EVENT (record)->start != NULL;
}

const TorgPageAction torg_event_actions[] = {
  { "register", NULL, register_activated, may_register },
  { "leave", NULL, leave_activated, is_registered },
  { "elsewhere", NULL, elsewhere_activated, NULL },
  { "join", NULL, join_activated, NULL },
  { "export", NULL, export_activated, has_time },
  { NULL },
};
