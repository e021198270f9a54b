/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-forum.h"

#include <string.h>

/* The forum's own groups; one `org-…` for each organisation comes with its room. */
const char *const torg_forum_groups[] = { "members",    "contributors", "editors",
                                          "validators", "admins",       NULL };

/**
 * torg_forum_get_kind:
 * @bucket: a bucket's id
 * @collection: a collection's id
 *
 * Returns: (nullable): what its records are, where it is the forum's or a room's
 */
const TorgKind *
torg_forum_get_kind (const char *bucket, const char *collection)
{
  if (strcmp (bucket, TORG_FORUM) != 0 && !g_str_has_prefix (bucket, TORG_ROOM_PREFIX))
    return NULL;
  return torg_kind_for (collection);
}

/**
 * torg_forum_get_rules:
 * @bucket: a bucket's id
 * @collection: a collection's id
 *
 * Returns: what holds there beyond permissions; buckets that are not the forum's have no such rules
 */
TorgKindFlags
torg_forum_get_rules (const char *bucket, const char *collection)
{
  const TorgKind *kind = torg_forum_get_kind (bucket, collection);

  return kind != NULL ? kind->flags : 0;
}
