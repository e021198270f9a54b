/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-profile.h"

#include "torg-person.h"
#include "torg-record-dialog.h"

#include <glib/gi18n.h>

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
  g_autoptr (JsonObject) base = known ? torg_record_to_document (known) : NULL;

  return torg_record_dialog_new (session, person, base, "torg-person-form.ui", _ ("Your Profile"),
                                 _ ("_Save"));
}
