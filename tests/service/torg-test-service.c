/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-service.h"

#include <glib/gstdio.h>
#include <string.h>

#include "torg-json.h"
#include "torg-seed.h"

static const struct {
  const char *name;
  const char *groups;
} people[] = {
  { "ada",  "admins members"                },
  { "eva",  "editors contributors members"  },
  { "kari", "contributors members org-no-1" },
  { "ola",  "members"                       },
  { "per",  ""                              },
};

static gboolean
add_people (TorgService *service, gpointer data, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++) {
    g_autofree char *password = g_strconcat (people[i].name, people[i].name, NULL);
    g_auto (GStrv) groups = g_strsplit (people[i].groups, " ", -1);

    if (!torg_seed_account (service, people[i].name, password, (const char *const *) groups, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
choose (TorgService *service, const char *settings, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (settings, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_auto (GStrv) pair = g_strsplit (lines[i], "=", 2);

    if (!torg_settings_set (torg_service_get_settings (service), pair[0], pair[1], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
set_up (TorgService *service, gpointer data, GError **error)
{
  TorgSettings *settings = torg_service_get_settings (service);

  /* Their passwords are shorter than those of others may be. */
  return torg_settings_set (settings, "password-min", "1", error) &&
         add_people (service, NULL, error) &&
         torg_settings_set (settings, "password-min", "8", error) && choose (service, data, error);
}

/* Tests ask more often than anyone else; otherwise it is as shipped, or compresses by itself. */
static void
put_nginx_in_front (TestService *self)
{
  static const char *const plain[] = { "rate=100r/s", "rate=100000r/s", NULL };
  static const char *const gzip[] = {
    "rate=100r/s", "rate=100000r/s", "gzip off;",
    "gzip on; gzip_min_length 1; gzip_proxied any; gzip_types application/json;", NULL
  };
  g_autoptr (GUri) uri = g_uri_parse (torg_server_get_url (self->server), G_URI_FLAGS_NONE, NULL);
  g_autofree char *upstream = g_strdup_printf ("127.0.0.1:%d", g_uri_get_port (uri));

  self->nginx =
    test_nginx_new (upstream, strcmp (g_getenv ("TORG_TEST_NGINX"), "gzip") == 0 ? gzip : plain);
}

static void
start (TestService *self, TorgServerSetup setup, const char *settings)
{
  g_autoptr (GError) error = NULL;

  self->server = torg_server_start (self->folder, 0, setup, (gpointer) settings, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->nginx, test_nginx_free);
  if (g_getenv ("TORG_TEST_NGINX") != NULL)
    put_nginx_in_front (self);
}

/* With settings, `key=value` a line. */
TestService *
test_service_new_with (const char *settings)
{
  TestService *self = g_new0 (TestService, 1);

  self->folder = g_dir_make_tmp ("torg-service-XXXXXX", NULL);
  self->session = soup_session_new ();
  start (self, set_up, settings);
  return self;
}

TestService *
test_service_new (void)
{
  return test_service_new_with ("");
}

/* The same folder, as after a restart of the machine. */
void
test_service_restart (TestService *self)
{
  soup_session_abort (self->session);
  g_clear_pointer (&self->server, torg_server_stop);
  start (self, NULL, NULL);
}

void
test_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_unlink (path) != 0)
      test_folder_remove (path);
  }
  g_rmdir (folder);
}

void
test_service_free (TestService *self)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->nginx, test_nginx_free);
  g_clear_pointer (&self->server, torg_server_stop);
  test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->etag);
  g_free (self);
}

/* Where to ask: at nginx where there is one. */
const char *
test_service_get_url (TestService *self)
{
  return self->nginx != NULL ? self->nginx->url : torg_server_get_url (self->server);
}

/* The certificate was made for the test, and nobody vouches for it. */
static gboolean
accept_cb (SoupMessage *message, GTlsCertificate *certificate, GTlsCertificateFlags errors)
{
  return TRUE;
}

static void
add_headers (SoupMessage *message, const char *user, const char *headers)
{
  SoupMessageHeaders *to = soup_message_get_request_headers (message);
  g_auto (GStrv) lines = g_strsplit (headers == NULL ? "" : headers, "\n", -1);

  if (*user != '\0') {
    g_autofree char *both = g_strdup_printf ("%s:%s%s", user, user, user);
    g_autofree char *encoded = g_base64_encode ((const guchar *) both, strlen (both));
    g_autofree char *value = g_strconcat ("Basic ", encoded, NULL);

    soup_message_headers_replace (to, "Authorization", value);
  }
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) pair = g_strsplit (lines[i], ": ", 2);

    if (pair[0] != NULL && pair[1] != NULL)
      soup_message_headers_replace (to, pair[0], pair[1]);
  }
}

