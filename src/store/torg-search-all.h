/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-kind.h"
#include "torg-marked.h"
#include "torg-store.h"

G_BEGIN_DECLS

/**
 * TorgHit:
 * @n: the row's number
 * @kind: what it is
 * @title: its title
 * @text: (nullable): where its text has the words; %NULL if the title alone has them
 *
 * A record that was found. Plain data.
 */
typedef struct {
  gint64 n;
  const TorgKind *kind;
  TorgMarked *title;
  TorgMarked *text;
} TorgHit;

void torg_hit_free (TorgHit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgHit, torg_hit_free)

GPtrArray *torg_store_search_all (TorgStore *self,
                                  const char *const *collections,
                                  const char *text,
                                  guint most,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
