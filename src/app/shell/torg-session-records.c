/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-session-private.h"

#include "torg-forum-names.h"
#include "torg-person.h"

/**
 * torg_session_get_places:
 * @self: a session
 *
 * Returns: (transfer none): the municipalities and counties
 */
const TorgPlaces *
torg_session_get_places (TorgSession *self)
{
  return self->places;
}

/**
 * torg_session_get_record:
 * @self: a session
 * @n: a row's number
 *
 * Returns: (transfer full) (nullable): its record; %NULL if there is none any more
 */
TorgRecord *
torg_session_get_record (TorgSession *self, gint64 n)
{
  return self->live ? torg_live_get (self->live, n) : NULL;
}

/**
 * torg_session_find_record:
 * @self: a session
 * @collection: a collection
 * @id: (nullable): a record's id
 *
 * Looks in the forum first, then in the rooms.
 *
 * Returns: (transfer full) (nullable): the record; %NULL if there is none
 */
TorgRecord *
torg_session_find_record (TorgSession *self, const char *collection, const char *id)
{
  return self->live ? torg_live_find (self->live, collection, id) : NULL;
}

/**
 * torg_session_get_row:
 * @self: a session
 * @record: a record
 *
 * Returns: the number of its row; 0 if it is not one that is shown live
 */
gint64
torg_session_get_row (TorgSession *self, TorgRecord *record)
{
  return self->live ? torg_live_get_row (self->live, record) : 0;
}

/**
 * torg_session_get_pending:
 * @self: a session
 * @record: a record
 *
 * Returns: what of it is not yet at the service
 */
TorgPending
torg_session_get_pending (TorgSession *self, TorgRecord *record)
{
  return self->live ? torg_live_get_pending (self->live, record) : TORG_PENDING_NONE;
}

/**
 * torg_session_is_gone:
 * @self: a session
 * @record: a record
 *
 * Returns: whether it was removed, here or by somebody else
 */
gboolean
torg_session_is_gone (TorgSession *self, TorgRecord *record)
{
  return self->live != NULL && torg_live_is_gone (self->live, record);
}

/**
 * torg_session_dup_organisation:
 * @self: a session
 *
 * Returns: (transfer full) (nullable): the id of this person's organisation; %NULL if it is not
 *   known
 */
char *
torg_session_dup_organisation (TorgSession *self)
{
  g_autoptr (TorgRecord) person = torg_session_find_record (self, "people", self->account);

  return person ? g_strdup (TORG_PERSON (person)->organisation) : NULL;
}

/**
 * torg_session_dup_room:
 * @self: a session
 *
 * Returns: (transfer full) (nullable): the bucket of the room of this person's organisation; %NULL
 *   if the person has none
 */
char *
torg_session_dup_room (TorgSession *self)
{
  g_autofree char *organisation = torg_session_dup_organisation (self);

  return organisation ? g_strconcat (TORG_ROOM_PREFIX, organisation, NULL) : NULL;
}
