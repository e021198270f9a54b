/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-content.h"

#include "torg-article-state.h"
#include "torg-forum.h"
#include "torg-json.h"
#include "torg-load.h"
#include "torg-sample-days.h"
#include "torg-sample.h"
#include "torg-seed.h"
#include "torg-stored.h"

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

static const char *
get_named (JsonObject *document, const char *member)
{
  return member != NULL ? torg_json_get_string (document, member) : NULL;
}

/* A review is of the article as it is loaded, unless it says that it read another text. */
static gboolean
set_digest (TorgService *service, JsonObject *review, GError **error)
{
  const char *id = torg_json_get_string (review, "article");
  g_autoptr (JsonObject) document = NULL;
  g_autoptr (TorgRecord) article = NULL;
  g_autofree char *digest = NULL;
  TorgStored stored = TORG_STORED_NONE;

  if (json_object_has_member (review, "digest"))
    return TRUE;
  if (!torg_stored_find (service, TORG_FORUM, "articles", id, &stored, &document, error))
    return FALSE;
  if (document == NULL)
    return TRUE;
  article = torg_record_new_from_document (&torg_article_kind, document);
  digest = torg_article_digest (TORG_ARTICLE (article));
  json_object_set_string_member (review, "digest", digest);
  return TRUE;
}

/* The organisation whose people may change it, as a client would have it. */
static gboolean
find_steward (TorgService *service,
              const TorgSampleFile *file,
              JsonObject *document,
              char **organisation,
              GError **error)
{
  const char *behind = NULL;
  const TorgField *field = torg_kind_steward (torg_kind_for (file->collection), &behind);
  const char *text = field ? torg_json_get_string (document, field->name) : NULL;
  g_autoptr (JsonObject) parent = NULL;
  TorgStored stored = TORG_STORED_NONE;

  *organisation = g_strdup (file->in_room ? TORG_SAMPLE_ORGANISATION : text);
  if (file->in_room || text == NULL || behind == NULL)
    return TRUE;
  if (!torg_stored_find (service, TORG_FORUM, field->target, text, &stored, &parent, error))
    return FALSE;
  g_set_str (organisation, torg_json_get_string (parent, behind));
  return TRUE;
}

static gboolean
load_record (TorgService *service,
             const TorgSampleFile *file,
             JsonObject *document,
             guint *n_written,
             GError **error)
{
  g_autofree char *organisation = NULL;

  set_age (document);
  if (!find_steward (service, file, document, &organisation, error))
    return FALSE;
  if (g_str_equal (file->collection, "reviews") && !set_digest (service, document, error))
    return FALSE;
  return torg_load_missing (
    service, file->in_room ? TORG_ROOM_PREFIX TORG_SAMPLE_ORGANISATION : TORG_FORUM,
    file->collection, document, get_named (document, file->author), organisation, n_written, error);
}

static gboolean
load_file (TorgService *service,
           const TorgSampleFile *file,
           const GDate *today,
           FILE *report,
           GError **error)
{
  g_autoptr (JsonArray) records = torg_sample_read (file, today, error);
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
 * Fills the forum with people, projects, articles, benefits, events and what they say, all marked as sample, for a first look. What is
 * there already stays as it is.
 *
 * Returns: whether all went well
 */
gboolean
torg_load_sample (TorgService *service, FILE *report, GError **error)
{
  g_autoptr (GDate) today = torg_sample_today ();
  guint n_files;
  const TorgSampleFile *files = torg_sample_files (&n_files);

  if (!torg_seed_room (service, TORG_SAMPLE_ORGANISATION, error))
    return FALSE;
  for (guint i = 0; i < n_files; i++)
    if (!load_file (service, &files[i], today, report, error))
      return FALSE;
  return TRUE;
}
