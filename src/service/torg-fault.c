/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fault.h"

#include <string.h>

#include "torg-storage.h"

/* Seconds after which a client may try again. */
#define RETRY_AFTER         "3"
#define RETRY_AFTER_GUESSES "60"

typedef struct {
  guint status;
  gint64 number;
  const char *error;
  const char *message;
} TorgFaultInfo;

static const TorgFaultInfo faults[TORG_N_FAULTS] = {
  [TORG_FAULT_SIGN_IN] = { 401, 104, "Unauthorized",
                          "Please authenticate yourself to use this endpoint."                            },
  [TORG_FAULT_INVALID] = { 400, 107, "Invalid parameters",       NULL                                     },
  [TORG_FAULT_POSTED] = { 400, 109, "Bad Request",              NULL                                     },
  [TORG_FAULT_MEDIA_TYPE] = { 415, 107, "Invalid parameters",       NULL                                     },
  [TORG_FAULT_NO_OBJECT] = { 404, 110, "Not Found",                NULL                                     },
  [TORG_FAULT_NO_RESOURCE] = { 404, 111, "Not Found",
                          "The resource you are looking for could not be found."                          },
  [TORG_FAULT_NO_VERSION] = { 404, 116, "Not Found",
                          "The requested API version is not available on this server."                    },
  [TORG_FAULT_TOO_LARGE] = { 413, 113, "Request Entity Too Large", NULL                                     },
  [TORG_FAULT_MODIFIED] = { 412, 114, "Precondition Failed",      "Resource was modified meanwhile"        },
  [TORG_FAULT_METHOD] = { 405, 115, "Method Not Allowed",       "Method not allowed on this endpoint."   },
  [TORG_FAULT_FORBIDDEN] = { 403, 121, "Forbidden",                "This user cannot access this resource." },
  [TORG_FAULT_TOO_MANY] = { 429, 117, "Too Many Requests",
                          "Too many tries; please wait a minute."                                         },
  [TORG_FAULT_GONE] = { 410, 202, "Gone",
                          "The service you are trying to connect no longer exists at this location."      },
  [TORG_FAULT_UNAVAILABLE] = { 503, 201, "Service Unavailable",
                          "Service temporary unavailable due to overloading or maintenance, "
                               "please retry later."                                                      },
  [TORG_FAULT_INTERNAL] = { 500, 999, "Internal Server Error",
                          "A programmatic error occurred, developers have been informed."                 },
};

/**
 * torg_fault_new:
 * @message: (nullable): what went wrong, or %NULL for the usual words
 * @details: (nullable) (transfer full): more, for programs
 *
 * Returns: (transfer full): an error answer
 */
TorgAnswer *
torg_fault_new (TorgFault fault, const char *message, JsonNode *details)
{
  const TorgFaultInfo *info = &faults[fault];
  g_autoptr (JsonObject) body = json_object_new ();
  TorgAnswer *answer = NULL;

  json_object_set_int_member (body, "code", info->status);
  json_object_set_int_member (body, "errno", info->number);
  json_object_set_string_member (body, "error", info->error);
  if (message == NULL)
    message = info->message;
  if (message != NULL)
    json_object_set_string_member (body, "message", message);
  if (details != NULL)
    json_object_set_member (body, "details", details);

  answer = torg_answer_new_json (info->status, body);
  if (fault == TORG_FAULT_SIGN_IN)
    torg_answer_set_header (answer, "WWW-Authenticate", "Basic realm=\"Realm\"");
  return answer;
}

/**
 * torg_fault_invalid:
 * @location: `body`, `header`, `path` or `querystring`
 * @name: (nullable): what is wrong there; a dotted name goes into members; "" for all of it
 * @format: what is wrong with it
 *
 * Returns: (transfer full): a 400 that names the culprit
 */
TorgAnswer *
torg_fault_invalid (const char *location, const char *name, const char *format, ...)
{
  g_autoptr (JsonObject) detail = json_object_new ();
  JsonArray *details = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *description = NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  description = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  json_object_set_string_member (detail, "location", location);
  if (name != NULL)
    json_object_set_string_member (detail, "name", name);
  else
    json_object_set_null_member (detail, "name");
  json_object_set_string_member (detail, "description", description);
  json_array_add_object_element (details, g_steal_pointer (&detail));
  json_node_take_array (node, details);

  if (name == NULL)
    message = g_strdup_printf ("%s: %s", location, description);
  else if (strstr (description, name) != NULL)
    message = g_strdup (description);
  else
    message = g_strdup_printf ("%s in %s: %s", name, location, description);
  return torg_fault_new (TORG_FAULT_INVALID, message, node);
}

/**
 * torg_fault_missing:
 * @fault: %TORG_FAULT_NO_OBJECT, or %TORG_FAULT_NO_RESOURCE for what stands above the object
 * @resource: what kind of thing is missing, `record`
 *
 * Returns: (transfer full): a 404 that says what is missing
 */
TorgAnswer *
torg_fault_missing (TorgFault fault, const char *resource, const char *id)
{
  JsonObject *details = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *message = g_strdup_printf ("There is no %s %s here.", resource, id);

  json_object_set_string_member (details, "id", id);
  json_object_set_string_member (details, "resource_name", resource);
  json_node_take_object (node, details);
  return torg_fault_new (fault, message, node);
}

/**
 * torg_fault_busy:
 *
 * Returns: (transfer full): a 503 to be tried again
 */
TorgAnswer *
torg_fault_busy (void)
{
  TorgAnswer *answer = torg_fault_new (TORG_FAULT_UNAVAILABLE, NULL, NULL);

  torg_answer_set_header (answer, "Retry-After", RETRY_AFTER);
  return answer;
}

/**
 * torg_fault_too_many:
 *
 * Returns: (transfer full): a 429 to somebody who guesses
 */
TorgAnswer *
torg_fault_too_many (void)
{
  TorgAnswer *answer = torg_fault_new (TORG_FAULT_TOO_MANY, NULL, NULL);

  torg_answer_set_header (answer, "Retry-After", RETRY_AFTER_GUESSES);
  return answer;
}

/**
 * torg_fault_storage:
 * @error: what the storage said; it is logged and not sent
 *
 * Returns: (transfer full): a 503 to be tried again
 */
TorgAnswer *
torg_fault_storage (const GError *error)
{
  g_warning ("storage: %s", error->message);
  return torg_fault_busy ();
}
