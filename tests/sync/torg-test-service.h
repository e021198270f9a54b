/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* The real service as a program of its own, with the accounts kari and ola, both members and contributors. */
typedef struct {
  char *folder;
  char *url;
  GSubprocess *process;
} TestService;

TestService *test_service_new (void);
void test_service_free (TestService *self);
void test_service_add_account (TestService *self, const char *name);
void test_service_start (TestService *self);
void test_service_kill (TestService *self);
void test_remove_folder (const char *folder);
void test_service_command (TestService *self, const char *const *words);

#define TEST_PASSWORD "et passord for prøver"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestService, test_service_free)
