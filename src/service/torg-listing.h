/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * What a list is asked for, as data: made from the query string by torg-listing-parse.c, carried out by
 * the storage.
 */

typedef enum {
  TORG_OPERATOR_EQUAL,
  TORG_OPERATOR_NOT,
  TORG_OPERATOR_LESS,
  TORG_OPERATOR_MORE,
  TORG_OPERATOR_MIN,
  TORG_OPERATOR_MAX,
  TORG_OPERATOR_IN,
  TORG_OPERATOR_EXCLUDE,
  TORG_OPERATOR_LIKE,
  TORG_OPERATOR_HAS,
  TORG_OPERATOR_CONTAINS,
  TORG_OPERATOR_CONTAINS_ANY,
} TorgOperator;

/**
 * TorgFilter:
 * @field: a member, with dots into members of members
 * @value: what to compare with; an array for in, exclude, contains and contains_any; %NULL stands for
 *   "no such member", which sorts after everything else
 */
typedef struct {
  TorgOperator operation;
  char *field;
  JsonNode *value;
} TorgFilter;

typedef struct {
  char *field;
  gboolean descending;
} TorgSort;

/**
 * TorgListing:
 * @filters: (element-type TorgFilter): all must hold
 * @sorts: (element-type TorgSort): in order of weight
 * @after: (nullable): an object of the values of @sorts where the page before ended; a member that is
 *   absent was absent there
 * @ids: (nullable): only objects with one of these ids
 * @targets: (nullable): only objects whose `uri` is one of these, or that of a record in one of these
 * @documents: (nullable): a JSON array of objects to look through instead of a list
 * @patience: milliseconds after which the search is given up; 0 for never
 * @limit: at most so many; 0 for all
 * @with_deleted: tombstones too
 * @fields: (nullable): the members to send, %NULL for all
 */
typedef struct {
  GPtrArray *filters;
  GPtrArray *sorts;
  JsonObject *after;
  GStrv ids;
  GStrv targets;
  char *documents;
  guint patience;
  guint limit;
  gboolean with_deleted;
  GStrv fields;
} TorgListing;

TorgListing *torg_listing_new (void);
void torg_listing_free (TorgListing *self);
void torg_listing_add_filter (TorgListing *self,
                              TorgOperator operation,
                              const char *field,
                              JsonNode *value);
void torg_listing_add_sort (TorgListing *self, const char *field, gboolean descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgListing, torg_listing_free)

G_END_DECLS
