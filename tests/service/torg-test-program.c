/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-program.h"

#include <string.h>

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

/* Starts it and reads the one line that says where it listens. */
GSubprocess *
test_program_serve (const char *folder, const char *arguments, char **url)
{
  g_autofree char *whole = g_strconcat ("serve --port 0 ", arguments, NULL);
  g_auto (GStrv) words = command_line (folder, whole);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) out = NULL;
  g_autofree char *line = NULL;
  GSubprocess *program =
    g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);

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

void
test_program_end (GSubprocess *program, int signal)
{
  g_subprocess_send_signal (program, signal);
  g_subprocess_wait (program, NULL, NULL);
  g_object_unref (program);
}
