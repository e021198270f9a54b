/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-precondition.h"

#include <string.h>

#include "torg-json.h"

typedef struct {
  gboolean given;
  gboolean any;
  gint64 timestamp;
} TorgPrecondition;

/* `*` or a number in double quotes; proxies that compress mark theirs as weak, `W/"1"`. */
static gboolean
read_header (TorgCall *call,
             TorgHeader header,
             TorgPrecondition *precondition,
             TorgAnswer **refusal)
{
  const char *text = call->request->headers[header];
  const char *name = torg_header_get_name (header);
  g_autofree char *digits = NULL;
  gsize length = 0;

  memset (precondition, 0, sizeof *precondition);
  if (text == NULL)
    return TRUE;
  precondition->given = TRUE;
  precondition->any = *text == '*';
  if (precondition->any)
    return TRUE;
  if (g_str_has_prefix (text, "W/"))
    text += strlen ("W/");
  length = strlen (text);
  if (length > 2 && text[0] == '"' && text[length - 1] == '"') {
    digits = g_strndup (text + 1, length - 2);
    if (g_ascii_string_to_signed (digits, 10, 0, G_MAXINT64, &precondition->timestamp, NULL))
      return TRUE;
  }
  *refusal =
    torg_fault_invalid ("header", name, "The value should be integer between double quotes.");
  return FALSE;
}

static TorgAnswer *
refuse_modified (TorgCall *call, gint64 current, const char *doc)
{
  g_autoptr (JsonNode) existing = NULL;
  JsonNode *details = NULL;
  TorgAnswer *answer = NULL;

  if (doc != NULL && !call->hidden)
    existing = torg_json_parse (doc, strlen (doc), 0, NULL);
  if (existing != NULL) {
    JsonObject *object = json_object_new ();

    json_object_set_member (object, "existing", g_steal_pointer (&existing));
    details = json_node_new (JSON_NODE_OBJECT);
    json_node_take_object (details, object);
  }
  answer = torg_fault_new (TORG_FAULT_MODIFIED, NULL, details);
  answer->last_modified = current;
  return answer;
}

/**
 * torg_precondition_check:
 * @current: the timestamp of what is asked for, or of its list where it does not exist
 * @exists: whether it exists; a list always does
 * @doc: (nullable): the object as it is, for the answer
 * @refusal: (out): a 412, or a 400 for a header that makes no sense
 *
 * Judges If-Match and If-None-Match before a change, or before an answer that insists on a version.
 *
 * Returns: whether to go on
 */
gboolean
torg_precondition_check (TorgCall *call,
                         gint64 current,
                         gboolean exists,
                         const char *doc,
                         TorgAnswer **refusal)
{
  TorgPrecondition match = { 0 };
  TorgPrecondition none_match = { 0 };
  gboolean failed = FALSE;

  if (!read_header (call, TORG_HEADER_IF_MATCH, &match, refusal) ||
      !read_header (call, TORG_HEADER_IF_NONE_MATCH, &none_match, refusal))
    return FALSE;
  if (none_match.any && exists)
    failed = TRUE;
  else if (match.given && !exists)
    failed = TRUE;
  else if (match.given && !match.any)
    failed = match.timestamp != current;
  if (failed)
    *refusal = refuse_modified (call, current, doc);
  return !failed;
}

/**
 * torg_precondition_get_known:
 *
 * Returns: the version that the caller has, or 0 where he tells none
 */
gint64
torg_precondition_get_known (TorgCall *call)
{
  TorgPrecondition none_match = { 0 };
  g_autoptr (TorgAnswer) refusal = NULL;

  return read_header (call, TORG_HEADER_IF_NONE_MATCH, &none_match, &refusal) ? none_match.timestamp
                                                                              : 0;
}

/**
 * torg_precondition_is_fresh:
 * @current: the timestamp of what is asked for
 * @answer: (out): a 304 without a body
 *
 * Returns: whether the caller has the newest version already
 */
gboolean
torg_precondition_is_fresh (TorgCall *call, gint64 current, TorgAnswer **answer)
{
  TorgPrecondition none_match = { 0 };

  if (!read_header (call, TORG_HEADER_IF_NONE_MATCH, &none_match, answer))
    return TRUE;
  if (!none_match.given || none_match.any || none_match.timestamp != current)
    return FALSE;
  *answer = torg_answer_new (304);
  (*answer)->last_modified = current;
  return TRUE;
}
