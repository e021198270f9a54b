/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-route.h"

#include <string.h>

#include "torg-attachment.h"
#include "torg-batch.h"
#include "torg-broadcast.h"
#include "torg-changes.h"
#include "torg-changeset.h"
#include "torg-flush.h"
#include "torg-forum.h"
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

#define GET_ONLY(handler) { [TORG_METHOD_GET] = (handler), [TORG_METHOD_HEAD] = (handler) }

#define LIST                                                                                       \
  { [TORG_METHOD_GET] = torg_list_get,                                                             \
    [TORG_METHOD_HEAD] = torg_list_head,                                                           \
    [TORG_METHOD_POST] = torg_list_post,                                                           \
    [TORG_METHOD_DELETE] = torg_list_delete }

#define OBJECT                                                                                     \
  { [TORG_METHOD_GET] = torg_object_get,                                                           \
    [TORG_METHOD_HEAD] = torg_object_get,                                                          \
    [TORG_METHOD_PUT] = torg_object_put,                                                           \
    [TORG_METHOD_PATCH] = torg_object_patch,                                                       \
    [TORG_METHOD_DELETE] = torg_object_delete }

/* Whom a route answers. */
#define ADMINS      .caller = TORG_GROUP_ADMINS
#define ADMINS_READ .caller = TORG_GROUP_ADMINS, .open = 1U << TORG_METHOD_POST
#define ACCOUNTS    .caller = "system.Authenticated"
#define STRANGERS   .strangers = TRUE

#define PERMISSIONS                                                                                \
  { [TORG_METHOD_GET] = torg_permissions_get, [TORG_METHOD_HEAD] = torg_permissions_head }

#define HISTORY                                                                                    \
  { [TORG_METHOD_GET] = torg_history_get,                                                          \
    [TORG_METHOD_HEAD] = torg_history_head,                                                        \
    [TORG_METHOD_DELETE] = torg_history_delete }
#define ATTACHMENT                                                                                 \
  { [TORG_METHOD_GET] = torg_attachment_get,                                                       \
    [TORG_METHOD_HEAD] = torg_attachment_get,                                                      \
    [TORG_METHOD_POST] = torg_attachment_post,                                                     \
    [TORG_METHOD_DELETE] = torg_attachment_delete }

/* clang-format off */
static const TorgRoute routes[] = {
  { "",                                 TORG_RESOURCE_NONE,       GET_ONLY (torg_utility_hello) },
  { "__heartbeat__",                    TORG_RESOURCE_NONE,       GET_ONLY (torg_utility_heartbeat) },
  { "__lbheartbeat__",                  TORG_RESOURCE_NONE,       GET_ONLY (torg_utility_lbheartbeat) },
  { "__version__",                      TORG_RESOURCE_NONE,       GET_ONLY (torg_utility_version) },
  { "__api__",                          TORG_RESOURCE_NONE,       GET_ONLY (torg_openapi_get) },
  { "contribute.json",                  TORG_RESOURCE_NONE,       GET_ONLY (torg_utility_contribute) },
  { "__flush__",                        TORG_RESOURCE_NONE,       { [TORG_METHOD_POST] = torg_flush_post } },
  { "batch",                            TORG_RESOURCE_NONE,       { [TORG_METHOD_POST] = torg_batch_post } },
  { "events",                           TORG_RESOURCE_NONE,       { [TORG_METHOD_GET] = torg_broadcast_get } },
  { "permissions",                      TORG_RESOURCE_NONE,       PERMISSIONS },
  { "accounts",                         TORG_RESOURCE_ACCOUNT,    LIST },
  { "accounts/*",                       TORG_RESOURCE_ACCOUNT,    OBJECT },
  { "buckets",                          TORG_RESOURCE_BUCKET,     LIST },
  { "buckets/*",                        TORG_RESOURCE_BUCKET,     OBJECT },
  { "buckets/*/groups",                 TORG_RESOURCE_GROUP,      LIST },
  { "buckets/*/groups/*",               TORG_RESOURCE_GROUP,      OBJECT },
  { "buckets/*/history",                TORG_RESOURCE_HISTORY,    HISTORY },
  { "buckets/*/snapshot/collections/*", TORG_RESOURCE_RECORD,     GET_ONLY (torg_snapshot_get) },
  { "buckets/*/collections",            TORG_RESOURCE_COLLECTION, LIST },
  { "buckets/*/collections/*",          TORG_RESOURCE_COLLECTION, OBJECT },
  { "buckets/*/collections/*/changeset", TORG_RESOURCE_NONE,      GET_ONLY (torg_changeset_get) },
  { "buckets/monitor/collections/changes/records", TORG_RESOURCE_NONE, { [TORG_METHOD_GET] = torg_changes_get, [TORG_METHOD_HEAD] = torg_changes_head } },
  { "buckets/*/collections/*/records",  TORG_RESOURCE_RECORD,     LIST },
  { "buckets/*/collections/*/records/*", TORG_RESOURCE_RECORD,    OBJECT },
  { "torg/invitations",       TORG_RESOURCE_NONE, { [TORG_METHOD_GET] = torg_invitations_get, [TORG_METHOD_POST] = torg_invitations_post }, ADMINS },
  { "torg/invitations/*",     TORG_RESOURCE_NONE, { [TORG_METHOD_DELETE] = torg_invitations_delete }, ADMINS },
  { "torg/join",              TORG_RESOURCE_NONE, { [TORG_METHOD_POST] = torg_join_post }, STRANGERS },
  { "torg/requests",          TORG_RESOURCE_NONE, { [TORG_METHOD_GET] = torg_admission_get, [TORG_METHOD_POST] = torg_admission_post }, ADMINS_READ, STRANGERS },
  { "torg/requests/*/accept", TORG_RESOURCE_NONE, { [TORG_METHOD_POST] = torg_admission_accept }, ADMINS },
  { "torg/metrics",           TORG_RESOURCE_NONE, { [TORG_METHOD_GET] = torg_monitoring_get }, ADMINS },
  { "torg/export-me",         TORG_RESOURCE_NONE, { [TORG_METHOD_POST] = torg_personal_export }, ACCOUNTS },
  { "torg/erase-me",          TORG_RESOURCE_NONE, { [TORG_METHOD_POST] = torg_personal_erase }, ACCOUNTS },
  { "torg/requests/*/refuse", TORG_RESOURCE_NONE, { [TORG_METHOD_POST] = torg_admission_refuse }, ADMINS },
  { "buckets/*/collections/*/records/*/attachment", TORG_RESOURCE_RECORD, ATTACHMENT, .part = TRUE },
};
/* clang-format on */

