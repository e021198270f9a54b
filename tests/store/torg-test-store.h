/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-outbox.h"
#include "torg-pull.h"

/* A store in a folder of its own, which goes with it. */
typedef struct {
  char *folder;
  TorgStore *store;
  TorgChanges *changes;
} TestStore;

TestStore *test_store_new (void);
void test_store_free (TestStore *self);
void test_store_reopen (TestStore *self);
char *test_store_path (TestStore *self, const char *file);

JsonObject *test_object (const char *json);
void test_store_pull (TestStore *self, const char *collection, const char *records);
void test_store_edit (TestStore *self, const char *id, const char *base, const char *document);
TorgRow *test_store_row (TestStore *self, const char *collection, const char *id);
char *test_store_title (TestStore *self, const char *id);
char *test_store_list (TestStore *self, const TorgQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestStore, test_store_free)
