/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-rights.h"
#include "torg-session-private.h"

/* The names of the groups; NULL while they are not known. */
static GStrv
dup_groups (TorgSession *self)
{
  return self->groups ? g_strsplit (self->groups, " ", -1) : NULL;
}

/* The organisation that the path of the record's kind leads to. */
static char *
dup_steward (TorgSession *self, TorgRecord *record)
{
  const char *behind = NULL;
  const TorgField *field = torg_kind_steward (torg_record_get_kind (record), &behind);
  const char *text = field ? torg_record_get_text (record, field) : NULL;
  g_autoptr (TorgRecord) owned = NULL;

  if (text == NULL || behind == NULL)
    return g_strdup (text);
  owned = torg_session_find_record (self, field->target, text);
  if (owned == NULL)
    return NULL;
  field = torg_kind_find (torg_record_get_kind (owned), behind);
  return g_strdup (torg_record_get_text (owned, field));
}

/**
 * torg_session_may_add:
 * @self: a session
 * @kind: a kind with a collection
 *
 * Returns: whether one may add records of it to the forum
 */
gboolean
torg_session_may_add (TorgSession *self, const TorgKind *kind)
{
  g_auto (GStrv) groups = dup_groups (self);

  g_return_val_if_fail (TORG_IS_SESSION (self), FALSE);

  return torg_rights_may_add ((const char *const *) groups, kind);
}

/**
 * torg_session_may_edit:
 * @self: a session
 * @record: a record
 *
 * Returns: whether one may change it
 */
gboolean
torg_session_may_edit (TorgSession *self, TorgRecord *record)
{
  g_auto (GStrv) groups = dup_groups (self);
  g_autofree char *steward = dup_steward (self, record);

  g_return_val_if_fail (TORG_IS_SESSION (self), FALSE);

  return torg_rights_may_edit ((const char *const *) groups, self->account, record, steward);
}

/**
 * torg_session_may_delete:
 * @self: a session
 * @record: a record
 *
 * Returns: whether one may delete it
 */
gboolean
torg_session_may_delete (TorgSession *self, TorgRecord *record)
{
  g_auto (GStrv) groups = dup_groups (self);
  g_autofree char *steward = dup_steward (self, record);

  g_return_val_if_fail (TORG_IS_SESSION (self), FALSE);

  return torg_rights_may_delete ((const char *const *) groups, self->account, record, steward);
}
