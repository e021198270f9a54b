/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Who may do what, told once more and in another way than the service does: a world of objects, what is
 * granted in it, and for each request the permissions of which any one is enough.
 */

typedef struct {
  const char *uri;
  const char *owner; /* (nullable): the account that made it */
} OracleObject;

extern const OracleObject oracle_objects[];
extern const guint n_oracle_objects;

typedef struct {
  const char *uri;
  const char *permission;
  const char *principal;
} OracleGrant;

/* Granted before anything is tried. */
extern const OracleGrant oracle_base[];
extern const guint n_oracle_base;

/* The permissions that there are on a kind of object, with spaces between. */
const char *oracle_permissions (const char *uri);

typedef struct {
  const char *name; /* of the account; "" for who does not sign in */
  const char *principals;
} OracleCaller;

extern const OracleCaller oracle_callers[];
extern const guint n_oracle_callers;

/**
 * OracleRow:
 * @request: method and path
 * @header: (nullable): `Name: value`
 * @body: (nullable): sent as JSON; single quotes stand for double ones
 * @need: `kind/permission` on what the path passes through, of which any is enough; `*` for anyone, `@` for
 *   who is signed in, `#` for an administrator, `!` where anything is granted to the caller's like
 * @shared: (nullable): of a list: what on one of its objects is enough to get that one
 * @creates: (nullable): of a list: what is enough to get an empty one
 * @status: what is answered then
 */
typedef struct {
  const char *request;
  const char *header;
  const char *body;
  const char *need;
  const char *shared;
  const char *creates;
  guint status;
} OracleRow;

extern const OracleRow oracle_rows[];
extern const guint n_oracle_rows;

/* Everything that is granted: the base and @grants. */
typedef struct {
  const OracleGrant *grants;
  guint n_grants;
} OracleWorld;

gboolean oracle_is (const OracleCaller *caller, const char *principal);
gboolean oracle_holds (const OracleWorld *world,
                       const OracleCaller *caller,
                       const char *uri,
                       const char *permission);
gboolean oracle_may_see (const OracleWorld *world, const OracleCaller *caller, const char *uri);
gboolean oracle_may_follow (const OracleWorld *world, const OracleCaller *caller, const char *uri);
gboolean oracle_allows (const OracleWorld *world, const OracleCaller *caller, const OracleRow *row);
gboolean oracle_lists (const OracleWorld *world,
                       const OracleCaller *caller,
                       const OracleRow *row,
                       const char *uri);
gboolean oracle_tells (const OracleWorld *world, const OracleCaller *caller, const char *uri);

const char *oracle_path (const OracleRow *row);

G_END_DECLS
