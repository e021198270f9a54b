/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-db.h"
#include "torg-kind.h"

G_BEGIN_DECLS

/* What was made here and has not been sent is the newest of all. */
#define TORG_SQL_NEWEST(table)                                                                     \
  "iif(" table ".last_modified = 0, 9223372036854775807, " table ".last_modified)"

/* The name of the index on a collection's field in its order. */
#define TORG_SQL_ORDER_INDEX "\"%s.%s.order\""

char *torg_field_sql_value (const TorgField *field, const char *table);
char *torg_field_sql_order (const TorgField *field, const char *table);
gboolean torg_field_sql_mentions (const TorgKind *kind, const char *collection);
char *torg_field_sql_search (const TorgKind *kind);
char *torg_field_sql_links (const TorgKind *kind);
char *torg_field_sql_mentioning (const TorgKind *kind, const char *collection);
gboolean torg_field_sql_make_indexes (TorgDb *db, GError **error);

G_END_DECLS
