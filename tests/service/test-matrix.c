/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-audience.h"
#include "torg-route.h"
#include "torg-test-matrix.h"

/*
 * Every route and method, asked by every kind of caller, with every permission on everything that stands
 * around, and with some of them at a time: what is answered, and what is in the answer, is compared with
 * the oracle's opinion. All without HTTP, in transactions that are undone.
 *
 * Each object holds a mark of its own. Wherever a mark comes out, whatever was asked, its object must be
 * one that the caller may read.
 */

static void
note_asked (TestMatrix *self, const TorgRequest *request)
{
  const char *path = request->path + strlen ("/v1/");
  g_auto (GStrv) segments = *path == '\0' ? g_strsplit (" ", " ", 1) : g_strsplit (path, "/", -1);
  const TorgRoute *route = NULL;

  if (*path == '\0')
    *segments[0] = '\0';
  route = torg_route_find ((const char *const *) segments);
  g_assert_nonnull (route);
  g_hash_table_add (
    self->asked, g_strdup_printf ("%s %s", route->pattern, torg_method_get_name (request->method)));
}

/* Judging an answer */

static guint
expected_status (TestMatrix *self, const OracleCaller *caller, const OracleRow *row)
{
  if (oracle_allows (&self->world, caller, row))
    return row->status;
  return *caller->name == '\0' ? 401 : 403;
}

static gboolean
has (const TorgAnswer *answer, const char *text)
{
  gsize size = 0;
  const char *bytes = answer->bytes == NULL ? NULL : g_bytes_get_data (answer->bytes, &size);

  return (answer->body != NULL && strstr (answer->body->str, text) != NULL) ||
         (bytes != NULL && g_strstr_len (bytes, (gssize) size, text) != NULL);
}

/* What was deleted is told by its id, which is unique in a list; all else by its mark. */
static gboolean
shows (const OracleRow *row, const TorgAnswer *answer, guint object)
{
  g_autofree char *mark = test_matrix_mark (object);
  g_autofree char *id =
    g_strdup_printf ("\"id\":\"%s\"", strrchr (oracle_objects[object].uri, '/') + 1);

  return has (answer, g_str_has_prefix (row->request, "DELETE ") ? id : mark);
}

/* Nothing comes out anywhere that the caller may not read. */
static void
check_marks (TestMatrix *self,
             const OracleCaller *caller,
             const OracleRow *row,
             const TorgAnswer *answer)
{
  for (guint i = 0; i < n_oracle_objects; i++) {
    g_autofree char *mark = test_matrix_mark (i);

    if (has (answer, mark) && !oracle_may_see (&self->world, caller, oracle_objects[i].uri))
      test_matrix_complain (self, caller, row, "%s leaks: %s", oracle_objects[i].uri,
                            answer->body == NULL ? "" : answer->body->str);
  }
}

/* A changeset says something of the collection too; what a DELETE leaves alone is told nowhere. */
static gboolean
is_exact (const OracleRow *row)
{
  return g_str_has_prefix (row->request, "GET ") && strstr (row->request, "/changeset") == NULL;
}

/* A list has all that it shall have. */
static void
check_list (TestMatrix *self,
            const OracleCaller *caller,
            const OracleRow *row,
            const TorgAnswer *answer)
{
  const char *total = torg_answer_get_header (answer, "Total-Objects");
  guint n_expected = 0;

  for (guint i = 0; i < n_oracle_objects; i++) {
    gboolean expected = oracle_lists (&self->world, caller, row, oracle_objects[i].uri);

    n_expected += expected;
    if (!g_str_has_prefix (row->request, "HEAD ") && shows (row, answer, i) != expected &&
        (expected || is_exact (row)))
      test_matrix_complain (self, caller, row, "%s is%s in it: %s", oracle_objects[i].uri,
                            expected ? " not" : "", answer->body->str);
  }
  /* The administrator sees the forum as well; a file made one more entry of the history. */
  if (total != NULL && strstr (row->request, "history") == NULL &&
      g_ascii_strtoull (total, NULL, 10) != n_expected &&
      !(strcmp (oracle_path (row), "/buckets") == 0))
    test_matrix_complain (self, caller, row, "%s are counted, not %u", total, n_expected);
}

