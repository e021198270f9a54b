/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-list.h"

#include <string.h>

#include "torg-body.h"
#include "torg-json.h"
#include "torg-listing-parse.h"
#include "torg-precondition.h"
#include "torg-projection.h"
#include "torg-write.h"

/*
 * A page on its way. It is full with so many objects or so many bytes; one object more is asked for, which
 * tells whether there is a next page.
 */
typedef struct {
  const TorgListing *query;
  GString *body;
  guint limit;
  gsize max_bytes;
  guint n_objects;
  gboolean more;
  char *last_doc; /* of a full page */
} TorgPage;

static gboolean
add_to_page (const TorgObject *object, gpointer data)
{
  TorgPage *page = data;

  if (page->last_doc != NULL) {
    page->more = TRUE;
    return FALSE;
  }
  if (page->n_objects++ > 0)
    g_string_append_c (page->body, ',');
  if (page->query->fields != NULL) {
    g_autofree char *projected =
      torg_projection_apply (object->doc, (const char *const *) page->query->fields);

    g_string_append (page->body, projected);
  } else {
    g_string_append (page->body, object->doc);
  }
  if (page->n_objects == page->limit || page->body->len >= page->max_bytes)
    page->last_doc = g_strdup (object->doc);
  return TRUE;
}

static void
append_param (GString *url, const char *name, const char *value)
{
  g_autofree char *escaped_name = g_uri_escape_string (name, NULL, FALSE);
  g_autofree char *escaped_value = g_uri_escape_string (value, NULL, FALSE);

  g_string_append_printf (url, "%c%s=%s", strchr (url->str, '?') == NULL ? '?' : '&', escaped_name,
                          escaped_value);
}

/* The same request with the token of where this page ends. */
static char *
next_page (TorgCall *call, const TorgListing *query, const char *last_doc)
{
  g_autofree char *base = torg_call_dup_base_url (call);
  g_autofree char *token = torg_listing_dup_token (query, last_doc);
  g_autofree char *limit = g_strdup_printf ("%u", query->limit);
  GString *url = g_string_new (NULL);

  g_string_append_printf (url, "%s%s", base, call->list + 1);
  if (call->params != NULL) {
    GHashTableIter iter;
    gpointer name = NULL;
    gpointer value = NULL;

    g_hash_table_iter_init (&iter, call->params);
    while (g_hash_table_iter_next (&iter, &name, &value)) {
      if (strcmp (name, "_limit") != 0 && strcmp (name, "_token") != 0)
        append_param (url, name, value);
    }
  }
  append_param (url, "_limit", limit);
  append_param (url, "_token", token);
  return g_string_free_and_steal (url);
}

static TorgAnswer *
answer_page (TorgCall *call, TorgListing *query)
{
  TorgAnswer *answer = torg_answer_new (200);
  TorgPage page = { .query = query,
                    .limit = query->limit,
                    .max_bytes = call->settings->answer_max };
  g_autoptr (GError) error = NULL;
  g_autofree char *last_doc = NULL;
  g_autofree char *url = NULL;

  answer->last_modified = call->list_timestamp;
  answer->body = page.body = g_string_new ("{\"data\":[");
  query->limit++;
  if (!torg_storage_find (call->storage, call->list, query, add_to_page, &page, &error)) {
    g_free (page.last_doc);
    torg_answer_free (answer);
    return torg_fault_storage (error);
  }
  query->limit--;
  g_string_append (answer->body, "]}");
  last_doc = page.last_doc;
  if (page.more) {
    url = next_page (call, query, last_doc);
    torg_answer_set_header (answer, "Next-Page", url);
  }
  return answer;
}

static gboolean
check_read (TorgCall *call, TorgAnswer **answer)
{
  return !torg_precondition_is_fresh (call, call->list_timestamp, answer) &&
         torg_precondition_check (call, call->list_timestamp, TRUE, NULL, answer);
}

/**
 * torg_list_get:
 *
 * Returns: (transfer full): a page of the list
 */
TorgAnswer *
torg_list_get (TorgCall *call)
{
  TorgAnswer *answer = NULL;
  g_autoptr (TorgListing) query = NULL;

  if (!check_read (call, &answer))
    return answer;
  query = torg_listing_parse (call, &answer);
  return query == NULL ? answer : answer_page (call, query);
}

