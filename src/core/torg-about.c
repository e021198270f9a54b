/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-about.h"

#include "torg-check.h"

#include <string.h>

/**
 * torg_about_check:
 * @about: a text
 *
 * Any thread. Returns: whether it can name a record of a collection
 */
gboolean
torg_about_check (const char *about)
{
  g_autofree char *collection = torg_about_dup_collection (about);

  return collection != NULL && torg_check_id (collection) && torg_check_id (torg_about_id (about));
}

/**
 * torg_about_new:
 * @collection: a collection
 * @id: a record of it
 *
 * Any thread. Returns: (transfer full): the two as one text
 */
char *
torg_about_new (const char *collection, const char *id)
{
  return g_strconcat (collection, "/", id, NULL);
}

/**
 * torg_about_id:
 * @about: a text
 *
 * Any thread. Returns: (transfer none): the id in it; "" if there is none
 */
const char *
torg_about_id (const char *about)
{
  const char *slash = strchr (about, '/');

  return slash ? slash + 1 : "";
}

/**
 * torg_about_dup_collection:
 * @about: a text
 *
 * Any thread. Returns: (transfer full) (nullable): the collection in it
 */
char *
torg_about_dup_collection (const char *about)
{
  const char *slash = strchr (about, '/');

  return slash ? g_strndup (about, (gsize) (slash - about)) : NULL;
}

/**
 * torg_about_kind:
 * @about: a text
 *
 * Any thread. Returns: (nullable): the kind of the record; %NULL if this version knows none such
 */
const TorgKind *
torg_about_kind (const char *about)
{
  g_autofree char *collection = torg_about_dup_collection (about);

  return torg_kind_for (collection);
}