static void
check_changes (TestMatrix *self,
               const OracleCaller *caller,
               const OracleRow *row,
               const TorgAnswer *answer)
{
  for (guint i = 0; i < n_oracle_objects; i++) {
    const char *uri = oracle_objects[i].uri;
    g_auto (GStrv) steps = g_strsplit (uri, "/", -1);
    gboolean expected = oracle_may_follow (&self->world, caller, uri);
    g_autofree char *text = NULL;

    if (g_strv_length (steps) != 5 || strcmp (steps[3], "collections") != 0)
      continue;
    text = g_strdup_printf ("\"bucket\":\"%s\",\"collection\":\"%s\"", steps[2], steps[4]);
    if (has (answer, text) != expected)
      test_matrix_complain (self, caller, row, "%s is%s told of", uri, expected ? " not" : "");
  }
}

/* Exactly what is granted, or what the root gives on every bucket. */
static void
check_permissions (TestMatrix *self,
                   const OracleCaller *caller,
                   const OracleRow *row,
                   const TorgAnswer *answer)
{
  gboolean all = oracle_holds (&self->world, caller, "", "bucket:read") ||
                 oracle_holds (&self->world, caller, "", "bucket:write");

  for (guint i = 0; i < n_oracle_objects; i++) {
    const char *uri = oracle_objects[i].uri;
    g_autofree char *text = g_strdup_printf ("\"uri\":\"%s\"", uri);
    gboolean bucket = g_str_has_prefix (uri, "/buckets/") && strchr (uri + 9, '/') == NULL;
    gboolean expected = oracle_holds (&self->world, caller, uri, "") || (bucket && all);

    if (has (answer, text) != expected)
      test_matrix_complain (self, caller, row, "%s is%s listed", uri, expected ? " not" : "");
  }
}

/* Only who may write to the object itself learns who else may. */
static void
check_owners (TestMatrix *self,
              const OracleCaller *caller,
              const OracleRow *row,
              const TorgAnswer *answer)
{
  gboolean none = has (answer, "\"permissions\":{}");

  if (none == oracle_holds (&self->world, caller, oracle_path (row), "write"))
    test_matrix_complain (self, caller, row, "permissions: %s", answer->body->str);
}

static gboolean
is_one (const OracleRow *row)
{
  for (guint i = 0; i < n_oracle_objects; i++) {
    if (strcmp (oracle_path (row), oracle_objects[i].uri) == 0)
      return g_str_has_prefix (row->request, "GET ");
  }
  return FALSE;
}

static void
check (TestMatrix *self, const OracleCaller *caller, const OracleRow *row, const TorgAnswer *answer)
{
  guint expected = expected_status (self, caller, row);

  self->n_asked++;
  check_marks (self, caller, row, answer);
  if (answer->status != expected) {
    test_matrix_complain (self, caller, row, "%u was expected, not %u %s", expected, answer->status,
                          answer->body == NULL ? "" : answer->body->str);
    return;
  }
  if (expected != row->status || answer->status != 200)
    return;
  if (row->shared != NULL)
    check_list (self, caller, row, answer);
  else if (g_str_has_prefix (row->request, "GET /buckets/monitor"))
    check_changes (self, caller, row, answer);
  else if (strcmp (row->request, "GET /permissions") == 0)
    check_permissions (self, caller, row, answer);
  else if (is_one (row))
    check_owners (self, caller, row, answer);
}

/* Trying */

static void
ask (TestMatrix *self, const OracleCaller *caller, const OracleRow *row)
{
  g_autoptr (TorgRequest) request = test_matrix_request (self, caller, row);
  g_autoptr (TorgAnswer) answer = torg_service_dispatch (self->service, request);

  note_asked (self, request);
  check (self, caller, row, answer);
}

