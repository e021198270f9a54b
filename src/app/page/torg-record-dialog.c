/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-record-dialog.h"

#include "torg-form-dialog.h"
#include "torg-json.h"
#include "torg-page-type.h"

/* Where the dialog stores what it is told, and over which document. */
typedef struct {
  TorgSession *session;
  JsonObject *base;
} Place;

static void
place_free (gpointer data, GClosure *closure)
{
  Place *place = data;

  g_object_unref (place->session);
  g_clear_pointer (&place->base, json_object_unref);
  g_free (place);
}

static void
saved_cb (const GError *error, gpointer data)
{
  g_autoptr (TorgFormDialog) dialog = data;

  torg_form_dialog_finish (dialog, error);
}

static void
accepted_cb (TorgFormDialog *dialog, TorgRecord *record, gpointer data)
{
  Place *place = data;

  torg_session_save (place->session, record, place->base, saved_cb, g_object_ref (dialog));
}

/**
 * torg_record_dialog_new:
 * @session: where the record is stored
 * @record: what to write on
 * @base: (nullable): what it was; %NULL for a new one
 * @form: the `.ui` file of its rows
 * @title: what the dialog is for
 * @accept: what its button does, with a mnemonic
 *
 * Returns: (transfer floating): a dialog that stores the record and closes, or says why it cannot
 */
AdwDialog *
torg_record_dialog_new (TorgSession *session,
                        TorgRecord *record,
                        JsonObject *base,
                        const char *form,
                        const char *title,
                        const char *accept)
{
  g_autofree char *path = g_strconcat (TORG_PAGE_UI, form, NULL);
  TorgFormDialog *dialog =
    torg_form_dialog_new (path, record, TORG_FINDER (session), title, accept);
  Place *place = g_new (Place, 1);

  place->session = g_object_ref (session);
  place->base = base ? torg_json_object_copy (base) : NULL;
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), place, place_free,
                         G_CONNECT_DEFAULT);
  return ADW_DIALOG (dialog);
}
