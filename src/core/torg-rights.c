/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-rights.h"

#include "torg-forum-names.h"

/* Fields that name who made a record. */
static const char *const makers[] = { "person", "author" };

static gboolean
is_in (const char *const *groups, const char *group)
{
  return group != NULL && g_strv_contains (groups, group);
}

static gboolean
is_in_organisation (const char *const *groups, const char *organisation)
{
  g_autofree char *group = organisation ? g_strconcat (TORG_ROOM_PREFIX, organisation, NULL) : NULL;

  return is_in (groups, group);
}

static gboolean
is_made_by (TorgRecord *record, const char *account)
{
  const TorgKind *kind = torg_record_get_kind (record);

  if (kind->flags & TORG_KIND_ONESELF)
    return g_strcmp0 (torg_record_get_id (record), account) == 0;
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++) {
    const TorgField *field = torg_kind_find (kind, makers[i]);

    if (field != NULL && g_strcmp0 (torg_record_get_text (record, field), account) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether the permissions that the record and its collection have are likely to let one write. */
static gboolean
may_write (const char *const *groups, const char *account, TorgRecord *record, const char *steward)
{
  const char *bucket = torg_record_get_bucket (record);

  if (groups == NULL || torg_record_get_revision (record) == 0)
    return TRUE;
  if (bucket != NULL && g_str_has_prefix (bucket, TORG_ROOM_PREFIX))
    return is_in (groups, bucket);
  return is_in (groups, "admins") || is_in (groups, torg_record_get_kind (record)->editors) ||
         is_in_organisation (groups, steward) || is_made_by (record, account);
}

/**
 * torg_rights_may_add:
 * @groups: (nullable): the groups that one is in
 * @kind: a kind with a collection
 *
 * Any thread. Returns: whether one may add records of it to the forum
 */
gboolean
torg_rights_may_add (const char *const *groups, const TorgKind *kind)
{
  g_auto (GStrv) creators = g_strsplit (kind->creators, " ", -1);

  if (groups == NULL || is_in (groups, "admins") || is_in (groups, kind->editors))
    return TRUE;
  for (guint i = 0; creators[i] != NULL; i++)
    if (is_in (groups, creators[i]))
      return TRUE;
  return FALSE;
}

/**
 * torg_rights_may_edit:
 * @groups: (nullable): the groups that one is in
 * @account: the name of one's account
 * @record: a record
 * @steward: (nullable): the organisation that its kind's path leads to
 *
 * Who made a record that names nobody is not known here; its organisation and the editors are. The
 * record's own thread.
 *
 * Returns: whether one may change it
 */
gboolean
torg_rights_may_edit (const char *const *groups,
                      const char *account,
                      TorgRecord *record,
                      const char *steward)
{
  return !(torg_record_get_kind (record)->flags & TORG_KIND_APPEND_ONLY) &&
         may_write (groups, account, record, steward);
}

/**
 * torg_rights_may_delete:
 * @groups: (nullable): the groups that one is in
 * @account: the name of one's account
 * @record: a record
 * @steward: (nullable): the organisation that its kind's path leads to
 *
 * The record's own thread. Returns: whether one may delete it
 */
gboolean
torg_rights_may_delete (const char *const *groups,
                        const char *account,
                        TorgRecord *record,
                        const char *steward)
{
  TorgKindFlags flags = torg_record_get_kind (record)->flags;

  if ((flags & TORG_KIND_APPEND_ONLY) && !(flags & TORG_KIND_DELETABLE))
    return groups != NULL && is_in (groups, "admins");
  return may_write (groups, account, record, steward);
}
