/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-nginx.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

#define PATIENCE_MS 10000

static const char main_conf[] =
  "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log error.log;\n"
  "events { worker_connections 2000; }\n"
  "http {\n  access_log off;\n  client_body_temp_path body;\n  proxy_temp_path proxy;\n"
  "  fastcgi_temp_path fastcgi;\n  uwsgi_temp_path uwsgi;\n  scgi_temp_path scgi;\n"
  "  include site.conf;\n}\n";

static guint16
find_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_assert_cmpuint (port, >, 0);
  return port;
}

static void
write_file (TestNginx *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
make_certificate (TestNginx *self)
{
  g_autofree char *key = g_build_filename (self->folder, "key.pem", NULL);
  g_autofree char *certificate = g_build_filename (self->folder, "cert.pem", NULL);
  g_autoptr (GSubprocess) openssl = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
    "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
    "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate, NULL);

  g_assert_nonnull (openssl);
  g_assert_true (g_subprocess_wait_check (openssl, NULL, NULL));
}

/* What is to be replaced must be there, or the test would be of something else. */
static void
replace (GString *text, const char *what, const char *by)
{
  if (g_string_replace (text, what, by, 0) == 0)
    g_error ("%s is not in the configuration", what);
}

static void
write_site (TestNginx *self, const char *upstream, const char *const *changes)
{
  g_autofree char *shipped = NULL;
  g_autofree char *https = g_strdup_printf ("listen 127.0.0.1:%u ssl;", find_port ());
  g_autofree char *http = g_strdup_printf ("listen 127.0.0.1:%u;", find_port ());
  g_autoptr (GString) text = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("TORG_NGINX_CONF"), &shipped, NULL, NULL));
  text = g_string_new (shipped);
  replace (text, "server unix:/run/torg/service.sock;", upstream);
  replace (text, "/etc/letsencrypt/live/forum.example.org/fullchain.pem", "cert.pem");
  replace (text, "/etc/letsencrypt/live/forum.example.org/privkey.pem", "key.pem");
  replace (text, "listen [::]:443 ssl;", "");
  replace (text, "listen [::]:80;", "");
  replace (text, "listen 443 ssl;", https);
  replace (text, "listen 80;", http);
  replace (text, "forum.example.org", "127.0.0.1");
  for (guint i = 0; changes[i] != NULL; i += 2)
    replace (text, changes[i], changes[i + 1]);
  write_file (self, "site.conf", text->str);
  self->url = g_strdup_printf ("https://%.*s/v1", (int) strlen (https) - 12, https + 7);
  self->plain_url = g_strdup_printf ("http://%.*s/v1", (int) strlen (http) - 8, http + 7);
}

GIOStream *
test_nginx_connect (TestNginx *self)
{
  g_autoptr (GUri) uri = g_uri_parse (self->url, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketClient) client = g_socket_client_new ();

  return G_IO_STREAM (g_socket_client_connect_to_host (client, g_uri_get_host (uri),
                                                       (guint16) g_uri_get_port (uri), NULL, NULL));
}

static void
wait_until_it_listens (TestNginx *self)
{
  for (guint i = 0; i < PATIENCE_MS / 10; i++) {
    g_autoptr (GIOStream) stream = test_nginx_connect (self);

    if (stream != NULL)
      return;
    g_usleep (10000);
  }
  g_error ("nginx does not listen");
}

/* A test that fails leaves nothing behind. */
static void
end_with_test (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

TestNginx *
test_nginx_new (const char *upstream, const char *const *changes)
{
  TestNginx *self = g_new0 (TestNginx, 1);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *server = g_strdup_printf ("server %s;", upstream);
  g_autofree char *log = NULL;
  g_autofree char *conf = NULL;
  g_autofree char *prefix = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("torg-nginx-XXXXXX", NULL);
  prefix = g_strconcat (self->folder, "/", NULL);
  log = g_build_filename (self->folder, "error.log", NULL);
  conf = g_build_filename (self->folder, "nginx.conf", NULL);
  make_certificate (self);
  write_site (self, server, changes);
  write_file (self, "nginx.conf", main_conf);
  g_subprocess_launcher_set_child_setup (launcher, end_with_test, NULL, NULL);
  self->program = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("TORG_NGINX"), "-p",
                                               prefix, "-e", log, "-c", conf, NULL);
  g_assert_no_error (error);
  wait_until_it_listens (self);
  return self;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_all (inner);
  }
  g_remove (path);
}

void
test_nginx_free (TestNginx *self)
{
  g_subprocess_send_signal (self->program, SIGTERM);
  g_subprocess_wait (self->program, NULL, NULL);
  g_clear_object (&self->program);
  remove_all (self->folder);
  g_free (self->folder);
  g_free (self->url);
  g_free (self->plain_url);
  g_free (self);
}
