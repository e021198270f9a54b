/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-changeset.h"

#include <string.h>

#include "torg-changes.h"
#include "torg-json.h"

/* More than this is not put into one answer; the list of records has pages. */
#define MAX_SIZE (64 * 1024 * 1024)

#define BEFORE_LIST "{\"data\":["
#define AFTER_LIST  "]}"

/* Asks as the caller himself would, so that he gets what he may have. */
static TorgAnswer *
ask (TorgCall *call, const char *uri)
{
  g_autoptr (TorgRequest) request = torg_request_new (TORG_METHOD_GET, "", call->request->caller);

  request->nested = call->request->nested;
  torg_request_set_uri (request, uri);
  return torg_service_dispatch (call->service, request);
}

static const char *
param (TorgCall *call, const char *name)
{
  return call->params == NULL ? NULL : g_hash_table_lookup (call->params, name);
}

static gboolean
check_query (TorgCall *call, TorgAnswer **refusal)
{
  const char *since = param (call, "_since");

  if (param (call, "_expected") == NULL)
    *refusal = torg_fault_invalid ("querystring", "_expected", "Required");
  else if (since != NULL && !g_regex_match_simple ("^\"[0-9]+\"$", since, G_REGEX_DOLLAR_ENDONLY,
                                                   G_REGEX_MATCH_DEFAULT))
    *refusal = torg_fault_invalid ("querystring", "_since",
                                   "The value should be integer between double quotes.");
  return *refusal == NULL;
}

static void
add_param (GString *uri, TorgCall *call, const char *name)
{
  const char *value = param (call, name);
  g_autofree char *escaped = value == NULL ? NULL : g_uri_escape_string (value, NULL, FALSE);

  if (escaped != NULL)
    g_string_append_printf (uri, "&%s=%s", name, escaped);
}

static gboolean
is_monitor (TorgCall *call)
{
  return strcmp (call->segments[1], "monitor") == 0 && strcmp (call->segments[3], "changes") == 0;
}

static char *
list_uri (TorgCall *call, const char *collection)
{
  GString *uri = g_string_new (NULL);

  g_string_printf (uri, "%s/records?_sort=-last_modified", collection);
  add_param (uri, call, "_since");
  add_param (uri, call, "_limit");
  if (is_monitor (call)) {
    add_param (uri, call, "bucket");
    add_param (uri, call, "collection");
  }
  return g_string_free_and_steal (uri);
}

/* What stands behind the host in the address of the next page. */
static char *
next_uri (const TorgAnswer *page)
{
  const char *url = torg_answer_get_header (page, "Next-Page");
  const char *path = url == NULL ? NULL : strstr (url, "/v1/");

  return g_strdup (path);
}

static void
append_page (GString *changes, const TorgAnswer *page)
{
  gsize around = strlen (BEFORE_LIST AFTER_LIST);

  if (page->body->len <= around)
    return;
  if (changes->len > 0)
    g_string_append_c (changes, ',');
  g_string_append_len (changes, page->body->str + strlen (BEFORE_LIST),
                       (gssize) (page->body->len - around));
}

/* Every page of the list, unless only so many are asked for. */
static TorgAnswer *
collect (TorgCall *call, const char *collection, GString *changes, gint64 *timestamp)
{
  gboolean limited = param (call, "_limit") != NULL;
  g_autofree char *uri = list_uri (call, collection);

  while (uri != NULL) {
    g_autoptr (TorgAnswer) page = ask (call, uri);

    if (page->status != 200)
      return g_steal_pointer (&page);
    append_page (changes, page);
    *timestamp = page->last_modified;
    if (changes->len > MAX_SIZE)
      return torg_fault_new (TORG_FAULT_TOO_LARGE, "The changes are too many for one answer.",
                             NULL);
    g_free (uri);
    uri = limited ? NULL : next_uri (page);
  }
  return NULL;
}

static TorgAnswer *
read_metadata (TorgCall *call, const char *collection, char **metadata)
{
  g_autoptr (TorgAnswer) answer = NULL;
  g_autoptr (JsonNode) node = NULL;

  *metadata = NULL;
  if (is_monitor (call)) {
    *metadata = g_strdup ("{}");
    return NULL;
  }
  answer = ask (call, collection);
  if (answer->status != 200)
    return g_steal_pointer (&answer);
  node = torg_json_parse (answer->body->str, answer->body->len, 0, NULL);
  if (node != NULL)
    *metadata = torg_json_print_object (torg_json_get_object (json_node_get_object (node), "data"));
  return *metadata == NULL ? torg_fault_busy () : NULL;
}

/**
 * torg_changeset_get:
 *
 * Returns: (transfer full): what a collection says of itself, and every record of it that is new, in
 *   one answer
 */
TorgAnswer *
torg_changeset_get (TorgCall *call)
{
  g_autofree char *bucket = g_uri_escape_string (call->segments[1], NULL, FALSE);
  g_autofree char *name = g_uri_escape_string (call->segments[3], NULL, FALSE);
  g_autofree char *collection = g_strdup_printf ("/v1/buckets/%s/collections/%s", bucket, name);
  g_autofree char *metadata = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);
  TorgAnswer *refusal = NULL;
  TorgAnswer *answer = NULL;
  gint64 timestamp = 0;

  if (!check_query (call, &refusal))
    return refusal;
  refusal = read_metadata (call, collection, &metadata);
  if (refusal == NULL)
    refusal = collect (call, collection, changes, &timestamp);
  if (refusal != NULL)
    return refusal;
  answer = torg_answer_new (200);
  answer->last_modified = timestamp;
  answer->body = g_string_sized_new (changes->len + strlen (metadata) + 100);
  g_string_append_printf (answer->body,
                          "{\"metadata\":%s,\"timestamp\":%" G_GINT64_FORMAT ",\"changes\":[",
                          metadata, timestamp);
  g_string_append_len (answer->body, changes->str, (gssize) changes->len);
  g_string_append (answer->body, "]}");
  return answer;
}
