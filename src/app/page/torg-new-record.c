/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-new-record.h"

#include "torg-choices.h"
#include "torg-date.h"
#include "torg-page-type.h"
#include "torg-uuid.h"

#include <glib/gi18n.h>

static void
set_if_there (TorgRecord *record, const char *name, const char *value)
{
  if (value != NULL && torg_kind_find (torg_record_get_kind (record), name) != NULL)
    g_object_set (record, name, value, NULL);
}

/**
 * torg_new_record:
 * @session: whose record it is to be
 * @type: the page
 *
 * The one who writes is most likely to write about their own organisation, in the language of the
 * program.
 *
 * Returns: (transfer full): a record to write on, not stored anywhere
 */
TorgRecord *
torg_new_record (TorgSession *session, const TorgPageType *type)
{
  g_autoptr (TorgRecord) record = torg_record_new (type->kind);
  g_autofree char *id = torg_uuid_new ();
  g_autofree char *organisation = torg_session_dup_organisation (session);
  /* Translators: the code of the language of this translation, as records hold it: nb, nn, en */
  const char *language = C_ ("language code", "en");

  torg_record_set_id (record, id);
  set_if_there (record, "owner", organisation);
  set_if_there (record, "author", torg_session_get_account (session));
  if (torg_choices_find (&torg_languages, language) != NULL)
    set_if_there (record, "language", language);
  if (type->prepare != NULL)
    type->prepare (session, record);
  return g_steal_pointer (&record);
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

/**
 * torg_new_record_about:
 * @session: whose record it is to be
 * @kind: its kind
 * @about: what it belongs to; it is stored in the same place
 *
 * Returns: (transfer full): a new record of today, by the one who is signed in
 */
TorgRecord *
torg_new_record_about (TorgSession *session, const TorgKind *kind, TorgRecord *about)
{
  g_autoptr (TorgRecord) record = torg_record_new (kind);
  const TorgKind *owner = torg_record_get_kind (about);
  const TorgField *field = find_owner (kind, owner);
  g_autofree char *id = torg_uuid_new ();
  g_autofree char *organisation = torg_session_dup_organisation (session);
  g_autofree char *key = g_strconcat (owner->collection, "/", torg_record_get_id (about), NULL);
  g_autofree char *today = torg_date_today ();

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