/* The same in a batch, where a path is not its own: the answer must be the same. */
static void
ask_in_batch (TestMatrix *self, const OracleCaller *caller, const OracleRow *row)
{
  g_autoptr (TorgRequest) request = test_matrix_request (self, caller, row);
  OracleRow batch = { "POST /batch", NULL, NULL, "*", NULL, NULL, 200 };
  g_autofree char *body = NULL;
  g_autofree char *status = NULL;
  g_autoptr (TorgRequest) whole = NULL;
  g_autoptr (TorgAnswer) answer = NULL;
  gsize size = 0;
  const char *inner = request->body == NULL ? "{}" : g_bytes_get_data (request->body, &size);

  body = g_strdup_printf (
    "{\"requests\":[{\"method\":\"%s\",\"path\":\"%s\",\"headers\":{%s},\"body\":%.*s}]}",
    torg_method_get_name (request->method), oracle_path (row),
    row->header == NULL                          ? ""
    : g_str_has_prefix (row->header, "If-Match") ? "\"If-Match\":\"\\\"1\\\"\""
                                                 : "\"If-None-Match\":\"*\"",
    size == 0 ? 2 : (int) size, inner);
  batch.body = body;
  whole = test_matrix_request (self, caller, &batch);
  answer = torg_service_dispatch (self->service, whole);
  status = g_strdup_printf ("{\"responses\":[{\"status\":%u,", expected_status (self, caller, row));
  check_marks (self, caller, row, answer);
  if (!has (answer, status))
    test_matrix_complain (self, caller, row, "in a batch %s was expected, not %s", status,
                          answer->body->str);
}

static gboolean
is_read (const OracleRow *row)
{
  return g_str_has_prefix (row->request, "GET ") || g_str_has_prefix (row->request, "HEAD ");
}

static gboolean
fits_batch (const OracleRow *row)
{
  return strchr ("*@#!", *row->need) == NULL && strstr (row->request, "/attachment") == NULL;
}

/* What is told to anyone has nothing to do with permissions, and some of it takes long. */
static gboolean
is_worth_asking (TestMatrix *self, const OracleRow *row)
{
  return self->world.n_grants == self->n_base || *row->need != '*' ||
         strstr (row->request, "permissions") != NULL || strstr (row->request, "monitor") != NULL;
}

/* Reads share one transaction; each write has its own, which is undone. */
static void
ask_all (TestMatrix *self, const OracleCaller *caller, guint first, guint step)
{
  test_matrix_begin (self);
  for (guint i = first; i < n_oracle_rows; i += step) {
    if (is_read (&oracle_rows[i]) && is_worth_asking (self, &oracle_rows[i]))
      ask (self, caller, &oracle_rows[i]);
  }
  for (guint i = 0; i < n_oracle_objects; i++) {
    const char *uri = oracle_objects[i].uri;
    g_autofree char *list = g_strconcat (uri, "/records", NULL);
    g_autoptr (TorgCaller) asker = test_matrix_sign_in (self, caller);
    gboolean may = FALSE;

    if (strstr (uri, "/collections/") != NULL && strstr (uri, "/records/") == NULL &&
        (!torg_audience_may_read (self->service, asker, list, &may, NULL) ||
         may != oracle_may_follow (&self->world, caller, uri)))
      test_matrix_complain (self, caller, &oracle_rows[0], "an event of %s", uri);
  }
  torg_service_rollback (self->service);
  for (guint i = first; i < n_oracle_rows; i += step) {
    if (!is_read (&oracle_rows[i])) {
      test_matrix_begin (self);
      ask (self, caller, &oracle_rows[i]);
      torg_service_rollback (self->service);
    }
    if (fits_batch (&oracle_rows[i]) && (i + first) % 3 == 0) {
      test_matrix_begin (self);
      ask_in_batch (self, caller, &oracle_rows[i]);
      torg_service_rollback (self->service);
    }
  }
}

/*
 * Every row is asked by one who is granted the permission by name. Other principals take the same road from
 * there on, and who does not have the permission may what he may without; a part of the rows, and always
 * another one, is enough for them.
 */
static const struct {
  const char *name;
  guint step;
} principals[] = {
  { "account:stranger",     1  },
  { "account:strange",      1  },
  { "/buckets/m/groups/h",  7  },
  { "system.Authenticated", 19 },
  { "system.Everyone",      19 },
};

static void
try_grant (TestMatrix *self, const char *uri, const char *permission, guint *turn)
{
  for (guint i = 0; i < G_N_ELEMENTS (principals); i++) {
    self->grants[self->n_base] =
      (OracleGrant) { uri, g_intern_string (permission), principals[i].name };
    self->world.n_grants = self->n_base + 1;
    for (guint j = 0; j < n_oracle_callers; j++) {
      guint step = oracle_is (&oracle_callers[j], principals[i].name) ? principals[i].step : 61;

      ask_all (self, &oracle_callers[j], (*turn)++ % step, step);
    }
  }
}