TestAnswer *
test_service_ask_bytes (TestService *self,
                        const char *user,
                        const char *method,
                        const char *path,
                        const char *headers,
                        GBytes *body)
{
  g_autofree char *url = g_str_has_prefix (path, "http")
                           ? g_strdup (path)
                           : g_strconcat (test_service_get_url (self), path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TestAnswer *answer = g_new0 (TestAnswer, 1);

  g_assert_nonnull (message);
  soup_message_set_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_cb), NULL);
  if (body != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", body);
  add_headers (message, user, headers);
  bytes = soup_session_send_and_read (self->session, message, NULL, &error);
  g_assert_no_error (error);
  answer->status = soup_message_get_status (message);
  answer->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  answer->text = g_string_free_and_steal (
    g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes)));
  if (*answer->text != '\0' &&
      g_strcmp0 (test_answer_header (answer, "Content-Type"), "application/json") == 0) {
    answer->json = torg_json_parse (answer->text, strlen (answer->text), 0, &error);
    g_assert_no_error (error);
  }
  return answer;
}

TestAnswer *
test_service_ask (TestService *self,
                  const char *user,
                  const char *method,
                  const char *path,
                  const char *headers,
                  const char *body)
{
  g_autoptr (GBytes) bytes = body == NULL ? NULL : g_bytes_new (body, strlen (body));

  return test_service_ask_bytes (self, user, method, path, headers, bytes);
}

void
test_answer_free (TestAnswer *self)
{
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_clear_pointer (&self->json, json_node_unref);
  g_free (self->text);
  g_free (self);
}

const char *
test_answer_header (TestAnswer *self, const char *name)
{
  return soup_message_headers_get_one (self->headers, name);
}

JsonObject *
test_answer_data (TestAnswer *self)
{
  g_assert_nonnull (self->json);
  return torg_json_get_object (json_node_get_object (self->json), "data");
}

JsonArray *
test_answer_list (TestAnswer *self)
{
  g_assert_nonnull (self->json);
  return torg_json_get_array (json_node_get_object (self->json), "data");
}

static char *
fill_in (TestService *self, const char *text, gboolean json)
{
  g_autoptr (GString) filled = g_string_new (text);

  if (text == NULL)
    return NULL;
  g_string_replace (filled, "$", self->etag == NULL ? "0" : self->etag, 0);
  if (json)
    g_string_replace (filled, "'", "\"", 0);
  return g_strdup (filled->str);
}

/* A proxy that compresses weakens an ETag. */
static const char *
as_sent (const char *value)
{
  return g_str_has_prefix (value, "W/\"") ? value + strlen ("W/") : value;
}

static void
remember_etag (TestService *self, TestAnswer *answer)
{
  const char *etag = test_answer_header (answer, "ETag");

  if (etag == NULL)
    return;
  etag = as_sent (etag);
  g_free (self->etag);
  self->etag = g_strndup (etag + 1, strlen (etag) - 2);
}

/* The answer as one text in which a header stands as `Name: value`. */
static char *
whole (TestAnswer *answer)
{
  GString *text = g_string_new (answer->text);
  SoupMessageHeadersIter iter;
  const char *name = NULL;
  const char *value = NULL;

  soup_message_headers_iter_init (&iter, answer->headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (text, "\n%s: %s", name, as_sent (value));
  return g_string_free_and_steal (text);
}

static void
run_step (TestService *self, const TestStep *step)
{
  g_autofree char *request = fill_in (self, step->request, FALSE);
  g_autofree char *headers = fill_in (self, step->headers, FALSE);
  g_autofree char *body = fill_in (self, step->body, TRUE);
  g_autofree char *has = fill_in (self, step->has, TRUE);
  g_auto (GStrv) parts = g_strsplit (request, " ", 2);
  g_autoptr (TestAnswer) answer =
    test_service_ask (self, step->user, parts[0], parts[1], headers, body);
  g_autofree char *text = whole (answer);

  if (answer->status != step->status || (has != NULL && strstr (text, has) == NULL) ||
      (step->has_not != NULL && strstr (text, step->has_not) != NULL)) {
    g_test_message ("%s: %s %s: expected %u %s, without %s; got %u %s", step->user, request, body,
                    step->status, has, step->has_not, answer->status, text);
    g_test_fail ();
  }
  remember_etag (self, answer);
}

void
test_service_run (TestService *self, const TestStep *steps, gsize n_steps)
{
  for (gsize i = 0; i < n_steps; i++)
    run_step (self, &steps[i]);
}
