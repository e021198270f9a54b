/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-oracle.h"

#include <string.h>

#define ADMINS "/buckets/torg/groups/admins"

/* Two buckets and a collection whose names begin like another's, and ids that come more than once. */
const OracleObject oracle_objects[] = {
  { "/buckets/m",                          "owner"    },
  { "/buckets/m/groups/g",                 "owner"    },
  { "/buckets/m/groups/h",                 "owner"    },
  { "/buckets/m/collections/c",            "owner"    },
  { "/buckets/m/collections/c/records/r",  "owner"    },
  { "/buckets/m/collections/c/records/s",  "owner"    },
  { "/buckets/m/collections/d",            "owner"    },
  { "/buckets/m/collections/d/records/r",  "owner"    },
  { "/buckets/m0",                         NULL       },
  { "/buckets/m0/collections/c",           NULL       },
  { "/buckets/m0/collections/c/records/r", NULL       },
  { "/buckets/m/collections/c0",           NULL       },
  { "/buckets/m/collections/c0/records/r", NULL       },
  { "/accounts/admin",                     "admin"    },
  { "/accounts/member",                    "member"   },
  { "/accounts/owner",                     "owner"    },
  { "/accounts/stranger",                  "stranger" },
  { "/accounts/other",                     "other"    },
};
const guint n_oracle_objects = G_N_ELEMENTS (oracle_objects);

/* What `init` gives the administrators; what else follows from who made what. */
const OracleGrant oracle_base[] = {
  { "", "bucket:create",  ADMINS },
  { "", "account:create", ADMINS },
  { "", "account:write",  ADMINS },
};
const guint n_oracle_base = G_N_ELEMENTS (oracle_base);

#define EVERYONE " system.Everyone "
#define ANYBODY  " system.Everyone system.Authenticated "

const OracleCaller oracle_callers[] = {
  { "",         EVERYONE                                      },
  { "stranger", ANYBODY "account:stranger "                   },
  { "member",   ANYBODY "account:member /buckets/m/groups/h " },
  { "owner",    ANYBODY "account:owner "                      },
  { "admin",    ANYBODY "account:admin " ADMINS " "           },
};
const guint n_oracle_callers = G_N_ELEMENTS (oracle_callers);

static const struct {
  const char *kind;
  const char *permissions;
} kinds[] = {
  { "root",       "bucket:read bucket:write bucket:create account:read account:write account:create" },
  { "bucket",     "read write collection:create group:create"                                        },
  { "group",      "read write"                                                                       },
  { "collection", "read write record:create"                                                         },
  { "record",     "read write"                                                                       },
  { "account",    "read write"                                                                       },
};

/* Whole objects */
#define READ_BUCKET     "bucket/read bucket/write"
#define READ_COLLECTION READ_BUCKET " collection/read collection/write"
#define SEE_BUCKET      READ_BUCKET " bucket/collection:create bucket/group:create " LIST_BUCKETS
#define SEE_GROUP       READ_BUCKET " group/read group/write"
#define SEE_COLLECTION  READ_COLLECTION " collection/record:create"
#define SEE_RECORD      READ_COLLECTION " record/read record/write"
#define SEE_ACCOUNT     LIST_ACCOUNTS " account/read account/write"

#define CHANGE_BUCKET     "bucket/write root/bucket:write"
#define CHANGE_GROUP      "bucket/write group/write"
#define CHANGE_COLLECTION "bucket/write collection/write"
#define CHANGE_RECORD     "bucket/write collection/write record/write"
#define CHANGE_ACCOUNT    "account/write root/account:write"

#define CREATE_BUCKET     "root/bucket:create root/bucket:write"
#define CREATE_GROUP      "bucket/write bucket/group:create"
#define CREATE_COLLECTION "bucket/write bucket/collection:create"
#define CREATE_RECORD     "bucket/write collection/write collection/record:create"
#define CREATE_ACCOUNT    "root/account:create root/account:write"

#define LIST_BUCKETS  "root/bucket:read root/bucket:write"
#define LIST_ACCOUNTS "root/account:read root/account:write"

