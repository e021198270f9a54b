/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sync-private.h"

#include "torg-json.h"
#include "torg-kind.h"
#include "torg-pull.h"

#include <string.h>

#define PAGE "1000"
/* When there is news it is mostly little. */
#define NEWS_PAGE "100"

/* One collection of one bucket, and how far it has been pulled. */
typedef struct {
  const char *bucket;
  const char *collection;
  gint64 cursor;
  const char *page;
} Source;

static gboolean
read_cursors (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  GArray *sources = data;

  for (guint i = 0; i < sources->len; i++) {
    Source *source = &g_array_index (sources, Source, i);

    if (!torg_store_get_cursor (store, source->bucket, source->collection, &source->cursor, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
apply (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Source *source = data;

  return torg_store_apply_page (store, source->bucket, source->collection, source->page, changes,
                                error) &&
         torg_store_get_cursor (store, source->bucket, source->collection, &source->cursor, error);
}

static char *
path_of (const Source *source, const char *limit)
{
  g_autoptr (GString) path = g_string_new (NULL);

  g_string_printf (path, "/buckets/%s/collections/%s/records?_sort=last_modified&_limit=%s",
                   source->bucket, source->collection, limit);
  /* Without `_since` there are no tombstones, which a new copy has no use for. */
  if (source->cursor > 0)
    g_string_append_printf (path, "&_since=%" G_GINT64_FORMAT, source->cursor);
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* A collection that a service does not have yet, or does not show, has nothing to fetch. */
static gboolean
is_absent (guint status)
{
  return status == 403 || status == 404;
}

static gboolean
fetch_pages (TorgSync *self, Source *source, GCancellable *cancellable, GError **error)
{
  for (;;) {
    g_autofree char *path = path_of (source, PAGE);
    g_autoptr (TorgHttpAnswer) answer =
      torg_http_send (self->http, "GET", path, NULL, cancellable, error);

    if (answer == NULL)
      return FALSE;
    if (is_absent (answer->status))
      return TRUE;
    if (answer->status != 200) {
      g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_PROTOCOL, "a list was answered with %u",
                   answer->status);
      return FALSE;
    }
    source->page = answer->body;
    if (!torg_sync_store (self, apply, source, error))
      return FALSE;
    if (!answer->more)
      return TRUE;
  }
}

static JsonArray *
news_requests (GArray *sources, guint from, guint count)
{
  JsonArray *requests = json_array_new ();

  for (guint i = from; i < from + count; i++) {
    g_autofree char *path = path_of (&g_array_index (sources, Source, i), NEWS_PAGE);
    JsonObject *request = json_object_new ();

    json_object_set_string_member (request, "method", "GET");
    json_object_set_string_member (request, "path", path);
    json_array_add_object_element (requests, request);
  }
  return requests;
}

static gboolean
take_news (TorgSync *self,
           Source *source,
           JsonObject *response,
           GCancellable *cancellable,
           GError **error)
{
  JsonObject *body = torg_json_get_object (response, "body");
  JsonArray *data = torg_json_get_array (body, "data");
  g_autofree char *page = NULL;

  if (is_absent ((guint) torg_json_get_int (response, "status", 0)))
    return TRUE;
  if (data == NULL) {
    g_set_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_WAIT, "the service could not list %s",
                 source->collection);
    return FALSE;
  }
  if (json_array_get_length (data) == 0)
    return TRUE;
  page = torg_json_print_object (body);
  source->page = page;
  if (!torg_sync_store (self, apply, source, error))
    return FALSE;
  return !json_object_has_member (torg_json_get_object (response, "headers"), "Next-Page") ||
         fetch_pages (self, source, cancellable, error);
}

/* NULL for what is no object: the array is from outside. */
static JsonObject *
object_at (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Asks for the news of many collections in one request. */
static gboolean
fetch_news (TorgSync *self, GArray *sources, GCancellable *cancellable, GError **error)
{
  for (guint from = 0; from < sources->len; from += self->batch_max) {
    guint count = MIN (self->batch_max, sources->len - from);
    g_autoptr (JsonArray) requests = news_requests (sources, from, count);
    g_autoptr (JsonArray) responses = torg_sync_batch (self, requests, cancellable, error);

    for (guint i = 0; responses != NULL && i < count; i++)
      if (!take_news (self, &g_array_index (sources, Source, from + i), object_at (responses, i),
                      cancellable, error))
        return FALSE;
    if (responses == NULL)
      return FALSE;
  }
  return TRUE;
}

static GArray *
all_sources (TorgSync *self)
{
  GArray *sources = g_array_new (FALSE, TRUE, sizeof (Source));

  for (guint i = 0; self->buckets[i] != NULL; i++)
    for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
      Source source = { self->buckets[i], (*kinds)->collection, 0, NULL };

      g_array_append_val (sources, source);
    }
  return sources;
}

/* Fetches what is new in every collection that one can read: whole ones by pages, news in one request. */
gboolean
torg_sync_pull (TorgSync *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) sources = all_sources (self);
  g_autoptr (GArray) pulled = g_array_new (FALSE, FALSE, sizeof (Source));

  if (!torg_sync_store (self, read_cursors, sources, error))
    return FALSE;
  for (guint i = 0; i < sources->len; i++) {
    Source *source = &g_array_index (sources, Source, i);

    if (source->cursor > 0)
      g_array_append_val (pulled, *source);
    else if (!fetch_pages (self, source, cancellable, error))
      return FALSE;
  }
  return fetch_news (self, pulled, cancellable, error);
}
