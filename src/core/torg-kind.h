/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-field.h"

G_BEGIN_DECLS

typedef struct _TorgRecord TorgRecord;

/**
 * TorgKindFlags:
 * @TORG_KIND_APPEND_ONLY: a record is never changed, only added to by another, and deleted by an
 *   administrator only
 * @TORG_KIND_DELETABLE: who may write a record that is never changed may delete it all the same
 * @TORG_KIND_ONESELF: everyone enters oneself: the id is the name of one's own account
 * @TORG_KIND_OWN_PLACE: everyone enters oneself, once for each event: the id is that of
 *   torg_registration_dup_id()
 */
typedef enum {
  TORG_KIND_APPEND_ONLY = 1 << 0,
  TORG_KIND_DELETABLE = 1 << 1,
  TORG_KIND_ONESELF = 1 << 2,
  TORG_KIND_OWN_PLACE = 1 << 3,
} TorgKindFlags;

/**
 * TorgKind:
 * @collection: its collection at the service; %NULL for a part of another kind
 * @get_type: its GObject type
 * @fields: its fields, in the order of a form
 * @n_fields: how many
 * @flags: rules for all of its records
 * @creators: the forum's groups whose members may add records, parted by spaces
 * @editors: (nullable): the forum's group whose members may change all records
 * @steward: (nullable): the path to the organisation whose people may change a record beside who made
 *   it: `owner`, or that of what it belongs to, `event.owner`
 * @check: (nullable): what no single field can tell, such as an end before its start; sets @field
 *   and a %TORG_RECORD_ERROR
 * @follow: (nullable): of a part: what a new one takes over from the last in its list
 *
 * Everything that programs need to know of one kind of record.
 */
struct _TorgKind {
  const char *collection;
  GType (*get_type) (void);
  const TorgField *fields;
  guint n_fields;
  TorgKindFlags flags;
  const char *creators;
  const char *editors;
  const char *steward;
  gboolean (*check) (TorgRecord *record, const TorgField **field, GError **error);
  void (*follow) (TorgRecord *part, TorgRecord *last);
};

const TorgKind *const *torg_kinds (void);
const TorgKind *torg_kind_for (const char *collection);
const TorgField *torg_kind_find (const TorgKind *kind, const char *name);
const TorgField *torg_kind_title (const TorgKind *kind);
const TorgField *torg_kind_steward (const TorgKind *kind, const char **behind);

G_END_DECLS