/* Lists: of all, of those that are shared, of none because one may add to it */
#define GROUPS READ_BUCKET, "group/read group/write", CREATE_GROUP
#define COLLECTIONS                                                                                \
  READ_BUCKET, "collection/read collection/write collection/record:create", CREATE_COLLECTION
#define RECORDS READ_COLLECTION, "record/read record/write", CREATE_RECORD
#define BUCKETS                                                                                    \
  LIST_BUCKETS, "bucket/read bucket/write bucket/collection:create bucket/group:create",           \
    CREATE_BUCKET
#define ACCOUNTS LIST_ACCOUNTS, "account/read account/write", CREATE_ACCOUNT

#define M "/buckets/m"
#define C M "/collections/c"
#define R C "/records"

#define ONLY_NEW "If-None-Match: *"
#define FORM     "Content-Type: multipart/form-data; boundary=b"
#define A_FILE                                                                                     \
  "--b\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a.txt\"\r\n"             \
  "Content-Type: text/plain\r\n\r\nnew\r\n--b--\r\n"

#define ANYONE    "*", NULL, NULL
#define SIGNED_IN "@", NULL, NULL
#define ADMIN     "#", NULL, NULL
#define OBJECT    NULL, NULL

/* clang-format off */
const OracleRow oracle_rows[] = {
  { "GET /",                                NULL, NULL, ANYONE, 200 },
  { "HEAD /",                               NULL, NULL, ANYONE, 200 },
  { "GET /__heartbeat__",                   NULL, NULL, ANYONE, 200 },
  { "HEAD /__heartbeat__",                  NULL, NULL, ANYONE, 200 },
  { "GET /__lbheartbeat__",                 NULL, NULL, ANYONE, 200 },
  { "HEAD /__lbheartbeat__",                NULL, NULL, ANYONE, 200 },
  { "GET /__version__",                     NULL, NULL, ANYONE, 200 },
  { "HEAD /__version__",                    NULL, NULL, ANYONE, 200 },
  { "GET /__api__",                         NULL, NULL, ANYONE, 200 },
  { "HEAD /__api__",                        NULL, NULL, ANYONE, 200 },
  { "GET /contribute.json",                 NULL, NULL, ANYONE, 200 },
  { "HEAD /contribute.json",                NULL, NULL, ANYONE, 200 },
  { "POST /__flush__",                      NULL, NULL, ANYONE, 404 },
  { "POST /batch",                          NULL, "{'requests':[]}", ANYONE, 200 },
  { "GET /events",                          NULL, NULL, "!", NULL, NULL, 200 },
  { "GET /permissions",                     NULL, NULL, ANYONE, 200 },
  { "HEAD /permissions",                    NULL, NULL, ANYONE, 200 },

  { "GET /accounts",                        NULL, NULL, ACCOUNTS, 200 },
  { "HEAD /accounts",                       NULL, NULL, ACCOUNTS, 200 },
  { "POST /accounts",                       NULL, "{'data':{'id':'new'}}", CREATE_ACCOUNT, OBJECT, 400 },
  { "POST /accounts",                       NULL, "{'data':{'id':'other'}}", SEE_ACCOUNT, OBJECT, 200 },
  { "DELETE /accounts",                     NULL, NULL, "root/account:write", "account/write", CREATE_ACCOUNT, 200 },
  { "GET /accounts/other",                  NULL, NULL, SEE_ACCOUNT, OBJECT, 200 },
  { "HEAD /accounts/other",                 NULL, NULL, SEE_ACCOUNT, OBJECT, 200 },
  { "PUT /accounts/other",                  NULL, "{}", CHANGE_ACCOUNT, OBJECT, 200 },
  { "PUT /accounts/other",                  ONLY_NEW, "{}", CREATE_ACCOUNT, OBJECT, 412 },
  { "PUT /accounts/new",                    NULL, "{}", CREATE_ACCOUNT, OBJECT, 400 },
  { "PATCH /accounts/other",                NULL, "{'data':{}}", CHANGE_ACCOUNT, OBJECT, 200 },
  { "DELETE /accounts/other",               NULL, NULL, CHANGE_ACCOUNT, OBJECT, 200 },
  { "DELETE /accounts/none",                NULL, NULL, LIST_ACCOUNTS, OBJECT, 404 },

  { "GET /buckets",                         NULL, NULL, BUCKETS, 200 },
  { "HEAD /buckets",                        NULL, NULL, BUCKETS, 200 },
  { "POST /buckets",                        NULL, "{'data':{'id':'new'}}", CREATE_BUCKET, OBJECT, 201 },
  { "POST /buckets",                        NULL, "{'data':{'id':'m'}}", SEE_BUCKET, OBJECT, 200 },
  { "DELETE /buckets",                      NULL, NULL, "root/bucket:write", "bucket/write", CREATE_BUCKET, 200 },
  { "GET " M,                               NULL, NULL, SEE_BUCKET, OBJECT, 200 },
  { "HEAD " M,                              NULL, NULL, SEE_BUCKET, OBJECT, 200 },
  { "GET /buckets/none",                    NULL, NULL, SEE_BUCKET, OBJECT, 404 },
  { "PUT " M,                               NULL, "{}", CHANGE_BUCKET, OBJECT, 200 },
  { "PUT " M,                               ONLY_NEW, "{}", CREATE_BUCKET, OBJECT, 412 },
  { "PUT /buckets/new",                     NULL, "{}", CREATE_BUCKET, OBJECT, 201 },
  { "PATCH " M,                             NULL, "{'data':{}}", CHANGE_BUCKET, OBJECT, 200 },
  { "PATCH /buckets/none",                  NULL, "{'data':{}}", LIST_BUCKETS, OBJECT, 404 },
  { "DELETE " M,                            NULL, NULL, CHANGE_BUCKET, OBJECT, 200 },
  { "DELETE /buckets/none",                 NULL, NULL, LIST_BUCKETS, OBJECT, 404 },

  { "GET " M "/groups",                     NULL, NULL, GROUPS, 200 },
  { "HEAD " M "/groups",                    NULL, NULL, GROUPS, 200 },
  { "POST " M "/groups",                    NULL, "{'data':{'id':'new'}}", CREATE_GROUP, OBJECT, 201 },
  { "POST " M "/groups",                    NULL, "{'data':{'id':'g'}}", SEE_GROUP, OBJECT, 200 },
  { "DELETE " M "/groups",                  NULL, NULL, CHANGE_BUCKET, "group/write", CREATE_GROUP, 200 },
  { "GET " M "/groups/g",                   NULL, NULL, SEE_GROUP, OBJECT, 200 },
  { "HEAD " M "/groups/g",                  NULL, NULL, SEE_GROUP, OBJECT, 200 },
  { "PUT " M "/groups/g",                   NULL, "{}", CHANGE_GROUP, OBJECT, 200 },
  { "PUT " M "/groups/g",                   ONLY_NEW, "{}", CREATE_GROUP, OBJECT, 412 },
  { "PUT " M "/groups/new",                 NULL, "{}", CREATE_GROUP, OBJECT, 201 },
  { "PATCH " M "/groups/g",                 NULL, "{'data':{}}", CHANGE_GROUP, OBJECT, 200 },
  { "PATCH " M "/groups/none",              NULL, "{'data':{}}", READ_BUCKET, OBJECT, 404 },
  { "DELETE " M "/groups/g",                NULL, NULL, CHANGE_GROUP, OBJECT, 200 },

  { "GET " M "/history",                    NULL, NULL, READ_BUCKET, "", NULL, 200 },
  { "HEAD " M "/history",                   NULL, NULL, READ_BUCKET, "", NULL, 200 },
  { "DELETE " M "/history",                 NULL, NULL, CHANGE_BUCKET, OBJECT, 200 },
  { "GET " M "/snapshot/collections/c@9999999999999", NULL, NULL, RECORDS, 200 },
  { "HEAD " M "/snapshot/collections/c@9999999999999", NULL, NULL, RECORDS, 200 },
  { "GET " M "/snapshot/collections/c@1",   NULL, NULL, RECORDS, 200 },

  { "GET " M "/collections",                NULL, NULL, COLLECTIONS, 200 },
  { "HEAD " M "/collections",               NULL, NULL, COLLECTIONS, 200 },
  { "POST " M "/collections",               NULL, "{'data':{'id':'new'}}", CREATE_COLLECTION, OBJECT, 201 },
  { "POST " M "/collections",               NULL, "{'data':{'id':'c'}}", SEE_COLLECTION, OBJECT, 200 },
  { "DELETE " M "/collections",             NULL, NULL, CHANGE_BUCKET, "collection/write", CREATE_COLLECTION, 200 },
  { "GET " C,                               NULL, NULL, SEE_COLLECTION, OBJECT, 200 },
  { "HEAD " C,                              NULL, NULL, SEE_COLLECTION, OBJECT, 200 },
  { "PUT " C,                               NULL, "{}", CHANGE_COLLECTION, OBJECT, 200 },
  { "PUT " C,                               ONLY_NEW, "{}", CREATE_COLLECTION, OBJECT, 412 },
  { "PUT " M "/collections/new",            NULL, "{}", CREATE_COLLECTION, OBJECT, 201 },
  { "PATCH " C,                             NULL, "{'data':{}}", CHANGE_COLLECTION, OBJECT, 200 },
  { "PATCH " M "/collections/none",         NULL, "{'data':{}}", READ_BUCKET, OBJECT, 404 },
  { "DELETE " C,                            NULL, NULL, CHANGE_COLLECTION, OBJECT, 200 },
  { "GET " C "/changeset?_expected=0",      NULL, NULL, SEE_COLLECTION, "record/read record/write", NULL, 200 },
  { "HEAD " C "/changeset?_expected=0",     NULL, NULL, SEE_COLLECTION, "record/read record/write", NULL, 200 },
  { "GET /buckets/monitor/collections/changes/records", NULL, NULL, ANYONE, 200 },
  { "HEAD /buckets/monitor/collections/changes/records", NULL, NULL, ANYONE, 200 },
  { "GET /buckets/monitor/collections/changes/changeset?_expected=0", NULL, NULL, ANYONE, 200 },

  { "GET " R,                               NULL, NULL, RECORDS, 200 },
  { "GET " R "?_since=0",                   NULL, NULL, RECORDS, 200 },
  { "GET " R "?like_mark=mark&_sort=mark",  NULL, NULL, RECORDS, 200 },
  { "HEAD " R,                              NULL, NULL, RECORDS, 200 },
  { "POST " R,                              NULL, "{'data':{'id':'new'}}", CREATE_RECORD, OBJECT, 201 },
  { "POST " R,                              NULL, "{}", CREATE_RECORD, OBJECT, 201 },
  { "POST " R,                              NULL, "{'data':{'id':'r'}}", SEE_RECORD, OBJECT, 200 },
  { "DELETE " R,                            NULL, NULL, CHANGE_COLLECTION, "record/write", CREATE_RECORD, 200 },
  { "GET " R "/r",                          NULL, NULL, SEE_RECORD, OBJECT, 200 },
  { "HEAD " R "/r",                         NULL, NULL, SEE_RECORD, OBJECT, 200 },
  { "GET " R "/none",                       NULL, NULL, READ_COLLECTION, OBJECT, 404 },
  { "GET " M "/collections/none/records",   NULL, NULL, READ_BUCKET, OBJECT, 404 },
  { "PUT " R "/r",                          NULL, "{}", CHANGE_RECORD, OBJECT, 200 },
  { "PUT " R "/r",                          ONLY_NEW, "{}", CREATE_RECORD, OBJECT, 412 },
  { "PUT " R "/new",                        NULL, "{}", CREATE_RECORD, OBJECT, 201 },
  { "PUT " R "/new",                        ONLY_NEW, "{}", CREATE_RECORD, OBJECT, 201 },
  { "PATCH " R "/r",                        NULL, "{'data':{}}", CHANGE_RECORD, OBJECT, 200 },
  { "PATCH " R "/r",                        "If-Match: \"1\"", "{'data':{}}", CHANGE_RECORD, OBJECT, 412 },
  { "PATCH " R "/none",                     NULL, "{'data':{}}", READ_COLLECTION, OBJECT, 404 },
  { "DELETE " R "/r",                       NULL, NULL, CHANGE_RECORD, OBJECT, 200 },
  { "DELETE " R "/none",                    NULL, NULL, READ_COLLECTION, OBJECT, 404 },
  { "GET " R "/r/attachment",               NULL, NULL, SEE_RECORD, OBJECT, 200 },
  { "HEAD " R "/r/attachment",              NULL, NULL, SEE_RECORD, OBJECT, 200 },
  { "GET " R "/s/attachment",               NULL, NULL, SEE_RECORD, OBJECT, 404 },
  { "POST " R "/r/attachment",              FORM, A_FILE, CHANGE_RECORD, OBJECT, 200 },
  { "POST " R "/new/attachment",            FORM, A_FILE, CREATE_RECORD, OBJECT, 201 },
  { "DELETE " R "/r/attachment",            NULL, NULL, CHANGE_RECORD, OBJECT, 204 },

  { "GET /torg/invitations",                NULL, NULL, ADMIN, 200 },
  { "POST /torg/invitations",               NULL, "{'uses':'many'}", ADMIN, 400 },
  { "DELETE /torg/invitations/none",        NULL, NULL, ADMIN, 404 },
  { "POST /torg/join",                      NULL, "{}", ANYONE, 400 },
  { "GET /torg/requests",                   NULL, NULL, ADMIN, 200 },
  { "POST /torg/requests",                  NULL, "{}", ANYONE, 400 },
  { "POST /torg/requests/none/accept",      NULL, "{}", ADMIN, 404 },
  { "POST /torg/requests/none/refuse",      NULL, NULL, ADMIN, 404 },
  { "GET /torg/metrics",                    NULL, NULL, ADMIN, 200 },
  { "POST /torg/export-me",                 NULL, NULL, SIGNED_IN, 200 },
  { "POST /torg/erase-me",                  NULL, NULL, SIGNED_IN, 200 },
};
/* clang-format on */
const guint n_oracle_rows = G_N_ELEMENTS (oracle_rows);

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

