/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/*
 * Many who write at the same time until the program is gone, and remember what was answered: batches of
 * records, and records with a file.
 */
typedef struct {
  char *folder;
  char *credentials;
  char *url;
  GMutex mutex;
  GArray *writes; /* TestWrite */
} TestLoad;

/* The records of one write have its number. */
typedef struct {
  gboolean file;
  gboolean answered;
} TestWrite;

void test_load_init (TestLoad *self);
void test_load_clear (TestLoad *self);
void test_load_work (TestLoad *self, GSubprocess *program);
void test_load_check (TestLoad *self);

G_END_DECLS
