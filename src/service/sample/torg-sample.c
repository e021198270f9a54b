/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sample.h"

#include <gio/gio.h>

#include "torg-json.h"
#include "torg-registration.h"
#include "torg-sample-days.h"
#include "torg-service-resources.h"

#define FOLDER "/com/smartinnovationnorway/Torg/sample/"

/* What others point to comes first. */
static const TorgSampleFile files[] = {
  { "organisations.json",           "organisations", NULL,      FALSE },
  { "people.json",                  "people",        "id",      FALSE },
  { "projects.json",                "projects",      "contact", FALSE },
  { "events.json",                  "events",        "contact", FALSE },
  { "articles/competence.json",     "articles",      "author",  FALSE },
  { "articles/sustainability.json", "articles",      "author",  FALSE },
  { "articles/infrastructure.json", "articles",      "author",  FALSE },
  { "articles/benefits.json",       "articles",      "author",  FALSE },
  { "articles/toolbox.json",        "articles",      "author",  FALSE },
  { "articles/terms.json",          "articles",      "author",  FALSE },
  { "benefits.json",                "benefits",      NULL,      FALSE },
  { "indicators.json",              "indicators",    NULL,      FALSE },
  { "measurements.json",            "measurements",  "person",  FALSE },
  { "evaluations.json",             "evaluations",   "person",  FALSE },
  { "decisions.json",               "decisions",     NULL,      FALSE },
  { "interests.json",               "interests",     "person",  FALSE },
  { "registrations.json",           "registrations", "person",  FALSE },
  { "reviews.json",                 "reviews",       "person",  FALSE },
  { "applications.json",            "applications",  "person",  FALSE },
  { "comments.json",                "comments",      "person",  FALSE },
  { "articles/comments.json",       "comments",      "person",  FALSE },
  { "room/projects.json",           "projects",      "contact", TRUE  },
  { "room/decisions.json",          "decisions",     NULL,      TRUE  },
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

static JsonArray *
read_file (const TorgSampleFile *file, GError **error)
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

/* The id of a registration follows from the two that it is about. */
static void
set_registration_id (JsonObject *document)
{
  g_autofree char *id = torg_registration_dup_id (torg_json_get_string (document, "event"),
                                                  torg_json_get_string (document, "person"));

  json_object_set_string_member (document, "id", id);
}

/**
 * torg_sample_read:
 * @file: a file of the sample
 * @today: the day that its days are counted from
 *
 * A record's `written` tells when it was written; it is no member of the record. Any thread.
 *
 * Returns: (transfer full): its records
 */
JsonArray *
torg_sample_read (const TorgSampleFile *file, const GDate *today, GError **error)
{
  g_autoptr (JsonArray) records = read_file (file, error);

  for (guint i = 0; records != NULL && i < json_array_get_length (records); i++) {
    JsonObject *document = json_array_get_object_element (records, i);

    torg_sample_settle_days (document, today);
    if (!json_object_has_member (document, "id"))
      set_registration_id (document);
  }
  return g_steal_pointer (&records);
}
