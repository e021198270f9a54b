/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-content.h"

#include "torg-forum.h"
#include "torg-load.h"
#include "torg-places.h"

static gboolean
load_place (TorgService *service, const TorgPlace *place, guint *n_written, GError **error)
{
  g_autoptr (JsonObject) document = torg_place_to_organisation (place);

  return torg_load_missing (service, TORG_FORUM, "organisations", document, NULL, NULL, n_written,
                            error);
}

/* Oslo is both: its municipality does the county's work, and there is no second organisation. */
static gboolean
is_a_municipality_too (const TorgPlaces *places, const TorgPlace *county)
{
  const TorgPlace *place = torg_places_find_municipality (places, county->name);

  return place != NULL && place->county == county;
}

/**
 * torg_load_reference:
 * @service: a service inside a transaction
 * @report: where to say what was done
 *
 * Makes every municipality and county an organisation of the forum, so that owners are picked and
 * not typed. Those that are there already stay as they are.
 *
 * Returns: whether all went well
 */
gboolean
torg_load_reference (TorgService *service, FILE *report, GError **error)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();
  guint n_counties = torg_places_get_n_counties (places);
  guint n_municipalities = torg_places_get_n_municipalities (places);
  guint n_written = 0;
  guint n_places = n_municipalities;

  for (guint i = 0; i < n_counties; i++) {
    const TorgPlace *county = torg_places_get_county (places, i);

    if (is_a_municipality_too (places, county))
      continue;
    n_places++;
    if (!load_place (service, county, &n_written, error))
      return FALSE;
  }
  for (guint i = 0; i < n_municipalities; i++)
    if (!load_place (service, torg_places_get_municipality (places, i), &n_written, error))
      return FALSE;
  fprintf (report, "places: %u of %u written\n", n_written, n_places);
  return TRUE;
}
