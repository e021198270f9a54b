/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-listing.h"

G_BEGIN_DECLS

/**
 * TorgStatement:
 * @sql: the text so far
 * @arguments: (element-type JsonNode): what to bind to `?1` and on; the first is the list
 * @columns: id and timestamp are columns, and not only members of the documents
 *
 * A listing on its way to SQL.
 */
typedef struct {
  GString *sql;
  GPtrArray *arguments;
  gboolean columns;
} TorgStatement;

TorgStatement torg_statement_new (const char *columns, const TorgListing *listing, gint64 list);
void torg_statement_clear (TorgStatement *self);
void torg_statement_add_conditions (TorgStatement *self, const TorgListing *listing);
void torg_statement_add_order (TorgStatement *self, const TorgListing *listing);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TorgStatement, torg_statement_clear)

G_END_DECLS
