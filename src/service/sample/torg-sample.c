/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sample.h"

#include <gio/gio.h>

#include "torg-json.h"
#include "torg-service-resources.h"

#define FOLDER "/com/smartinnovationnorway/Torg/sample/"

/* What others point to comes first. */
static const TorgSampleFile files[] = {
  { "organisations.json",           "organisations", NULL,      NULL,           FALSE },
  { "people.json",                  "people",        "id",      NULL,           FALSE },
  { "projects.json",                "projects",      "contact", "owner",        FALSE },
  { "articles/competence.json",     "articles",      "author",  "owner",        FALSE },
  { "articles/sustainability.json", "articles",      "author",  "owner",        FALSE },
  { "articles/infrastructure.json", "articles",      "author",  "owner",        FALSE },
  { "articles/benefits.json",       "articles",      "author",  "owner",        FALSE },
  { "articles/toolbox.json",        "articles",      "author",  "owner",        FALSE },
  { "articles/terms.json",          "articles",      "author",  "owner",        FALSE },
  { "decisions.json",               "decisions",     NULL,      NULL,           FALSE },
  { "interests.json",               "interests",     "person",  NULL,           FALSE },
  { "reviews.json",                 "reviews",       "person",  NULL,           FALSE },
  { "applications.json",            "applications",  "person",  "organisation", FALSE },
  { "comments.json",                "comments",      "person",  NULL,           FALSE },
  { "articles/comments.json",       "comments",      "person",  NULL,           FALSE },
  { "room/projects.json",           "projects",      "contact", NULL,           TRUE  },
  { "room/decisions.json",          "decisions",     NULL,      NULL,           TRUE  },
};

/**
 * torg_sample_files:
 * @n_files: (out): how many
 *
 * Any thread. Returns: (array length=n_files): the files of the sample, in the order they are to be written
 */
const TorgSampleFile *
torg_sample_files (guint *n_files)
{
  *n_files = G_N_ELEMENTS (files);
  return files;
}

/**
 * torg_sample_read:
 * @file: a file of the sample
 *
 * A record's `written` tells when it was written; it is no member of the record. Any thread.
 *
 * Returns: (transfer full): its records
 */
JsonArray *
torg_sample_read (const TorgSampleFile *file, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, file->name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (torg_service_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonNode) node = NULL;

  if (bytes == NULL)
    return NULL;
  node = torg_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, error);
  if (node == NULL)
    g_prefix_error (error, "%s: ", file->name);
  return node != NULL ? json_node_dup_array (node) : NULL;
}