static void
try_object (TestMatrix *self, const char *uri, guint *turn)
{
  g_auto (GStrv) permissions = g_strsplit (oracle_permissions (uri), " ", -1);

  for (guint i = 0; permissions[i] != NULL; i++)
    try_grant (self, uri, permissions[i], turn);
}

static void
test_one (void)
{
  TestMatrix self;
  guint turn = 0;

  test_matrix_init (&self);
  for (guint i = 0; i < n_oracle_callers; i++)
    ask_all (&self, &oracle_callers[i], 0, 1);
  try_object (&self, "", &turn);
  for (guint i = 0; i < n_oracle_objects; i++)
    try_object (&self, oracle_objects[i].uri, &turn);
  g_test_message ("%u requests, %u wrong", self.n_asked, self.n_wrong);
  test_matrix_clear (&self);
}

static const char *
any_permission (GRand *rand, const char *uri)
{
  g_auto (GStrv) permissions = g_strsplit (oracle_permissions (uri), " ", -1);

  return g_intern_string (
    permissions[g_rand_int_range (rand, 0, (int) g_strv_length (permissions))]);
}

/* Some at a time: what one does not give, another may, and none takes away. */
static void
test_some (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestMatrix self;

  test_matrix_init (&self);
  g_test_message ("seed %u", seed);
  for (guint world = 0; world < 20; world++) {
    guint n = (guint) g_rand_int_range (rand, 2, MAX_TRIED + 1);

    for (guint i = 0; i < n; i++) {
      int at = g_rand_int_range (rand, -1, (int) n_oracle_objects);
      const char *uri = at < 0 ? "" : oracle_objects[at].uri;

      self.grants[self.n_base + i] =
        (OracleGrant) { uri, any_permission (rand, uri),
                        principals[g_rand_int_range (rand, 0, G_N_ELEMENTS (principals))].name };
    }
    self.world.n_grants = self.n_base + n;
    for (guint i = 0; i < n_oracle_callers; i++)
      ask_all (&self, &oracle_callers[i], world % 3, 3);
  }
  g_test_message ("%u requests, %u wrong", self.n_asked, self.n_wrong);
  test_matrix_clear (&self);
}

/* The oracle knows every route. */

static void
visit_cb (const TorgRoute *route, const char *name, gpointer data)
{
  TestMatrix *self = data;

  for (guint i = 0; i < TORG_N_METHODS; i++) {
    g_autofree char *key = g_strdup_printf ("%s %s", name, torg_method_get_name ((TorgMethod) i));

    if (route->handlers[i] == NULL || g_hash_table_contains (self->asked, key))
      continue;
    g_test_message ("nobody asks %s", key);
    g_test_fail ();
  }
}

static void
test_whole (void)
{
  TestMatrix self;

  test_matrix_init (&self);
  ask_all (&self, &oracle_callers[0], 0, 1);
  torg_route_foreach ("", visit_cb, &self);
  test_matrix_clear (&self);
}

/* What no route has is refused to everyone alike. */
static void
test_methods (void)
{
  TestMatrix self;

  test_matrix_init (&self);
  for (guint i = 0; i < n_oracle_rows * TORG_METHOD_OPTIONS; i++) {
    const char *method = torg_method_get_name ((TorgMethod) (i % TORG_METHOD_OPTIONS));
    const char *path = oracle_path (&oracle_rows[i / TORG_METHOD_OPTIONS]);
    g_autofree char *request = g_strdup_printf ("%s %s", method, path);
    OracleRow row = { request, NULL, NULL, "*", NULL, NULL, 405 };
    g_autoptr (TorgRequest) made = test_matrix_request (&self, &oracle_callers[4], &row);
    g_auto (GStrv) segments = g_strsplit (made->path + strlen ("/v1/"), "/", -1);
    const TorgRoute *route =
      segments[0] == NULL ? NULL : torg_route_find ((const char *const *) segments);
    g_autoptr (TorgAnswer) answer = NULL;

    if (route == NULL || route->handlers[made->method] != NULL)
      continue;
    answer = torg_service_dispatch (self.service, made);
    check (&self, &oracle_callers[4], &row, answer);
  }
  test_matrix_clear (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix/whole", test_whole);
  g_test_add_func ("/matrix/methods", test_methods);
  g_test_add_func ("/matrix/one", test_one);
  g_test_add_func ("/matrix/some", test_some);
  return g_test_run ();
}
