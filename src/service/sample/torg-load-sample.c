/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-content.h"

#include "torg-forum.h"
#include "torg-json.h"
#include "torg-load.h"
#include "torg-sample.h"
#include "torg-seed.h"

/* Lets the record seem as old as its text says; all of one day would make a dull forum. */
static void
set_age (JsonObject *document)
{
  const char *written = torg_json_get_string (document, "written");
  g_autoptr (GDateTime) when = written ? g_date_time_new_from_iso8601 (written, NULL) : NULL;

  json_object_remove_member (document, "written");
  if (when != NULL)
    json_object_set_int_member (document, "last_modified", g_date_time_to_unix (when) * 1000);
}

static gboolean
load_record (TorgService *service,
             const TorgSampleFile *file,
             JsonObject *document,
             guint *n_written,
             GError **error)
{
  const char *account = file->author ? torg_json_get_string (document, file->author) : NULL;
  const char *organisation =
    file->in_room ? TORG_SAMPLE_ORGANISATION : torg_json_get_string (document, "owner");

  set_age (document);
  return torg_load_missing (service,
                            file->in_room ? TORG_ROOM_PREFIX TORG_SAMPLE_ORGANISATION : TORG_FORUM,
                            file->collection, document, account, organisation, n_written, error);
}

static gboolean
load_file (TorgService *service, const TorgSampleFile *file, FILE *report, GError **error)
{
  g_autoptr (JsonArray) records = torg_sample_read (file, error);
  guint n_written = 0;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (records); i++)
    if (!load_record (service, file, json_array_get_object_element (records, i), &n_written, error))
      return FALSE;
  fprintf (report, "sample %s: %u of %u written\n", file->name, n_written,
           json_array_get_length (records));
  return TRUE;
}

/**
 * torg_load_sample:
 * @service: a service inside a transaction, with the forum made
 * @report: where to say what was done
 *
 * Fills the forum with projects, people and what they say, all marked as sample, for a first look. What is
 * there already stays as it is.
 *
 * Returns: whether all went well
 */
gboolean
torg_load_sample (TorgService *service, FILE *report, GError **error)
{
  guint n_files;
  const TorgSampleFile *files = torg_sample_files (&n_files);

  if (!torg_seed_room (service, TORG_SAMPLE_ORGANISATION, error))
    return FALSE;
  for (guint i = 0; i < n_files; i++)
    if (!load_file (service, &files[i], report, error))
      return FALSE;
  return TRUE;
}
