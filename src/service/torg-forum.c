/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-forum.h"

#include <string.h>

#include "torg-kind.h"

/* The forum's own groups; one `org-…` for each organisation comes with its room. */
const char *const torg_forum_groups[] = { "members",    "contributors", "editors",
                                          "validators", "admins",       NULL };

/* In a room the organisation's own group creates everything, and others edit by the record only. */
static const TorgForumCollection collections[] = {
  { "organisations", { "contributors" },               "editors", TORG_RULE_NONE                          },
  { "people",        { "members" },                    NULL,      TORG_RULE_ONESELF                       },
  { "projects",      { "contributors" },               "editors", TORG_RULE_NONE                          },
  { "events",        { "contributors" },               "editors", TORG_RULE_NONE                          },
  { "articles",      { "contributors" },               "editors", TORG_RULE_NONE                          },
  { "benefits",      { "contributors" },               NULL,      TORG_RULE_NONE                          },
  { "indicators",    { "contributors" },               NULL,      TORG_RULE_NONE                          },
  { "decisions",     { "contributors" },               NULL,      TORG_RULE_NONE                          },
  { "interests",     { "contributors" },               NULL,      TORG_RULE_NONE                          },
  { "reviews",       { "editors" },                    NULL,      TORG_RULE_NONE                          },
  { "applications",  { "contributors" },               NULL,      TORG_RULE_NONE                          },
  { "measurements",  { "contributors" },               NULL,      TORG_RULE_NONE                          },
  { "evaluations",   { "validators", "contributors" }, NULL,      TORG_RULE_NONE                          },
  { "registrations", { "members" },                    NULL,      TORG_RULE_DELETES | TORG_RULE_OWN_PLACE },
  { "comments",      { "members" },                    "editors", TORG_RULE_NONE                          },
};

/**
 * torg_forum_collections:
 * @n_collections: (out): how many
 *
 * Returns: (array length=n_collections): the collections of the forum and of every room
 */
const TorgForumCollection *
torg_forum_collections (guint *n_collections)
{
  *n_collections = G_N_ELEMENTS (collections);
  return collections;
}

/**
 * torg_forum_get_rules:
 * @bucket: a bucket's id
 * @collection: a collection's id
 *
 * Returns: what holds there beyond permissions; buckets that are not the forum's have no such rules
 */
TorgForumRules
torg_forum_get_rules (const char *bucket, const char *collection)
{
  const TorgKind *kind = torg_kind_for (collection);
  TorgForumRules kept =
    kind != NULL && (kind->flags & TORG_KIND_APPEND_ONLY) ? TORG_RULE_KEEPS : TORG_RULE_NONE;

  if (strcmp (bucket, TORG_FORUM) != 0 && !g_str_has_prefix (bucket, TORG_ROOM_PREFIX))
    return TORG_RULE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (collections); i++) {
    if (strcmp (collection, collections[i].name) == 0)
      return collections[i].rules | kept;
  }
  return TORG_RULE_NONE;
}
