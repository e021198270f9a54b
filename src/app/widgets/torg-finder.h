/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-places.h"
#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_FINDER (torg_finder_get_type ())
G_DECLARE_INTERFACE (TorgFinder, torg_finder, TORG, FINDER, GObject)

typedef void (*TorgFound) (GListModel *records, gpointer data);
typedef void (*TorgAdded) (const GError *error, gpointer data);

/**
 * TorgFinderInterface:
 * @find: (transfer full) (nullable): the record of an id
 * @search: hands some records of a kind to @done, best first: those that hold the words as they
 *   are typed, or what is likely where there are none. Never calls @done after a cancellation
 * @get_places: the municipalities and counties
 * @add: stores a new record, which has an id, in the forum, and tells @done how that went
 *
 * Where rows that refer to other records find them; in the application the session.
 */
struct _TorgFinderInterface {
  GTypeInterface parent;

  TorgRecord *(*find) (TorgFinder *self, const char *collection, const char *id);
  void (*search) (TorgFinder *self,
                  const TorgKind *kind,
                  const char *text,
                  GCancellable *cancellable,
                  TorgFound done,
                  gpointer data);
  const TorgPlaces *(*get_places) (TorgFinder *self);
  void (*add) (TorgFinder *self, TorgRecord *record, TorgAdded done, gpointer data);
};

TorgRecord *torg_finder_find (TorgFinder *self, const char *collection, const char *id);
void torg_finder_search (TorgFinder *self,
                         const TorgKind *kind,
                         const char *text,
                         GCancellable *cancellable,
                         TorgFound done,
                         gpointer data);
const TorgPlaces *torg_finder_get_places (TorgFinder *self);
void torg_finder_add (TorgFinder *self, TorgRecord *record, TorgAdded done, gpointer data);

G_END_DECLS
