/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"
#include "torg-store.h"

G_BEGIN_DECLS

/*
 * Makes plausible records of every kind from its field table: texts of real length, references that
 * point to records it makes too, dates around a day. Each record depends on the seed, its kind and
 * its number alone, so that any of them can be made by itself, and always comes out the same.
 */
typedef struct _TorgGenerator TorgGenerator;

TorgGenerator *torg_generator_new (guint32 seed, guint count, const char *today);
void torg_generator_free (TorgGenerator *self);

char *torg_generator_dup_id (const TorgGenerator *self, const char *collection, guint number);
JsonObject *torg_generator_make (const TorgGenerator *self, const TorgKind *kind, guint number);

gboolean torg_generator_fill_cache (const TorgGenerator *self, TorgStore *store, GError **error);
gboolean torg_generator_fill_outbox (const TorgGenerator *self, TorgStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgGenerator, torg_generator_free)

G_END_DECLS
