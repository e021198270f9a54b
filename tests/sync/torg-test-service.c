/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-service.h"

#include <signal.h>
#include <string.h>

#define READY "listening on "

/* With all that is in it. */
void
test_remove_folder (const char *folder)
{
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-rf", folder, NULL);

  g_subprocess_wait (process, NULL, NULL);
}

/* Runs a command of torg-service on the folder and expects it to go well. */
void
test_service_command (TestService *self, const char *const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GStrv) arguments = NULL;

  g_strv_builder_add_many (builder, g_getenv ("TORG_SERVICE"), "--data", self->folder, NULL);
  g_strv_builder_addv (builder, (const char **) words);
  arguments = g_strv_builder_end (builder);
  process =
    g_subprocess_newv ((const char *const *) arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* Somebody else who may write; while the service does not run. */
void
test_service_add_account (TestService *self, const char *name)
{
  g_autofree char *file = g_build_filename (self->folder, "password", NULL);

  g_assert_true (g_file_set_contents (file, TEST_PASSWORD, -1, NULL));
  test_service_command (self,
                        (const char *const[]) { "account", "add", name, "--group", "contributors",
                                                "--password-file", file, NULL });
}

/* The first start takes a free port; later ones take the same, as a real service does. */
static char *
port_of (TestService *self)
{
  g_autoptr (GUri) uri = self->url ? g_uri_parse (self->url, G_URI_FLAGS_NONE, NULL) : NULL;

  return g_strdup_printf ("%d", uri ? g_uri_get_port (uri) : 0);
}

void
test_service_start (TestService *self)
{
  g_autofree char *port = port_of (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  self->process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("TORG_SERVICE"), "--data",
                      self->folder, "serve", "--port", port, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, READY));
  g_free (self->url);
  self->url = g_strdup (line + strlen (READY));
}

void
test_service_kill (TestService *self)
{
  g_subprocess_send_signal (self->process, SIGKILL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
}

TestService *
test_service_new (void)
{
  TestService *self = g_new0 (TestService, 1);

  self->folder = g_dir_make_tmp ("torg-service-XXXXXX", NULL);
  test_service_command (self, (const char *const[]) { "init", NULL });
  test_service_add_account (self, "kari");
  test_service_add_account (self, "ola");
  test_service_start (self);
  return self;
}

void
test_service_free (TestService *self)
{
  if (self->process != NULL)
    test_service_kill (self);
  test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->url);
  g_free (self);
}
