/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-record-dialog.h"

#include "torg-form-dialog.h"
#include "torg-json.h"
#include "torg-page-type.h"
#include "torg-uuid.h"

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

/* The field that says what a record belongs to: a reference to that kind, or one to any kind. */
static const TorgField *
find_owner (const TorgKind *kind, const TorgKind *about)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == TORG_FIELD_ABOUT ||
        (kind->fields[i].type == TORG_FIELD_REF &&
         g_str_equal (kind->fields[i].target, about->collection)))
      return &kind->fields[i];
  return NULL;
}

static void
set_if_there (TorgRecord *record, const char *name, const char *value)
{
  if (value != NULL && torg_kind_find (torg_record_get_kind (record), name) != NULL)
    g_object_set (record, name, value, NULL);
}

/**
 * torg_record_dialog_new_record:
 * @session: whose record it is to be
 * @kind: its kind
 * @about: what it belongs to; it is stored in the same place
 *
 * Returns: (transfer full): a new record of today, by the one who is signed in
 */
TorgRecord *
torg_record_dialog_new_record (TorgSession *session, const TorgKind *kind, TorgRecord *about)
{
  g_autoptr (TorgRecord) record = torg_record_new (kind);
  const TorgKind *owner = torg_record_get_kind (about);
  const TorgField *field = find_owner (kind, owner);
  g_autofree char *id = torg_uuid_new ();
  g_autofree char *organisation = torg_session_dup_organisation (session);
  g_autofree char *key = g_strconcat (owner->collection, "/", torg_record_get_id (about), NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  torg_record_set_id (record, id);
  torg_record_set_bucket (record, torg_record_get_bucket (about));
  if (field != NULL)
    g_object_set (record, field->name,
                  field->type == TORG_FIELD_ABOUT ? key : torg_record_get_id (about), NULL);
  set_if_there (record, "person", torg_session_get_account (session));
  set_if_there (record, "organisation", organisation);
  set_if_there (record, "date", today);
  return g_steal_pointer (&record);
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
