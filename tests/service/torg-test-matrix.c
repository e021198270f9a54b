/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-matrix.h"

#include <string.h>

#include "torg-accounts.h"
#include "torg-seed.h"
#include "torg-test-service.h"

/* The world */

char *
test_matrix_mark (guint object)
{
  return g_strdup_printf ("mark-%02u!", object);
}

static void
add_base (TestMatrix *self, const char *uri, const char *permission, const char *principal)
{
  self->grants[self->n_base++] = (OracleGrant) { uri, permission, principal };
}

static void
make_object (TestMatrix *self, guint i)
{
  const OracleObject *object = &oracle_objects[i];
  gboolean account = g_str_has_prefix (object->uri, "/accounts/");
  g_autofree char *user =
    object->owner == NULL ? NULL : g_strconcat ("account:", object->owner, NULL);
  g_autoptr (TorgCaller) caller = torg_caller_new_trusted (account ? NULL : user);
  g_autofree char *path = g_strconcat ("/v1", object->uri, NULL);
  g_autoptr (TorgRequest) request =
    torg_request_new (account ? TORG_METHOD_PATCH : TORG_METHOD_PUT, path, caller);
  g_autofree char *mark = test_matrix_mark (i);
  g_autofree char *body =
    g_strdup_printf ("{\"data\":{\"mark\":\"%s\"%s}}", mark,
                     g_str_has_suffix (path, "/h") ? ",\"members\":[\"account:member\"]" : "");
  g_autoptr (TorgAnswer) answer = NULL;

  request->body = g_bytes_new (body, strlen (body));
  torg_request_set_header (request, "Content-Type", "application/json");
  answer = torg_service_dispatch (self->service, request);
  g_assert_cmpuint (answer->status, ==, account ? 200 : 201);
  if (user != NULL)
    add_base (self, object->uri, "write", g_intern_string (user));
}

static void
attach_file (TestMatrix *self)
{
  static const char form[] =
    "--b\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a\"\r\n\r\n"
    "mark-04!\r\n--b--\r\n";
  g_autoptr (TorgCaller) caller = torg_caller_new_trusted ("account:owner");
  g_autoptr (TorgRequest) request =
    torg_request_new (TORG_METHOD_POST, "/v1/buckets/m/collections/c/records/r/attachment", caller);
  g_autoptr (TorgAnswer) answer = NULL;

  request->body = g_bytes_new_static (form, strlen (form));
  torg_request_set_header (request, "Content-Type", "multipart/form-data; boundary=b");
  answer = torg_service_dispatch (self->service, request);
  g_assert_cmpuint (answer->status, ==, 200);
}

static void
make_world (TestMatrix *self)
{
  static const char *const admins[] = { "admins", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (GError) error = NULL;

  torg_service_begin (self->service, &error);
  g_assert_no_error (error);
  torg_seed_forum (self->service, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_oracle_base; i++)
    add_base (self, oracle_base[i].uri, oracle_base[i].permission, oracle_base[i].principal);
  for (guint i = 0; i < n_oracle_objects; i++) {
    const char *uri = oracle_objects[i].uri;
    const char *name = uri + strlen ("/accounts/");

    if (g_str_has_prefix (uri, "/accounts/"))
      torg_seed_account (self->service, name, "a secret",
                         strcmp (name, "admin") == 0 ? admins : none, &error);
    g_assert_no_error (error);
    make_object (self, i);
  }
  attach_file (self);
  torg_service_commit (self->service, &error);
  g_assert_no_error (error);
}

void
test_matrix_init (TestMatrix *self)
{
  g_autoptr (GError) error = NULL;

  memset (self, 0, sizeof *self);
  self->folder = g_dir_make_tmp ("torg-matrix-XXXXXX", NULL);
  self->service = torg_service_open (self->folder, NULL, &error);
  g_assert_no_error (error);
  self->grants = g_new0 (OracleGrant, n_oracle_base + n_oracle_objects + MAX_TRIED);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  make_world (self);
  self->world = (OracleWorld) { self->grants, self->n_base };
}

void
test_matrix_clear (TestMatrix *self)
{
  torg_service_close (self->service);
  test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->grants);
  g_hash_table_unref (self->asked);
}

/* Grants on one object and permission are set together: what is tried comes beside what is there. */
static void
store_grant (TestMatrix *self, const OracleGrant *grant)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) principals = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->world.n_grants; i++) {
    const OracleGrant *other = &self->world.grants[i];

    if (strcmp (other->uri, grant->uri) == 0 && strcmp (other->permission, grant->permission) == 0)
      g_strv_builder_add (builder, other->principal);
  }
  principals = g_strv_builder_end (builder);
  torg_storage_set_grants (torg_service_get_storage (self->service), grant->uri, grant->permission,
                           (const char *const *) principals, &error);
  g_assert_no_error (error);
}

void
test_matrix_begin (TestMatrix *self)
{
  g_autoptr (GError) error = NULL;

  torg_service_begin (self->service, &error);
  g_assert_no_error (error);
  for (guint i = self->n_base; i < self->world.n_grants; i++)
    store_grant (self, &self->world.grants[i]);
}

/* Asking */

TorgCaller *
test_matrix_sign_in (TestMatrix *self, const OracleCaller *caller)
{
  g_autoptr (GError) error = NULL;
  TorgCaller *self_caller =
    *caller->name == '\0'
      ? torg_caller_new (NULL, NULL)
      : torg_accounts_get_caller (torg_service_get_accounts (self->service), caller->name, &error);

  g_assert_no_error (error);
  return self_caller;
}

TorgRequest *
test_matrix_request (TestMatrix *self, const OracleCaller *caller, const OracleRow *row)
{
  g_autoptr (TorgCaller) asker = test_matrix_sign_in (self, caller);
  g_auto (GStrv) words = g_strsplit (row->request, " ", 2);
  g_autofree char *uri = g_strconcat ("/v1", words[1], NULL);
  TorgRequest *request = torg_request_new (torg_method_from_name (words[0]), "", asker);
  g_autoptr (GString) body = g_string_new (row->body);

  torg_request_set_uri (request, uri);
  if (row->body != NULL) {
    if (*row->body == '{')
      g_string_replace (body, "'", "\"", 0);
    request->body = g_string_free_to_bytes (g_steal_pointer (&body));
    torg_request_set_header (request, "Content-Type", "application/json");
  }
  if (row->header != NULL) {
    g_auto (GStrv) header = g_strsplit (row->header, ": ", 2);

    torg_request_set_header (request, header[0], header[1]);
  }
  return request;
}

static char *
print_world (TestMatrix *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = self->n_base; i < self->world.n_grants; i++)
    g_string_append_printf (text, "[%s %s %s]", self->grants[i].uri, self->grants[i].permission,
                            self->grants[i].principal);
  return g_string_free_and_steal (text);
}

void
test_matrix_complain (TestMatrix *self,
                      const OracleCaller *caller,
                      const OracleRow *row,
                      const char *format,
                      ...)
{
  g_autofree char *world = print_world (self);
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (self->n_wrong++ < 40)
    g_test_message ("%s: \"%s\" asks %s %s %s: %s", world, caller->name, row->request, row->header,
                    row->body, words);
  g_test_fail ();
}
