/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-program.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static GStrv
command_line (const char *folder, const char *arguments)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = g_strsplit (arguments, " ", -1);
  const char *program = g_getenv ("TORG_SERVICE");

  g_assert_nonnull (program);
  g_strv_builder_add (words, program);
  if (folder != NULL)
    g_strv_builder_add_many (words, "--data", folder, NULL);
  for (guint i = 0; list[i] != NULL; i++) {
    if (*list[i] != '\0')
      g_strv_builder_add (words, list[i]);
  }
  return g_strv_builder_end (words);
}

TestRun *
test_program_run (const char *folder, const char *input, const char *arguments)
{
  g_auto (GStrv) words = command_line (folder, arguments);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_newv (
    (const char *const *) words,
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
    &error);
  TestRun *self = g_new0 (TestRun, 1);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (program, input == NULL ? "" : input, NULL, &self->out, &self->err,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (program));
  self->status = g_subprocess_get_exit_status (program);
  g_test_message ("%s: %d\n%s%s", arguments, self->status, self->out, self->err);
  return self;
}

void
test_run_free (TestRun *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

static GSubprocess *
launch (GSubprocessLauncher *launcher, const char *folder, const char *arguments, char **url)
{
  g_autofree char *whole = g_strconcat ("serve --port 0 ", arguments, NULL);
  g_auto (GStrv) words = command_line (folder, whole);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) out = NULL;
  g_autofree char *line = NULL;
  GSubprocess *program =
    g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);

  g_assert_no_error (error);
  out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (program));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (out), FALSE);
  line = g_data_input_stream_read_line (out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, "listening on http://127.0.0.1:"));
  g_assert_true (g_str_has_suffix (line, "/v1"));
  *url = g_strdup (line + strlen ("listening on "));
  return program;
}

/* Starts it and reads the one line that says where it listens. */
GSubprocess *
test_program_serve (const char *folder, const char *arguments, char **url)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);

  return launch (launcher, folder, arguments, url);
}

/* The same with more in its environment, names and values by turns. */
GSubprocess *
test_program_serve_with (const char *folder, const char *const *environment, char **url)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);

  for (guint i = 0; environment[i] != NULL; i += 2)
    g_subprocess_launcher_setenv (launcher, environment[i], environment[i + 1], TRUE);
  return launch (launcher, folder, "--set log=errors", url);
}

static void
limit_files (gpointer data)
{
  const struct rlimit limit = { .rlim_cur = *(guint64 *) data, .rlim_max = *(guint64 *) data };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

/* The same where no file can grow beyond so many bytes, which is like a full disk. */
GSubprocess *
test_program_serve_limited (const char *folder, guint64 max_file, char **url)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  /* It warns that writing fails, as it shall. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_set_child_setup (launcher, limit_files, &max_file, NULL);
  return launch (launcher, folder, "", url);
}

void
test_program_end (GSubprocess *program, int signal)
{
  g_subprocess_send_signal (program, signal);
  g_subprocess_wait (program, NULL, NULL);
  g_object_unref (program);
}

char *
test_program_credentials (const char *user, const char *password)
{
  g_autofree char *both = g_strdup_printf ("%s:%s", user, password);
  g_autofree char *encoded = g_base64_encode ((const guchar *) both, strlen (both));

  return g_strconcat ("Basic ", encoded, NULL);
}

/* Sends one request; %NULL where the program was gone before it answered. */
SoupMessage *
test_program_ask (SoupSession *session,
                  const char *credentials,
                  const char *method,
                  const char *url,
                  const char *path,
                  const char *body,
                  GBytes **answer)
{
  g_autofree char *whole = g_strconcat (url, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, whole);
  g_autoptr (GBytes) bytes = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                credentials);
  if (body != NULL) {
    g_autoptr (GBytes) sent = g_bytes_new (body, strlen (body));

    soup_message_set_request_body_from_bytes (message, "application/json", sent);
  }
  bytes = soup_session_send_and_read (session, message, NULL, NULL);
  if (bytes == NULL)
    return NULL;
  if (answer != NULL)
    *answer = g_steal_pointer (&bytes);
  return g_steal_pointer (&message);
}
