/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

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
void test_program_end (GSubprocess *program, int signal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestRun, test_run_free)

G_END_DECLS
