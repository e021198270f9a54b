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

  for (guint i = 0; i < n_counties; i++)
    if (!load_place (service, torg_places_get_county (places, i), &n_written, error))
      return FALSE;
  for (guint i = 0; i < n_municipalities; i++)
    if (!load_place (service, torg_places_get_municipality (places, i), &n_written, error))
      return FALSE;
  fprintf (report, "places: %u of %u written\n", n_written, n_counties + n_municipalities);
  return TRUE;
}
