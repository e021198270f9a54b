/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The program itself, as a user starts it; `TORG_SERVICE` says where it is. */
typedef struct {
  int status;
  char *out;
  char *err;
} TestRun;

TestRun *test_program_run (const char *folder, const char *input, const char *arguments);
void test_run_free (TestRun *self);

GSubprocess *test_program_serve (const char *folder, const char *arguments, char **url);
GSubprocess *test_program_serve_with (const char *folder,
                                      const char *const *environment,
                                      char **url);
GSubprocess *test_program_serve_limited (const char *folder, guint64 max_file, char **url);
void test_program_end (GSubprocess *program, int signal);

char *test_program_credentials (const char *user, const char *password);
SoupMessage *test_program_ask (SoupSession *session,
                               const char *credentials,
                               const char *method,
                               const char *url,
                               const char *path,
                               const char *body,
                               GBytes **answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestRun, test_run_free)

G_END_DECLS
