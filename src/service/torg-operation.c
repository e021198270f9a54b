/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-operation.h"

#include "torg-attachment.h"
#include "torg-batch.h"
#include "torg-broadcast.h"
#include "torg-changes.h"
#include "torg-changeset.h"
#include "torg-flush.h"
#include "torg-history.h"
#include "torg-list.h"
#include "torg-membership.h"
#include "torg-monitoring.h"
#include "torg-object.h"
#include "torg-openapi.h"
#include "torg-permissions.h"
#include "torg-personal.h"
#include "torg-snapshot.h"
#include "torg-utilities.h"

#define NONE   TORG_CONTENT_NONE
#define JSON   TORG_CONTENT_JSON
#define OBJECT TORG_CONTENT_OBJECT
#define LIST   TORG_CONTENT_LIST
#define PATCH  TORG_CONTENT_PATCH
#define FORM   TORG_CONTENT_FORM
#define FILE   TORG_CONTENT_FILE
#define TEXT   TORG_CONTENT_TEXT
#define STREAM TORG_CONTENT_STREAM

#define PAGE      "_since _before _to _sort _limit _token"
#define CHANGESET "_expected _since _limit bucket collection"

#define WITH(member) offsetof (TorgSettings, member)

/* clang-format off */
static const TorgOperation operations[] = {
  { torg_utility_hello,       "Who answers here, what it can do, and who the caller is", "", NONE, "200", JSON, 0 },
  { torg_utility_heartbeat,   "Whether each part works",                    "",             NONE,   "200",     JSON,   0 },
  { torg_utility_lbheartbeat, "Whether somebody answers",                   "",             NONE,   "200",     JSON,   0 },
  { torg_utility_version,     "Which program answers",                      "",             NONE,   "200",     JSON,   0 },
  { torg_utility_contribute,  "How to take part in making this program",    "",             NONE,   "200",     JSON,   0 },
  { torg_openapi_get,         "This document",                              "",             NONE,   "200",     JSON,   0 },
  { torg_flush_post,          "Remove all data, for tests",                 "",             NONE,   "202",     JSON,   WITH (flush_endpoint) },
  { torg_batch_post,          "Carry out many requests in one transaction", "",             JSON,   "200",     JSON,   0 },
  { torg_broadcast_get,       "Which collections change, as they do",       "",             NONE,   "200",     STREAM, 0 },
  { torg_permissions_get,     "On what the caller may do what",             PAGE,           NONE,   "200 304", LIST,   WITH (permissions_endpoint) },
  { torg_permissions_head,    "On how much the caller may do something",    PAGE,           NONE,   "200 304", NONE,   WITH (permissions_endpoint) },
  { torg_list_get,            "A page of the list",                         PAGE " _fields", NONE,  "200 304", LIST,   0 },
  { torg_list_head,           "How many there are",                         PAGE,           NONE,   "200 304", NONE,   0 },
  { torg_list_post,           "Create one",                                 "",             OBJECT, "200 201", OBJECT, 0 },
  { torg_list_delete,         "Delete what a GET would show",               PAGE,           NONE,   "200",     LIST,   0 },
  { torg_object_get,          "One of them",                                "_fields",      NONE,   "200 304", OBJECT, 0 },
  { torg_object_put,          "Create it, or replace it",                   "",             OBJECT, "200 201", OBJECT, 0 },
  { torg_object_patch,        "Change it",                                  "",             PATCH,  "200",     OBJECT, 0 },
  { torg_object_delete,       "Delete it",                                  "last_modified", NONE,  "200",     OBJECT, 0 },
  { torg_attachment_get,      "The file of a record",                       "",             NONE,   "200 304", FILE,   0 },
  { torg_attachment_post,     "Give a record a file",                       "",             FORM,   "200 201", JSON,   0 },
  { torg_attachment_delete,   "Take the file from a record",                "",             NONE,   "204",     NONE,   0 },
  { torg_changes_get,         "Which collections have changed",             PAGE,           NONE,   "200 304", LIST,   0 },
  { torg_changes_head,        "How many collections there are",             PAGE,           NONE,   "200 304", NONE,   0 },
  { torg_changeset_get,       "All that is new in a collection",            CHANGESET,      NONE,   "200",     JSON,   0 },
  { torg_history_get,         "What was done in a bucket",                  PAGE " _fields", NONE,  "200 304", LIST,   WITH (history) },
  { torg_history_head,        "How much was done in a bucket",              PAGE,           NONE,   "200 304", NONE,   WITH (history) },
  { torg_history_delete,      "Forget what was done",                       PAGE,           NONE,   "200",     LIST,   WITH (history) },
  { torg_snapshot_get,        "A collection as it was",                     "_at " PAGE,    NONE,   "200 304", LIST,   WITH (history) },
  { torg_invitations_get,     "The invitations",                            "",             NONE,   "200",     JSON,   0 },
  { torg_invitations_post,    "Invite people",                              "",             JSON,   "201",     JSON,   0 },
  { torg_invitations_delete,  "Take an invitation back",                    "",             NONE,   "200",     JSON,   0 },
  { torg_join_post,           "Join by a code",                             "",             JSON,   "201",     JSON,   0 },
  { torg_admission_get,       "Who asks to join",                           "",             NONE,   "200",     JSON,   0 },
  { torg_admission_post,      "Ask to join",                                "",             JSON,   "201",     JSON,   0 },
  { torg_admission_accept,    "Let somebody join",                          "",             JSON,   "201",     JSON,   0 },
  { torg_admission_refuse,    "Do not let somebody join",                   "",             NONE,   "200",     JSON,   0 },
  { torg_monitoring_get,      "Figures for Prometheus",                     "",             NONE,   "200",     TEXT,   0 },
  { torg_personal_export,     "All that the service knows of the caller",   "",             NONE,   "200",     JSON,   0 },
  { torg_personal_erase,      "Forget the caller",                          "",             NONE,   "200",     JSON,   0 },
};
/* clang-format on */

/**
 * torg_operation_find:
 *
 * Returns: (nullable) (transfer none): what is told of a handler
 */
const TorgOperation *
torg_operation_find (TorgHandler handler)
{
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++) {
    if (operations[i].handler == handler)
      return &operations[i];
  }
  return NULL;
}

/**
 * torg_operation_is_there:
 *
 * Returns: whether the operator's settings have it
 */
gboolean
torg_operation_is_there (const TorgOperation *self, const TorgSettings *settings)
{
  return torg_settings_have (settings, self->setting);
}