/**
 * torg_list_head:
 *
 * Returns: (transfer full): how many objects there are, without them
 */
TorgAnswer *
torg_list_head (TorgCall *call)
{
  TorgAnswer *answer = NULL;
  g_autoptr (TorgListing) query = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *total = NULL;
  gint64 count = 0;

  if (!check_read (call, &answer))
    return answer;
  query = torg_listing_parse (call, &answer);
  if (query == NULL)
    return answer;
  if (!torg_storage_count (call->storage, call->list, query, &count, &error))
    return torg_fault_storage (error);
  total = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  answer = torg_answer_new (200);
  answer->last_modified = call->list_timestamp;
  torg_answer_set_header (answer, "Total-Objects", total);
  torg_answer_set_header (answer, "Total-Records", total);
  return answer;
}

/**
 * torg_list_post:
 *
 * Returns: (transfer full): a new object, or the one that has its id already
 */
TorgAnswer *
torg_list_post (TorgCall *call)
{
  gboolean exists = call->existing.id != NULL;
  gint64 current = exists ? call->existing.last_modified : call->list_timestamp;
  TorgAnswer *answer = NULL;
  JsonObject *given = NULL;
  JsonObject *permissions = NULL;
  g_autoptr (JsonObject) data = NULL;
  g_auto (TorgObject) written = { 0 };

  if (!torg_body_read (call, &given, &permissions, &answer) ||
      !torg_precondition_check (call, current, exists, call->existing.doc, &answer))
    return answer;
  if (exists)
    return torg_write_answer (call, 200, &call->existing);
  data = given != NULL ? torg_json_object_copy (given) : json_object_new ();
  if (!torg_write_object (call, data, permissions, &written, &answer))
    return answer;
  return torg_write_answer (call, 201, &written);
}

static gboolean
collect (const TorgObject *object, gpointer data)
{
  g_ptr_array_add (data, torg_object_copy (object));
  return TRUE;
}

static gboolean
delete_all (TorgCall *call, GPtrArray *objects, TorgAnswer *answer, TorgAnswer **refusal)
{
  for (guint i = 0; i < objects->len; i++) {
    g_auto (TorgObject) tombstone = { 0 };

    if (!torg_write_tombstone (call, g_ptr_array_index (objects, i), 0, &tombstone, refusal))
      return FALSE;
    g_string_append_printf (answer->body, "%s%s", i > 0 ? "," : "", tombstone.doc);
    answer->last_modified = tombstone.last_modified;
  }
  g_string_append (answer->body, "]}");
  return TRUE;
}

/**
 * torg_list_delete:
 *
 * Deletes what a GET of the same address would show, a page at a time.
 *
 * Returns: (transfer full): the tombstones
 */
TorgAnswer *
torg_list_delete (TorgCall *call)
{
  TorgAnswer *refusal = NULL;
  g_autoptr (TorgAnswer) answer = NULL;
  g_autoptr (TorgListing) query = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) objects =
    g_ptr_array_new_with_free_func ((GDestroyNotify) torg_object_free);
  gboolean more = FALSE;

  if (!torg_precondition_check (call, call->list_timestamp, TRUE, NULL, &refusal))
    return refusal;
  query = torg_listing_parse (call, &refusal);
  if (query == NULL)
    return refusal;
  query->with_deleted = FALSE;
  query->limit++;
  if (!torg_storage_find (call->storage, call->list, query, collect, objects, &error))
    return torg_fault_storage (error);
  more = objects->len == query->limit--;
  if (more)
    g_ptr_array_set_size (objects, (int) query->limit);
  answer = torg_answer_new (200);
  answer->body = g_string_new ("{\"data\":[");
  answer->last_modified = call->list_timestamp;
  if (!delete_all (call, objects, answer, &refusal))
    return refusal;
  if (more) {
    const TorgObject *last = g_ptr_array_index (objects, objects->len - 1);
    g_autofree char *url = next_page (call, query, last->doc);

    torg_answer_set_header (answer, "Next-Page", url);
  }
  return g_steal_pointer (&answer);
}
