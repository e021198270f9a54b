/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-places.h"
#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_FINDER (torg_finder_get_type ())
G_DECLARE_INTERFACE (TorgFinder, torg_finder, TORG, FINDER, GObject)

typedef void (*TorgFound) (GListModel *records, gpointer data);

/**
 * TorgFinderInterface:
 * @find: (transfer full) (nullable): the record of an id
 * @search: hands some records of a kind to @done, best first: those that hold the words as they
 *   are typed, or what is likely where there are none. Never calls @done after a cancellation
 * @get_places: the municipalities and counties
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
};

TorgRecord *torg_finder_find (TorgFinder *self, const char *collection, const char *id);
void torg_finder_search (TorgFinder *self,
                         const TorgKind *kind,
                         const char *text,
                         GCancellable *cancellable,
                         TorgFound done,
                         gpointer data);
const TorgPlaces *torg_finder_get_places (TorgFinder *self);

G_END_DECLS
