/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-kind.h"

G_BEGIN_DECLS

/**
 * TorgQuery:
 *
 * What a list shows: records of one kind, those that hold some words, filtered by fields or by what
 * they have to do with, in an order. Plain data: make it on one thread, hand it to another.
 */
typedef struct _TorgQuery TorgQuery;

TorgQuery *torg_query_new (const TorgKind *kind);
TorgQuery *torg_query_copy (const TorgQuery *self);
void torg_query_free (TorgQuery *self);

const TorgKind *torg_query_get_kind (const TorgQuery *self);
const char *torg_query_get_text (const TorgQuery *self);
void torg_query_set_text (TorgQuery *self, const char *text);
void torg_query_filter (TorgQuery *self, const char *path, const char *const *values);
void torg_query_range (TorgQuery *self, const char *field, const char *from, const char *to);
void torg_query_range_or (TorgQuery *self,
                          const char *field,
                          const char *other,
                          const char *from,
                          const char *to);
void torg_query_linked (TorgQuery *self, const char *collection, const char *id);
void torg_query_sort (TorgQuery *self, const char *field, gboolean descending);
void torg_query_in_bucket (TorgQuery *self, const char *bucket);

gboolean torg_query_reads (const TorgQuery *self, const char *collection);
char *torg_query_to_sql (const TorgQuery *self, GPtrArray *arguments);
char *torg_query_to_count_sql (const TorgQuery *self, const TorgField *field, GPtrArray *arguments);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgQuery, torg_query_free)

G_END_DECLS
