/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-field.h"

G_BEGIN_DECLS

typedef struct _TorgRecord TorgRecord;

/**
 * TorgKindFlags:
 * @TORG_KIND_APPEND_ONLY: a record is never changed, only added to by another
 */
typedef enum {
  TORG_KIND_APPEND_ONLY = 1 << 0,
} TorgKindFlags;

/**
 * TorgKind:
 * @collection: its collection at the service; %NULL for a part of another kind
 * @get_type: its GObject type
 * @fields: its fields, in the order of a form
 * @n_fields: how many
 * @flags: rules for all of its records
 * @check: (nullable): what no single field can tell, such as an end before its start; sets @field
 *   and a %TORG_RECORD_ERROR
 *
 * Everything that programs need to know of one kind of record.
 */
struct _TorgKind {
  const char *collection;
  GType (*get_type) (void);
  const TorgField *fields;
  guint n_fields;
  TorgKindFlags flags;
  gboolean (*check) (TorgRecord *record, const TorgField **field, GError **error);
};

const TorgKind *const *torg_kinds (void);
const TorgKind *torg_kind_for (const char *collection);
const TorgField *torg_kind_find (const TorgKind *kind, const char *name);
const TorgField *torg_kind_title (const TorgKind *kind);

G_END_DECLS
