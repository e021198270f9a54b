/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-kind.h"

#include "torg-article.h"
#include "torg-benefit.h"
#include "torg-comment.h"
#include "torg-decision.h"
#include "torg-evaluation.h"
#include "torg-event.h"
#include "torg-indicator.h"
#include "torg-interest.h"
#include "torg-measurement.h"
#include "torg-organisation.h"
#include "torg-person.h"
#include "torg-project.h"
#include "torg-registration.h"
#include "torg-review.h"
#include "torg-usage.h"

#include <string.h>

/* What others point to comes first, so that a pull in this order meets few missing targets. */
static const TorgKind *const kinds[] = {
  &torg_organisation_kind, &torg_person_kind,       &torg_project_kind,   &torg_event_kind,
  &torg_article_kind,      &torg_benefit_kind,      &torg_indicator_kind, &torg_decision_kind,
  &torg_interest_kind,     &torg_review_kind,       &torg_usage_kind,     &torg_measurement_kind,
  &torg_evaluation_kind,   &torg_registration_kind, &torg_comment_kind,   NULL,
};

/**
 * torg_kinds:
 *
 * Every kind with a collection of its own. Any thread.
 *
 * Returns: (array zero-terminated=1) (transfer none): the kinds, in the order they are pulled
 */
const TorgKind *const *
torg_kinds (void)
{
  return kinds;
}

/**
 * torg_kind_for:
 * @collection: (nullable): the name of a collection
 *
 * Any thread. Returns: (nullable): the kind it holds
 */
const TorgKind *
torg_kind_for (const char *collection)
{
  for (guint i = 0; collection != NULL && kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i]->collection, collection))
      return kinds[i];
  return NULL;
}

/**
 * torg_kind_find:
 * @kind: a kind
 * @name: a field's name, with `_` or `-`
 *
 * Any thread. Returns: (nullable): the field
 */
const TorgField *
torg_kind_find (const TorgKind *kind, const char *name)
{
  g_autofree char *member = g_strdelimit (g_strdup (name), "-", '_');

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, member))
      return &kind->fields[i];
  return NULL;
}

/**
 * torg_kind_title:
 * @kind: a kind
 *
 * Any thread. Returns: (nullable): the field that names its records
 */
const TorgField *
torg_kind_title (const TorgKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & TORG_FIELD_TITLE)
      return &kind->fields[i];
  return NULL;
}

/**
 * torg_kind_steward:
 * @kind: a kind
 * @behind: (out) (nullable) (transfer none): the member that names the organisation in the record
 *   which the field points to; %NULL where the field itself names it
 *
 * Any thread. Returns: (nullable): the field that leads to the organisation whose people may change
 *   a record; %NULL if there is none
 */
const TorgField *
torg_kind_steward (const TorgKind *kind, const char **behind)
{
  const char *dot = kind->steward ? strchr (kind->steward, '.') : NULL;
  g_autofree char *first = dot ? g_strndup (kind->steward, (gsize) (dot - kind->steward)) : NULL;

  *behind = dot ? dot + 1 : NULL;
  if (kind->steward == NULL)
    return NULL;
  return torg_kind_find (kind, first ? first : kind->steward);
}