/* Compares the segments with a pattern, without taking the pattern apart. */
static gboolean
matches (const char *pattern, const char *const *segments)
{
  for (; *segments != NULL; segments++) {
    gsize length = strcspn (pattern, "/");
    gboolean any = length == 1 && *pattern == '*';

    if (!any && (strlen (*segments) != length || memcmp (*segments, pattern, length) != 0))
      return FALSE;
    pattern += length;
    if (*pattern == '/')
      pattern++;
    else if (segments[1] != NULL)
      return FALSE;
  }
  return *pattern == '\0';
}

/**
 * torg_route_find:
 * @segments: the decoded segments of a path, without the version
 *
 * Returns: (nullable): who answers there
 */
const TorgRoute *
torg_route_find (const char *const *segments)
{
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++) {
    if (matches (routes[i].pattern, segments))
      return &routes[i];
  }
  return NULL;
}

/**
 * torg_route_dup_methods:
 *
 * Returns: (transfer full): the methods allowed there, with commas between
 */
char *
torg_route_dup_methods (const TorgRoute *self)
{
  GString *methods = g_string_new (NULL);

  for (guint i = 0; i < TORG_N_METHODS; i++) {
    if (self->handlers[i] != NULL || i == TORG_METHOD_OPTIONS)
      g_string_append_printf (methods, "%s%s", methods->len > 0 ? "," : "",
                              torg_method_get_name ((TorgMethod) i));
  }
  return g_string_free_and_steal (methods);
}

/**
 * torg_route_takes_strangers:
 * @path: of a request, with the version
 *
 * Returns: whether a body is worth reading there whoever sends it
 */
gboolean
torg_route_takes_strangers (const char *path)
{
  g_auto (GStrv) segments = NULL;
  const TorgRoute *route = NULL;

  if (!g_str_has_prefix (path, "/v1/"))
    return FALSE;
  segments = g_strsplit (path + strlen ("/v1/"), "/", 8);
  route = torg_route_find ((const char *const *) segments);
  return route != NULL && route->strangers;
}

/**
 * torg_route_foreach:
 * @folder: where patterns begin, with a slash at the end
 *
 * Tells of every route there.
 */
void
torg_route_foreach (const char *folder, TorgRouteVisitor visit, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++) {
    if (g_str_has_prefix (routes[i].pattern, folder))
      visit (&routes[i], routes[i].pattern + strlen (folder), data);
  }
}