/* `/buckets/m/groups/g` is a group, since that is what the list before the id has. */
static const char *
kind_of (const char *uri)
{
  g_auto (GStrv) steps = g_strsplit (uri, "/", -1);
  guint n = g_strv_length (steps);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && n >= 2; i++) {
    if (g_str_has_prefix (steps[n - 2], kinds[i].kind))
      return kinds[i].kind;
  }
  return "root";
}

const char *
oracle_permissions (const char *uri)
{
  const char *kind = kind_of (uri);
  guint i = 0;

  while (strcmp (kinds[i].kind, kind) != 0)
    i++;
  return kinds[i].permissions;
}

gboolean
oracle_is (const OracleCaller *caller, const char *principal)
{
  return has_word (caller->principals, principal);
}

static gboolean
is_on_path (const char *uri, const char *path)
{
  gsize length = strlen (uri);

  return strncmp (uri, path, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

/* Whether one grant among all gives one of @words on what @path passes through. */
static gboolean
gives (const OracleGrant *grant, const OracleCaller *caller, const char *path, const char *words)
{
  g_autofree char *word = g_strconcat (kind_of (grant->uri), "/", grant->permission, NULL);

  return is_on_path (grant->uri, path) && oracle_is (caller, grant->principal) &&
         has_word (words, word);
}

static gboolean
may (const OracleWorld *world, const OracleCaller *caller, const char *path, const char *words)
{
  for (guint i = 0; i < world->n_grants; i++) {
    if (gives (&world->grants[i], caller, path, words))
      return TRUE;
  }
  return FALSE;
}

gboolean
oracle_holds (const OracleWorld *world,
              const OracleCaller *caller,
              const char *uri,
              const char *permission)
{
  for (guint i = 0; i < world->n_grants; i++) {
    const OracleGrant *grant = &world->grants[i];

    if (strcmp (grant->uri, uri) == 0 && oracle_is (caller, grant->principal) &&
        (*permission == '\0' || strcmp (grant->permission, permission) == 0))
      return TRUE;
  }
  return FALSE;
}

gboolean
oracle_may_see (const OracleWorld *world, const OracleCaller *caller, const char *uri)
{
  static const char *const needs[][2] = {
    { "bucket",     SEE_BUCKET     },
    { "group",      SEE_GROUP      },
    { "collection", SEE_COLLECTION },
    { "record",     SEE_RECORD     },
    { "account",    SEE_ACCOUNT    },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++) {
    if (strcmp (kind_of (uri), needs[i][0]) == 0)
      return may (world, caller, uri, needs[i][1]);
  }
  return FALSE;
}

/* Whether the caller is told when anything in the collection changes: he may read all that is in it. */
gboolean
oracle_may_follow (const OracleWorld *world, const OracleCaller *caller, const char *uri)
{
  return strcmp (kind_of (uri), "collection") == 0 && may (world, caller, uri, READ_COLLECTION);
}

/* Whether a history tells the caller what happened to the object. */
gboolean
oracle_tells (const OracleWorld *world, const OracleCaller *caller, const char *uri)
{
  if (!is_on_path (M, uri))
    return FALSE;
  return may (world, caller, uri,
              READ_COLLECTION " group/read group/write record/read record/write");
}

const char *
oracle_path (const OracleRow *row)
{
  return strchr (row->request, ' ') + 1;
}

/* What a row asks for, without a query; a changeset and a snapshot have records, and a POST names an id. */
static char *
target_of (const OracleRow *row)
{
  g_auto (GStrv) parts = g_strsplit (oracle_path (row), "?", 2);
  g_auto (GStrv) words = g_strsplit (row->body == NULL ? "" : row->body, "'", -1);

  if (strstr (parts[0], "/changeset") != NULL || strstr (parts[0], "/snapshot") != NULL)
    return g_strdup (R);
  if (g_str_has_prefix (row->request, "POST ") && g_strv_length (words) > 5)
    return g_strconcat (parts[0], "/", words[5], NULL);
  return g_strdup (parts[0]);
}

static gboolean
is_child (const char *uri, const char *list)
{
  return is_on_path (list, uri) && strlen (uri) > strlen (list) &&
         strchr (uri + strlen (list) + 1, '/') == NULL;
}

static gboolean
reaches (const OracleWorld *world,
         const OracleCaller *caller,
         const OracleRow *row,
         const char *uri)
{
  g_autofree char *list = target_of (row);
  gboolean whole = strstr (row->request, "/changeset") != NULL
                     ? may (world, caller, list, READ_COLLECTION)
                     : may (world, caller, list, row->need);

  if (g_str_has_suffix (list, "/history"))
    return oracle_tells (world, caller, uri);
  return is_child (uri, list) && (whole || may (world, caller, uri, row->shared));
}

/* A snapshot of long ago is empty, whoever asks. */
gboolean
oracle_lists (const OracleWorld *world,
              const OracleCaller *caller,
              const OracleRow *row,
              const char *uri)
{
  return !g_str_has_suffix (row->request, "@1") && reaches (world, caller, row, uri);
}

static gboolean
is_heard (const OracleWorld *world, const OracleCaller *caller)
{
  for (guint i = 0; i < world->n_grants; i++) {
    if (strcmp (world->grants[i].principal, "system.Everyone") == 0)
      return TRUE;
  }
  return *caller->name != '\0';
}

static gboolean
has_any (const OracleWorld *world, const OracleCaller *caller, const OracleRow *row)
{
  for (guint i = 0; i < n_oracle_objects; i++) {
    if (reaches (world, caller, row, oracle_objects[i].uri))
      return TRUE;
  }
  return FALSE;
}

gboolean
oracle_allows (const OracleWorld *world, const OracleCaller *caller, const OracleRow *row)
{
  g_autofree char *path = target_of (row);
  /* Who signs up may not see who did before. */
  gboolean stranger = *caller->name == '\0' && strcmp (path, "/accounts") == 0;

  switch (*row->need) {
  case '*':
    return TRUE;
  case '@':
    return *caller->name != '\0';
  case '#':
    return oracle_is (caller, ADMINS);
  case '!':
    return is_heard (world, caller);
  default:
    break;
  }
  if (may (world, caller, path, row->need))
    return TRUE;
  if (strstr (row->request, "/changeset") != NULL || row->shared == NULL)
    return FALSE;
  return has_any (world, caller, row) ||
         (row->creates != NULL && !stranger && may (world, caller, path, row->creates));
}
