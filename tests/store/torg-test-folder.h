/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-db.h"

/* A folder for a test's files, which goes with all that is in it. */
typedef char TestFolder;

TestFolder *test_folder_new (void);
void test_folder_free (TestFolder *self);
char *test_folder_path (TestFolder *self, const char *file);

TorgDb *test_db_open (TestFolder *folder, TorgDbMode mode);
void test_db_exec (TorgDb *db, const char *sql);
char *test_db_text (TorgDb *db, const char *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFolder, test_folder_free)
