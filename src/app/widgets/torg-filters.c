/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-filters.h"

#include "torg-filter-pill.h"
#include "torg-words.h"

#include <glib/gi18n.h>

static TorgFilterPill *
next_pill (GtkWidget *pills, TorgFilterPill *pill)
{
  GtkWidget *next =
    pill ? gtk_widget_get_next_sibling (GTK_WIDGET (pill)) : gtk_widget_get_first_child (pills);

  return next ? TORG_FILTER_PILL (next) : NULL;
}

/* The field at the end of a path like "owner.county". */
static const TorgField *
resolve (const TorgKind *kind, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", 2);
  const TorgField *field = torg_kind_find (kind, steps[0]);

  if (steps[1] == NULL || field == NULL)
    return field;
  return torg_kind_find (torg_kind_for (field->target), steps[1]);
}

/* A field without choices holds the number of a county. */
static void
fill (TorgFilterPill *pill, const TorgField *field, const TorgPlaces *places)
{
  const TorgChoice *row = field->choices ? field->choices->rows : NULL;

  for (; row != NULL && row->code != NULL; row++)
    torg_filter_pill_add (pill, row->code, torg_words_choice (field->choices, row->code));
  for (guint i = 0; field->choices == NULL && i < torg_places_get_n_counties (places); i++)
    torg_filter_pill_add (pill, torg_places_get_county (places, i)->number,
                          torg_places_get_county (places, i)->name);
  if ((field->flags & TORG_FIELD_REQUIRED) == 0)
    torg_filter_pill_add (pill, "", C_ ("filter", "Not stated"));
}

/**
 * torg_filters_fill:
 * @pills: the filters
 * @kind: the kind of what is listed
 * @places: the counties to choose from
 *
 * Gives each filter what can be chosen in it.
 */
void
torg_filters_fill (GtkWidget *pills, const TorgKind *kind, const TorgPlaces *places)
{
  TorgFilterPill *pill = NULL;

  while ((pill = next_pill (pills, pill)) != NULL) {
    const TorgField *field = resolve (kind, torg_filter_pill_get_path (pill));

    g_return_if_fail (field != NULL);
    fill (pill, field, places);
  }
}

/**
 * torg_filters_apply:
 * @pills: the filters
 * @query: gets what is chosen in them
 */
void
torg_filters_apply (GtkWidget *pills, TorgQuery *query)
{
  TorgFilterPill *pill = NULL;

  while ((pill = next_pill (pills, pill)) != NULL)
    torg_query_filter (query, torg_filter_pill_get_path (pill), torg_filter_pill_get_codes (pill));
}

/**
 * torg_filters_any:
 * @pills: the filters
 *
 * Returns: whether anything is chosen
 */
gboolean
torg_filters_any (GtkWidget *pills)
{
  TorgFilterPill *pill = NULL;

  while ((pill = next_pill (pills, pill)) != NULL)
    if (*torg_filter_pill_get_codes (pill) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * torg_filters_clear:
 * @pills: the filters
 */
void
torg_filters_clear (GtkWidget *pills)
{
  TorgFilterPill *pill = NULL;

  while ((pill = next_pill (pills, pill)) != NULL)
    torg_filter_pill_choose (pill, NULL);
}

/**
 * torg_filters_choose:
 * @pills: the filters
 * @path: which of them
 * @code: the one code to choose in it
 */
void
torg_filters_choose (GtkWidget *pills, const char *path, const char *code)
{
  const char *const codes[] = { code, NULL };
  TorgFilterPill *pill = NULL;

  while ((pill = next_pill (pills, pill)) != NULL)
    if (g_str_equal (torg_filter_pill_get_path (pill), path))
      torg_filter_pill_choose (pill, codes);
}
