/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-profile.h"

#include "torg-form-dialog.h"
#include "torg-person.h"

#include <glib/gi18n.h>

#define FORM "/com/smartinnovationnorway/Torg/ui/torg-person-form.ui"

/* Where the profile is stored, and how it was when one began. */
typedef struct {
  TorgSession *session;
  JsonObject *base;
} Profile;

static void
profile_free (gpointer data, GClosure *closure)
{
  Profile *profile = data;

  g_object_unref (profile->session);
  g_clear_pointer (&profile->base, json_object_unref);
  g_free (profile);
}

static void
saved_cb (const GError *error, gpointer data)
{
  g_autoptr (TorgFormDialog) dialog = data;

  torg_form_dialog_finish (dialog, error);
}

static void
accepted_cb (TorgFormDialog *dialog, TorgRecord *person, Profile *profile)
{
  torg_session_save (profile->session, person, profile->base, saved_cb, g_object_ref (dialog));
}

static TorgRecord *
person_new (TorgSession *session)
{
  TorgRecord *person = torg_record_new (&torg_person_kind);

  torg_record_set_id (person, torg_session_get_account (session));
  return person;
}

/**
 * torg_profile_dialog_new:
 * @session: a session
 *
 * Returns: (transfer floating): a dialog for what the other members see of the one who is signed in
 */
AdwDialog *
torg_profile_dialog_new (TorgSession *session)
{
  g_autoptr (TorgRecord) known =
    torg_session_find_record (session, "people", torg_session_get_account (session));
  g_autoptr (TorgRecord) person = known ? torg_record_copy (known) : person_new (session);
  Profile *profile = g_new0 (Profile, 1);
  TorgFormDialog *dialog =
    torg_form_dialog_new (FORM, person, TORG_FINDER (session), _ ("Your Profile"), _ ("_Save"));

  profile->session = g_object_ref (session);
  profile->base = known ? torg_record_to_document (known) : NULL;
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), profile, profile_free,
                         G_CONNECT_DEFAULT);
  return ADW_DIALOG (dialog);
}
