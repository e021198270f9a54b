/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-kind.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TorgMerge:
 * @document: the merged document; where two disagree it has theirs, which others see already
 * @conflicts: (element-type utf8): the members on which the two disagree; empty for a clean merge
 */
typedef struct {
  JsonObject *document;
  GPtrArray *conflicts;
} TorgMerge;

TorgMerge *torg_merge (const TorgKind *kind,
                       JsonObject *base,
                       JsonObject *mine,
                       JsonObject *theirs);
void torg_merge_free (TorgMerge *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgMerge, torg_merge_free)

G_END_DECLS
