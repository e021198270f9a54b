/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefits.h"
#include "torg-events.h"
#include "torg-knowledge.h"
#include "torg-projects.h"

/* The pages of the program, in the order that they stand in. A page is added here. */
static const TorgPageType *const types[] = {
  &torg_knowledge_page, &torg_projects_page, &torg_benefits_page, &torg_events_page, NULL,
};

/**
 * torg_page_types:
 *
 * Returns: (array zero-terminated=1) (transfer none): the pages, in their order
 */
const TorgPageType *const *
torg_page_types (void)
{
  return types;
}

/**
 * torg_page_type_for:
 * @kind: a kind of records
 *
 * Returns: (nullable): the page that holds them
 */
const TorgPageType *
torg_page_type_for (const TorgKind *kind)
{
  for (guint i = 0; types[i] != NULL; i++)
    if (types[i]->kind == kind)
      return types[i];
  return NULL;
}
