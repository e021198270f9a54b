/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-storage.h"

G_BEGIN_DECLS

/*
 * The bytes of attachments: files in a folder beside the database, each named by the SHA-256 of what
 * is in it. A file is on the disk before the record that names it is, and goes once no record does;
 * what a crash left behind goes at the next start.
 */
typedef struct _TorgFiles TorgFiles;

TorgFiles *torg_files_new (const char *data_dir);
void torg_files_free (TorgFiles *self);

char *torg_files_put (TorgFiles *self, GBytes *bytes, GError **error);
GBytes *torg_files_get (TorgFiles *self, const char *hash, GError **error);
void torg_files_suspect (TorgFiles *self, const char *hash);
void torg_files_settle (TorgFiles *self, TorgStorage *storage);
gboolean torg_files_sweep (TorgFiles *self, TorgStorage *storage, GError **error);
char *torg_files_judge (TorgFiles *self, const char *hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgFiles, torg_files_free)

G_END_DECLS
