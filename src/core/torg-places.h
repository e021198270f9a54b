/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _TorgPlace TorgPlace;

/**
 * TorgPlace:
 * @number: its official number: four digits for a municipality, two for a county
 * @name: its official name, in all its languages with ` - ` between them
 * @county: (nullable): the county of a municipality, %NULL for a county itself. Two pairs of
 *   municipalities share a name: show the county with it, always
 * @orgnr: (nullable): nine digits, where known
 *
 * A municipality or a county of Norway.
 */
struct _TorgPlace {
  const char *number;
  const char *name;
  const TorgPlace *county;
  const char *orgnr;
};

char *torg_place_dup_id (const TorgPlace *self);
JsonObject *torg_place_to_organisation (const TorgPlace *self);

/* All of them. Never changes once made, so any number of threads may read it. */
typedef struct _TorgPlaces TorgPlaces;

TorgPlaces *torg_places_new (void);
void torg_places_free (TorgPlaces *self);

guint torg_places_get_n_counties (const TorgPlaces *self);
const TorgPlace *torg_places_get_county (const TorgPlaces *self, guint index);
guint torg_places_get_n_municipalities (const TorgPlaces *self);
const TorgPlace *torg_places_get_municipality (const TorgPlaces *self, guint index);

const TorgPlace *torg_places_find (const TorgPlaces *self, const char *number);
const TorgPlace *torg_places_find_municipality (const TorgPlaces *self, const char *name);
GPtrArray *torg_places_search (const TorgPlaces *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgPlaces, torg_places_free)

G_END_DECLS
