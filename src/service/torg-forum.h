/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "torg-forum-names.h"

G_BEGIN_DECLS

#define TORG_FORUM_COLLECTIONS "/buckets/" TORG_FORUM "/collections/"
#define TORG_GROUP_ADMINS      TORG_FORUM_GROUPS "admins"
#define TORG_GROUP_MEMBERS     TORG_FORUM_GROUPS "members"

/**
 * TorgForumRules:
 * @TORG_RULE_KEEPS: a record is never changed, and deleted by an administrator only
 * @TORG_RULE_DELETES: whoever may write to a record that is kept may delete it all the same
 * @TORG_RULE_ONESELF: everyone creates but the record whose id is the name of one's own account
 * @TORG_RULE_OWN_PLACE: everyone creates but one's own registration for an event
 */
typedef enum {
  TORG_RULE_NONE = 0,
  TORG_RULE_KEEPS = 1 << 0,
  TORG_RULE_DELETES = 1 << 1,
  TORG_RULE_ONESELF = 1 << 2,
  TORG_RULE_OWN_PLACE = 1 << 3,
} TorgForumRules;

/**
 * TorgForumCollection:
 * @name: its name, the same in the forum and in every room
 * @creators: the groups of the forum whose members may create records there
 * @editors: (nullable): the group of the forum whose members may change every record there
 * @rules: what holds beyond permissions; that a kind is only added to is said by the kind
 */
typedef struct {
  const char *name;
  const char *creators[3];
  const char *editors;
  TorgForumRules rules;
} TorgForumCollection;

extern const char *const torg_forum_groups[];

const TorgForumCollection *torg_forum_collections (guint *n_collections);
TorgForumRules torg_forum_get_rules (const char *bucket, const char *collection);

G_END_DECLS
